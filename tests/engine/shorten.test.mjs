// A program and its script with short names between them: the engine of integrators, which is built with the long ones, does the
// same with short ones.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { shorten } from '../../src/web/js/shorten.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const engine = process.env.ENGINE ?? path.join(root, 'engine');
const program = readFileSync(path.join(engine, 'engine_core_bg.wasm'));
const script = readFileSync(path.join(engine, 'engine_core.js'), 'utf8');

test('a program with short names does the same', async () => {
  const short = shorten(program, script);
  const module = new WebAssembly.Module(short.program);
  const names = [...WebAssembly.Module.imports(module), ...WebAssembly.Module.exports(module)].map(({ name }) => name);
  assert.ok(names.includes('memory'));
  assert.deepEqual(names.filter((name) => name !== 'memory' && !/^\$[0-9a-z]{1,3}$/.test(name)), []);
  assert.equal(new Set(names).size, names.length);
  assert.ok(short.program.length < program.length);
  const file = /[\w-]\/[\w-]+\.rs\b/;
  assert.match(Buffer.from(program).toString('latin1'), file);
  assert.doesNotMatch(Buffer.from(short.program).toString('latin1'), file, 'the file of a line that could panic');

  const folder = mkdtempSync(path.join(tmpdir(), 'short-'));
  const files = [[program, script], [short.program, short.script]].map(([wasm, js], at) => {
    const file = path.join(folder, `engine_${at}.mjs`);
    writeFileSync(file, js);
    return [wasm, pathToFileURL(file)];
  });
  const said = [];
  for (const [wasm, url] of files) {
    const { default: start, Criteria } = await import(url);
    await start({ module_or_path: wasm });
    said.push(Criteria.names());
  }
  assert.deepEqual(said[1], said[0]);
  assert.ok(said[0].length > 0);
});

test('a script of another program is refused', () => {
  assert.throws(() => shorten(program, script.replaceAll('__wbindgen_init_externref_table', 'another')), /0 times/);
});
