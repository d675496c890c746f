// Starts the programs beside the page, each in a worker: the composer, which makes documents, the exporter of PDF and Word
// files, which the composer starts beside itself, and the sealer, which locks files and opens them. Their files are fetched
// once, when the page is drawn, and kept in its memory: however often a program has to be started again, nothing is fetched,
// so the page's network can be shut to everything. The first is what most hangs on: over a poor line it has the line to itself.
//
// This same script stands behind that of each program in its worker, and starts it there. When it has started, what a program
// could open a connection with, or keep something in, is taken away before it is given any answer.
//
// No wait is without an end. A font that does not come in time leaves Word; a program that does not come in time leaves
// what the others do.
export const build = '';
/** The SHA-256 of what is fetched, where the build wrote it here: a file of another build is as good as not there. */
const SHA256 = {};
const FONT_MS = 8_000;
const EXPORTER_MS = 10_000;
const FETCHED_MS = 60_000;
const DRAWN_MS = 1_000;
const FONTS = ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'];
const WAYS_OUT = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'importScripts',
  'Worker', 'SharedWorker', 'FontFace', 'BroadcastChannel', 'indexedDB', 'caches',
];
const StartedWorker = globalThis.Worker;

/** A worker whose script may still be on its way: it is given what it was sent meanwhile once it starts. */
class Program extends EventTarget {
  onmessage = null;
  onerror = null;
  #worker;
  #waiting = [];
  #ended = false;

  /** `first` is what the worker is sent before everything else, of the parts that come. */
  constructor(parts, trusted, first) {
    super();
    parts.then((parts) => this.#start(parts, trusted, first)).catch(() => this.#fail());
  }

  #start(parts, trusted, first) {
    if (this.#ended) return;
    const address = URL.createObjectURL(new Blob([parts.script], { type: 'text/javascript' }));
    this.#worker = new StartedWorker(trusted(address), { type: 'module' });
    this.#worker.onmessage = ({ data }) => {
      URL.revokeObjectURL(address);
      this.#tell(new MessageEvent('message', { data }));
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail();
    };
    for (const message of [first(parts), ...this.#waiting.splice(0)]) this.#worker.postMessage(...message);
  }

  #fail() {
    this.#tell(new Event('error', { cancelable: true }));
  }

  #tell(event) {
    if (this.#ended) return;
    this.dispatchEvent(event);
    this[`on${event.type}`]?.(event);
  }

  postMessage(message, transfer = []) {
    if (this.#worker) this.#worker.postMessage(message, transfer);
    else this.#waiting.push([message, transfer]);
  }

  terminate() {
    this.#ended = true;
    this.#worker?.terminate();
  }
}

/** Settled after the page's first frame, so that nothing comes in its way; a page in the background draws none. */
function drawn() {
  return new Promise((resolve) => {
    setTimeout(resolve, DRAWN_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

async function read(file, as, signal) {
  // Nothing is asked for after the end, also where it came before this was asked for.
  if (signal.aborted) throw new Error(`${file}: stopped`);
  const address = new URL(file, import.meta.url);
  const integrity = SHA256[file] ?? '';
  const once = (cache) => fetch(address, { signal, integrity, cache });
  // The browser may have a file of another build, which the server calls unchanged where its size and time are the same.
  const answer = await once('default').catch((error) => (integrity && !signal.aborted ? once('reload') : Promise.reject(error)));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer[as]();
}

/** The text of this script, which cannot hold its own SHA-256. */
async function itself(signal) {
  const text = await read('programs.js', 'text', signal);
  if (!text.includes(`'${build}'`)) throw new Error('programs.js: another build');
  return text;
}

/** A font, or nothing where it does not come in time: without fonts there is no PDF, but Word. */
async function font(file, signal) {
  const late = new AbortController();
  const limit = setTimeout(() => late.abort(), FONT_MS);
  signal.addEventListener('abort', () => late.abort());
  try {
    if (signal.aborted) return null;
    return await read(`fonts/${file}`, 'arrayBuffer', late.signal);
  } catch {
    return null;
  } finally {
    clearTimeout(limit);
  }
}

/** What a program is made of, from beside this script, whose text is given. */
async function fetched(behind, name, signal, fonts = []) {
  const [own, after, bytes, ...files] = await Promise.all([
    read(`${name}.js`, 'text', signal),
    behind,
    read(`${name}_bg.wasm`, 'arrayBuffer', signal),
    ...fonts.map((file) => font(file, signal)),
  ]);
  return { script: `${own}\n${after}`, bytes, fonts: files };
}

/** The same, ready to be started. */
async function compiled(parts) {
  const { script, bytes, fonts } = await parts;
  return { script, module: await WebAssembly.compile(bytes), fonts };
}

/**
 * Fetches the programs once the page is drawn. `name` is that of the composer's files. `trusted` makes the address of a script,
 * where whoever embeds the page asks who does. Gives what starts the composer and the sealer; what tells of each program once
 * whether it is here; and what stops the fetching. What did not come stays away: the page's network may be shut by the time
 * that it is wanted again.
 */
export function programs(name, trusted = (address) => address) {
  const stopped = new AbortController();
  setTimeout(() => stopped.abort(), FETCHED_MS);
  const { signal } = stopped;
  const behind = drawn().then(() => itself(signal));
  let line = behind;
  // One after another over the line; what has come is compiled meanwhile.
  const next = (name, fonts) => {
    const parts = line.catch(() => {}).then(() => fetched(behind, name, signal, fonts));
    line = parts;
    return compiled(parts);
  };
  const composer = next(name);
  // The pages about the criteria lock nothing.
  const sealer = name === 'composer' ? next('sealer') : Promise.reject(new Error('not wanted'));
  const exporter = next('exporter', FONTS);
  const parts = { composer, sealer, exporter };
  for (const each of Object.values(parts)) each.catch(() => {});
  return {
    composer: () => {
      const { port1, port2 } = new MessageChannel();
      exporter.then((parts) => port1.postMessage(parts), () => port1.postMessage(null));
      return new Program(composer, trusted, ({ module }) => [{ module, exporter: port2 }, [port2]]);
    },
    sealer: () => new Program(sealer, trusted, ({ module }) => [{ module }]),
    arrived: (hears) => {
      for (const [name, each] of Object.entries(parts)) each.then(() => hears(name, true), () => hears(name, false));
    },
    stop: () => stopped.abort(),
  };
}

/** In a worker: starts the program whose script this stands behind. */
async function start() {
  const policy = globalThis.trustedTypes?.createPolicy('drive-screening', { createScriptURL: (address) => address });
  const trusted = (address) => policy?.createScriptURL(address) ?? address;
  const { data } = await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
  globalThis.driveFonts = data.fonts;
  if (data.exporter) globalThis.driveExporter = () => {
    const parts = new Promise((resolve, reject) => {
      data.exporter.onmessage = ({ data: parts }) => (parts ? resolve(parts) : reject(new Error('it did not come')));
    });
    const exporter = new Program(parts, trusted, ({ module, fonts }) => [{ module, fonts }]);
    const late = setTimeout(() => {
      exporter.terminate();
      exporter.onerror?.(new Event('error', { cancelable: true }));
    }, EXPORTER_MS);
    exporter.addEventListener('message', () => clearTimeout(late), { once: true });
    return exporter;
  };
  // The script before this one has it.
  await __wbg_init({ module_or_path: data.module });
  for (const way of WAYS_OUT) Object.defineProperty(globalThis, way, { value: undefined });
}

if (typeof __wbg_init === 'function') await start();
