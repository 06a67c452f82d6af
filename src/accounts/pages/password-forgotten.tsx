import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

interface PasswordForgottenPageProps {
  email?: string;
  problem?: string;
}

/** Asks for the address that a link for a new password is sent to. */
export function PasswordForgottenPage({ email, problem }: PasswordForgottenPageProps) {
  return (
    <Page
      title="Choose a new password"
      backLink={{ href: paths.signIn() }}
      errors={problem === undefined ? [] : [{ text: problem, href: '#email' }]}
    >
      <p class="govuk-body">We will send you an email with a link that lets you choose a new password.</p>
      <Form action={paths.passwordForgotten()}>
        <Input
          name="email"
          type="email"
          label={{ text: 'Email address' }}
          value={email}
          autocomplete="username"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problem === undefined ? undefined : { text: problem }}
        />
        <Button preventDoubleClick>Send the link</Button>
      </Form>
    </Page>
  );
}

/** Says the same whether or not anybody has an account under the address. */
export function PasswordLinkSentPage({ minutes }: { minutes: number }) {
  return (
    <Page title="Check your email" backLink={{ href: paths.signIn() }}>
      <p class="govuk-body">
        If there is an account with a password under the address you gave, a link is on its way to it. It works once,
        for {minutes} minutes.
      </p>
      <p class="govuk-body">
        If nothing comes, look among unwanted mail and check the address. If you sign in with the account of your
        organisation, there is no password here to change. After several emails we send no more for a while; the links
        in those you have still work.
      </p>
    </Page>
  );
}
