// The page in a frame of another page: the door for a host that is trusted less than the person, as long as the frame
// comes from another origin than the page around it. README, "In your own page".
//
// The two speak through a channel of their own, which the frame opens only to a page that its site.json allows ("embed").
import { DriveError, failure } from './error.js';

/** The version of the messages; both sides say it. */
const DRIVE = 1;
const EVENTS = ['ready', 'progress', 'outcome', 'document', 'closed'];
const SANDBOX = 'allow-scripts allow-same-origin allow-downloads allow-modals allow-forms';
/** How tall the frame is while this page may be told nothing: its contents' height would tell what was answered. It scrolls. */
const UNTOLD = '100vh';
const SMALLEST = 200;
const LARGEST = 30_000;
const REFUSED = ['embed-not-allowed', 'the frame did not speak to this page', 'add this page\'s origin to "embed" in the site.json of that copy, and to frame-ancestors in its headers'];
const PATIENCE_MS = 20_000;

/**
 * Puts a frame with the page into an element.
 *
 * @param {Element} into
 * @param {{src?: string, name?: string, lang?: string, title?: string, prefill?: {system: string, sheet: object | string},
 *   signal?: AbortSignal}} options `name` is what the person knows this page
 *   by: without it they are not asked, and this page is told nothing of the screening
 */
export function frame(into, options = {}) {
  return new DriveFrame(into, options);
}

export class DriveFrame extends EventTarget {
  /** Messages that were none of ours. */
  dropped = 0;
  #iframe;
  #origin;
  #options;
  #port;
  #ended = new AbortController();
  #settle = {};
  /** Settled when the page has drawn. */
  ready;
  /** Settled with what was left out of the answers given; refused with every problem of the sheet. */
  prefilled;

  constructor(into, options) {
    super();
    this.#options = options;
    this.ready = this.#promise('ready');
    this.prefilled = options.prefill ? this.#promise('prefilled') : Promise.resolve({ left_out: [] });
    const src = new URL(options.src ?? './index.html', options.src ? document.baseURI : import.meta.url);
    this.#origin = src.origin;
    addEventListener('message', (event) => this.#hello(event), { signal: this.#ended.signal });
    options.signal?.addEventListener('abort', () => this.remove(), { signal: this.#ended.signal });
    const iframe = document.createElement('iframe');
    iframe.sandbox = SANDBOX;
    iframe.title = options.title ?? 'Drive screening';
    iframe.referrerPolicy = 'no-referrer';
    iframe.style.cssText = 'display: block; width: 100%; border: 0; color-scheme: auto';
    iframe.style.height = UNTOLD;
    iframe.src = src.href;
    this.#iframe = iframe;
    into.append(iframe);
    const late = setTimeout(() => this.#fail(failure(...REFUSED)), PATIENCE_MS);
    this.ready.then(() => clearTimeout(late), () => clearTimeout(late));
  }

  /** Takes the frame away, with everything in it. */
  remove() {
    this.#ended.abort();
    this.#port?.close();
    this.#iframe.remove();
    this.#fail(failure('embed-ended', 'the frame was removed', 'make another'));
  }

  /** The next message of a type. */
  next(type, { signal } = {}) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      this.addEventListener(type, (event) => resolve(event.detail), { once: true, signal });
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  }

  /** How many messages the page inside was sent that it did not take. */
  droppedInside() {
    const promise = this.#promise('dropped');
    if (this.#port) this.#port.postMessage({ type: 'dropped' });
    else this.#settle.dropped.reject(failure(...REFUSED));
    return promise;
  }

  /** The frame says that it is there: it gets one end of a channel, and what this page wants it to know. */
  #hello({ source, origin, data }) {
    if (source !== this.#iframe?.contentWindow) return;
    if (origin !== this.#origin || data?.drive !== DRIVE || data.type !== 'here') {
      this.dropped += 1;
      return;
    }
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data: message }) => this.#heard(message);
    const { name, lang, prefill } = this.#options;
    const sheet = prefill && (typeof prefill.sheet === 'string' ? prefill.sheet : JSON.stringify(prefill.sheet));
    const hello = {
      drive: DRIVE,
      type: 'hello',
      ...(typeof name === 'string' && name && { name }),
      ...(typeof lang === 'string' && lang && { lang }),
      ...(prefill && { prefill: { system: typeof prefill.system === 'string' ? prefill.system : '', sheet } }),
    };
    source.postMessage(hello, this.#origin, [port2]);
  }

  #heard(message) {
    const { type, ...detail } = typeof message === 'object' && message !== null ? message : {};
    if (type === 'size' && Number.isFinite(detail.height)) {
      this.#iframe.style.height = `${Math.min(LARGEST, Math.max(SMALLEST, detail.height))}px`;
    } else if (type === 'untold') {
      this.#iframe.style.height = UNTOLD;
    } else if (type === 'top') {
      // A new page inside: its beginning is where the person goes on.
      if (this.#iframe.getBoundingClientRect().top < 0) this.#iframe.scrollIntoView();
    } else if (type === 'prefill') {
      if (detail.problems) this.#settle.prefilled?.reject(new DriveError(detail.problems));
      else this.#settle.prefilled?.resolve({ left_out: detail.left_out });
    } else if (type === 'error') {
      this.#fail(new DriveError(detail.problems));
    } else if (type === 'dropped') {
      this.#settle.dropped?.resolve(detail.dropped);
    } else if (EVENTS.includes(type)) {
      if (type === 'ready') this.#settle.ready.resolve(detail);
      this.dispatchEvent(new CustomEvent(type, { detail }));
      // The frame cannot take the person away from the page around it.
      if (type === 'closed' && typeof detail.exit === 'string' && /^https?:\/\//.test(detail.exit)) location.replace(detail.exit);
    } else {
      this.dropped += 1;
    }
  }

  #fail(error) {
    for (const { reject } of Object.values(this.#settle)) reject(error);
  }

  #promise(name) {
    const promise = new Promise((resolve, reject) => (this.#settle[name] = { resolve, reject }));
    promise.catch(() => {});
    return promise;
  }
}

export { DriveError };
