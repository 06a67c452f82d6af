import { InsetText } from '../../govuk/inset-text.tsx';
import { Table } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { SortDirection } from '../rules/area-table.ts';
import { dayText } from '../rules/figure-words.ts';
import type { HeadsOfEngland } from '../rules/headship/area-heads.ts';
import type { EnglandHeadsRow, HeadsSort } from '../rules/headship/england-heads-table.ts';
import type { PlaceTurnover } from '../rules/headship/place-turnover.ts';
import { countWords, rateWords } from '../rules/headship/turnover-words.ts';
import { sortHeader } from './sort-header.tsx';

interface EnglandHeadsPageProps {
  heads: HeadsOfEngland;
  /** In the chosen order. */
  rows: readonly EnglandHeadsRow[];
  sort: HeadsSort;
  dir: SortDirection;
}

/** How often heads change in each area. Of no head by name: a list of all heads of England would be a register of persons. */
export function EnglandHeadsPage({ heads, rows, sort, dir }: EnglandHeadsPageProps) {
  const { turnover, withoutArea } = heads;
  return (
    <Page
      title="Turnover of headteachers"
      caption="England"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'England', href: paths.england() },
      ]}
    >
      {turnover.schools === 0 ? (
        <InsetText>
          How often heads change cannot be told yet: it takes two dated extracts of the same schools. Held:{' '}
          {countWords(turnover.days.length, 'extract')} naming heads of {countWords(turnover.once, 'school')}. A further
          extract of the register, also an older one, is loaded with bin/alongside import.
        </InsetText>
      ) : (
        <>
          <p class="app-lede">{rateWords(turnover.turnover)} changes of head in a hundred school years.</p>
          <p class="govuk-body">
            From {countWords(turnover.days.length, 'dated extract')}, {dayText(turnover.days[0]!)} to{' '}
            {dayText(turnover.days.at(-1)!)}: {countWords(turnover.schools, 'school')} of which two or more tell.{' '}
            {countWords(turnover.once, 'school')} seen in only one {turnover.once === 1 ? 'is' : 'are'} not counted.
            {withoutArea > 0 &&
              ` ${countWords(withoutArea, 'school')} that no register held has count for England and for no area.`}
          </p>
          <AreasTable rows={rows} england={turnover} sort={sort} dir={dir} />
          <p class="app-source">
            In brackets: what chance alone leaves possible, in 19 of 20 cases. Where the ranges of two areas overlap,
            their order says little. Areas are compared fairly only where the same extracts tell of their schools: some
            hold academies only.
          </p>
        </>
      )}
    </Page>
  );
}

const numeric = (text: string | number) => ({ text, format: 'numeric' as const });

function AreasTable({
  rows,
  england,
  sort,
  dir,
}: Pick<EnglandHeadsPageProps, 'rows' | 'sort' | 'dir'> & { england: PlaceTurnover }) {
  const header = (key: HeadsSort, text: string) => {
    const sorted = sort === key ? dir : null;
    const next = sorted === null ? (key === 'name' ? 'asc' : 'desc') : sorted === 'asc' ? 'desc' : 'asc';
    const href = paths.headsOfEngland({ sort: key, dir: next });
    return sortHeader({ text, sorted, href, numeric: key !== 'name' });
  };
  return (
    <ScrollRegion label="Turnover of heads by area">
      <Table
        class="app-table app-number"
        caption="Turnover of heads by area"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          header('name', 'Area'),
          header('turnover', 'In 100 school years (range)'),
          header('changes', 'Changes'),
          numeric('School years'),
          header('schools', 'Schools'),
          numeric('Seen once'),
        ]}
        rows={[
          [{ text: <strong>England</strong> }, ...cells(england)],
          ...rows.map(({ area, heads }) => [
            {
              text: (
                <a class="govuk-link" href={paths.areaHeads(area.laCode)}>
                  {area.name}
                </a>
              ),
            },
            ...cells(heads.turnover),
          ]),
        ]}
      />
    </ScrollRegion>
  );
}

function cells({ turnover, schools, once }: PlaceTurnover) {
  if (schools === 0) {
    const none = { text: <span class="app-missing">not told</span>, format: 'numeric' as const };
    return [none, none, none, numeric(0), numeric(once)];
  }
  return [
    numeric(rateWords(turnover)),
    numeric((turnover.certain + turnover.likely).toLocaleString('en-GB')),
    numeric(turnover.schoolYears.toLocaleString('en-GB')),
    numeric(schools.toLocaleString('en-GB')),
    numeric(once.toLocaleString('en-GB')),
  ];
}
