// Keeps the page's own files, so that it starts and does everything without a network. Which files these are, and the SHA-256 of
// each, the build writes here (kept.mjs): of another build this script is another, and keeps its files in a cache of its own.
// All of a build is kept, or nothing: a page is never put together from two.
//
// Nothing of a case can come here. What a page asks for while it starts is asked before anything is typed; from then on its policy
// has the browser stop whatever it would ask for. What is written is written from answers of the server to requests that this
// script makes itself, for names that stand here or in site.json; of a page's request it looks at the address alone, and leaves
// all that is not such a name to the browser. The one message that it hears is that this build is to be used.
const BUILD = '';
const FILES = {};

const FILE_MS = 120_000;
const SITE_MS = 4_000;
const AT_ONCE = 3;
const SITE = 'site.json';

const folder = new URL('./', location.href).href;
// By the folder: a server may have more than one copy. offline.js knows the caches of one by it.
const PREFIX = `drive-screening ${folder} `;
const CACHE = PREFIX + BUILD;
const at = (name) => new URL(name, folder).href;
/** A pack beside site.json, by the same rule as boot.js. */
const isPack = (name) => typeof name === 'string' && /^(?!\.)[\w.-]+\.json$/.test(name);

/** What is kept by a name. Nothing is made anew by it: the page removes what is kept where the site says so. */
const kept = (name) => caches.match(at(name), { cacheName: CACHE, ignoreVary: true });

/** What the server gives, and never another address that it sends to: a network that wants a log-in first is no server of this page. */
function given(name, milliseconds, cache = 'no-cache') {
  return fetch(at(name), { cache, redirect: 'error', signal: AbortSignal.timeout(milliseconds) });
}

async function sha256(bytes) {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A file of this build to the byte, or nothing. */
async function whole(name, cache) {
  const answer = await given(name, FILE_MS, cache);
  return answer.ok && (await sha256(await answer.clone().arrayBuffer())) === FILES[name] ? answer : undefined;
}

/** Every file of this build, or an error and nothing. */
async function install() {
  // What an earlier attempt left when the browser ended it.
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const names = Object.keys(FILES);
  const next = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      // A server that tells versions apart by size and time may call another one unchanged: then it is asked for the bytes.
      const answer = (await whole(name, 'no-cache')) ?? (await whole(name, 'reload'));
      if (!answer) throw new Error(`${name}: not as it was built`);
      await cache.put(at(name), answer);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    if (!(await keepSite(cache, await given(SITE, FILE_MS), FILE_MS))) throw new Error(`${SITE}: cannot be read`);
  } catch (error) {
    names.length = 0;
    await caches.delete(CACHE);
    throw error;
  }
}

/** The value of JSON in an answer, or nothing. */
async function read(answer) {
  try {
    return answer?.ok ? await answer.clone().json() : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps site.json with the pack that it names, both or neither. */
async function keepSite(cache, answer, milliseconds) {
  const site = await read(answer);
  if (typeof site?.format !== 'string' || site.offline === false) return false;
  const pack = isPack(site.pack) ? await given(site.pack, milliseconds) : undefined;
  if (pack && !(await read(pack))) return false;
  if (pack) await cache.put(at(site.pack), pack);
  await cache.put(at(SITE), answer.clone());
  for (const { url } of await cache.keys()) {
    const name = url.slice(folder.length);
    if (!(name in FILES) && name !== SITE && !(pack && name === site.pack)) await cache.delete(url);
  }
  return true;
}

/** A file that the site writes itself: as it is now, or as it was the last time where no server can be reached. */
async function fresh(name, request) {
  if (name !== SITE && (await read(await kept(SITE)))?.pack !== name) return fetch(request);
  const answer = await given(name, SITE_MS).catch(() => undefined);
  // Where the server is gone, what stands before it may answer so.
  if (!answer || answer.status >= 500) return (await kept(name)) ?? answer ?? Response.error();
  if (await caches.has(CACHE)) {
    const cache = await caches.open(CACHE);
    // A pack of another name is known from here on.
    if (name === SITE) await keepSite(cache, answer, SITE_MS).catch(() => {});
    else if (await read(answer)) await cache.put(at(name), answer.clone());
  }
  return answer;
}

/** A file of this build. Where the browser has thrown away what was kept, the server is asked. */
async function built(name, request) {
  return (await kept(name)) ?? fetch(request);
}

addEventListener('install', (event) => event.waitUntil(install()));

addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
  };
  event.waitUntil(old());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  // The self-test and the page of checks ask so for what the server gives.
  if (request.method !== 'GET' || request.cache === 'no-store') return;
  // A page is the same whatever is asked of it: what a link adds would put the server's page before what is kept.
  const address = request.url.replace(request.mode === 'navigate' ? /(?<=\/|\.html)\?.*$|#.*$/s : /#.*$/s, '');
  if (!address.startsWith(folder)) return;
  const name = address.slice(folder.length) || 'index.html';
  if (Object.hasOwn(FILES, name)) event.respondWith(built(name, request));
  else if (name === SITE || (isPack(name) && name !== 'files.json')) event.respondWith(fresh(name, request));
});

// Only where no other page stands open: it may be in the middle of a case.
addEventListener('message', (event) => {
  if (event.data !== 'use this build') return;
  const use = async () => {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    const here = pages.filter(({ url }) => url.startsWith(folder));
    const others = here.some(({ id }) => id !== event.source?.id);
    event.ports[0]?.postMessage(others ? 'others' : 'used');
    if (!others) await skipWaiting();
  };
  event.waitUntil(use());
});
