import { Table } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayInWords, londonDay, londonTime } from '../../opendata/rules/london-time.ts';

interface DestructionLogPageProps {
  organisation: { id: string; name: string };
  log: readonly {
    at: Date;
    rule: string;
    kind: string;
    records: number;
    oldest: Date | null;
    newest: Date | null;
    personId: string | null;
    doneBy: string | null;
  }[];
  policy: {
    title: string;
    source: string;
    validFrom: string;
    rules: Readonly<Record<string, { keepMonths: number; from: string }>>;
  };
}

/** What was destroyed, by which rule, and the schedule itself. */
export function DestructionLogPage({ organisation, log, policy }: DestructionLogPageProps) {
  return (
    <Page
      wide
      title="What was destroyed"
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Requests about personal data', href: paths.dataRequests(organisation.id) },
      ]}
    >
      <p class="app-lede">
        What the retention schedule destroyed on the whole site, and what was erased at the request of people of{' '}
        {organisation.name}; the newest first.
      </p>
      {log.length === 0 ? (
        <p class="govuk-body">Nothing has been destroyed yet.</p>
      ) : (
        <ScrollRegion label="Destruction log">
          <Table
            class="app-table"
            caption="Destruction log"
            captionClass="govuk-visually-hidden"
            head={[
              { text: 'When' },
              { text: 'Records' },
              { text: 'How many', format: 'numeric' },
              { text: 'From' },
              { text: 'To' },
              { text: 'Rule' },
              { text: 'By' },
            ]}
            rows={log.map(({ at, rule, kind, records, oldest, newest, personId, doneBy }) => [
              { text: londonTime(at) },
              { text: personId === null ? kind : `${kind}, of person ${personId}` },
              { text: records.toLocaleString('en-GB'), format: 'numeric' },
              { text: oldest === null ? '–' : londonDay(oldest) },
              { text: newest === null ? '–' : londonDay(newest) },
              { text: rule },
              { text: doneBy ?? 'the schedule' },
            ])}
          />
        </ScrollRegion>
      )}
      <h2 class="govuk-heading-m">The schedule</h2>
      <ScrollRegion label={policy.title}>
        <Table
          caption={policy.title}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: 'Records' }, { text: 'Kept for' }, { text: 'From' }]}
          rows={Object.entries(policy.rules).map(([records, { keepMonths, from }]) => [
            { text: records },
            { text: keepMonths === 1 ? '1 month' : `${keepMonths} months` },
            { text: from },
          ])}
        />
      </ScrollRegion>
      <p class="app-source">
        {policy.title}, in force from {dayInWords(policy.validFrom)}. {policy.source}
      </p>
    </Page>
  );
}
