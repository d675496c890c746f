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
const IN_CACHE = { ignoreVary: true };

const folder = new URL('./', location.href).href;
// By the folder: a server may have more than one copy. offline.js knows the caches of one by it.
const PREFIX = `drive-screening ${folder} `;
const CACHE = PREFIX + BUILD;
const at = (name) => new URL(name, folder).href;
/** A pack beside site.json, by the same rule as boot.js. */
const isPack = (name) => typeof name === 'string' && /^(?!\.)[\w.-]+\.json$/.test(name);

/** What the server gives, and never another address that it sends to: a network that wants a log-in first is no server of this page. */
function given(name, milliseconds) {
  return fetch(at(name), { cache: 'no-cache', redirect: 'error', signal: AbortSignal.timeout(milliseconds) });
}

async function sha256(bytes) {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Every file of this build, or an error and nothing. */
async function install() {
  // What an earlier attempt left when the browser ended it.
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const names = Object.keys(FILES);
  const next = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const answer = await given(name, FILE_MS);
      if (!answer.ok || (await sha256(await answer.clone().arrayBuffer())) !== FILES[name]) throw new Error(`${name}: not as it was built`);
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
  if (typeof site?.format !== 'string') return false;
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
async function fresh(name, request, event) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(at(name), IN_CACHE);
  if (name !== SITE) {
    const site = await read(await cache.match(at(SITE), IN_CACHE));
    if (site?.pack !== name) return fetch(request);
  }
  const answer = await given(name, SITE_MS).catch(() => undefined);
  // What stands before a server says that there is none.
  if (kept && (!answer || answer.status >= 500)) return kept;
  if (!answer) return Response.error();
  if (name === SITE) {
    const keep = keepSite(cache, answer.clone(), SITE_MS).catch(() => {});
    event.waitUntil(keep);
    // A pack of another name is known from here on.
    await keep;
  } else if (await read(answer)) await cache.put(at(name), answer.clone());
  return answer;
}

/** A file of this build. Where the browser has thrown away what was kept, the server is asked. */
async function built(name, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(at(name), IN_CACHE)) ?? fetch(request);
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
  const address = request.url.replace(/#.*$/s, '');
  if (!address.startsWith(folder)) return;
  const name = address.slice(folder.length) || 'index.html';
  if (Object.hasOwn(FILES, name)) event.respondWith(built(name, request));
  else if (name === SITE || (isPack(name) && name !== 'files.json')) event.respondWith(fresh(name, request, event));
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
