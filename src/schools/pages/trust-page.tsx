import { Table } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import { publishedRows, TRUST_MEASURES } from '../rules/published-figures.ts';
import type { Trust, TrustSchool } from '../rules/trust.ts';
import { SourceLink } from './figure.tsx';
import { PublishedTable } from './published-table.tsx';

/** A trust: what is published for it as such, and its schools. */
export function TrustPage({ trust }: { trust: Trust }) {
  const rows = publishedRows(trust.figures, TRUST_MEASURES);
  return (
    <Page title={trust.name} caption={trust.groupType} wide breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="app-lede">{ledeOf(trust)}</p>
      {trust.source && (
        <p class="app-source">
          Source:{' '}
          <a class="govuk-link" href={paths.source(trust.source.importId, trust.source.line)}>
            the list of groups, line {trust.source.line}
          </a>
          .
        </p>
      )}
      {trust.schools.length > 0 && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.news({ kind: 'trust', groupUid: trust.uid })}>
            News of its schools
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m" id="results">
        Published results
      </h2>
      {rows.length === 0 ? (
        <p class="govuk-body">
          No results of this group as a whole are in the files held here. The Department publishes them for trusts and
          sponsors with three schools or more; those of each school are on its page.
        </p>
      ) : (
        <PublishedTable caption={`${trust.name} as published`} rows={rows} />
      )}
      <h2 class="govuk-heading-m" id="schools">
        Schools
      </h2>
      {trust.schools.length === 0 ? (
        <p class="govuk-body">The list of members held here has no school of this group.</p>
      ) : (
        <Schools trust={trust} />
      )}
    </Page>
  );
}

function ledeOf({ status, openDate, closedDate, schools }: Trust): string {
  const count = `${schools.length} ${schools.length === 1 ? 'school' : 'schools'} in the list of members`;
  const days = [openDate && `opened ${dayText(openDate)}`, closedDate && `closed ${dayText(closedDate)}`];
  return `${[count, status?.toLowerCase(), ...days].filter(Boolean).join(', ')}.`;
}

function Schools({ trust: { name, schools } }: { trust: Trust }) {
  return (
    <ScrollRegion label={`Schools of ${name}`}>
      <Table
        class="app-table"
        caption={`Schools of ${name}`}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ text: 'School' }, { text: 'Area' }, { text: 'Phase' }, { text: 'Joined' }]}
        rows={schools.map((school) => [
          { text: <SchoolName school={school} /> },
          { text: school.laName ?? notHeld },
          { text: school.phase ?? notHeld },
          {
            text: (
              <SourceLink source={school.source} words=", source of the membership">
                {school.joinedOn === null ? 'day not given' : dayText(school.joinedOn)}
              </SourceLink>
            ),
          },
        ])}
      />
    </ScrollRegion>
  );
}

const notHeld = <span class="app-missing">not in the registers held here</span>;

function SchoolName({ school: { urn, name, status } }: { school: TrustSchool }) {
  if (name === null) return <>URN {urn}</>;
  return (
    <>
      <a class="govuk-link" href={paths.school(urn)}>
        {name}
      </a>
      {status !== null && !status.startsWith('Open') && ` (${status.toLowerCase()})`}
    </>
  );
}
