// The colours an integrator may set. A colour that would make something hard to read is refused, and the
// page keeps its own: WCAG 2.2, 1.4.3 (4.5 to 1 for text) and 1.4.11 (3 to 1 for what is to be operated).

/** What may be set: the page's own property, and what the colour has to stand out from, by how much. */
const COLOURS = {
  '--drive-accent': { own: '--accent', against: ['--paper', '--ground', '--panel', '--soft'], least: 4.5 },
  '--drive-accent-pressed': { own: '--pressed', against: ['--paper', '--ground', '--panel', '--soft'], least: 4.5 },
  '--drive-on-accent': { own: '--on', against: ['--accent', '--pressed'], least: 4.5 },
};

/**
 * The properties to set inside, and what was refused.
 *
 * @param {(property: string) => string} asked what the integrator set, empty where nothing
 * @param {(property: string) => string} own what the page has by itself
 * @param {(colour: string) => number[] | undefined} read a colour as red, green, blue from 0 to 255; none if it is not
 *   opaque, or no colour
 */
export function theme(asked, own, read) {
  const set = {};
  const refused = [];
  const colour = (property) => read(set[property] ?? own(property));
  for (const [property, { own: inside, against, least }] of Object.entries(COLOURS)) {
    const value = asked(property).trim();
    if (!value) continue;
    const rgb = read(value);
    if (!rgb) {
      refused.push({ property, value, why: 'no-colour' });
      continue;
    }
    const ratio = Math.min(...against.map((other) => contrast(rgb, colour(other) ?? rgb)));
    if (ratio < least) refused.push({ property, value, why: 'contrast', ratio: Math.round(ratio * 100) / 100, least });
    else set[inside] = value;
  }
  // One that was set changes what the page's own colour on it has to stand out from.
  const on = colour('--on');
  const unread = ['--accent', '--pressed'].filter((inside) => set[inside] && contrast(on, colour(inside)) < 4.5);
  for (const inside of unread) {
    const [property] = Object.entries(COLOURS).find(([, rule]) => rule.own === inside);
    refused.push({ property, value: set[inside], why: 'contrast', ratio: Math.round(contrast(on, colour(inside)) * 100) / 100, least: 4.5 });
    delete set[inside];
  }
  return { set, refused };
}

/** The contrast of two colours, from 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
