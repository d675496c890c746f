// Starts the page. Until it has drawn something the page shows #boot: the word "Loading" and an explanation,
// #fallback, which index.html has open (for a browser that never runs this) and which is folded away here.
// #boot goes when the page adds its first element to the body. If the page cannot start, or is slow to, the
// explanation opens again. Nothing is logged.
import { SHUT, shut } from './network.js';

// All files of a build say the same here: those of another are not taken (kept.mjs).
const build = '';

const PATIENCE_MS = 10_000;
const PROGRAMS_MS = 5_000;

const boot = document.getElementById('boot');
const loading = document.getElementById('loading');
const fallback = document.getElementById('fallback');
const here = new Set(document.body.children);
const drawn = new MutationObserver(settle);
const late = setTimeout(() => (fallback.open = true), PATIENCE_MS);
let ready = false;

function settle() {
  if (!ready || ![...document.body.children].some((child) => !here.has(child))) return;
  drawn.disconnect();
  stopWaiting();
  boot.remove();
}

function fail() {
  stopWaiting();
  loading.remove();
  fallback.open = true;
  fallback.querySelector('h1').focus();
}

function stopWaiting() {
  clearTimeout(late);
  removeEventListener('error', fail);
  removeEventListener('unhandledrejection', fail);
}

/** The text of a file beside this page, or the status that came in its place: 0 where nothing came at all. */
async function beside(name) {
  try {
    const answer = await fetch(new URL(name, document.baseURI), { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.text() : answer.status;
  } catch {
    return 0;
  }
}

/** What this copy is set up with: site.json, and the pack it names where that is a file. The app reads both. */
async function given() {
  const site = await beside('site.json');
  let name;
  try {
    name = JSON.parse(site).pack;
  } catch {
    // The app says what is wrong with it.
  }
  // Whatever stands there in place of a text, the page says so.
  const file = typeof name === 'string' && /^(?!\.)[\w.-]+\.json$/.test(name);
  return { site, pack: file ? await beside(name) : 0 };
}

/** A script of the same build beside this page, or something in its place where it does not come in time. */
function script(name, milliseconds, otherwise) {
  const late = new Promise((resolve) => setTimeout(resolve, milliseconds, otherwise));
  return Promise.race([import(new URL(name, document.baseURI)).then(same), late]);
}

/** Files are replaced one after another: what came of another build is as good as not there. */
function same(other) {
  if (other.build !== build) throw new Error('another build');
  return other;
}

/** What the page around this one says, if there is one that site.json allows; nothing if that does not come in time. */
async function around(drive) {
  const { around } = await script('framed.js', PATIENCE_MS, { around: () => ({}) });
  return around((await drive).site);
}

/** The script that starts the programs beside the page. If it does not come in time the page goes on, and says so. */
function starter() {
  const fail = () => {
    throw new Error('programs.js did not come');
  };
  const arrived = (hears) => ['composer', 'sealer', 'exporter'].forEach((name) => hears(name, false));
  const none = { programs: () => ({ composer: fail, sealer: fail, arrived, stop: () => {} }) };
  return script('programs.js', PROGRAMS_MS, none).catch(() => none);
}

/** The self-test, where the address asks for it: it begins to look at every file while that can be fetched. */
async function testing() {
  const test = /^#self-test\b/.test(location.hash) && (await script('self_test.js', PROGRAMS_MS).catch(() => {}));
  return test?.selfTest?.(SHUT);
}

async function start() {
  // Where a pack was changed before it had a page of its own.
  if (location.hash === '#criteria') return location.replace(new URL('criteria.html#edit', document.baseURI));
  const { js, wasm, composer, integrity } = same(document.querySelector('script[data-js]').dataset);
  const loaded = async () => {
    const page = await import(new URL(js, document.baseURI));
    // Where the names of the program do not say what is in its files.
    if (integrity) same(page);
    await page.default({ module_or_path: fetch(new URL(wasm, document.baseURI), { integrity }) });
    return page;
  };
  const drive = given();
  const [page, settings, host, { programs }, test] = await Promise.all([loaded(), drive, parent === window ? {} : around(drive), starter(), testing()]);
  let keep;
  // Asked for before anything can shut the network.
  if (parent === window) script('offline.js', PATIENCE_MS).then(({ offline }) => (keep = offline(settings.site, !integrity))).catch(() => {});
  const mounted = page.mount(document.body, {
    given: { ...settings, prefill: host.prefill },
    guest: false,
    // What the browser keeps it fetches last, and is told to before it may fetch nothing.
    shut: () => (keep?.(), shut()),
    selfTest: test,
    folder: new URL('.', document.baseURI).href,
    programs: programs(composer),
    fill: (element, html) => (element.innerHTML = html),
    // Pages about the criteria are opened in the language of the page that leads there.
    lang: host.lang ?? /^#[\w-]+\/(\w+)$/.exec(location.hash)?.[1],
    name: host.name,
    tell: host.tell,
    agreed: host.agreed,
  });
  mounted?.keep();
  ready = true;
  settle();
}

fallback.open = false;
loading.hidden = false;
addEventListener('error', fail);
addEventListener('unhandledrejection', fail);
drawn.observe(document.body, { childList: true });
if (typeof WebAssembly === 'object') start().catch(fail);
else fail();
