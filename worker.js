// Runs the program that writes documents, in a worker. When it has started, everything it needs is here: what it
// could open a connection with, or keep something in, is taken away before it is given any answer.
import start from './documents.js';

const FONTS = ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'];
const WAYS_OUT = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'importScripts',
  'Worker', 'BroadcastChannel', 'indexedDB', 'caches',
];

// Without the fonts there is no PDF, but every other format.
const load = async (name) => {
  const answer = await fetch(new URL(`fonts/${name}`, import.meta.url));
  return answer.ok ? answer.arrayBuffer() : null;
};
const fonts = Promise.all(FONTS.map((name) => load(name).catch(() => null)));
const program = fetch(new URL('documents_bg.wasm', import.meta.url));
const files = await fonts;
await start({ module_or_path: program });
globalThis.onmessage({ data: files });
for (const way of WAYS_OUT) Object.defineProperty(globalThis, way, { value: undefined });
