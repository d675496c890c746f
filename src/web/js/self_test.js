// The self-test of a copy, at criteria.html#self-test. While the page's network is open it fetches every file that the build
// listed in files.json, takes the SHA-256 of what the server really gave, and reads the headers. Once it is shut, and somebody
// asks for it, it tries every way out of a page and tells what stopped each.
//
// Every way asks the copy's own server for a name that no copy has, self-test-arrived-WAY: the hardest case, as the headers
// alone would let most of them through, and whoever runs the server sees in its log what came. No wait is without an end.
// boot.js takes this of its own build alone.
export const build = '';

const FILE_MS = 20_000;
const WAY_MS = 4_000;
const STEP_MS = 50;
const HEADERS = [
  'content-security-policy', 'referrer-policy', 'permissions-policy', 'cross-origin-opener-policy', 'x-content-type-options', 'cache-control',
];
const TEXT = 'text/javascript';

/** What a browser may not have: what is not there sends nothing. */
const NEEDS = {
  beacon: () => navigator.sendBeacon,
  fetch_later: () => globalThis.fetchLater,
  socket_stream: () => globalThis.WebSocketStream,
  transport: () => globalThis.WebTransport,
  events: () => globalThis.EventSource,
  constructed_style: () => document.adoptedStyleSheets,
  font: () => globalThis.FontFace,
  speculation: () => HTMLScriptElement.supports?.('speculationrules'),
  shared_worker: () => globalThis.SharedWorker,
  service_worker: () => navigator.serviceWorker,
  worklet: () => globalThis.AudioContext?.prototype && 'audioWorklet' in (globalThis.BaseAudioContext?.prototype ?? {}),
  webrtc: () => globalThis.RTCPeerConnection,
};

/** Elements that a way puts in the page, where nobody sees them. */
const room = () => document.getElementById('self-test-room') ?? document.body;
const put = (tag, attributes) => {
  const made = Object.assign(document.createElement(tag), attributes);
  room().append(made);
  return made;
};
const link = (href, attributes) => put('link', { href, ...attributes });
const inside = (frame) => put('iframe', { name: frame });

/** A worker of this page's own making, which tries `script` with the address and tells what comes of it. */
function worker(script, at, told) {
  const text = `
    addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective, originalPolicy, disposition }) =>
      postMessage({ blockedURI, effectiveDirective, originalPolicy, disposition }));
    const at = ${JSON.stringify(at)};
    const answered = () => postMessage('answered');
    ${script}`;
  const address = URL.createObjectURL(new Blob([text], { type: TEXT }));
  const made = new Worker(address);
  made.onmessage = ({ data }) => (data === 'answered' ? told.answered() : told.violated(data));
  told.after(() => {
    made.terminate();
    URL.revokeObjectURL(address);
  });
}

/**
 * Every way in which a page can reach out without a window, by its name. Each is given an address to reach, and whom to tell:
 * `answered` when the server is seen to have answered, `violated` of a policy that a worker met, `after` what to tidy up.
 */
export const WAYS = {
  fetch: (at, { answered }) => fetch(at).then(answered),
  xhr: (at, { answered }) => {
    const request = new XMLHttpRequest();
    request.onload = answered;
    request.open('GET', at);
    request.send();
  },
  beacon: (at) => navigator.sendBeacon(at, 'x'),
  ping: (at) => {
    inside('self-test-ping');
    put('a', { href: 'about:blank', target: 'self-test-ping', ping: at }).click();
  },
  fetch_later: (at) => fetchLater(at, { activateAfter: 0 }),
  socket: (at, { answered, after }) => {
    const socket = new WebSocket(at.replace('http', 'ws'));
    socket.onopen = answered;
    after(() => socket.close());
  },
  socket_stream: (at, { answered }) => {
    const stream = new WebSocketStream(at.replace('http', 'ws'));
    stream.closed.catch(() => {});
    return stream.opened.then(answered);
  },
  transport: (at, { answered }) => {
    const transport = new WebTransport(at.replace('http:', 'https:'));
    transport.closed.catch(() => {});
    return transport.ready.then(answered);
  },
  events: (at, { answered, after }) => {
    const events = new EventSource(at);
    events.onopen = answered;
    after(() => events.close());
  },
  image: (at, { answered }) => {
    Object.assign(new Image(), { onload: answered }).src = at;
  },
  drawing: (at) => {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', at);
    drawing.append(image);
    room().append(drawing);
  },
  background: (at) => {
    put('p').style.backgroundImage = `url(${at})`;
  },
  style: (at) => link(at, { rel: 'stylesheet' }),
  style_import: (at) => put('style', { textContent: `@import url(${at});` }),
  constructed_style: (at, { after }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`#self-test-constructed { background-image: url(${at}); }`);
    document.adoptedStyleSheets.push(sheet);
    put('p', { id: 'self-test-constructed' });
    after(() => document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1));
  },
  font: (at, { answered }) => new FontFace('self-test', `url(${at})`).load().then(answered),
  script: (at) => put('script', { src: at }),
  module: (at, { answered }) => import(at).then(answered),
  speculation: (at) => put('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [at], eagerness: 'immediate' }] }) }),
  audio: (at) => put('audio', { src: at, preload: 'auto' }),
  video: (at) => put('video', { src: at, preload: 'auto' }),
  poster: (at) => put('video', { poster: at }),
  track: (at) => {
    const track = Object.assign(document.createElement('track'), { src: at, default: true });
    put('video').append(track);
    track.track.mode = 'showing';
  },
  frame: (at) => put('iframe', { src: at }),
  object: (at) => put('object', { data: at }),
  embed: (at) => put('embed', { src: at }),
  form: (at) => {
    inside('self-test-form');
    put('form', { action: at, target: 'self-test-form', method: 'post' }).submit();
  },
  prefetch: (at) => link(at, { rel: 'prefetch' }),
  preload: (at) => link(at, { rel: 'preload', as: 'image' }),
  modulepreload: (at) => link(at, { rel: 'modulepreload' }),
  manifest: (at, { after }) => {
    // Only in the head is it one.
    const manifest = Object.assign(document.createElement('link'), { href: at, rel: 'manifest' });
    document.head.append(manifest);
    after(() => manifest.remove());
  },
  preconnect: (at) => link(at, { rel: 'preconnect' }),
  dns_prefetch: (at) => link(at, { rel: 'dns-prefetch' }),
  worker: (at, { after }) => {
    const started = new Worker(at);
    after(() => started.terminate());
  },
  worker_module: (at, { after }) => {
    const started = new Worker(at, { type: 'module' });
    after(() => started.terminate());
  },
  worker_fetch: (at, told) => worker('fetch(at).then(answered, () => {});', at, told),
  worker_import: (at, told) => worker('try { importScripts(at); answered(); } catch {}', at, told),
  shared_worker: (at) => void new SharedWorker(at),
  service_worker: async (at, { answered }) => {
    const registered = await navigator.serviceWorker.register(at);
    answered();
    await registered.unregister();
  },
  worklet: (at, { answered, after }) => {
    const sound = new AudioContext();
    after(() => sound.close());
    return sound.audioWorklet.addModule(at).then(answered);
  },
  webrtc: async (at, { answered, after }) => {
    const { hostname, port } = new URL(at);
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${hostname}:${port || 3478}` }] });
    after(() => peer.close());
    // The address that a server saw: there is one, and it answered.
    peer.onicecandidate = ({ candidate }) => / typ srflx/.test(candidate?.candidate) && answered();
    peer.createDataChannel('self-test');
    await peer.setLocalDescription(await peer.createOffer());
  },
};

/** The ways that need a window, which a browser opens for a press of a button alone. */
export const WINDOW_WAYS = ['window_open', 'post_message', 'navigation'];

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const beside = (name) => new URL(name, document.baseURI).href;

/** Which way a policy was met by: that of its name, or the one of the two that write into the page. */
function wayOf({ blockedURI, effectiveDirective }) {
  const named = /self-test-arrived-([a-z_]+)/.exec(blockedURI)?.[1];
  if (named || blockedURI !== 'inline') return named;
  return effectiveDirective.startsWith('style') ? 'style_import' : 'speculation';
}

/** Begins to look at the files. `policy` is the one that shuts the page. */
export function selfTest(policy) {
  const tried = {};
  const plain = (text) => text.replace(/\s*;\s*/g, '; ').replace(/[;\s]*$/, '').trim();

  /** Notes how a way came out; what arrived is not stopped, whatever else was seen. */
  const note = (way, outcome, by = '', directive = '') => (tried[way] = { way, outcome, by, directive });

  /** Tries the ways at once; gives how each came out when all had their time. */
  async function ways() {
    const met = {};
    const arrived = new Set();
    const tidy = [];
    const violated = (event) => {
      const way = wayOf(event);
      if (way && event.disposition === 'enforce') (met[way] ??= []).push(event);
    };
    const hidden = put('div', { id: 'self-test-room', inert: true });
    hidden.setAttribute('aria-hidden', 'true');
    Object.assign(hidden.style, { position: 'fixed', left: '-99px', width: '9px', height: '9px', overflow: 'hidden' });
    addEventListener('securitypolicyviolation', violated);
    const there = Object.keys(WAYS).filter((way) => !NEEDS[way] || NEEDS[way]());
    for (const way of there) {
      try {
        const told = { answered: () => arrived.add(way), violated, after: (act) => tidy.push(act) };
        // A promise of what is refused comes to nothing, and so it is meant.
        Promise.resolve(WAYS[way](beside(`self-test-arrived-${way}`), told)).catch(() => {});
      } catch {
        // Refused at once.
      }
    }
    await wait(WAY_MS);
    removeEventListener('securitypolicyviolation', violated);
    for (const act of tidy) {
      try {
        act();
      } catch {
        // It was gone already.
      }
    }
    hidden.remove();
    // What the server answered a request that nobody waits for.
    for (const { name, responseStatus } of performance.getEntriesByType('resource')) {
      if (responseStatus > 0) arrived.add(wayOf({ blockedURI: name }));
    }
    for (const way of Object.keys(WAYS)) {
      const policies = met[way]?.map(({ originalPolicy }) => (plain(originalPolicy) === plain(policy) ? 'own' : 'headers'));
      if (arrived.has(way)) note(way, 'arrived');
      else if (policies) note(way, 'stopped', ['own', 'headers'].filter((by) => policies.includes(by)).join('+'), met[way][0].effectiveDirective);
      else if (!there.includes(way)) note(way, 'stopped', 'absent');
      else note(way, 'unseen');
    }
  }

  /** Waits until a window shows what a way asked for. */
  async function shows(opened, way) {
    for (let waited = 0; waited < WAY_MS; waited += STEP_MS) {
      await wait(STEP_MS);
      try {
        const { location, document, performance } = opened;
        const [entry] = performance.getEntriesByType('navigation');
        const ended = location.href.endsWith(way) && document.readyState === 'complete';
        // A browser's own page of what did not come bears the address too, but not here, where it may be read.
        if (ended && entry?.responseStatus !== 0) return true;
      } catch {
        // A server of other headers set it apart, and nothing of it can be seen from here.
        return false;
      }
    }
    return false;
  }

  /** Opens a window, speaks to it, sends it elsewhere and closes it. */
  async function windows() {
    // A file that every copy has, so that it comes with the same headers.
    const at = (way) => beside(`icon.svg?self-test-arrived-${way}`);
    const opened = open(at('window_open'), 'self-test');
    if (!opened) return WINDOW_WAYS.forEach((way) => note(way, 'untried', 'guard'));
    const seen = (way, is) => note(way, is ? 'arrived' : 'unseen');
    seen('window_open', await shows(opened, 'window_open'));
    const heard = new Promise((resolve) => {
      try {
        opened.addEventListener('message', ({ data }) => resolve(data === 'self-test'));
        opened.postMessage('self-test', location.origin);
      } catch {
        resolve(false);
      }
    });
    seen('post_message', await Promise.race([heard, wait(WAY_MS)]));
    try {
      opened.location.href = at('navigation');
    } catch {
      // Set apart: not seen.
    }
    seen('navigation', await shows(opened, 'navigation'));
    opened.close();
  }

  const looking = look();
  let files;
  looking.then((looked) => (files = looked));
  return {
    /** Calls `done` when every file was looked at, or did not come in time. */
    looked: (done) => void looking.then(done),
    /** Tries the ways, or those that need a window; calls `done` when all had their time. */
    run: (needsWindow, done) => void (needsWindow ? windows() : ways()).catch(() => {}).then(done),
    /** All that is known by now, as JSON; `shut`: whether the browser took the policy. */
    found: (shut) => JSON.stringify({ ...files, browser: navigator.userAgent, address: beside('.'), policy, shut, tried: Object.values(tried) }),
  };
}

/** Every file as the server gives it, and the headers of both pages. */
async function look() {
  const list = await given('files.json');
  const built = read(list)?.sha256 ?? {};
  const site = await given('site.json');
  const pack = read(site)?.pack;
  const own = typeof pack === 'string' && /^(?!\.)[\w.-]+\.json$/.test(pack) ? [await named(pack)] : [];
  const files = await Promise.all(Object.entries(built).map(async ([name, sha256]) => ({ built: sha256, ...(await named(name)) })));
  const of = (name) => files.find((file) => file.name === name)?.headers ?? {};
  const headers = { 'index.html': of('index.html'), 'criteria.html': of('criteria.html') };
  const bare = ({ name, status, sha256, built }) => ({ name, status, sha256, built });
  return { list: bare({ name: 'files.json', ...list }), files: files.map(bare), site: [{ name: 'site.json', ...site }, ...own].map(bare), headers };
}

const named = async (name) => ({ name, ...(await given(name)) });

/** A file, by the server and not from what the browser kept: its status, its bytes, their SHA-256, and the headers that matter. */
async function given(name) {
  try {
    const answer = await fetch(beside(name), { cache: 'no-store', signal: AbortSignal.timeout(FILE_MS) });
    const bytes = await answer.arrayBuffer();
    const headers = Object.fromEntries(HEADERS.filter((header) => answer.headers.has(header)).map((header) => [header, answer.headers.get(header)]));
    return { status: answer.status, headers, bytes, sha256: answer.ok ? await sha256(bytes) : undefined };
  } catch {
    return { status: 0 };
  }
}

/** Nothing where the browser takes none: it does on a page that came by https, or from this machine. */
async function sha256(bytes) {
  const hash = await crypto.subtle?.digest('SHA-256', bytes);
  return hash && [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a file of JSON says; nothing where it is none. */
function read({ bytes }) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
