import { Button } from '../../../govuk/button.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { WorkLetter } from '../../rules/work/work-mail.ts';

const NAMES: Record<WorkLetter, string> = { weekly: 'weekly letters', reminders: 'reminders' };

/** Asks once more before letters end: programs that look at links open them too, and must end nothing. */
export function StopWorkMailPage({ token, letter }: { token: string; letter: WorkLetter }) {
  return (
    <Page title={`Stop ${NAMES[letter]}`} breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="govuk-body">
        You will get no more {NAMES[letter]} about your work. Your account stays as it is, and what waits for you stays
        on My work.
      </p>
      <Form action={paths.stopWorkMail({ token })}>
        <Button>Stop {NAMES[letter]}</Button>
      </Form>
    </Page>
  );
}

/** Said after letters have ended. */
export function StoppedWorkMailPage({ letter }: { letter: WorkLetter }) {
  return (
    <Page title={`You get no more ${NAMES[letter]}`} breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="govuk-body">
        You can choose them again in your account, on{' '}
        <a class="govuk-link" href={paths.workMail()}>
          Mail about your work
        </a>
        .
      </p>
    </Page>
  );
}
