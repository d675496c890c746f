// The step of a build after which no file of it changes: writes into the files which build they are of, so that a page takes none of
// another, the SHA-256 of each into the script that keeps them in the browser, and the list of all. names.mjs runs it; by itself,
// `node src/web/js/kept.mjs FOLDER` makes another version of a folder in which something was changed.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What boot.js takes of its own build alone; it has `const build = ''`. */
const SCRIPTS = ['boot.js', 'programs.js', 'framed.js', 'self_test.js', 'offline.js', 'criteria.js', 'desk.js'];
const PAGES = ['index.html', 'criteria.html', 'desk.html'];
/** What programs.js fetches. */
const PROGRAMS = ['composer', 'author', 'sealer', 'exporter'].flatMap((name) => [`${name}.js`, `${name}_bg.wasm`]);
const FONTS = ['fonts/NotoSans-Regular.ttf', 'fonts/NotoSans-Bold.ttf'];
const WORKER = 'service_worker.js';
/** What a site writes itself, and the list. */
const NOT_BUILT = ['site.json', 'files.json'];

export function kept(folder) {
  const at = (name) => path.join(folder, name);
  const read = (name) => readFileSync(at(name), 'utf8');
  const digest = (name, as = 'hex') => createHash('sha256').update(readFileSync(at(name))).digest(as);
  const change = (name, pattern, now) => {
    const text = read(name);
    if (text.match(new RegExp(pattern, 'gm'))?.length !== 1) throw new Error(`${name} has not just one ${pattern}`);
    writeFileSync(at(name), text.replace(new RegExp(pattern, 'm'), () => now));
  };
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .filter((name) => !NOT_BUILT.includes(name))
    .sort();
  const digests = (names) => Object.fromEntries(names.map((name) => [name, digest(name)]));

  const stamp = (build) => {
    for (const name of SCRIPTS) change(name, String.raw`\bconst build = '\w*';`, `const build = '${build}';`);
    for (const name of PAGES) change(name, String.raw` data-build="?\w*"?`, ` data-build="${build}"`);
  };
  // What says nothing of itself comes first.
  const sums = Object.fromEntries([...PROGRAMS, ...FONTS].map((name) => [name, `sha256-${digest(name, 'base64')}`]));
  change('programs.js', String.raw`^const SHA256 = \{.*\};`, `const SHA256 = ${JSON.stringify(sums)};`);
  for (const name of ['criteria', 'desk']) {
    change(`${name}.html`, String.raw` data-integrity="[^"]*"`, ` data-integrity="sha256-${digest(`${name}_bg.wasm`, 'base64')}"`);
  }
  // The build is what all files of it come to.
  stamp('');
  change(WORKER, String.raw`^const BUILD = '\w*';`, "const BUILD = '';");
  change(WORKER, String.raw`^const FILES = \{.*\};`, 'const FILES = {};');
  const build = createHash('sha256').update(JSON.stringify(digests(built))).digest('hex');
  stamp(build.slice(0, 8));
  change(WORKER, String.raw`^const BUILD = '\w*';`, `const BUILD = '${build}';`);
  change(WORKER, String.raw`^const FILES = \{.*\};`, `const FILES = ${JSON.stringify(digests(built.filter((name) => name !== WORKER)))};`);

  // What the server is to give out, for the self-test and for whoever installs a copy.
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
  writeFileSync(at('files.json'), `${JSON.stringify({ version, sha256: digests(built) }, null, 1)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) kept(process.argv[2]);
