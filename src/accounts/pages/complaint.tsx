import { Button } from '../../govuk/button.tsx';
import { SummaryList } from '../../govuk/summary-list.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { Complaint } from '../rules/complaint.ts';
import { type FieldErrors, summaryOf } from '../rules/field-errors.ts';
import { londonTime } from '../../opendata/rules/london-time.ts';
import { Deadline } from './deadline.tsx';

interface ComplaintPageProps {
  organisation: { id: string; name: string };
  complaint: Complaint;
  /** ISO day in London. */
  today: string;
  typed?: Readonly<Record<string, string | undefined>>;
  errors?: FieldErrors;
}

/** One complaint, and what is to be done about it. */
export function ComplaintPage({ organisation, complaint, today, typed = {}, errors = {} }: ComplaintPageProps) {
  const { id, reference, about, fromName, fromEmail, words, receivedAt, acknowledgeBy, acknowledgedAt } = complaint;
  const { answeredAt, answer } = complaint;
  const action = paths.complaintOf(organisation.id, id);
  return (
    <Page
      title={`Complaint ${reference}`}
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Complaints', href: paths.complaintsLog(organisation.id) },
      ]}
      errors={summaryOf(errors)}
    >
      <SummaryList
        rows={[
          { key: { text: 'From' }, value: { text: `${fromName}, ${fromEmail}` } },
          { key: { text: 'About' }, value: { text: about } },
          { key: { text: 'What went wrong' }, value: { text: words } },
          { key: { text: 'Received' }, value: { text: londonTime(receivedAt) } },
          acknowledgedAt === null
            ? { key: { text: 'Acknowledge by' }, value: { text: <Deadline day={acknowledgeBy} today={today} /> } }
            : { key: { text: 'Acknowledged' }, value: { text: londonTime(acknowledgedAt) } },
          answeredAt === null ? null : { key: { text: 'Answered' }, value: { text: londonTime(answeredAt) } },
          answeredAt === null ? null : { key: { text: 'Answer' }, value: { text: answer } },
        ]}
      />
      {acknowledgedAt === null && (
        <Form action={action}>
          <p class="govuk-body">
            Whoever complained got the reference by email. Acknowledge the complaint when somebody has read it and taken
            it on.
          </p>
          <Button name="deed" value="acknowledge" class="govuk-button--secondary" preventDoubleClick>
            Acknowledge
          </Button>
        </Form>
      )}
      {answeredAt === null && (
        <Form action={action}>
          <h2 class="govuk-heading-m">Answer</h2>
          <Textarea
            name="answer"
            label={{ text: 'Answer' }}
            hint={{ text: 'Sent by email. Say that they may also complain to the Information Commissioner.' }}
            rows={8}
            value={typed.answer}
            errorMessage={errors.answer === undefined ? undefined : { text: errors.answer }}
          />
          <Button name="deed" value="answer" preventDoubleClick>
            Send answer
          </Button>
        </Form>
      )}
    </Page>
  );
}
