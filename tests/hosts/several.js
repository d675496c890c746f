// Elements that come and go: several at once, moved, removed, put back.
const here = document.getElementById('here');
const there = document.getElementById('there');

function element(attributes = {}) {
  const made = document.createElement('drive-screening');
  for (const [name, value] of Object.entries({ shadow: 'open', ...attributes })) made.setAttribute(name, value);
  return made;
}

window.hosts = { here, there, element };
