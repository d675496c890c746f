// Makes the npm package and the zip of the static site.
//
//   node src/web/js/package.mjs DIST ENGINE OUT
//
// OUT/npm is the package, OUT/drive-screening-VERSION.tgz what `npm pack` makes of it, OUT/drive-screening-VERSION-site.zip
// the site to put on a web server. Every file has the same bytes for the same commit and tools.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const [dist, engine, out] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../../..');
const npm = path.join(out, 'npm');

for (const file of [`${dist}/index.html`, `${engine}/engine_core_bg.wasm`]) {
  if (!existsSync(file)) {
    console.error(`${file} is not there: make package builds it first`);
    process.exit(2);
  }
}
rmSync(out, { recursive: true, force: true });
mkdirSync(npm, { recursive: true });

const run = (command, ...given) => execFileSync(command, given, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }).trim();
const metadata = JSON.parse(run('cargo', 'metadata', '--locked', '--no-deps', '--format-version', '1'));
const { version, description, license } = metadata.packages.find(({ name }) => name === 'drive-screening');

cpSync(dist, npm, { recursive: true, filter: (file) => !path.basename(file).startsWith('.') });
for (const file of readdirSync(engine).filter((name) => !name.startsWith('.'))) cpSync(path.join(engine, file), path.join(npm, file));
for (const file of readdirSync(here).filter((name) => name.endsWith('.d.ts'))) cpSync(path.join(here, file), path.join(npm, file));
cpSync(path.join(here, 'guide.md'), path.join(npm, 'README.md'));
cpSync(path.join(root, 'CHANGELOG.md'), path.join(npm, 'CHANGELOG.md'));
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) cpSync(path.join(root, name), path.join(npm, name));
writeFileSync(path.join(npm, 'index.js'), '// The doors. Importing this defines <drive-screening>.\nexport * from \'./embed.js\';\nexport { DriveFrame, frame } from \'./frame.js\';\nexport { Engine, engine } from \'./engine.js\';\n');
writeFileSync(path.join(npm, 'index.d.ts'), 'export * from \'./embed.js\';\nexport { DriveFrame, frame, type FrameEvents, type FrameOptions } from \'./frame.js\';\nexport { Engine, engine, type BuiltIn, type Criteria } from \'./engine.js\';\nexport type * from \'./types.js\';\n');
const door = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
const manifest = {
  name: 'drive-screening',
  version,
  description,
  license,
  type: 'module',
  exports: {
    '.': door('index'),
    './element': door('embed'),
    './frame': door('frame'),
    './engine': door('engine'),
    './types': { types: './types.d.ts' },
    './package.json': './package.json',
    './*': './*',
  },
  sideEffects: ['./index.js', './embed.js'],
  engines: { node: '>=20' },
};
writeFileSync(path.join(npm, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(path.join(npm, 'provenance.json'), `${JSON.stringify(provenance(), null, 2)}\n`);

const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', path.resolve(out)], { cwd: npm, encoding: 'utf8' }).trim();
const site = Object.fromEntries(files(dist).map((name) => [name, readFileSync(path.join(dist, name))]));
const zip = `drive-screening-${version}-site.zip`;
// A time that is the same wherever this is built, and another for other files: many servers tell a browser by the size and the time
// of a file whether it has changed.
const step = createHash('sha256').update(site['files.json']).digest().readUInt32BE() >>> 4;
writeFileSync(path.join(out, zip), zipSync(site, { mtime: new Date(1980, 0, 1, 0, 0, 2 * step), level: 9 }));
console.log(`${out}/${packed} and ${out}/${zip}`);

/** Every file of a folder, in order, but hidden ones. */
function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** What it was built from and with, and the SHA-256 of each file that files.json, which has those of the site, does not list. */
function provenance() {
  const { sha256 } = JSON.parse(readFileSync(path.join(npm, 'files.json'), 'utf8'));
  const said = (command, ...given) => run(command, ...given).split('\n')[0];
  const hash = (name) => createHash('sha256').update(readFileSync(path.join(npm, name))).digest('hex');
  return {
    version,
    commit: run('git', 'rev-parse', 'HEAD'),
    changed: run('git', 'status', '--porcelain') !== '',
    tools: {
      rustc: said('rustc', '--version'),
      trunk: said('trunk', '--version'),
      'wasm-bindgen': said('wasm-bindgen', '--version'),
      'wasm-opt': said('wasm-opt', '--version'),
      sass: said('sass', '--version'),
      node: process.version,
    },
    sha256: Object.fromEntries(files(npm).filter((name) => !(name in sha256)).map((name) => [name, hash(name)])),
  };
}
