// Every door as the guide shows it, held against the types.
import { DriveError, DriveScreening, engine, frame } from 'drive-screening';
import type { AnswerSheet, Outcome, Result } from 'drive-screening';

const sheet: AnswerSheet = { format: 'answers/1', pack: 'default', screened_on: '2026-11-27', answers: { in_area: 'yes' } };

export async function element(into: Element, signal: AbortSignal): Promise<Uint8Array> {
  const made = document.createElement('drive-screening');
  made.setAttribute('name', 'Our case system');
  const prefilled = made.prefill(sheet, { system: 'Our case system', signal });
  into.append(made);
  const { languages } = await made.ready;
  const { left_out } = await prefilled;
  console.log(languages.includes('cy'), left_out.map(({ code, next_step }) => `${code}: ${next_step}`));
  made.addEventListener('outcome', ({ detail }) => told(detail));
  made.addEventListener('error', ({ detail }) => console.log(detail.code, detail.problems.length));
  const { bytes } = await made.next('document', { signal });
  return bytes;
}

export async function framed(into: Element): Promise<void> {
  const made = frame(into, { src: 'https://drive.example/index.html', name: 'Our case system', lang: 'cy', prefill: { system: 'x', sheet } });
  try {
    await made.ready;
    made.addEventListener('document', ({ detail }) => console.log(detail.part, detail.bytes.length));
  } catch (error) {
    if (error instanceof DriveError) console.log(error.code, error.next_step);
  } finally {
    made.remove();
  }
}

export async function alone(pack: object): Promise<Result> {
  const drive = await engine({ language: 'cy' });
  const own = await drive.criteria(pack);
  const result = drive.screen(sheet, own);
  own.free();
  const { findings, verdict } = await drive.check(pack, { day: '2026-11-27' });
  console.log(verdict, findings.length, drive.identity('min16').digest, result.would_change[0]?.sets.length);
  return drive.screen(sheet);
}

function told(outcome: Outcome): void {
  console.log(outcome.outcome, outcome.possible, outcome.flags);
}

// @ts-expect-error: no such event
void new DriveScreening().next('answers');
// @ts-expect-error: a sheet has answers
void alone({}).then(() => engine()).then((drive) => drive.screen({ format: 'answers/1' }));
