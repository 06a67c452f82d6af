import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { assetUrl } from './assets.ts';
import { PageRequestContext } from './render.tsx';

interface OfflineDraftProps {
  /** Which draft it is, for whoever uses this browser: it names records and nothing else. */
  draft: string;
  /** Of the record that the form was made from. */
  version: number;
  /** A draft that the site has by now, so that the browser forgets it. */
  saved: string | null;
  /** The form. */
  children: ComponentChildren;
}

/**
 * Around a form whose words are kept in the browser while they are typed (offline-draft.js), so that a lost connection or a closed page loses none;
 * once saved, the browser forgets them. Without JavaScript it is the form alone.
 */
export function OfflineDraft({ draft, version, saved, children }: OfflineDraftProps) {
  return (
    <div data-draft={draft} data-draft-version={version} data-draft-saved={saved ?? undefined}>
      <div class="govuk-inset-text" data-draft-told role="status" hidden />
      <p class="govuk-body app-no-print" data-draft-drop hidden>
        <button type="button" class="govuk-button govuk-button--secondary" data-module="govuk-button">
          Forget what this browser kept, and show the note as it is saved
        </button>
      </p>
      {children}
      <DraftScript />
    </div>
  );
}

/** On the page that follows a form: tells the browser that the site has the draft. */
export function DraftSaved({ draft }: { draft: string }) {
  return (
    <div data-draft-saved={draft}>
      <DraftScript />
    </div>
  );
}

function DraftScript() {
  const { nonce } = useContext(PageRequestContext);
  return nonce === undefined ? null : <script type="module" nonce={nonce} src={assetUrl('draftScript')} />;
}
