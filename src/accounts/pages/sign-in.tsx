import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { DemonstrationPeople } from './demonstration-people.tsx';
import { DoneBanner } from './done-banner.tsx';
import { ProviderButtons } from './provider-buttons.tsx';

const DONE = {
  'signed-out': 'You have signed out',
  'password-set': 'Your new password is set. Sign in with it',
  'account-made': 'Your account is made. Sign in with your email address and password',
} as const;
export type SignInDone = keyof typeof DONE;

interface SignInPageProps {
  /** The page to go to afterwards, a path of this site. */
  to: string;
  /** What was typed. The password is never given back. */
  email?: string;
  /** What is wrong, by field. */
  problems?: { email?: string; password?: string };
  providers: readonly { id: string; name: string }[];
  demonstrationPeople: Parameters<typeof DemonstrationPeople>[0]['people'];
  /** Name of whoever is signed in already. */
  signedIn?: string;
  done?: string;
}

/** Sign in: with a provider, by e-mail address and password, or, where the site is for trying out, as an invented person. */
export function SignInPage({
  to,
  email,
  problems = {},
  providers,
  demonstrationPeople,
  signedIn,
  done,
}: SignInPageProps) {
  const errors = (['email', 'password'] as const).flatMap((field) => {
    const text = problems[field];
    return text === undefined ? [] : [{ text, href: `#${field}` }];
  });
  const otherWays = providers.length > 0 || demonstrationPeople.length > 0;
  return (
    <Page title="Sign in" breadcrumbs={[{ text: 'Home', href: paths.home() }]} errors={errors}>
      <DoneBanner done={done} sentences={DONE} />
      {signedIn !== undefined && (
        <InsetText>You are signed in as {signedIn}. When you sign in again here, that session ends.</InsetText>
      )}
      <DemonstrationPeople people={demonstrationPeople} to={to} />
      {providers.length > 0 && (
        <section aria-labelledby="with-provider">
          <h2 class="govuk-heading-m" id="with-provider">
            With the account of your organisation
          </h2>
          <ProviderButtons providers={providers} to={to} />
        </section>
      )}
      <section aria-labelledby={otherWays ? 'with-password' : undefined}>
        {otherWays && (
          <h2 class="govuk-heading-m" id="with-password">
            With your email address and password
          </h2>
        )}
        <Form action={paths.signIn()}>
          <input type="hidden" name="to" value={to} />
          <Input
            name="email"
            type="email"
            label={{ text: 'Email address' }}
            value={email}
            autocomplete="username"
            spellcheck={false}
            class="govuk-input--width-30"
            errorMessage={problems.email === undefined ? undefined : { text: problems.email }}
          />
          <Input
            name="password"
            type="password"
            label={{ text: 'Password' }}
            autocomplete="current-password"
            spellcheck={false}
            class="govuk-input--width-30"
            errorMessage={problems.password === undefined ? undefined : { text: problems.password }}
          />
          <Button preventDoubleClick>Sign in</Button>
        </Form>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.passwordForgotten()}>
            I have forgotten my password
          </a>
        </p>
      </section>
      <p class="govuk-body">
        Accounts are given by invitation. If you have none, ask the administrator of your organisation.
      </p>
    </Page>
  );
}
