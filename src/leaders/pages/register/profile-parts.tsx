import { halfDaysInWords } from '../../../calendar/half-days.ts';
import type { ComponentChildren } from 'preact';
import { Details } from '../../../govuk/details.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { termWords } from '../../../need/rules/round/term.ts';
import { dayInWords, londonMoment } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Designation } from '../../rules/register/designation.ts';
import type { LeaderProfile, PlacementOfLeader } from '../../rules/register/profile.ts';
import { LEAD, type SupportPolicy } from '../../rules/support-policy.ts';
import { capital, dayOr, fieldWords, roleWords } from './parts.tsx';

type Support = Pick<SupportPolicy, 'roles' | 'fields'>;

function row(name: string, text: ComponentChildren) {
  return { key: { text: name }, value: { text } };
}

/** What is written down of a leader. */
export function EntryFacts({ profile: { entry, homeName }, support }: { profile: LeaderProfile; support: Support }) {
  return (
    <SummaryList
      rows={[
        row(
          'Home school',
          <>
            <a class="govuk-link" href={paths.school(entry.homeUrn)}>
              {homeName ?? 'not in the register of schools'}
            </a>{' '}
            (URN {entry.homeUrn})
          </>,
        ),
        row('Email address', entry.email ?? 'none'),
        row('Account', entry.personId === null ? 'Not joined to an account yet' : 'Joined to their account'),
        row('Phases', entry.phases.length === 0 ? 'none named' : capital(entry.phases.join(' and '))),
        row('Fields', entry.fields.length === 0 ? 'none named' : capital(fieldWords(support, entry.fields))),
        row('Contexts worked in', entry.contexts.length === 0 ? 'none named' : entry.contexts.join('; ')),
        row(
          'Longest journey',
          entry.furthestMinutes === null ? 'they set none' : `${entry.furthestMinutes} minutes one way`,
        ),
        row('Most schools at once', String(entry.mostSchools)),
        row('Partnership', entry.partnership ?? 'none'),
      ]}
    />
  );
}

const STATUS_TAGS = { 'in force': 'govuk-tag--green', 'under review': 'govuk-tag--yellow', ended: 'govuk-tag--grey' };

/** The designations that stand, and behind them those before. `linkOf` leads to where one is changed; null where the reader changes none. */
export function Designations({
  designations: { standing, earlier },
  support,
  today,
  linkOf,
}: {
  designations: LeaderProfile['designations'];
  support: Support;
  today: string;
  linkOf: ((id: string) => string) | null;
}) {
  const rowOf = (one: Designation, isStanding: boolean) => [
    { text: capital(roleWords(support, [one.role])) },
    { text: one.body },
    { text: dayOr(one.designatedOn, 'not known') },
    { text: <Tag class={STATUS_TAGS[one.status]}>{capital(one.status)}</Tag> },
    {
      text: (
        <>
          {dayOr(one.reviewOn, 'none')}{' '}
          {isStanding && one.status !== 'ended' && one.reviewOn !== null && one.reviewOn < today && (
            <Tag class="govuk-tag--red">Late</Tag>
          )}
        </>
      ),
    },
    { text: one.ruleSet },
    {
      text: (
        <>
          <span class="app-letter">{one.evidence}</span>
          {one.supersedes !== null && (
            <>
              <br />
              In the place of an earlier one: <span class="app-letter">{one.supersedes.words}</span>
            </>
          )}
          <br />
          {one.by ?? 'Somebody of the service'}, {londonMoment(new Date(one.at))}
          {isStanding && linkOf !== null && (
            <>
              <br />
              <a class="govuk-link app-no-print" href={linkOf(one.id)}>
                Change<span class="govuk-visually-hidden"> {roleWords(support, [one.role])}</span>
              </a>
            </>
          )}
        </>
      ),
    },
  ];
  const table = (caption: string, rows: Designation[], isStanding: boolean) => (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={['Role', 'Designated by', 'On', 'Stands', 'Review', 'Rules', 'Evidence'].map((text) => ({ text }))}
        rows={rows.map((one) => rowOf(one, isStanding))}
      />
    </ScrollRegion>
  );
  return (
    <>
      {standing.length === 0 ? (
        <p class="govuk-body">Nobody has designated this leader, as far as this register knows.</p>
      ) : (
        table('Designations', standing, true)
      )}
      {earlier.length > 0 && (
        <Details summaryText={`Earlier designations (${earlier.length})`}>
          {table('Earlier designations', earlier, false)}
        </Details>
      )}
    </>
  );
}

/** Days by term: offered, promised, used and left. */
export function Ledger({ ledgers }: Pick<LeaderProfile, 'ledgers'>) {
  return (
    <ScrollRegion label="Days by term">
      <Table
        caption="Days by term, the newest first"
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={['Term', 'Offered', 'Promised', 'Used', 'Left', 'Last confirmed'].map((text) => ({ text }))}
        rows={ledgers.map((one) => [
          { text: capital(termWords(one)) },
          { text: one.offered === null ? 'not said' : halfDaysInWords(one.offered) },
          { text: halfDaysInWords(one.promised) },
          { text: halfDaysInWords(one.used) },
          { text: one.left === null ? 'not known' : halfDaysInWords(one.left) },
          { text: dayOr(one.confirmedOn, 'never') },
        ])}
      />
    </ScrollRegion>
  );
}

/** Whether the public may find the leader, and what it sees. */
export function ConsentShown({ consent }: Pick<LeaderProfile, 'consent'>) {
  if (consent === null)
    return <p class="govuk-body">Not in the directory: nobody said that the public may find this leader.</p>;
  const how = `${consent.how === 'site' ? 'said on the site' : 'given in writing'} on ${dayInWords(consent.givenOn)}`;
  if (!consent.consents) return <p class="govuk-body">Not in the directory, as {how}.</p>;
  return (
    <p class="govuk-body">
      In the directory, as {how}: name, service and designations
      {consent.shows.length > 0 && `; ${consent.shows.join(', ')}`}. Never the address.
    </p>
  );
}

/** The placements of a leader, to those who take part in them. */
export function Placements({ placements, support }: { placements: readonly PlacementOfLeader[]; support: Support }) {
  if (placements.length === 0) return <p class="govuk-body">No placement yet.</p>;
  return (
    <ScrollRegion label="Placements">
      <Table
        caption="Placements, the newest first"
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={['Reference', 'School helped', 'Kind', 'Period', 'State'].map((text) => ({ text }))}
        rows={placements.map((one) => [
          {
            text: (
              <a class="govuk-link" href={paths.placement(one.id)}>
                {one.reference}
              </a>
            ),
          },
          { text: one.supportedName },
          {
            text: `${capital(one.supportType.replaceAll('-', ' '))}, ${one.support === LEAD ? 'as lead head' : fieldWords(support, [one.support])}`,
          },
          { text: `${dayOr(one.startsOn, 'not set')} to ${dayOr(one.endsOn, 'not set')}` },
          { text: capital(one.state) },
        ])}
      />
    </ScrollRegion>
  );
}
