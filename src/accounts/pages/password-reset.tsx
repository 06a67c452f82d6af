import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

interface PasswordResetPageProps {
  /** Of the link; it goes on in the form, not in an address. */
  token: string;
  email: string;
  shortest: number;
  problem?: string;
}

/** Behind the link of the mail: a new password. */
export function PasswordResetPage({ token, email, shortest, problem }: PasswordResetPageProps) {
  return (
    <Page title="Choose a new password" errors={problem === undefined ? [] : [{ text: problem, href: '#password' }]}>
      <p class="govuk-body">For the account of {email}. When it is set, you are signed out everywhere.</p>
      <Form action={paths.passwordReset()}>
        <input type="hidden" name="token" value={token} />
        <Input
          name="password"
          type="password"
          label={{ text: 'New password' }}
          hint={{
            text: `At least ${shortest} characters. Three or four words that do not belong together are easy to remember and hard to guess`,
          }}
          autocomplete="new-password"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problem === undefined ? undefined : { text: problem }}
        />
        <Button preventDoubleClick>Set the password</Button>
      </Form>
    </Page>
  );
}

/** The link was used, has expired, or never was: which, is not said. */
export function PasswordLinkSpentPage() {
  return (
    <Page title="This link does not work any more">
      <p class="govuk-body">Each link works once, and for a short time only.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.passwordForgotten()}>
          Ask for a new link
        </a>
      </p>
    </Page>
  );
}
