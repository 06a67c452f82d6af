import { Button } from '../../govuk/button.tsx';
import { Details } from '../../govuk/details.tsx';
import { Input } from '../../govuk/input.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Pagination } from '../../govuk/pagination.tsx';
import { Radios } from '../../govuk/radios.tsx';
import { Table } from '../../govuk/table.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { REQUEST_KINDS, REQUEST_WORDS } from '../rules/data-request.ts';
import { londonTime } from '../../opendata/rules/london-time.ts';
import type { OwnData } from '../rules/own-data.ts';
import type { DeedTitles, TrailPage } from '../rules/trail-entry.ts';
import { DoneBanner } from './done-banner.tsx';
import { type FieldErrors, summaryOf } from '../rules/field-errors.ts';
import { TrailTable } from './trail-table.tsx';

interface OwnDataPageProps {
  data: OwnData;
  trail: TrailPage;
  titles: DeedTitles;
  /** Whom a request goes to; null when no organisation ever gave the person a role. */
  organisation: string | null;
  /** Days within which a request is answered. */
  days: number;
  done?: string;
  typed?: Readonly<Record<string, string | undefined>>;
  errors?: FieldErrors;
}

const DONE = { asked: 'Your request has been made. You get the answer by email.' };

/** Everything that is held about oneself, and what one may ask about it. */
export function OwnDataPage(props: OwnDataPageProps) {
  const { data, trail, titles, organisation, done, errors = {} } = props;
  const held = data.filter(({ records }) => records.length > 0);
  const none = data.filter(({ records }) => records.length === 0);
  return (
    <Page
      wide
      title="What is held about you"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
      errors={summaryOf(errors)}
    >
      <DoneBanner done={done} sentences={DONE} />
      <p class="app-lede">
        Everything that this site holds about you.{' '}
        <a class="govuk-link" href={paths.privacy()}>
          Why it is held, and for how long
        </a>
        .
      </p>
      <p class="govuk-body app-no-print">
        <Button href={paths.ownDataExport()} class="govuk-button--secondary" attributes={{ download: '' }}>
          Take a copy of all of it (JSON)
        </Button>
      </p>
      {held.map((section) => (
        <RecordsTable {...section} />
      ))}
      <p class="govuk-body">
        Nothing is held under: {none.map(({ title }) => title.toLowerCase()).join('; ')}. A password, a second factor
        and links are kept so that nobody can read them, and so they are not shown.
      </p>
      <h2 class="govuk-heading-m" id="trail">
        What you did
      </h2>
      {trail.entries.length === 0 ? (
        <p class="govuk-body">There are no older entries.</p>
      ) : (
        <TrailTable caption="What you did, newest first" entries={trail.entries} titles={titles} withPerson={false} />
      )}
      {trail.next !== null && (
        <Pagination
          class="app-no-print"
          next={{ href: `${paths.ownData()}?before=${trail.next}#trail`, text: 'Older entries' }}
        />
      )}
      <h2 class="govuk-heading-m">Ask about your data</h2>
      {organisation === null ? (
        <InsetText>
          No organisation has given you a role, so ask whoever runs this site; the privacy notice says how.
        </InsetText>
      ) : (
        <RequestForm {...props} organisation={organisation} />
      )}
    </Page>
  );
}

function RecordsTable({ title, records }: OwnData[number]) {
  const columns = Object.keys(records[0] ?? {});
  return (
    <ScrollRegion label={title}>
      <Table
        class="app-table"
        caption={title}
        captionClass="govuk-table__caption--m"
        head={columns.map((column) => ({ text: column.charAt(0).toUpperCase() + column.slice(1) }))}
        rows={records.map((record) => columns.map((column) => ({ text: valueText(record[column]) })))}
      />
    </ScrollRegion>
  );
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (value instanceof Date) return londonTime(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function RequestForm({ organisation, days, typed = {}, errors = {} }: OwnDataPageProps & { organisation: string }) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Form action={paths.ownData()}>
      <p class="govuk-body">
        Your request goes to <strong>{organisation}</strong>, the organisation you act for now: each organisation
        answers for its own records. To ask another one, change the role you act in first. You get an answer within{' '}
        {days} days. If it is about when you came to a school as its head, or whether you did, name the school and the
        years: what names alone say is corrected on the school’s page, and what the register itself publishes is the
        school’s to change at the Department.
      </p>
      <Radios
        name="kind"
        fieldset={{ legend: { text: 'What do you ask for?', class: 'govuk-fieldset__legend--s' } }}
        errorMessage={message('kind')}
        value={typed.kind}
        items={REQUEST_KINDS.filter((kind) => kind !== 'lifting a restriction').map((kind) => ({
          value: kind,
          text: REQUEST_WORDS[kind].text,
          hint: { text: REQUEST_WORDS[kind].hint },
        }))}
      />
      <Details
        summaryText="For a correction: your right name or email address"
        open={Boolean(typed['new-name'] || typed['new-email'] || errors['new-email'])}
      >
        <Input
          name="new-name"
          label={{ text: 'Right name' }}
          value={typed['new-name']}
          errorMessage={message('new-name')}
          autocomplete="name"
        />
        <Input
          name="new-email"
          type="email"
          label={{ text: 'Right email address' }}
          hint={{ text: 'You sign in with it, and mail goes there.' }}
          value={typed['new-email']}
          errorMessage={message('new-email')}
          autocomplete="email"
        />
      </Details>
      <Textarea
        name="words"
        label={{ text: 'In your own words' }}
        hint={{ text: 'What you ask for and, if you like, why.' }}
        value={typed.words}
        errorMessage={message('words')}
      />
      <Button preventDoubleClick>Send request</Button>
    </Form>
  );
}
