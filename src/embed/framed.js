// The page's side of frame.js: boot.js loads it where the page stands in a frame.
//
// A channel is taken from the page around this one alone, and only if its origin is among those of site.json. Whatever
// else is sent here is dropped, and counted.

/** The version of what a page around this one and this one say to each other: `frame.js`. */
const DRIVE = 1;
/** The messages that tell how the screening goes. */
const OF_THE_CASE = ['progress', 'outcome'];
/** How long such a page may take to answer, while everything else loads. */
const HOST_MS = 5_000;

/**
 * What the page around this one says, where `site.json` allows it: its name, a language and answers; and what tells it
 * something.
 */
export function around(site) {
  let origins = [];
  try {
    origins = JSON.parse(site).embed ?? [];
  } catch {
    // The app says what is wrong with it.
  }
  if (!Array.isArray(origins) || origins.length === 0) return {};
  return new Promise((resolve) => {
    let dropped = 0;
    let taken = false;
    const alone = setTimeout(() => resolve({}), HOST_MS);
    addEventListener('message', ({ source, origin, data, ports }) => {
      const known = source === parent && origins.includes(origin) && data?.drive === DRIVE && data.type === 'hello';
      // One channel, once.
      if (!known || ports.length !== 1 || taken) {
        dropped += 1;
        return;
      }
      taken = true;
      clearTimeout(alone);
      const [port] = ports;
      port.onmessage = ({ data: asked }) => {
        if (asked?.type === 'dropped') port.postMessage({ type: 'dropped', dropped });
        else dropped += 1;
      };
      let agreed = false;
      const tell = (message, bytes) => {
        const said = JSON.parse(message);
        // These are said only once the person has agreed that the page around may know how it goes.
        if (!agreed && OF_THE_CASE.includes(said.type)) {
          agreed = true;
          sized(port);
        }
        port.postMessage({ ...said, ...(bytes && { bytes }) });
      };
      resolve({ tell, ...text(data, 'name'), ...text(data, 'lang'), ...prefill(data.prefill) });
    });
    for (const origin of origins) parent.postMessage({ drive: DRIVE, type: 'here' }, origin);
  });
}

function text(from, key) {
  return typeof from?.[key] === 'string' ? { [key]: from[key] } : {};
}

function prefill(given) {
  const prefill = { ...text(given, 'system'), ...text(given, 'sheet') };
  return prefill.sheet === undefined ? {} : { prefill: { system: '', ...prefill } };
}

/**
 * Tells the page around this one how tall this one is, and when another page of it begins. Both tell how it goes: a result has
 * its own height. So a frame scrolls in the size it was given until the person agrees.
 */
function sized(port) {
  document.body.style.minHeight = '0';
  const tell = () => port.postMessage({ type: 'size', height: Math.ceil(document.body.getBoundingClientRect().height) });
  new ResizeObserver(tell).observe(document.body);
  document.body.addEventListener('focusin', ({ target }) => {
    if (target.matches('main h1, .govuk-error-summary')) port.postMessage({ type: 'top' });
  });
}
