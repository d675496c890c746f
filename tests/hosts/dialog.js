// The screening stands in a dialog of the page, and in a form of it. Its own button is passed over by the Tab key: once that has
// gone round by way of the browser's own controls, headless Firefox presses no button of a dialog any more, native ones neither.
document.querySelector('dialog').showModal();
