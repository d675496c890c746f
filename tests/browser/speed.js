// Runs the programs beside the page in the page itself, where the browser can be slowed down, and measures them.
import startAuthor from './author.js';
import startComposer from './composer.js';
import startExporter from './exporter.js';
import startSealer from './sealer.js';

let replies = [];
const scope = globalThis;
scope.postMessage = (message) => replies.push(message);

/** Starts a program, and gives what it listens with. */
async function program(start, name) {
  await start({ module_or_path: fetch(new URL(`${name}_bg.wasm`, import.meta.url)) });
  const listens = scope.onmessage;
  scope.onmessage = null;
  return listens;
}

const fonts = ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'];
const font = async (name) => (await fetch(new URL(`fonts/${name}`, import.meta.url))).arrayBuffer();
scope.driveFonts = await Promise.all(fonts.map(font));
const exporter = await program(startExporter, 'exporter');
const [ready] = replies;
/** Of which build the programs are. They take messages of their own build alone, and those here come from another. */
const { build } = JSON.parse(ready[0]);

/** What the one program takes for the worker in which the other runs. Both answer at once. */
class Beside {
  constructor() {
    queueMicrotask(() => this.onmessage({ data: ready }));
  }

  postMessage(data) {
    const before = replies.length;
    exporter({ data });
    for (const reply of replies.splice(before)) this.onmessage({ data: reply });
  }
}
scope.driveExporter = () => new Beside();
const composer = await program(startComposer, 'composer');
const author = await program(startAuthor, 'author');
const sealer = await program(startSealer, 'sealer');

/** What only the composer of the page about the criteria does. */
const ABOUT_CRITERIA = ['report', 'cases', 'compare', 'edit_form', 'edit_summary'];

/** Hands the program something to do, some times over: the least time it took, the middle one and that which 95 of 100 stay below, in ms, and the head of the reply that came last. */
scope.measure = (data, times) => {
  const took = [];
  const head = JSON.parse(data[0]);
  const { request, job } = head;
  data[0] = JSON.stringify({ ...head, build });
  const worker = ABOUT_CRITERIA.includes(job) ? author : composer;
  // Both have the criteria; only one of them is measured.
  if (request === 'load') author({ data });
  for (let run = 0; run < times; run += 1) {
    replies = [];
    const from = performance.now();
    worker({ data });
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const reply = replies.map(([head]) => JSON.parse(head)).findLast(({ event }) => event === 'finished');
  return [took[0], took[Math.floor(times / 2)], took[Math.ceil(times * 0.95) - 1], reply ?? null];
};

/** Has the sealer do something, some times over, with a body that is given in base64 and gone after each: as above. */
scope.measureSealer = (head, body, times) => {
  const took = [];
  const message = JSON.stringify({ ...JSON.parse(head), build });
  for (let run = 0; run < times; run += 1) {
    const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
    replies = [];
    const from = performance.now();
    sealer({ data: [message, bytes] });
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const reply = replies.map(([head]) => JSON.parse(head)).findLast(({ event }) => event === 'finished');
  return [took[0], took[Math.floor(times / 2)], took[Math.ceil(times * 0.95) - 1], reply ?? null];
};
