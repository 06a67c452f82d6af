import { Page } from '../../web/layout.tsx';

interface LeavingForProviderProps {
  /** Name of the provider. */
  name: string;
  url: string;
  /** What is done there: "sign in", "sign out". */
  deed: 'sign in' | 'sign out';
}

/** Shown for a moment on the way to a provider, or until the link is followed where the browser does not go on by itself. */
export function LeavingForProvider({ name, url, deed }: LeavingForProviderProps) {
  return (
    <Page title={`Taking you to ${name}`}>
      {deed === 'sign out' && <p class="govuk-body">You are signed out of Alongside.</p>}
      <p class="govuk-body">
        {deed === 'sign in'
          ? `You sign in at ${name} and come back here.`
          : `Your session at ${name} may still be open. On a computer that others use, end it too.`}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={url}>
          Continue to {name}
        </a>
      </p>
    </Page>
  );
}
