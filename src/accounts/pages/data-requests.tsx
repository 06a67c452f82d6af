import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { Select } from '../../govuk/select.tsx';
import { Table } from '../../govuk/table.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { type DataRequest, REQUEST_KINDS, REQUEST_WORDS } from '../rules/data-request.ts';
import { type FieldErrors, summaryOf } from '../rules/field-errors.ts';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { Deadline } from './deadline.tsx';
import { DoneBanner } from './done-banner.tsx';

interface DataRequestsPageProps {
  organisation: { id: string; name: string };
  requests: readonly DataRequest[];
  people: readonly { id: string; name: string; restricted: boolean }[];
  /** ISO day in London. */
  today: string;
  done?: string;
  typed?: Readonly<Record<string, string | undefined>>;
  errors?: FieldErrors;
}

const DONE = {
  decided: 'The request has been decided, and the answer is on its way.',
  recorded: 'The request has been written down.',
};

/** What people asked an organisation about their data: what is due, what is overdue, and what was decided. */
export function DataRequestsPage(props: DataRequestsPageProps) {
  const { organisation, requests, today, done, errors = {} } = props;
  return (
    <Page
      wide
      title="Requests about personal data"
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
      errors={summaryOf(errors)}
    >
      <DoneBanner done={done} sentences={DONE} />
      <p class="govuk-body app-no-print">
        See also{' '}
        <a class="govuk-link" href={paths.legalHolds(organisation.id)}>
          legal holds
        </a>{' '}
        and{' '}
        <a class="govuk-link" href={paths.destructionLog(organisation.id)}>
          what was destroyed
        </a>
        .
      </p>
      {requests.length === 0 ? (
        <p class="govuk-body">Nobody has made a request yet.</p>
      ) : (
        <ScrollRegion label="Requests, the most urgent first">
          <Table
            class="app-table"
            caption="Requests, the most urgent first"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { text: 'Person' },
              { text: 'Asks for' },
              { text: 'Received' },
              { text: 'Due' },
              { text: 'Decision' },
            ]}
            rows={requests.map(({ id, person, kind, receivedAt, dueOn, decidedAt, outcome }) => [
              {
                text: (
                  <a class="govuk-link" href={paths.dataRequest(organisation.id, id)}>
                    {person}
                  </a>
                ),
              },
              { text: kind },
              { text: londonDay(receivedAt) },
              { text: decidedAt === null ? <Deadline day={dueOn} today={today} /> : '–' },
              { text: decidedAt === null ? 'to decide' : `${outcome}, ${londonDay(decidedAt)}` },
            ])}
          />
        </ScrollRegion>
      )}
      <h2 class="govuk-heading-m">Write down a request that came another way</h2>
      <RecordForm {...props} />
    </Page>
  );
}

function RecordForm({ organisation, people, typed = {}, errors = {} }: DataRequestsPageProps) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Form action={paths.dataRequests(organisation.id)}>
      <p class="govuk-body">
        A request counts however it comes: by letter, by email or by word of mouth. Make sure that it comes from the
        person. Somebody whose data is restricted cannot sign in, so write down here when they want that lifted.
      </p>
      <Select
        name="person"
        label={{ text: 'Person' }}
        value={typed.person}
        errorMessage={message('person')}
        items={[
          { text: 'Choose', value: '' },
          ...people.map(({ id, name, restricted }) => ({
            text: restricted ? `${name} (restricted)` : name,
            value: id,
          })),
        ]}
      />
      <Radios
        name="kind"
        fieldset={{ legend: { text: 'What do they ask for?', class: 'govuk-fieldset__legend--s' } }}
        errorMessage={message('kind')}
        value={typed.kind}
        items={REQUEST_KINDS.map((kind) => ({ value: kind, text: REQUEST_WORDS[kind].text }))}
      />
      <Input
        name="new-name"
        label={{ text: 'For a correction: the right name' }}
        hint={{ text: 'An email address opens the account, so the person alone can ask for that, signed in.' }}
        value={typed['new-name']}
        errorMessage={message('new-name')}
      />
      <Textarea
        name="words"
        label={{ text: 'What they said, and how it came' }}
        value={typed.words}
        errorMessage={message('words')}
      />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Write down
      </Button>
    </Form>
  );
}
