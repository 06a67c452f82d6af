// How far an import is: the page tells it as it stands, and here it is told as it goes on. When the import comes to its next state
// the page is asked for anew.
const told = document.querySelector('[data-import-progress]');
if (told) {
  const events = new EventSource(told.dataset.importProgress);
  events.addEventListener('message', ({ data }) => {
    const { is, words, files } = JSON.parse(data);
    if (is !== told.dataset.is) {
      events.close();
      location.reload();
      return;
    }
    if (told.textContent !== words) told.textContent = words;
    for (const [position, text] of files.entries()) {
      const cell = document.querySelector(`[data-file="${position}"]`);
      if (cell) cell.textContent = text;
    }
  });
}

// Files that are too large are told of before they are sent; the site refuses them all the same.
const chosen = document.querySelector('[data-most-bytes]');
chosen?.form.addEventListener('submit', (event) => {
  // govuk-frontend may have put another input in its place by now.
  const input = document.querySelector('[data-most-bytes]');
  const bytes = [...input.files].reduce((sum, { size }) => sum + size, 0);
  const isTooLarge = bytes > Number(input.dataset.mostBytes);
  document.querySelector('[data-too-large]').hidden = !isTooLarge;
  if (!isTooLarge) return;
  event.preventDefault();
  event.stopImmediatePropagation();
});
