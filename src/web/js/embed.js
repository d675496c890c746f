// <drive-screening>: a copy of the page as an element of another page. README, "In your own page".
//
// It draws in a shadow root of its own. What it says it says as events of the element: before the person has agreed
// that is `ready`, `closed` and `error`, none of which says anything about a case.
import { DriveError, failure } from './error.js';
import { programs } from './programs.js';
import { theme } from './theme.js';

// Written in by the build: files whose names have a hash of what is in them.
const FILES = { js: '', wasm: '', css: '' };

/** What a person does inside is not for the page around it. */
const KEPT_INSIDE = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend',
  'click', 'auxclick', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout',
  'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointercancel', 'pointerrawupdate',
  'gotpointercapture', 'lostpointercapture', 'touchstart', 'touchend', 'touchmove', 'touchcancel', 'wheel',
  'focusin', 'focusout', 'copy', 'cut', 'paste', 'drag', 'dragstart', 'dragend', 'dragenter', 'dragover', 'dragleave',
  'drop', 'change', 'select', 'selectstart', 'submit', 'reset', 'toggle', 'scroll',
];
const EVENTS = ['ready', 'progress', 'outcome', 'document', 'closed'];
const TOO_LATE = ['embed-too-late', 'answers are taken before the screening is drawn only', 'call prefill() in the same turn that puts the element into the page'];
const NOT_ALONE = ['embed-root', 'the element has a shadow root that is not its own', 'leave attachShadow and <template shadowrootmode> away from it'];
const ENDED = ['embed-ended', 'the element was removed from the page', 'put it back, or wait for "ready" before you remove it'];

const beside = (name) => new URL(name, import.meta.url);

let policy;
/** Where a page asks who makes HTML and addresses of scripts: this does, of its own. */
function trusted() {
  if (policy !== undefined || !globalThis.trustedTypes) return policy;
  try {
    const same = (text) => text;
    policy = trustedTypes.createPolicy('drive-screening', { createHTML: same, createScriptURL: same });
  } catch (cause) {
    throw failure('embed-policy', 'this page does not let the policy be made that it asks for',
      'add drive-screening to "trusted-types" of the page\'s Content-Security-Policy', cause);
  }
  return policy;
}

async function text(address) {
  const answer = await fetch(address, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/** How long files beside this one may take, so that a page around hears of those that never come. */
const PATIENCE_MS = 30_000;

/** What comes of a promise, or a refusal when that takes too long. */
function limited(promise) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`nothing came in ${PATIENCE_MS / 1000} seconds`)), PATIENCE_MS));
  return Promise.race([promise, late]);
}

/** What starts the programs beside the page, once for all elements. */
let started;
let program;
/** The program and its styles, once for all elements of a page. */
function load() {
  program ??= (async () => {
    trusted();
    const loaded = async () => {
      const page = await import(beside(FILES.js).href);
      await page.default({ module_or_path: beside(FILES.wasm) });
      return page;
    };
    const [page, css] = await limited(Promise.all([loaded(), text(beside(FILES.css))]));
    started ??= programs('composer', (address) => trusted()?.createScriptURL(address) ?? address);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return { page, sheet };
  })().catch((cause) => {
    program = undefined;
    throw cause instanceof DriveError ? cause : failure('embed-not-loaded', 'the files beside embed.js did not load',
      'open conformance.html of this copy from your page\'s address: it says which header or file is missing', cause);
  });
  return program;
}

/** What a copy is set up with, as `boot.js` has it: the texts of two files, or a status in place of each. */
async function given(site) {
  const fetched = async (address) => {
    try {
      const answer = await fetch(address, { cache: 'no-cache', credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) });
      return answer.ok ? await answer.text() : answer.status;
    } catch {
      return 0;
    }
  };
  const file = await fetched(site);
  let pack;
  try {
    ({ pack } = JSON.parse(file));
  } catch {
    // The program says what is wrong with it.
  }
  const named = typeof pack === 'string' && /^(?!\.)[\w.-]+\.json$/.test(pack);
  return { site: file, pack: named ? await fetched(new URL(pack, site)) : 0 };
}

/** Where there is no document, as on a server that draws pages, importing this defines nothing and breaks nothing. */
const Element = globalThis.HTMLElement ?? class {};

class DriveScreening extends Element {
  static observedAttributes = ['lang'];
  // A closed root would be open by way of them: `attachInternals().shadowRoot`.
  static disabledFeatures = ['internals'];
  #root;
  #page;
  #mounted;
  #ready;
  #prefill;
  /** Between its start, or a move, and its removal. */
  #running = false;
  /** Too late for answers of another system. */
  #drawn = false;
  #dressed = [];
  #ended;
  /** Counts its starts: one that was ended draws nothing any more. */
  #turn = 0;

  /** Settled when the element has drawn, with what `ready` says. */
  get ready() {
    this.#ready ??= promised();
    return this.#ready.promise;
  }

  /**
   * Answers of your own system, as an answer sheet, which the person sees as not confirmed yet. Before `ready` only.
   * Settled with what was left out; refused with every problem of the sheet.
   */
  prefill(sheet, { system, signal } = {}) {
    if (this.#drawn) return Promise.reject(failure(...TOO_LATE));
    if (signal?.aborted) return Promise.reject(signal.reason);
    const promise = promised();
    const prefill = { system: typeof system === 'string' ? system : '', sheet: typeof sheet === 'string' ? sheet : JSON.stringify(sheet), promise };
    signal?.addEventListener('abort', () => {
      if (this.#prefill === prefill && !this.#drawn) this.#prefill = undefined;
      promise.reject(signal.reason);
    });
    this.#prefill?.promise.reject(failure(...TOO_LATE));
    this.#prefill = prefill;
    return promise.promise;
  }

  /** The next message of a type. */
  next(type, { signal } = {}) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const { promise, resolve, reject } = promised();
    this.addEventListener(type, (event) => resolve(event.detail), { once: true, signal });
    signal?.addEventListener('abort', () => reject(signal.reason));
    return promise;
  }

  connectedCallback() {
    if (!this.#running) this.#start();
  }

  disconnectedCallback() {
    // Moved, it comes back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(_, before, now) {
    if (before !== now && now) this.#mounted?.speak(now);
  }

  async #start() {
    const turn = ++this.#turn;
    this.#running = true;
    this.#ended = new AbortController();
    try {
      this.#attach();
    } catch (error) {
      this.#refused(error);
      return;
    }
    this.#say('status', ['en', 'Loading'], ['cy', 'Yn llwytho']);
    try {
      const site = new URL(this.getAttribute('site') ?? beside('site.json').href, document.baseURI);
      const [{ page, sheet }, drive] = await Promise.all([load(), given(site)]);
      if (turn !== this.#turn) return;
      this.#root.adoptedStyleSheets = [sheet];
      this.#dress();
      // What can be read on the page's own colours by day may not be by night.
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#dress(), { signal: this.#ended.signal });
      this.#page.replaceChildren();
      this.#page.removeAttribute('role');
      this.#drawn = true;
      this.#mounted = page.mount(this.#page, {
        given: { ...drive, prefill: this.#prefill && { system: this.#prefill.system, sheet: this.#prefill.sheet } },
        guest: true,
        // The page is somebody else's.
        shut: () => false,
        // With settings of another place the criteria there may be others.
        folder: site.href === beside('site.json').href ? beside('.').href : undefined,
        lang: this.getAttribute('lang') ?? undefined,
        name: this.getAttribute('name') ?? undefined,
        programs: started,
        fill: (element, html) => (element.innerHTML = trusted()?.createHTML(html) ?? html),
        tell: (message, bytes) => this.#heard(JSON.parse(message), bytes),
      });
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
    }
  }

  #end() {
    this.#running = false;
    this.#turn += 1;
    this.#ended.abort();
    this.#mounted?.unmount();
    this.#mounted?.free();
    this.#mounted = undefined;
    this.#page?.replaceChildren();
    this.#drawn = false;
    const waiting = [this.#ready, this.#prefill?.promise];
    this.#ready = this.#prefill = undefined;
    for (const promise of waiting) promise?.reject(failure(...ENDED));
  }

  #attach() {
    if (this.#root) return;
    const mode = this.getAttribute('shadow') === 'open' ? 'open' : 'closed';
    let root;
    try {
      root = this.attachShadow({ mode });
    } catch {
      // It has one.
    }
    // Where one stood in the page's HTML, some browsers give that, open as it is.
    if (root?.mode !== mode) throw failure(...NOT_ALONE);
    this.#root = root;
    for (const type of KEPT_INSIDE) this.#root.addEventListener(type, (event) => event.stopPropagation());
    this.#page = document.createElement('div');
    this.#page.className = 'ds-page notranslate';
    this.#page.translate = false;
    // Some browsers ask a server how what is typed may go on.
    this.#page.setAttribute('writingsuggestions', 'false');
    this.#root.append(this.#page);
  }

  /** A few words before the program is there, or in its place. */
  #say(role, ...words) {
    this.#page.replaceChildren(...words.map(([lang, said]) => {
      const paragraph = document.createElement('p');
      paragraph.lang = lang;
      paragraph.textContent = said;
      return paragraph;
    }));
    this.#page.setAttribute('role', role);
  }

  /** Takes the colours the integrator set, but for those that nobody could read. */
  #dress() {
    for (const name of this.#dressed) this.#page.style.removeProperty(name);
    const style = getComputedStyle(this);
    const inside = getComputedStyle(this.#page);
    const probe = document.createElement('span');
    this.#page.append(probe);
    const read = (colour) => {
      probe.style.color = '';
      probe.style.color = colour;
      const parts = probe.style.color && getComputedStyle(probe).color.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)\)$/);
      return parts ? parts.slice(1).map(Number) : undefined;
    };
    const { set, refused } = theme((name) => style.getPropertyValue(name), (name) => inside.getPropertyValue(name), read);
    probe.remove();
    for (const [name, value] of Object.entries(set)) this.#page.style.setProperty(name, value);
    this.#dressed = Object.keys(set);
    for (const { property, value, why, ratio, least } of refused) {
      const says = why === 'contrast' ? `${ratio} to 1 in contrast, where ${least} is needed` : 'no opaque colour';
      this.#tell('error', failure('embed-theme', `${property}: ${value} is ${says}`, 'choose another; until then the page keeps its own'));
    }
  }

  #heard(message, bytes) {
    const { type, ...detail } = message;
    if (type === 'prefill') return this.#prefilled(detail);
    if (type === 'error') return this.#refused(new DriveError(detail.problems));
    if (!EVENTS.includes(type)) return;
    if (type === 'ready') {
      void this.ready;
      this.#ready.resolve(detail);
    }
    if (type === 'document') detail.bytes = bytes;
    this.#tell(type, detail);
  }

  #prefilled({ left_out, problems }) {
    const promise = this.#prefill?.promise;
    this.#prefill = undefined;
    if (problems) promise?.reject(new DriveError(problems));
    else promise?.resolve({ left_out });
  }

  #failed(cause) {
    const error = cause instanceof DriveError ? cause : failure('embed-failed', 'the screening could not start', 'load the page again', cause);
    this.#say('alert',
      ['en', 'The screening did not start. If someone is in immediate danger, call 999. Nothing you did here has been sent or kept. Make the referral on the local Drive team\'s paper form in the usual way.'],
      ['cy', 'Ni chychwynnodd y sgrinio. Os oes rhywun mewn perygl uniongyrchol, ffoniwch 999. Does dim byd a wnaethoch yma wedi\'i anfon na\'i gadw. Gwnewch yr atgyfeiriad ar ffurflen bapur y tîm Drive lleol yn y ffordd arferol.']);
    this.#refused(error);
  }

  #refused(error) {
    void this.ready;
    this.#ready.reject(error);
    this.#prefill?.promise.reject(error);
    this.#tell('error', error);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** A promise to settle from outside, which nobody has to wait for. */
function promised() {
  const promised = {};
  promised.promise = new Promise((resolve, reject) => Object.assign(promised, { resolve, reject }));
  promised.promise.catch(() => {});
  return promised;
}

// A second copy of this script finds the element defined.
if (globalThis.customElements && !customElements.get('drive-screening')) customElements.define('drive-screening', DriveScreening);

export { DriveError, DriveScreening };
