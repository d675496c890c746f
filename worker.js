// Runs a program in a worker: the one that composes documents, or with `#files` the one that writes PDF and Word files,
// which the first starts beside itself. When it has started, everything it needs is here: what it could open a connection
// with, or keep something in, is taken away before it is given any answer.
// No wait is without an end. A font that does not come in time leaves Word; a program that does not start in time leaves
// every other format.
const FONT_MS = 8_000;
const WRITER_MS = 10_000;
const FONTS = ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'];
const WAYS_OUT = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'importScripts',
  'Worker', 'SharedWorker', 'FontFace', 'BroadcastChannel', 'indexedDB', 'caches',
];

// Where whoever embeds the page asks who makes addresses of scripts: this does, of its own.
const policy = globalThis.trustedTypes?.createPolicy('drive-screening', { createScriptURL: (address) => address });
globalThis.driveWriter = () => {
  const address = `${location.href}#files`;
  const writer = new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
  const late = setTimeout(() => {
    writer.terminate();
    writer.dispatchEvent(new Event('error', { cancelable: true }));
  }, WRITER_MS);
  writer.addEventListener('message', () => clearTimeout(late), { once: true });
  return writer;
};

const name = location.hash === '#files' ? 'files' : 'documents';
// Without the fonts there is no PDF, but Word.
const load = async (font) => {
  const answer = await fetch(new URL(`fonts/${font}`, import.meta.url), { signal: AbortSignal.timeout(FONT_MS) });
  return answer.ok ? answer.arrayBuffer() : null;
};
const fonts = Promise.all((name === 'files' ? FONTS : []).map((font) => load(font).catch(() => null)));
const program = fetch(new URL(`${name}_bg.wasm`, import.meta.url));
const { default: start } = await import(`./${name}.js`);
globalThis.driveFonts = await fonts;
await start({ module_or_path: program });
for (const way of WAYS_OUT) Object.defineProperty(globalThis, way, { value: undefined });
