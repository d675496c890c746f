// The engine in Node: every vignette, criteria of a site's own, and what is wrong said as an error.
//
//   node --test tests/engine/        (ENGINE names the folder it was built into)
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (name) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const { DriveError, engine } = await import(pathToFileURL(path.join(process.env.ENGINE ?? path.join(root, 'engine'), 'engine.js')));
const drive = await engine();

/** Waits for an error of ours, or takes the one that is thrown. */
async function refused(work) {
  try {
    await work();
  } catch (error) {
    assert(error instanceof DriveError, error);
    assert(error.problems.length > 0 && error.code === error.problems[0].code && error.next_step.length > 0);
    return error;
  }
  assert.fail('nothing was refused');
}

test('every vignette decides as its case says', () => {
  const cases = read('tests/vignettes.json');
  assert.equal(cases.length, 28);
  for (const { id, sheet, expect } of cases) {
    const result = drive.screen(sheet);
    for (const key of ['outcome', 'possible', 'open', 'flags']) assert.deepEqual(result[key], expect[key], `${id} ${key}`);
    assert.equal(result.format, 'result/1');
    assert.equal(result.pack.id, sheet.pack);
    assert.match(result.pack.digest, /^[0-9a-f]{64}$/);
  }
});

test('the criteria that ship are those of the files, to the letter', async () => {
  assert.deepEqual(drive.names, readdirSync(path.join(root, 'src/core/pack/builtin/cases')).map((name) => name.replace('.json', '')).sort((a, b) => drive.names.indexOf(a) - drive.names.indexOf(b)));
  for (const name of drive.names) {
    const source = readFileSync(path.join(root, `src/core/pack/builtin/${name}.json`), 'utf8');
    // As text, and as an object.
    for (const pack of [source, JSON.parse(source)]) {
      const own = await drive.criteria(pack);
      assert.deepEqual(drive.identity(own), drive.identity(name));
      own.free();
    }
  }
});

test('criteria of a site of its own screen and are checked', async () => {
  const pack = {
    format: 'pack/1', id: 'ourtown', version: '1', extends: 'default',
    title: { en: 'Our Town', cy: 'Ein Tref' }, about: { en: 'From 16.', cy: 'O 16.' },
    settings: { minimum_age: 16 },
  };
  const own = await drive.criteria(pack);
  const [{ sheet }] = read('tests/vignettes.json').filter(({ sheet: { pack: name } }) => name === 'default');
  const result = drive.screen({ ...sheet, pack: 'ourtown' }, own);
  assert.equal(result.pack.id, 'ourtown');
  assert.notEqual(result.pack.digest, drive.identity().digest);
  const other = await refused(() => drive.screen(sheet, own));
  assert.equal(other.code, 'sheet-other-pack');
  own.free();
  const report = await drive.check('{"format":"pack/1"}').catch((error) => error);
  assert(report instanceof DriveError && report.problems.length > 3, 'every problem at once');
  const checked = await drive.check(pack, { day: '2026-11-27' });
  assert.deepEqual([checked.pack.id, checked.verdict, checked.criteria > 10], ['ourtown', 'sound', true]);
  assert((await drive.check(pack)).findings.every(({ severity, next_step }) => severity && next_step));
});

test('what is wrong is said, all of it, in the language asked for', async () => {
  const sheet = { format: 'answers/1', pack: 'default', screened_on: '2026-11-27', answers: { in_area: 'maybe', nowhere: 1, perpetrator_age: 1.5 } };
  const error = await refused(() => drive.screen(sheet));
  assert.deepEqual(error.problems.map(({ at }) => at).sort(), ['in_area', 'nowhere', 'perpetrator_age']);
  const welsh = await engine({ language: 'cy' });
  assert.notEqual((await refused(() => welsh.screen(sheet))).message, error.message);
  for (const wrong of [undefined, null, 'text', [], { pack: 'nowhere' }]) await refused(() => drive.screen(wrong));
  assert.equal((await refused(() => drive.screen({ pack: 'default' }))).code, 'sheet-missing');
  assert.equal((await refused(() => drive.screen({ ...sheet, answers: { in_area: () => 'yes' } }))).code, 'engine-not-json');
  assert.equal((await refused(() => drive.check({}, { day: 'tomorrow' }))).code, 'engine-no-such-date');
  assert.equal((await refused(() => drive.identity('nowhere'))).code, 'pack-unknown');
});

test('a sheet is of a day that has come, as behind every other door', async () => {
  const day = (ahead) => {
    const date = new Date();
    date.setDate(date.getDate() + ahead);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, '0')).join('-');
  };
  const sheet = (screened_on, answers = {}) => ({ format: 'answers/1', pack: 'default', screened_on, answers });
  for (const ahead of [-400, -1, 0]) assert.equal(drive.screen(sheet(day(ahead))).outcome, 'need_information');
  for (const ahead of [1, 400]) {
    const [problem, ...more] = (await refused(() => drive.screen(sheet(day(ahead))))).problems;
    assert.deepEqual([problem.code, problem.at, more.length], ['sheet-day-ahead', 'screened_on', 0]);
  }
  // What is of the referral alone goes by today, what is of the screening by its day.
  drive.screen(sheet(day(-7), { referral_completed_on: day(0) }));
  const codes = async (answers) => (await refused(() => drive.screen(sheet(day(-7), answers)))).problems.map(({ code }) => code);
  assert.deepEqual(await codes({ referral_completed_on: day(1) }), ['sheet-future-date']);
  assert.deepEqual(await codes({ dash_assessed_on: day(0) }), ['sheet-future-date']);
  assert.deepEqual(await codes({ marac_heard_on: '1999-01-01' }), ['sheet-date-too-early']);
});
