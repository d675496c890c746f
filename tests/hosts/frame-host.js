// A page around a frame of the screening, and what it hears of it.
import { frame } from '/drive/frame.js';

const heard = (window.heard = []);
window.files = [];
window.drive = (options) => {
  window.framed?.remove();
  const framed = (window.framed = frame(document.getElementById('here'), { name: 'Example case system', ...options }));
  for (const type of ['ready', 'progress', 'outcome', 'document', 'closed']) {
    framed.addEventListener(type, ({ detail }) => {
      if (type === 'document') window.files.push(detail.bytes);
      heard.push({ type, ...detail, bytes: undefined });
    });
  }
  return framed;
};
