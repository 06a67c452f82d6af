import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

interface SignInCodePageProps {
  problem?: string;
}

/** After the password: the code of the authenticator app. */
export function SignInCodePage({ problem }: SignInCodePageProps) {
  return (
    <Page
      title="Enter the code from your app"
      backLink={{ href: paths.signIn(), text: 'Begin again' }}
      errors={problem === undefined ? [] : [{ text: problem, href: '#code' }]}
    >
      <Form action={paths.signInCode()}>
        <Input
          name="code"
          label={{ text: 'Code' }}
          hint={{ text: 'The 6 numbers that your authenticator app shows for Alongside' }}
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          class="govuk-input--width-10"
          errorMessage={problem === undefined ? undefined : { text: problem }}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.signInRecovery()}>
          I cannot use my app
        </a>
      </p>
    </Page>
  );
}
