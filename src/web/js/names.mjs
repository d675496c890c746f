// The last step of a build: makes the names between programs and their scripts short, writes into embed.js which files it stands
// beside, makes the styles of an element from those of the page and a page for each program that is not the referral's, and has
// kept.mjs list all files. Trunk runs it (Trunk.toml).
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kept } from './kept.mjs';
import { shorten } from './shorten.mjs';

const folder = process.env.TRUNK_STAGING_DIR ?? process.argv[2];
let names = readdirSync(folder);
const named = (pattern) => {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${pattern}: ${found.join(', ') || 'no such file'} in ${folder}`);
  return found[0];
};
const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const write = (name, text) => writeFileSync(path.join(folder, name), text);

for (const program of names.filter((name) => name.endsWith('_bg.wasm'))) {
  const script = named(new RegExp(`^${program.replace(/(-\w+)?_bg\.wasm$/, '')}(-\\w+)?\\.js$`));
  const short = shorten(readFileSync(path.join(folder, program)), read(script));
  write(program, short.program);
  write(script, short.script);
}
// What every first visit loads is one script, without its comments, which stand in the source.
const code = (name) => read(name).split('\n').filter((line) => !/^\s*(?:\/\/|\/\*\*.*\*\/$)/.test(line)).join('\n');
const IMPORT = /^import .* from '\.\/network\.js';\n/m;
if (!IMPORT.test(read('boot.js'))) throw new Error('boot.js does not import network.js as expected');
write('boot.js', code('boot.js').replace(IMPORT, () => code('network.js').replace(/^export /gm, '')));
unlinkSync(path.join(folder, 'network.js'));
// What is kept for long by its name is named after what it is now.
for (const file of [named(/^page-.*_bg\.wasm$/), named(/^page-.*\.js$/)]) {
  const hash = createHash('sha256').update(readFileSync(path.join(folder, file))).digest('hex').slice(0, 16);
  const now = file.replace(/(?<=^page-)\w+?(?=_bg\.wasm$|\.js$)/, hash);
  renameSync(path.join(folder, file), path.join(folder, now));
  names = readdirSync(folder);
  for (const other of ['index.html', named(/^page-.*\.js$/)]) write(other, read(other).replaceAll(file, now));
}

const styles = [inside(read(named(/^main-.*\.css$/))), read('embed.css')].join('').replaceAll('\ufeff', '');
const css = `embed-${createHash('sha256').update(styles).digest('hex').slice(0, 16)}.css`;
write(css, styles);
unlinkSync(path.join(folder, 'embed.css'));

const files = { js: named(/^page-.*\.js$/), wasm: named(/^page-.*_bg\.wasm$/), css };
const script = read('embed.js');
const line = /const FILES = \{[^}]*\};/;
if (!line.test(script)) throw new Error('embed.js has no line "const FILES = {..};"');
write('embed.js', script.replace(line, `const FILES = ${JSON.stringify(files)};`));

// The same page, started with another program; what only that of a referral loads ahead is left out.
const page = read('index.html').replace(/(?= data-composer\b)/, ' data-build=""');
write('index.html', page);
const ahead = /<link(?=[^>]* rel="?(?:modulepreload|preload)"?)[^>]*>/g;
for (const [name, composer] of [['criteria', 'author'], ['desk', 'composer']]) {
  const other = page
    .replace(ahead, '')
    .replaceAll(files.js, `${name}.js`)
    .replaceAll(files.wasm, `${name}_bg.wasm`)
    .replace(/(?<=data-composer="?)composer\b/, composer);
  const starts = other.match(new RegExp(`${name}(?:\\.js|_bg\\.wasm)`, 'g'))?.length === 2 && other.includes(composer);
  if (page.match(ahead)?.length !== 2 || !starts) throw new Error('index.html does not start a program as expected');
  write(`${name}.html`, other.replace(/(?= data-build\b)/, ' data-integrity=""'));
  write(`${name}.js`, `${read(`${name}.js`)}\nexport const build = '';\n`);
}

kept(folder);

/**
 * Styles of a page as those of an element in it. Sizes do not follow the page around: a rem is so many pixels. What
 * depends on the width of the page depends on that of the element. What is said of the page is said of `.ds-page`.
 */
function inside(page) {
  const sized = page.replace(/(?<![\w.-])(-?[\d.]+)rem\b/g, (_, number) => `calc(${number}*var(--rem))`);
  const wide = sized.replace(/@media\s*([^{]*)\{/g, (rule, asks) => {
    const width = /^(?:screen and |print, ?)?(\((?:min-width: ?|max-width: ?|width[<>]=?)[\d.]+)em\)$/.exec(asks);
    return width ? `@container ${pixels(width[1])}){` : rule;
  });
  const placed = wide.replace(/(^|[{},])\s*(?::root,:host|:root|:host|html|body)(?=[\s,{:.])/g, '$1.ds-page');
  return placed.replace(/\.ds-page,\.ds-page(?=[,{])/g, '.ds-page');
}

/** Asks in pixels, 16 an em. */
function pixels(asks) {
  return asks.replace(/[\d.]+$/, (number) => `${Number(number) * 16}px`);
}
