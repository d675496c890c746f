// Has the browser keep the page's own files (service_worker.js), and offers another version of them once all of it is here. It is
// never taken by itself: only where somebody presses for it, on the start page, before anything was begun. boot.js loads this
// once the page is drawn. Whatever the browser refuses here, the page goes on without it. That a page starts has the browser look
// for another version by itself.
export const build = '';

const USE_MS = 10_000;
const WORDS = {
  en: {
    ready: 'A new version of this page is ready.',
    use: 'Use the new version',
    others: 'This page is open in other tabs or windows. Close them first, then press again.',
    late: 'The new version has not started. Load this page again.',
  },
  cy: {
    ready: "Mae fersiwn newydd o'r dudalen hon yn barod.",
    use: "Defnyddio'r fersiwn newydd",
    others: 'Mae\'r dudalen hon ar agor mewn tabiau neu ffenestri eraill. Caewch nhw yn gyntaf, yna pwyswch eto.',
    late: 'Nid yw\'r fersiwn newydd wedi cychwyn. Llwythwch y dudalen hon eto.',
  },
};

let offered = false;
const folder = new URL('./', document.baseURI).href;

/**
 * `site` is the text of site.json, or a number where none came; `offers` whether this is the page of a referral: the others have no
 * start page on which nothing is typed. Gives what is to be called just before
 * the page's network is shut: by then the page has what it needs, and does not share the line with what is kept for another day.
 */
export function offline(site, offers) {
  const wanted = isWanted(site);
  if (!isSecureContext || !navigator.serviceWorker || wanted === undefined) return undefined;
  if (!wanted) {
    forget().catch(() => {});
    return undefined;
  }
  if (offers) navigator.serviceWorker.getRegistration(folder).then(offer).catch(() => {});
  return () => keep(offers).catch(() => {});
}

/** What site.json says, or nothing where it cannot be read: then all stays as it is. */
function isWanted(site) {
  try {
    return JSON.parse(site).offline !== false;
  } catch {
    return undefined;
  }
}

/** The registration and what it kept are removed, also where an earlier visit made them. */
async function forget() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (registration.scope === folder) await registration.unregister();
  }
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (name.startsWith(`drive-screening ${folder} `)) await caches.delete(name);
  }
}

/** All that the page's policy could stop is asked at once: it is shut when this returns. */
async function keep(offers) {
  const address = new URL('service_worker.js', folder).href;
  const registration = await navigator.serviceWorker.register(address, { scope: folder, updateViaCache: 'none' });
  if (offers) offer(registration);
}

/** Offers a version that is ready, or gets ready, for as long as nobody has left the start page. */
function offer(registration) {
  if (!registration || offered) return;
  offered = true;
  // Number 0 of the history that the page keeps is the start page, and every other page of it has a higher one. Whoever has left
  // it once may have typed something, also where they are back.
  let isOver = false;
  let shown;
  const hasBegun = () => (isOver ||= history.state !== 0);
  const look = () => {
    if (hasBegun()) {
      watch.disconnect();
      shown?.element.remove();
    } else if (shown) shown.say();
    else if (registration.waiting && registration.active) {
      shown = line(registration, hasBegun);
      document.querySelector('main').before(shown.element);
    }
  };
  // The page is drawn anew before it adds to the history.
  const watch = new MutationObserver(() => setTimeout(look));
  watch.observe(document.body, { childList: true, subtree: true });
  const found = () => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', found);
  found();
  look();
}

/** The line with its button. `say` puts it in the language of the page. */
function line(registration, hasBegun) {
  const make = (tag, className, ...inside) => {
    const made = Object.assign(document.createElement(tag), { className });
    made.append(...inside);
    return made;
  };
  const text = make('p', 'govuk-body');
  const button = make('button', 'govuk-button govuk-button--secondary');
  button.type = 'button';
  const note = make('p', 'govuk-body');
  note.role = 'status';
  const element = make('aside', 'govuk-inset-text', text, button, note);
  let answer = 'none';
  const write = (at, words) => at.textContent === words || (at.textContent = words);
  const say = () => {
    const words = WORDS[document.documentElement.lang] ?? WORDS.en;
    write(text, words.ready);
    write(button, words.use);
    write(note, words[answer] ?? '');
    if (element.ariaLabel !== words.ready) element.ariaLabel = words.ready;
  };
  button.addEventListener('click', async () => {
    const worker = registration.waiting;
    if (hasBegun()) return;
    answer = 'none';
    say();
    answer = worker ? await use(worker) : 'used';
    // Nothing that was begun meanwhile is lost: this page is whole in its memory, whichever version keeps its files.
    if (answer === 'used' && !hasBegun()) location.reload();
    say();
  });
  say();
  return { element, say };
}

/** Asks a worker that waits to take over; gives `used` once it has, `others` where other pages are open, or `late`. */
function use(worker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    setTimeout(resolve, USE_MS, 'late');
    port1.onmessage = ({ data }) => data === 'others' && resolve(data);
    worker.addEventListener('statechange', () => worker.state === 'activated' && resolve('used'));
    worker.postMessage('use this build', [port2]);
  });
}
