// Writes src/figures.md: how large the code and the programs are, and how each figure is had.
//
//   node tests/figures/figures.mjs [DIR] [ENGINE]    (make figures; default: dist and engine, which must be built)
//   node tests/figures/figures.mjs --check           (make check): ends with 1 where a figure of the code is a tenth off
//
// A function goes from its first line to the bracket under it: rustfmt, which `make check` asks for, puts it there.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const page = path.join(root, 'src/figures.md');
const PROGRAMS = ['page', 'criteria', 'composer', 'author', 'exporter', 'sealer', 'engine', 'checker'];

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const files = (folder, end) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.includes('node_modules') && !name.includes('/target/'))
    .sort();
const lines = (text) => text.split('\n').length - 1;
const untested = (text) => text.split('#[cfg(test)]\nmod tests')[0];
const count = (text, pattern) => [...text.matchAll(pattern)].length;
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
const percentile = (numbers, share) => numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

/** The functions of a file, each with its name and its number of lines. */
function functions(name, text) {
  const all = text.split('\n');
  const found = [];
  for (const [index, line] of all.entries()) {
    const head = /^(\s*)(?:pub(?:\([^)]*\))? )?(?:const |async |unsafe )*fn (\w+)/.exec(line);
    if (!head) continue;
    const end = all.findIndex((other, at) => at >= index && (other.startsWith(`${head[1]}}`) || /[;}]$/.test(other) && at === index));
    // One without a body is a promise of a trait.
    if (end >= 0 && !all[end].endsWith(';')) found.push({ name: `\`${head[2]}\` in \`${name}\``, length: end - index + 1 });
  }
  return found;
}

function spread(named, what) {
  const sorted = [...named].sort((a, b) => a.length - b.length);
  const lengths = sorted.map((one) => one.length);
  return [
    [`lines of a ${what}, median`, percentile(lengths, 0.5)],
    [`lines of a ${what}, nine in ten at most`, percentile(lengths, 0.9)],
    [`lines of the longest ${what}`, lengths.at(-1), sorted.at(-1).name],
  ];
}

function code() {
  const sources = files('src', '.rs').map((name) => ({ name, text: read(name) }));
  const tests = [...files('tests', '.rs'), ...files('benches', '.rs')].map(read);
  const own = sources.map(({ name, text }) => ({ name: `\`${name}\``, length: lines(untested(text)) }));
  const all = sources.map(({ text }) => text);
  return [
    ['lines of Rust in `src`, without tests', sum(own.map((one) => one.length))],
    ['lines of Rust in tests and benchmarks', sum(tests.map(lines)) + sum(all.map((text) => lines(text) - lines(untested(text))))],
    ['files of Rust in `src`', sources.length],
    ...spread(own, 'file'),
    ['functions in `src`', sum(sources.map(({ name, text }) => functions(name, untested(text)).length))],
    ...spread(sources.flatMap(({ name, text }) => functions(name, untested(text))), 'function'),
    ['`cfg(feature = ..)` in `src`', sum(all.map((text) => count(text, /cfg(?:_attr)?!?\([^\]\n]*feature = /g)))],
    ['tests in Rust', sum([...tests, ...all].map((text) => count(text, /#\[(?:tokio::)?test\]/g)))],
    ['examples in the docs that run', sum(all.map((text) => count(text, /^\s*\/\/[/!] # Examples$/gm)))],
    ['crates in `Cargo.lock`, for tests and tools too', count(read('Cargo.lock'), /^\[\[package\]\]/gm)],
  ];
}

const table = (rows) => rows.map(([what, figure, which]) => `| ${what} | ${figure.toLocaleString('en-GB')}${which ? `: ${which}` : ''} |`).join('\n');

if (process.argv[2] === '--check') {
  const kept = new Map([...readFileSync(page, 'utf8').matchAll(/^\| (.+?) \| ([\d,]+)/gm)].map(([, what, figure]) => [what, Number(figure.replaceAll(',', ''))]));
  const off = code().filter(([what, figure]) => !kept.has(what) || Math.abs(kept.get(what) - figure) > Math.max(5, figure / 10));
  for (const [what, figure] of off) console.error(`src/figures.md says ${kept.get(what) ?? 'nothing'} of "${what}", which is ${figure}: make figures`);
  process.exit(off.length > 0 ? 1 : 0);
}

const crates = PROGRAMS.map((program) => {
  const tree = ['tree', '--locked', '--edges', 'normal', '--prefix', 'none', '--format', '{p}', '--target', 'wasm32-unknown-unknown', '--package', `drive-screening-${program}`];
  const listed = execFileSync('cargo', tree, { cwd: root, encoding: 'utf8' }).split('\n').map((line) => line.replace(' (*)', '').replace(/ \(.*/, ''));
  return [`crates in \`${program}\`, with those that only write code`, new Set(listed.filter(Boolean)).size];
});
const [dir = 'dist', engine = 'engine'] = process.argv.slice(2);
let sizes;
try {
  sizes = execFileSync('node', [path.join(root, 'tests/sizes/sizes.mjs'), dir, engine], { encoding: 'utf8' });
} catch (error) {
  // What is over its budget ends with 1, and is to be seen here too.
  if (!error.stdout) throw error;
  sizes = error.stdout;
}

writeFileSync(page, `# Figures

\`make figures\` writes this page; \`make check\` sees that no figure of the code is a tenth off. Why some things are by hand, and what
that saves: [Written for size](written_for_size.md).

## The code

A function goes from its first line to the bracket that ends it; tests at the end of a file do not count as the file's.

| what | how many |
|---|---|
${table(code())}
${table(crates)}

## The programs

\`make sizes\`: bytes as built, and as a good host sends them (gzip at 9, brotli at 11); then what loads first, and each program beside
its budget.

\`\`\`text
${sizes.trimEnd()}
\`\`\`

How long documents take, \`make measure\`; how long the heavy work takes in a browser, \`make speed\`; the core, \`make bench\`: these
differ by machine, and are not kept here. Mutants of the core that the tests catch: \`tests/mutants.md\`.
`);
console.log('src/figures.md');
