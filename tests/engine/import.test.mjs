// Every door can be imported where there is no document, as servers that draw pages do: it defines nothing there.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../src/web/js');
const doors = readdirSync(folder).filter((name) => name.endsWith('.d.ts') && name !== 'types.d.ts');

// In a process of its own for each: engine.js stands beside what the build makes, and is tried there.
for (const name of doors.map((door) => door.replace('.d.ts', '.js')).filter((door) => door !== 'engine.js')) {
  test(`${name} is imported without a document`, () => {
    const address = JSON.stringify(pathToFileURL(path.join(folder, name)).href);
    const script = `const door = await import(${address}); console.log(Object.keys(door).join(), typeof customElements, typeof document);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim();
    assert.match(said, /^\w.* undefined undefined$/, said);
  });
}

test('the doors are known', () => assert.deepEqual(doors.sort(), ['embed.d.ts', 'engine.d.ts', 'error.d.ts', 'frame.d.ts']));
