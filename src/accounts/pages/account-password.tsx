import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';

interface AccountPasswordPageProps {
  shortest: number;
  /** What is wrong, by field. What was typed is never given back. */
  problems?: { current?: string; chosen?: string };
}

/** Change one's password. */
export function AccountPasswordPage({ shortest, problems = {} }: AccountPasswordPageProps) {
  const errors = Object.entries(problems).flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []));
  return (
    <Page
      title="Change your password"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
      errors={errors}
    >
      <p class="govuk-body">Your other sessions end, and you get an email that says that your password was changed.</p>
      <Form action={paths.accountPassword()}>
        <Input
          name="current"
          type="password"
          label={{ text: 'Current password' }}
          autocomplete="current-password"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problems.current === undefined ? undefined : { text: problems.current }}
        />
        <Input
          name="chosen"
          type="password"
          label={{ text: 'New password' }}
          hint={{
            text: `At least ${shortest} characters. Three or four words that do not belong together are easy to remember and hard to guess`,
          }}
          autocomplete="new-password"
          spellcheck={false}
          class="govuk-input--width-30"
          errorMessage={problems.chosen === undefined ? undefined : { text: problems.chosen }}
        />
        <Button preventDoubleClick>Change password</Button>
      </Form>
    </Page>
  );
}
