// Loads each door of a deployment and prints what to mend. conformance.html says how; `window.conformance` has the same as
// data, `[{check, ok, says}]`, once it is done.
const copy = new URL(location.hash.slice(1) || './', location.href);
const list = document.getElementById('checks');
const doors = document.getElementById('doors');
const results = [];

/** Runs one check: what it gives is what it found; what it throws is what to mend. */
async function check(name, work) {
  let ok = true;
  let says;
  try {
    says = await limited(work());
  } catch (error) {
    ok = false;
    says = [error.message, error.next_step].filter(Boolean).join('; ');
  }
  results.push({ check: name, ok, says: says ?? '' });
  const item = document.createElement('li');
  item.textContent = `${ok ? 'Holds' : 'Mend'}: ${name}${says ? `. ${says}` : ''}`;
  list.append(item);
}

const limited = (work) => Promise.race([work, new Promise((_, no) => setTimeout(() => no(new Error('it took more than 30 seconds')), 30_000))]);
const must = (holds, says) => {
  if (!holds) throw new Error(says);
};

async function fetched(name) {
  const address = new URL(name, copy);
  const answer = await fetch(address, { cache: 'no-store' }).catch(() => undefined);
  must(answer, `${address} cannot be fetched: send Access-Control-Allow-Origin: ${location.origin} with it, and let connect-src of this page name ${copy.origin}`);
  must(answer.ok, `${address} gives ${answer.status}: put all files of the build up together`);
  return answer;
}

const names = {};
await check('the files of one build are there', async () => {
  const script = await (await fetched('embed.js')).text();
  Object.assign(names, JSON.parse(/const FILES = (\{[^}]*\});/.exec(script)?.[1] ?? '{}'));
  must(names.js, 'embed.js is not that of a build: use the one in dist');
  const needed = ['index.html', 'criteria.html', 'desk.html', 'error.js', 'theme.js', 'frame.js', 'framed.js', 'boot.js', 'offline.js', 'service_worker.js', 'programs.js', 'self_test.js', 'files.json', 'site.json', 'criteria.js', 'desk.js', 'composer.js', 'author.js', 'exporter.js', 'sealer.js', names.js, names.css];
  await Promise.all(needed.map(fetched));
  return `${needed.length} of them`;
});
for (const name of [names.wasm, 'criteria_bg.wasm', 'desk_bg.wasm', 'composer_bg.wasm', 'author_bg.wasm', 'exporter_bg.wasm', 'sealer_bg.wasm'].filter(Boolean)) {
  await check(`${name} is served as WebAssembly`, async () => {
    const type = (await fetched(name)).headers.get('Content-Type');
    must(type === 'application/wasm', `its Content-Type is ${type}: make it application/wasm`);
  });
}
if (copy.origin === location.origin) {
  for (const name of ['index.html', 'criteria.html', 'desk.html']) {
    await check(`${name} has the strict headers`, async () => {
      const { headers } = await fetched(name);
      const policy = headers.get('Content-Security-Policy') ?? '';
      must(policy, 'it has no Content-Security-Policy: the README has it');
      for (const part of ["default-src 'none'", "connect-src 'self'", "form-action 'none'", "base-uri 'none'", 'frame-ancestors']) must(policy.includes(part), `its Content-Security-Policy lacks ${part}`);
      must(/worker-src ('self' )?blob:/.test(policy), 'its Content-Security-Policy lacks worker-src blob:');
      must(!/unsafe-inline|'unsafe-eval'/.test(policy), 'its Content-Security-Policy lets in unsafe-inline or unsafe-eval');
      must(headers.get('X-Content-Type-Options') === 'nosniff', 'send X-Content-Type-Options: nosniff');
      must(headers.get('Referrer-Policy') === 'no-referrer', 'send Referrer-Policy: no-referrer');
      must(/no-store/.test(headers.get('Cache-Control')), `send Cache-Control: no-store with ${name}`);
    });
  }
  await check('names without a hash are asked for anew', async () => {
    for (const name of ['embed.js', 'programs.js', 'criteria.js', 'desk.js', 'service_worker.js', 'site.json']) must(/no-cache|no-store/.test((await fetched(name)).headers.get('Cache-Control')), `send Cache-Control: no-cache with ${name}`);
  });
}
await check('files are compressed', async () => {
  await fetched(names.wasm);
  const entry = performance.getEntriesByName(new URL(names.wasm, copy).href).findLast(({ transferSize }) => transferSize > 0);
  if (!entry) return 'the sizes of another origin are not told: look at the network panel';
  must(entry.encodedBodySize < 0.5 * entry.decodedBodySize, `${names.wasm} goes over the line as ${entry.encodedBodySize} bytes: turn brotli or gzip on for application/wasm`);
  return `${names.wasm} is ${Math.round(entry.encodedBodySize / 1000)} KB as sent`;
});

await check('the element draws, by its own sizes, and keeps what is done in it', async () => {
  await import(new URL('embed.js', copy).href);
  const element = document.createElement('drive-screening');
  element.setAttribute('shadow', 'open');
  element.setAttribute('name', 'Conformance');
  const heard = [];
  for (const type of ['progress', 'outcome', 'document', 'closed']) element.addEventListener(type, () => heard.push(type));
  for (const type of ['click', 'keydown', 'input', 'focusin']) document.addEventListener(type, ({ target }) => target === element && heard.push(type));
  const started = performance.now();
  doors.append(element);
  await element.ready;
  const took = Math.round(performance.now() - started);
  const heading = element.shadowRoot.querySelector('h1');
  const size = Number.parseFloat(getComputedStyle(heading).fontSize);
  must(size > 28 && size < 33, `its heading is ${size} px high, where 29 to 32 are meant: its styles did not come`);
  must(getComputedStyle(element).display === 'block', 'the page around hides it or lays it out anew');
  heading.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  heading.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true }));
  must(heard.length === 0, `the page around heard ${heard.join(', ')}`);
  element.remove();
  return `in ${took} ms`;
});
await check('the program that reads and writes starts', async () => {
  const element = document.createElement('drive-screening');
  const sheet = { format: 'answers/1', pack: 'none', screened_on: '2026-01-01', answers: {} };
  const prefilled = element.prefill(sheet, { system: 'Conformance' }).then(() => 'taken', ({ code }) => code);
  doors.append(element);
  await element.ready;
  const code = await prefilled;
  element.remove();
  must(code === 'sheet-other-pack', `it answered ${code}: worker-src of this page has to allow blob:`);
});
await check('a root that nobody asked to open is closed', async () => {
  const element = document.createElement('drive-screening');
  doors.append(element);
  await element.ready;
  must(element.shadowRoot === null, 'scripts of this page can enter it');
  element.remove();
});
await check('the frame draws and speaks to this page', async () => {
  if (copy.origin === location.origin) return 'Not tried: a frame of the same origin is no boundary. Put this page beside your own, and the copy on another origin';
  const { frame } = await import(new URL('frame.js', copy).href);
  const framed = frame(doors, { src: new URL('index.html', copy).href, name: 'Conformance' });
  await framed.ready;
  framed.remove();
  return 'It is of another origin: a boundary';
});
await check('the engine screens', async () => {
  const answer = await fetch(new URL('engine.js', copy), { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return 'It is not here: make package has it';
  const { engine } = await import(new URL('engine.js', copy).href);
  const result = (await engine()).screen({ format: 'answers/1', pack: 'default', screened_on: '2026-01-01', answers: {} });
  must(result.outcome === 'need_information', `no answers come to ${result.outcome}`);
});

const wrong = results.filter(({ ok }) => !ok).length;
document.getElementById('summary').textContent = wrong === 0 ? 'Everything holds.' : `${wrong} of ${results.length} to mend.`;
window.conformance = results;
