// What a test may know of the page. Only looks; never clicks, types or sets anything.

// The page is the document, or an element in somebody else's.
const ELEMENT = document.querySelector('drive-screening');
const PAGE = ELEMENT?.shadowRoot ?? document;
const focused = () => PAGE.activeElement;

const STOPS = 'a[href], button, input, textarea, select, summary, [tabindex="0"]';

function shown(element) {
  return element.checkVisibility() && !element.disabled;
}

/** What Tab stops at, in order. A group of radios is one stop: the focused one, else the picked one, else the first. */
function stops() {
  const all = [...PAGE.querySelectorAll(STOPS)].filter((element) => shown(element) && element.tabIndex >= 0);
  const group = (element) => all.filter((other) => other.type === 'radio' && other.name === element.name);
  const stands = (element) => {
    const radios = group(element);
    const current = radios.find((radio) => radio === focused());
    return element === (current ?? radios.find((radio) => radio.checked) ?? radios[0]);
  };
  return all.filter((element) => element.type !== 'radio' || stands(element));
}

function describe(element) {
  if (!element) return null;
  const { id = '', name = '', type = '', value = '', checked = false } = element;
  const text = (element.innerText ?? '').replace(/\s+/g, ' ').trim();
  const tag = element.tagName.toLowerCase();
  return { tag, id, name: name ?? '', type: type ?? '', value: String(value ?? ''), checked: checked === true, text, class: element.className };
}

/**
 * Every field, hidden ones too, of which a browser might keep something, or send it to a service that completes, checks or
 * translates, with how. What a browser restores after a crash goes by the attribute of the field itself, not by its form's.
 */
function exposed() {
  const fields = [...PAGE.querySelectorAll('input, textarea, select, [contenteditable]')];
  return fields.flatMap((field) => {
    const around = (name) => field.closest(`[${name}]`)?.getAttribute(name);
    const typed = !['radio', 'checkbox', 'file'].includes(field.type);
    const holds = {
      autocomplete: field.getAttribute('autocomplete') === 'off',
      translate: field.translate === false && field.closest('.notranslate') !== null,
      spellcheck: !typed || field.getAttribute('spellcheck') === 'false',
      writingsuggestions: !typed || around('writingsuggestions') === 'false',
      autocorrect: !typed || (field.getAttribute('autocorrect') ?? field.form?.getAttribute('autocorrect')) === 'off',
    };
    const lacks = Object.keys(holds).filter((name) => !holds[name]);
    return lacks.length ? [`${field.outerHTML.slice(0, 120)}: ${lacks}`] : [];
  });
}

/** How many presses of Tab lead from the focus to `wanted`; negative for Shift+Tab. */
function distance(wanted) {
  const order = stops();
  const to = order.indexOf(wanted);
  if (to < 0) return null;
  const here = focused() ?? document.body;
  const from = order.indexOf(here);
  if (from >= 0) return to - from;
  const next = order.findIndex((stop) => here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  const before = here === document.body ? 0 : next < 0 ? order.length : next;
  return to >= before ? to - before + 1 : to - before;
}

function find(query) {
  return stops().find((stop) => {
    const is = describe(stop);
    return Object.entries(query).every(([key, value]) => (key === 'starts' ? is.text.startsWith(value) : is[key] === value));
  });
}

/** A radio is not a stop when another of its group stands for it. */
function radios(name) {
  return [...PAGE.querySelectorAll('main input[type=radio]')].filter((radio) => radio.name === name && shown(radio)).map(describe);
}

/** Which page it is: its number in the history, or where that is not the page's, one for each heading that was drawn. */
function turn(heading) {
  if (!ELEMENT && parent === window) return history.state;
  window.turns ??= new WeakMap();
  window.turned ??= 0;
  if (heading && !window.turns.has(heading)) window.turns.set(heading, (window.turned += 1));
  return window.turns.get(heading) ?? 0;
}

function look() {
  const root = document.documentElement;
  const heading = PAGE.querySelector('main h1');
  return {
    heading: heading?.innerText.trim() ?? '',
    state: turn(heading),
    url: location.href,
    title: document.title,
    lang: PAGE.querySelector('.ds-page')?.lang ?? root.lang,
    focus: describe(focused()),
    // What is only to be copied is no control: it is words of the page.
    controls: [...PAGE.querySelectorAll('main input, main textarea:not([readonly]), main select')].filter(shown).map(describe),
    exposed: exposed(),
    errors: [...PAGE.querySelectorAll('.govuk-error-summary li')].map((item) => (item.innerText || item.textContent).trim()),
    text: PAGE.querySelector('main')?.innerText ?? '',
    bar: ['.ds-bar', '.ds-exit-warning'].map((part) => PAGE.querySelector(part)?.innerText ?? '').join('\n'),
    wide: root.scrollWidth,
    window: innerWidth,
  };
}
