// The screening stands in a dialog of the page, and in a form of it.
document.querySelector('dialog').showModal();
