// The colours an integrator may set, and those that are refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../src/web/js/theme.js');
const { contrast, theme } = await import(`data:text/javascript,${encodeURIComponent(readFileSync(source, 'utf8'))}`);

const OWN = { '--accent': '#0b5666', '--pressed': '#083f4b', '--on': '#ffffff', '--paper': '#ffffff', '--ground': '#f6f4f0', '--panel': '#ffffff', '--soft': '#eaf3f4' };
const read = (colour) => (/^#[0-9a-f]{6}$/.test(colour) ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) : undefined);
const dressed = (asked) => theme((name) => asked[name] ?? '', (name) => OWN[name], read);

test('contrast is that of WCAG 2.2', () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([255, 255, 255], [255, 255, 255]), 1);
  assert.equal(contrast([119, 119, 119], [255, 255, 255]).toFixed(2), '4.48');
});

test('what can be read is taken', () => {
  const { set, refused } = dressed({ '--drive-accent': '#5a1478', '--drive-accent-pressed': '#330044' });
  assert.deepEqual(set, { '--accent': '#5a1478', '--pressed': '#330044' });
  assert.deepEqual(refused, []);
  assert.deepEqual(dressed({}), { set: {}, refused: [] });
});

test('what cannot is refused, with how far it is off', () => {
  const { set, refused } = dressed({ '--drive-accent': '#ffcc00', '--drive-accent-pressed': 'none' });
  assert.deepEqual(set, {});
  assert.deepEqual(refused.map(({ property, why, least }) => [property, why, least]), [['--drive-accent', 'contrast', 4.5], ['--drive-accent-pressed', 'no-colour', undefined]]);
  assert(refused[0].ratio < 1.6 && refused[0].ratio > 1);
});

test('words on a colour are read on that colour', () => {
  // Dark words would not be on the page's own dark accent.
  assert.equal(dressed({ '--drive-on-accent': '#111111' }).refused[0].property, '--drive-on-accent');
  // Nor light ones on an accent that is light: such an accent cannot stand on the page's light ground either.
  const { set, refused } = dressed({ '--drive-accent': '#99ccff', '--drive-on-accent': '#000000' });
  assert.deepEqual(set, {});
  assert.deepEqual(refused.map(({ property }) => property), ['--drive-accent', '--drive-on-accent']);
});
