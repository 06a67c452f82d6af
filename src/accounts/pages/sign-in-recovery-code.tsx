import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

interface SignInRecoveryCodePageProps {
  problem?: string;
}

/** After the password, for whoever cannot use their app: one of the codes kept for that. */
export function SignInRecoveryCodePage({ problem }: SignInRecoveryCodePageProps) {
  return (
    <Page
      title="Enter a recovery code"
      backLink={{ href: paths.signInCode() }}
      errors={problem === undefined ? [] : [{ text: problem, href: '#code' }]}
    >
      <p class="govuk-body">
        You were given recovery codes when you set up your authenticator app. Each works once. If you have none left,
        ask the administrator of your organisation.
      </p>
      <Form action={paths.signInRecovery()} autocomplete={false}>
        <Input
          name="code"
          label={{ text: 'Recovery code' }}
          hint={{ text: 'Spaces and dashes do not matter' }}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problem === undefined ? undefined : { text: problem }}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
    </Page>
  );
}
