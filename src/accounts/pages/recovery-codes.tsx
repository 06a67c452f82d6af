import { Button } from '../../govuk/button.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { CurrentCodeField } from './code-field.tsx';

/** Before new recovery codes are made. */
export function RenewRecoveryCodesPage({ left, problem }: { left: number; problem?: string }) {
  return (
    <Page
      title="Make new recovery codes"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
      errors={problem === undefined ? [] : [{ text: problem, href: '#current' }]}
    >
      <p class="govuk-body">
        You have {left === 1 ? '1 recovery code' : `${left} recovery codes`} left. When new ones are made, those stop
        working.
      </p>
      <Form action={paths.recoveryCodes()}>
        <CurrentCodeField problem={problem} />
        <Button preventDoubleClick>Make new codes</Button>
      </Form>
    </Page>
  );
}

interface RecoveryCodesPageProps {
  codes: readonly string[];
  /** What was done, as the heading. */
  title: string;
  /** The page to go on to. */
  to: string;
}

/** The recovery codes, this once. */
export function RecoveryCodesPage({ codes, title, to }: RecoveryCodesPageProps) {
  return (
    <Page title={title}>
      <p class="app-lede">
        These are your recovery codes. Each stands in once for the code of your app, for when you cannot use it.
      </p>
      <p class="govuk-body">
        Print them or write them down, and keep them where nobody else finds them. They are shown this once only.
      </p>
      <ul class="govuk-list">
        {codes.map((code) => (
          <li class="app-code">{code}</li>
        ))}
      </ul>
      <Button href={to}>I have kept my codes</Button>
    </Page>
  );
}
