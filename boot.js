// Starts the app. Until it has drawn something the page shows #boot: the word "Loading" and an explanation,
// #fallback, which index.html has open (for a browser that never runs this) and which is folded away here.
// #boot goes when the app adds its first element to the body. If the app cannot start, or is slow to, the
// explanation opens again. Nothing is logged.
const PATIENCE_MS = 10_000;

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

async function start() {
  const { js, wasm } = document.querySelector('script[data-js]').dataset;
  const app = await import(new URL(js, document.baseURI));
  await app.default({ module_or_path: new URL(wasm, document.baseURI) });
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
