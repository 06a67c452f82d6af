import { Button } from '../../govuk/button.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { SummaryList } from '../../govuk/summary-list.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { WarningText } from '../../govuk/warning-text.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { DataRequest, RequestKind } from '../rules/data-request.ts';
import { type FieldErrors, summaryOf } from '../rules/field-errors.ts';
import { londonTime } from '../../opendata/rules/london-time.ts';
import { Deadline } from './deadline.tsx';

interface DataRequestPageProps {
  organisation: { id: string; name: string };
  request: DataRequest;
  /** ISO day in London. */
  today: string;
  typed?: Readonly<Record<string, string | undefined>>;
  errors?: FieldErrors;
}

/** What granting a request of each kind does. */
const GRANTED: Record<RequestKind, string> = {
  access: 'You have given, or give with the answer, a copy of their data.',
  correction:
    'The name and address that they asked for take the place of the old ones at once. Anything else you have put right.',
  erasure:
    'Their name, address, account, sessions and mail are erased at once, and their roles end. This cannot be undone.',
  restriction: 'They are signed out at once and cannot sign in until it is lifted. Their records are kept.',
  'lifting a restriction': 'They can sign in again.',
};

/** One request about personal data, and the form that decides it. */
export function DataRequestPage(props: DataRequestPageProps) {
  const { organisation, request, today, errors = {} } = props;
  const { person, kind, words, newName, newEmail, recorded, receivedAt, dueOn, decidedAt } = request;
  return (
    <Page
      title={`${person}: ${kind}`}
      caption="Request about personal data"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Requests about personal data', href: paths.dataRequests(organisation.id) },
      ]}
      errors={summaryOf(errors)}
    >
      <SummaryList
        rows={[
          { key: { text: 'In their words' }, value: { text: words } },
          newName === null ? null : { key: { text: 'Right name' }, value: { text: newName } },
          newEmail === null ? null : { key: { text: 'Right email address' }, value: { text: newEmail } },
          { key: { text: 'Received' }, value: { text: londonTime(receivedAt) } },
          {
            key: { text: 'How' },
            value: { text: recorded ? 'Written down by an administrator' : 'On this site, signed in' },
          },
          decidedAt === null
            ? { key: { text: 'Due' }, value: { text: <Deadline day={dueOn} today={today} /> } }
            : {
                key: { text: 'Decided' },
                value: { text: `${londonTime(decidedAt)}, by ${request.decidedBy ?? 'somebody who has left'}` },
              },
          decidedAt === null ? null : { key: { text: 'Outcome' }, value: { text: request.outcome } },
          decidedAt === null ? null : { key: { text: 'Answer' }, value: { text: request.answer } },
        ]}
      />
      {decidedAt === null && <DecisionForm {...props} />}
    </Page>
  );
}

function DecisionForm({ organisation, request: { id, kind }, typed = {}, errors = {} }: DataRequestPageProps) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Form action={paths.dataRequest(organisation.id, id)}>
      <h2 class="govuk-heading-m">Decide</h2>
      {kind === 'erasure' && (
        <WarningText>
          Erasure cannot be undone. A legal hold, or a duty to keep the record, comes before it.
        </WarningText>
      )}
      <Radios
        name="outcome"
        fieldset={{ legend: { text: 'What did you decide?', class: 'govuk-fieldset__legend--s' } }}
        errorMessage={message('outcome')}
        value={typed.outcome}
        items={[
          { value: 'done', text: 'Done', hint: { text: GRANTED[kind] } },
          {
            value: 'refused',
            text: 'Refused',
            hint: { text: 'Say why, and that they may complain to you and to the Information Commissioner.' },
          },
          kind === 'erasure' && {
            value: 'held',
            text: 'Held',
            hint: { text: 'A legal hold keeps their records for now. Say so.' },
          },
        ]}
      />
      <Textarea
        name="answer"
        label={{ text: 'Answer to the person' }}
        hint={{ text: 'Sent to them by email.' }}
        value={typed.answer}
        errorMessage={message('answer')}
      />
      <Button preventDoubleClick>Decide and send the answer</Button>
    </Form>
  );
}
