// Runs the program that writes documents, in a worker. When it has started, everything it needs is here: what it
// could open a connection with, or keep something in, is taken away before it is given any answer.
import start from './documents.js';

const WAYS_OUT = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'importScripts',
  'Worker', 'BroadcastChannel', 'indexedDB', 'caches',
];

await start({ module_or_path: new URL('documents_bg.wasm', import.meta.url) });
for (const way of WAYS_OUT) Object.defineProperty(globalThis, way, { value: undefined });
