// A form whose words are kept in this browser while they are typed, so that a lost connection or a closed page loses none. What is kept
// goes when the site has it, or after a month. The server decides about conflicts: a kept draft is sent with the version it was begun from.
const PREFIX = 'draft:';
const KEPT_FOR = 31 * 24 * 60 * 60 * 1000;

for (const { dataset } of document.querySelectorAll('[data-draft-saved]')) {
  // Only what was sent: the page may be loaded again after more was typed.
  const sent = read(dataset.draftSaved);
  if (sent?.does && sent.version !== dataset.draftVersion) forget(dataset.draftSaved);
}
for (const key of Object.keys(localStorage)) {
  if (key.startsWith(PREFIX) && !((read(key.slice(PREFIX.length))?.at ?? 0) > Date.now() - KEPT_FOR))
    localStorage.removeItem(key);
}

const box = document.querySelector('[data-draft]');
const form = box?.querySelector('form');
if (form) keep(box.dataset.draft, box.dataset.draftVersion, form);

function keep(draft, version, form) {
  const told = box.querySelector('[data-draft-told]');
  const drop = box.querySelector('[data-draft-drop]');
  const kept = read(draft);
  // A page that shows what was wrong holds what was sent already.
  if (kept && !document.querySelector('.govuk-error-summary') && fill(form, kept)) {
    tell(
      `What you typed on this device on ${new Date(kept.at).toLocaleString('en-GB')} and did not save is filled in again below.`,
    );
    drop.hidden = false;
    if (kept.version !== version)
      tell(
        'This note was saved elsewhere since you typed here. What you typed is filled in below; when you save, you are told and can compare.',
      );
  }
  drop.querySelector('button').addEventListener('click', () => {
    forget(draft);
    location.assign(location.pathname);
  });
  form.addEventListener('input', () => write(null));
  form.addEventListener('submit', (event) => {
    const does = event.submitter?.value ?? 'save';
    write(does);
    if (navigator.onLine) return;
    event.preventDefault();
    tell(
      'Written offline: it is kept in this browser and will be sent when the connection returns. Leave this page open.',
    );
  });
  window.addEventListener('offline', () =>
    tell('There is no connection. Go on writing: what you type is kept in this browser.'),
  );
  window.addEventListener('online', () => {
    const does = read(draft)?.does;
    if (does) form.requestSubmit([...form.elements].find(({ name, value }) => name === 'do' && value === does));
    else tell('The connection is back: save the note when you are ready.');
  });

  function write(does) {
    const fields = [...new FormData(form)].filter(
      ([name]) => name !== 'form-token' && name !== 'version' && name !== 'do',
    );
    // The version stays that from which the typing began.
    const begun = form.elements.version.value;
    try {
      localStorage.setItem(PREFIX + draft, JSON.stringify({ version: begun, at: Date.now(), does, fields }));
    } catch {
      tell('This browser keeps nothing: save the note before you lose the connection.');
    }
  }

  function tell(words) {
    told.textContent = words;
    told.hidden = false;
  }
}

/** Whether anything of the form became another than the site has it. */
function fill(form, { fields, version }) {
  const values = new Map(fields);
  let differs = false;
  for (const element of form.elements) {
    if (!element.name || ['hidden', 'submit'].includes(element.type) || element.tagName === 'BUTTON') continue;
    if (element.type === 'checkbox' || element.type === 'radio') {
      const checked = values.get(element.name) === element.value;
      differs ||= checked !== element.checked;
      element.checked = checked;
    } else if (values.has(element.name)) {
      const value = values.get(element.name);
      differs ||= value.replaceAll('\r\n', '\n') !== element.value;
      element.value = value;
    }
  }
  if (differs) form.elements.version.value = version;
  return differs;
}

function read(draft) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + draft));
  } catch {
    return null;
  }
}

function forget(draft) {
  if (draft) localStorage.removeItem(PREFIX + draft);
}
