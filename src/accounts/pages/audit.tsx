import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import { Pagination } from '../../govuk/pagination.tsx';
import { Select } from '../../govuk/select.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { deedText } from '../rules/deed-titles.ts';
import type { DeedTitles, TrailPage } from '../rules/trail-entry.ts';
import { type AuditFilter, OUTCOMES } from '../schema/audit-filter.ts';
import { TrailTable } from './trail-table.tsx';

interface AuditPageProps {
  organisation: { id: string; name: string };
  filter: AuditFilter;
  trail: TrailPage & { people: { id: string; name: string }[]; actions: string[] };
  titles: DeedTitles;
}

/** Who of an organisation read, changed, exported, signed in or was refused. */
export function AuditPage({ organisation, filter, trail, titles }: AuditPageProps) {
  const { before, ...narrowed } = filter;
  return (
    <Page
      wide
      title="Audit trail"
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
    >
      <p class="app-lede">
        What the people of {organisation.name} read, changed and took away, when they signed in and what they were
        refused; the newest first. Entries can be added and never changed.
      </p>
      <Filters organisation={organisation.id} filter={filter} trail={trail} titles={titles} />
      {trail.entries.length === 0 ? (
        <p class="govuk-body">
          {before === undefined ? 'No entry fits these filters.' : 'There are no older entries.'}
        </p>
      ) : (
        <>
          <p class="govuk-body app-no-print">
            <a class="govuk-link" href={paths.auditCsv(organisation.id, narrowed)} download>
              Take all entries that fit as a CSV file
            </a>
            , with times in UTC. That you took it is entered here too.
          </p>
          <TrailTable caption="Entries of the audit trail" entries={trail.entries} titles={titles} />
        </>
      )}
      <Pagination
        class="app-no-print"
        previous={
          before === undefined ? undefined : { href: paths.audit(organisation.id, narrowed), text: 'Newest entries' }
        }
        next={
          trail.next === null
            ? undefined
            : { href: paths.audit(organisation.id, { ...narrowed, before: trail.next }), text: 'Older entries' }
        }
      />
      <p class="app-source">
        Times are London’s. Each entry is chained to the one before by a hash; whoever runs the site checks the chain
        with <code>bin/alongside audit verify</code>.
      </p>
    </Page>
  );
}

interface FiltersProps {
  organisation: string;
  filter: AuditFilter;
  trail: AuditPageProps['trail'];
  titles: DeedTitles;
}

function Filters({ organisation, filter, trail: { people, actions }, titles }: FiltersProps) {
  const day = { type: 'date' };
  const known = filter.action === undefined || actions.includes(filter.action) ? actions : [filter.action, ...actions];
  return (
    <form class="app-filters app-no-print" action={paths.audit(organisation)} method="get" novalidate>
      <Input name="from" label={{ text: 'From' }} value={filter.from} attributes={day} />
      <Input name="to" label={{ text: 'To' }} value={filter.to} attributes={day} />
      <Select
        name="person"
        label={{ text: 'Person' }}
        value={filter.person}
        items={[{ text: 'Anybody', value: '' }, ...people.map(({ id, name }) => ({ text: name, value: id }))]}
      />
      <Select
        name="action"
        label={{ text: 'What' }}
        value={filter.action}
        items={[
          { text: 'Anything', value: '' },
          ...known.map((action) => ({ text: deedText(titles, action), value: action })),
        ]}
      />
      <Select
        name="outcome"
        label={{ text: 'Outcome' }}
        value={filter.outcome}
        items={[{ text: 'Any', value: '' }, ...OUTCOMES.map((outcome) => ({ text: outcome, value: outcome }))]}
      />
      <Input
        name="subject"
        label={{ text: 'About' }}
        hint={{ text: 'A URN, an area’s code or an id' }}
        value={filter.subject}
      />
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}
