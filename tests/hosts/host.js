// What a page around the screening may do, and what it can notice. Every host of the tests loads this.
//
// `heard` has what the element says. `noticed` has everything that comes up to the page from inside: a person's keys,
// clicks and typing should not.
const find = () => document.querySelector('drive-screening');
const appears = () => new Promise((found) => {
  const seen = new MutationObserver(() => find() && (seen.disconnect(), found(find())));
  seen.observe(document, { childList: true, subtree: true });
});
const element = find() ?? (await appears());
const heard = (window.heard = []);
const noticed = (window.noticed = []);
window.files = [];

for (const type of ['ready', 'progress', 'outcome', 'document', 'closed', 'error']) {
  element.addEventListener(type, ({ detail }) => {
    if (type === 'document') window.files.push(detail.bytes);
    heard.push({ type, ...detail, ...(type === 'error' && { code: detail.code, message: detail.message }), bytes: undefined });
  });
}

const WATCHED = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'click', 'dblclick', 'contextmenu', 'mousedown',
  'mouseup', 'pointerdown', 'pointerup', 'focusin', 'focusout', 'copy', 'paste', 'compositionend', 'submit', 'select',
  'selectstart', 'wheel', 'touchstart',
];
for (const type of WATCHED) {
  document.addEventListener(type, (event) => {
    if (event.target === element) noticed.push(type);
  });
}
addEventListener('message', ({ data }) => noticed.push(['message', data]));
new MutationObserver((records) => noticed.push(...records.map((record) => [record.type, record.attributeName]))).observe(element, {
  attributes: true,
  childList: true,
  characterData: true,
  subtree: true,
});
// Not the host's own form, whatever is pressed inside.
document.addEventListener('submit', (event) => {
  window.submitted = (window.submitted ?? 0) + 1;
  event.preventDefault();
});
