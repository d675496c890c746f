// What each built file weighs, and what a first visit loads, against the budget.
//
//   node tests/sizes/sizes.mjs [DIR] [ENGINE]        (default: dist, and engine if it was built)
//
// First load is index.html, everything it names (script, data-js, data-wasm, styles, icon), and site.json. KB is 1000
// bytes; compressed as a good host does: gzip -9, brotli 11. Ends with status 1 when the first load or a program beside the page is over
// its budget.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const BUDGET = 215_000;
const GOAL = 170_000;
// The tables of Unicode, by which a name is found however it is written, are in the first; what takes zips apart in the second.
const BESIDE = { 'criteria_bg.wasm': 195_000, 'desk_bg.wasm': 270_000, 'composer_bg.wasm': 400_000, 'author_bg.wasm': 330_000, 'exporter_bg.wasm': 440_000, 'sealer_bg.wasm': 800_000 };
const ENGINE = 90_000;

const dir = process.argv[2] ?? 'dist';
if (!existsSync(path.join(dir, 'index.html'))) {
  console.error(`${dir}/index.html is not there: build first (make build)`);
  process.exit(2);
}

const first = firstLoad(readFileSync(path.join(dir, 'index.html'), 'utf8'));
const rows = readdirSync(dir, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map((entry) => measure(path.relative(dir, path.join(entry.parentPath ?? entry.path, entry.name))))
  .sort((a, b) => b.first - a.first || b.brotli - a.brotli);

const missing = [...first].filter((name) => !rows.some((row) => row.name === name));
if (missing.length > 0) {
  console.error(`index.html names files that are not in ${dir}: ${missing.join(', ')}`);
  process.exit(2);
}

const total = (name, some) => ({
  name,
  first: false,
  raw: sum(some, 'raw'),
  gzip: sum(some, 'gzip'),
  brotli: sum(some, 'brotli'),
});
const load = total('First load', rows.filter((row) => row.first));
const width = Math.max(...rows.map((row) => row.name.length), 12) + 2;

line('File', 'raw', 'gzip -9', 'brotli 11', 'first load');
for (const row of rows) line(row.name, figure(row.raw), figure(row.gzip), figure(row.brotli), row.first ? 'yes' : '');
for (const row of [load, total('All files', rows)]) line(row.name, figure(row.raw), figure(row.gzip), figure(row.brotli), '');

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const verdict = load.brotli > BUDGET ? 'OVER BUDGET' : load.brotli > GOAL ? 'within budget, over the goal' : 'within the goal';
console.log(`\nFirst load, brotli: ${kb(load.brotli)} of ${kb(BUDGET)} (goal ${kb(GOAL)}): ${verdict}.`);
const beside = {
  'criteria_bg.wasm': 'About the criteria, and changing them',
  'desk_bg.wasm': 'The desk: opening what came sealed, and keys',
  'composer_bg.wasm': 'Composer: documents and explanations',
  'author_bg.wasm': 'Author: the composer of the page about the criteria',
  'exporter_bg.wasm': 'Exporter: PDF and Word files',
  'sealer_bg.wasm': 'Sealer: files under a passphrase, and how hard that is to guess',
};
let over = load.brotli > BUDGET;
for (const row of rows.filter((row) => row.name in beside)) {
  const budget = BESIDE[row.name];
  console.log(`${beside[row.name]}, brotli: ${kb(row.brotli)} of ${kb(budget)}: ${row.brotli <= budget ? 'within budget' : 'OVER BUDGET'}.`);
  over ||= row.brotli > budget;
}
const element = rows.filter((row) => /^(embed|error|theme)\.js$|^embed-.*\.css$|^page-|^site\.json$/.test(row.name));
console.log(`The element instead of the page, brotli: ${kb(sum(element, 'brotli'))}, ${element.length} files.`);
const engine = process.argv[3] ?? 'engine';
if (existsSync(path.join(engine, 'engine_core_bg.wasm'))) {
  const weighed = ['engine.js', 'error.js', 'engine_core.js', 'engine_core_bg.wasm', 'checker.js', 'checker_bg.wasm'].map((name) => weigh(engine, name).brotli);
  const [core, checker] = [weighed.slice(0, 4), weighed.slice(4)].map((some) => some.reduce((all, one) => all + one, 0));
  console.log(`Engine alone with the ten packs, brotli: ${kb(core)} of ${kb(ENGINE)}: ${core <= ENGINE ? 'within budget' : 'OVER BUDGET'}. What reads and checks packs: ${kb(checker)} more, when it is needed.`);
  over ||= core > ENGINE;
}
process.exitCode = over ? 1 : 0;

function firstLoad(html) {
  const names = new Set(['index.html']);
  for (const [tag] of html.matchAll(/<(?:link|script|img)\b[^>]*>/g)) {
    for (const [, double, bare] of tag.matchAll(/\s(?:href|src|data-js|data-wasm)=(?:"([^"]*)"|([^\s">]+))/g)) {
      const url = double ?? bare;
      if (!/^([a-z]+:|\/\/)/i.test(url)) names.add(path.posix.normalize(url.replace(/[?#].*$/, '')));
    }
  }
  names.add('site.json');
  const { pack } = JSON.parse(readFileSync(path.join(dir, 'site.json'), 'utf8'));
  if (pack?.endsWith('.json')) names.add(pack);
  return names;
}

function measure(name) {
  const known = name.split(path.sep).join('/');
  return { name: known, first: first.has(known), ...weigh(dir, name) };
}

function weigh(folder, name) {
  const body = readFileSync(path.join(folder, name));
  return {
    raw: body.length,
    gzip: gzipSync(body, { level: 9 }).length,
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }).length,
  };
}

function sum(some, key) {
  return some.reduce((all, row) => all + row[key], 0);
}

function figure(bytes) {
  return bytes.toLocaleString('en-GB');
}

function line(name, ...cells) {
  console.log((name.padEnd(width) + cells.map((cell) => cell.padStart(12)).join('')).trimEnd());
}
