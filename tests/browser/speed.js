// Runs the program that writes documents in the page itself, where the browser can be slowed down, and measures it.
import start from './documents.js';

// It is measured without the program that writes PDF and Word files, which is started by the address of a worker.
globalThis.Worker = undefined;
let replies = [];
globalThis.postMessage = (message) => replies.push(message);
await start({ module_or_path: fetch(new URL('documents_bg.wasm', import.meta.url)) });
const program = globalThis.onmessage;
globalThis.onmessage = null;

/** Hands the program something to do, some times over: the least and the middle time it took, in ms, and what came last. */
globalThis.measure = (data, times) => {
  const took = [];
  for (let run = 0; run < times; run += 1) {
    replies = [];
    const from = performance.now();
    program({ data });
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const reply = replies.at(-1);
  return [took[0], took[Math.floor(times / 2)], reply ? Array.from(reply, (part) => (typeof part === 'string' ? part : (part?.length ?? part))) : null];
};
