// Writes third-party.txt beside this: the terms of everything that is in a built file, whole, as MIT and the like ask.
//
//   node src/licences/third_party.mjs            (make licences)
//   node src/licences/third_party.mjs --check    (make check): ends with 1 where the file is not what it would write
//
// The terms are read from the crates themselves, at the versions of Cargo.lock. Of a choice MIT is taken. A crate that
// carries no such file is listed with the words of its licence and the authors it names.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const file = path.join(here, 'third-party.txt');

// How each licence is told by its text.
const MARKS = {
  MIT: 'Permission is hereby granted, free of charge',
  'Apache-2.0': 'Apache License',
  'BSD-3-Clause': 'Redistributions of source code must retain',
  'BSD-2-Clause': 'Redistributions of source code must retain',
  Zlib: 'This software is provided \'as-is\'',
  'Unicode-3.0': 'UNICODE LICENSE V3',
  'BSL-1.0': 'Boost Software License',
  'CC0-1.0': 'CC0 1.0 Universal',
  'MIT-0': 'MIT No Attribution',
};

const mit = readFileSync(path.join(root, 'LICENSE-MIT'), 'utf8');
/** The words of the MIT licence under a line of copyright. */
const mitOf = (holder) => mit.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);

// The build writes data of these into a program, though none of their code is in it.
const DATA = ['deunicode'];

const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const entries = [
  ...crates(),
  { name: 'The standard library of Rust', text: mitOf('The Rust Project Contributors') },
  {
    name: `govuk-frontend ${devDependencies['govuk-frontend']} (styles)`,
    text: mitOf('2017 Crown Copyright (Government Digital Service)'),
  },
  { name: 'SCOWL (the commonest words of English)', text: readFileSync(path.join(root, 'src/document/scan/common.licence.txt'), 'utf8') },
  { name: 'Noto Sans (fonts, cut to the letters of English and Welsh)', text: readFileSync(path.join(root, 'src/export/fonts/OFL.txt'), 'utf8') },
];

const byText = new Map();
for (const { name, text } of entries) {
  const key = text.replace(/\s+/g, ' ').trim();
  if (!byText.has(key)) byText.set(key, { names: [], text: text.replaceAll('\r\n', '\n').replace(/[ \t]+$/gm, '').trim() });
  byText.get(key).names.push(name);
}
const line = '-'.repeat(80);
const sections = [...byText.values()].map(({ names, text }) => `${line}\n${names.sort().join('\n')}\n${line}\n\n${text}\n`);
const written = `What the built files of drive-screening hold of others, and on what terms.\n\n${sections.sort().join('\n')}`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, written);
} else if (readFileSync(file, 'utf8') !== written) {
  console.error('src/licences/third-party.txt is not what the crates of Cargo.lock say: run make licences');
  process.exitCode = 1;
}

/** Every crate that is in a program: what only tests, the build and macros use is in no file. */
function crates() {
  const run = (...given) => execFileSync('cargo', given, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  run('fetch', '--locked', '--quiet');
  const all = new Map();
  // Programs run in browsers, and the command line where deny.toml says.
  for (const target of ['wasm32-unknown-unknown', 'x86_64-unknown-linux-gnu']) {
    const metadata = JSON.parse(run('metadata', '--locked', '--offline', '--all-features', '--format-version', '1', '--filter-platform', target));
    const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
    const packages = new Map(metadata.packages.map((one) => [one.id, one]));
    const follow = (id) => {
      const one = packages.get(id);
      if (all.has(id) || one.targets.some(({ kind }) => kind.includes('proc-macro'))) return;
      all.set(id, one);
      for (const { pkg, dep_kinds } of nodes.get(id).deps) if (dep_kinds.some(({ kind }) => kind === null)) follow(pkg);
    };
    for (const one of metadata.packages.filter(({ name }) => DATA.includes(name))) all.set(one.id, one);
    for (const member of metadata.workspace_members) follow(member);
  }
  return [...all.values()].filter(({ source }) => source !== null).map(terms);
}

/** A crate's name, its licence, and the text of that. */
function terms({ name, version, license, authors, manifest_path: manifest }) {
  const folder = path.dirname(manifest);
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|copyright|unlicense)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const having = (mark) => texts.filter((text) => text.toLowerCase().includes(mark.toLowerCase()));
  const asked = license.split(/ AND /).map((part) => part.replace(/[()]/g, '').split(/ OR |\//).map((id) => id.trim()));
  const chosen = asked.map((choices) => (choices.includes('MIT') ? 'MIT' : choices[0].replace(/ WITH .*/, '')));
  const text = chosen.map((id) => {
    if (!(id in MARKS)) throw new Error(`${name} ${version}: how ${id} is told is not written here`);
    const [own] = having(MARKS[id]);
    if (own !== undefined) return own.trim();
    // It asks for nothing to go with a copy.
    if (id === 'CC0-1.0') return 'In the public domain by CC0 1.0: https://creativecommons.org/publicdomain/zero/1.0/';
    if (id === 'MIT') return mitOf(authors.join(', ').replace(/ *<[^>]*>/g, '') || `the authors of ${name}`).trim();
    throw new Error(`${name} ${version}: it carries no text of ${id}`);
  });
  return { name: `${name} ${version}: ${license}`, text: text.join('\n\n') };
}
