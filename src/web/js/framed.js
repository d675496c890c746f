// The page's side of frame.js: boot.js loads it where the page stands in a frame.
//
// A channel is taken from the page around this one alone, and only if its origin is among those of site.json. Whatever
// else is sent here is dropped, and counted.
export const build = '';

/** The version of what a page around this one and this one say to each other: `frame.js`. */
const DRIVE = 1;
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
    // The page says what is wrong with it.
  }
  origins = Array.isArray(origins) ? origins.filter(isOrigin) : [];
  if (origins.length === 0) return {};
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
      const tell = (message, bytes) => port.postMessage({ ...JSON.parse(message), ...(bytes && { bytes }) });
      resolve({ tell, agreed: sized(port), ...text(data, 'name'), ...text(data, 'lang'), ...prefill(data.prefill) });
    });
    for (const origin of origins) parent.postMessage({ drive: DRIVE, type: 'here' }, origin);
  });
}

/** Whether a message can be sent to it: anything else is said to be wrong by the page, which must start for that. */
function isOrigin(origin) {
  return typeof origin === 'string' && URL.canParse(origin) && new URL(origin).origin === origin;
}

function text(from, key) {
  return typeof from?.[key] === 'string' ? { [key]: from[key] } : {};
}

function prefill(given) {
  const prefill = { ...text(given, 'system'), ...text(given, 'sheet') };
  return prefill.sheet === undefined ? {} : { prefill: { system: '', ...prefill } };
}

/**
 * What tells the page around this one how tall this one is, and when another page of it begins: while the person agrees
 * that it is told something. Heights, and how many pages there are, follow from what was answered.
 */
function sized(port) {
  let sizes;
  const begins = ({ target }) => {
    if (target.matches('main h1, .govuk-error-summary')) port.postMessage({ type: 'top' });
  };
  return (agreed) => {
    if (agreed === (sizes !== undefined)) return;
    document.body.style.minHeight = agreed ? '0' : '';
    if (agreed) {
      sizes = new ResizeObserver(() => port.postMessage({ type: 'size', height: Math.ceil(document.body.getBoundingClientRect().height) }));
      sizes.observe(document.body);
      document.body.addEventListener('focusin', begins);
    } else {
      sizes.disconnect();
      sizes = undefined;
      document.body.removeEventListener('focusin', begins);
      port.postMessage({ type: 'untold' });
    }
  };
}
