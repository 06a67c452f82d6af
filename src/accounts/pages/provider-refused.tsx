import type { ComponentChildren } from 'preact';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

/** Why a sign-in at a provider came to nothing. */
export type WhyRefused =
  | 'not begun here'
  | 'declined'
  | 'refused'
  | 'silent'
  | 'too many'
  | 'not to be believed'
  | 'not admitted'
  | 'no role'
  | 'closed';

interface ProviderRefusedProps {
  /** Name of the provider. */
  name: string;
  why: WhyRefused;
  /** The page that the person was going to. */
  to?: string;
}

/** Says why, and what to do about it. */
export function ProviderRefused({ name, why, to }: ProviderRefusedProps) {
  const { title, words } = told(name)[why];
  return (
    <Page title={title}>
      <p class="govuk-body">{words}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.signIn(to)}>
          Go back to sign in
        </a>
      </p>
    </Page>
  );
}

function told(name: string): Record<WhyRefused, { title: string; words: ComponentChildren }> {
  const again = 'Nothing was changed. Try again; if it happens again, tell the people who run this service.';
  return {
    'not begun here': {
      title: 'Start signing in again',
      words:
        'This sign-in was used already, took too long, or was begun in another browser. Start again in the browser you are using now.',
    },
    declined: {
      title: 'You did not sign in',
      words: `${name} says that the sign-in was stopped. You can start again.`,
    },
    refused: { title: 'You could not be signed in', words: `${name} refused the sign-in. ${again}` },
    silent: {
      title: `${name} does not answer`,
      words: `Try again in a few minutes. If you have a password for Alongside, you can sign in with it.`,
    },
    'too many': {
      title: 'Too many sign-ins',
      words: 'There were too many sign-ins from where you are that came to nothing. Wait a little, then try again.',
    },
    'not to be believed': {
      title: 'You could not be signed in',
      words: `What came back from ${name} did not pass our checks, so it was not used. ${again}`,
    },
    'not admitted': {
      title: 'You cannot sign in with this account',
      words: `You are signed in at ${name}, but with an account that this service does not take. If you have another one there, use that.`,
    },
    'no role': {
      title: 'You hold no role here',
      words: `You are signed in at ${name} but hold no role here: ask the administrator of your organisation to invite you, or to give you the role at ${name}.`,
    },
    closed: {
      title: 'Your account here is closed',
      words: `You are signed in at ${name}, but your account here is closed or restricted: ask the administrator of your organisation.`,
    },
  };
}
