import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { WorkLetter } from '../../rules/work/work-mail.ts';
import { DoneBanner } from '../done-banner.tsx';

interface WorkMailPageProps {
  held: Record<WorkLetter, boolean>;
  done?: string;
}

const DONE = { saved: 'Saved. This counts from the next letter on.' };

/** Which letters about their work somebody gets. */
export function WorkMailPage({ held, done }: WorkMailPageProps) {
  return (
    <Page
      title="Mail about your work"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
    >
      <DoneBanner done={done} sentences={DONE} />
      <p class="govuk-body">
        The letters say what waits for you and by when, and lead to{' '}
        <a class="govuk-link" href={paths.myWork()}>
          My work
        </a>
        . They name no school that gets help and nothing that is confidential. You can end them here, or by the link in
        each.
      </p>
      <Form action={paths.workMail()}>
        <Checkboxes
          name="letters"
          fieldset={{ legend: { text: 'Send me', class: 'govuk-fieldset__legend--m' } }}
          items={[
            {
              id: 'letters',
              value: 'weekly',
              text: 'A weekly letter',
              hint: { text: 'All that waits for you, on the first working day of the week, when there is any' },
              checked: held.weekly,
            },
            {
              value: 'reminders',
              text: 'Reminders',
              hint: { text: 'Before something is due, on the day, and when it is late; once each' },
              checked: held.reminders,
            },
          ]}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Page>
  );
}
