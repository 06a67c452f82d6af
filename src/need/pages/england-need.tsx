import { InsetText } from '../../govuk/inset-text.tsx';
import { Table, type TableCell } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { sortHeader } from '../../schools/pages/sort-header.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import {
  type AreaNeeds,
  type AreaNeedsRow,
  areaRows,
  countsOfEngland,
  type NeedSort,
  sortAreas,
} from '../rules/england-needs.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import type { Category, NeedPolicy } from '../rules/need-policy.ts';
import { CategoryCounts } from './category-counts.tsx';
import { type MappedArea, NeedMap } from './need-map.tsx';
import { PolicyExplained } from './policy-explained.tsx';

interface EnglandNeedPageProps {
  /** All schools of England by category. */
  counts: Readonly<Record<Category, number>>;
  /** The same by area; null for those who may not read it. */
  areas: readonly AreaNeeds[] | null;
  land: ReadonlyMap<number, MappedArea>;
  policy: NeedPolicy;
  standards: MinimumStandards;
  /** ISO date of the assessment; null when nothing is assessed yet. */
  asAt: string | null;
  sort: NeedSort;
  direction: 'asc' | 'desc';
  /** The trust of whoever reads, where they act for one. */
  trust: number | null;
}

/** Need over all of England: counts by area, and the policy that they come from in words. */
export function EnglandNeedPage(props: EnglandNeedPageProps) {
  const { policy, standards, asAt } = props;
  return (
    <Page
      title="Need across England"
      heading="Which schools need help first, across England"
      wide
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      {asAt === null ? (
        <p class="app-lede">No school is assessed yet: published data is still to be loaded.</p>
      ) : (
        <Counts {...props} asAt={asAt} />
      )}
      <PolicyExplained policy={policy} standards={standards} />
    </Page>
  );
}

type Props = EnglandNeedPageProps & { asAt: string };

function Counts(props: Props) {
  const { areas, policy, asAt, trust } = props;
  const counts = areas === null ? props.counts : countsOfEngland(areas);
  const schools = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const first = policy.inNeed.reduce((sum, category) => sum + counts[category], 0);
  return (
    <>
      <p class="app-lede">
        {first.toLocaleString('en-GB')} of {schools.toLocaleString('en-GB')} open mainstream schools are in a category
        that is offered a leader. Published data as at {dayText(asAt)}.
      </p>
      <CategoryCounts counts={counts} policy={policy} />
      <InsetText>
        A person decides; these categories are proposals from published data.{' '}
        <a class="govuk-link" href="#policy">
          How a school gets its category
        </a>{' '}
        and{' '}
        <a class="govuk-link" href={paths.definitions()}>
          which schools meet the Department’s own definitions
        </a>
      </InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.hiddenOfEngland()}>
          For whom the average hides
        </a>
        : disadvantaged pupils in affluent, rural and coastal schools.
        {trust !== null && (
          <>
            {' '}
            <a class="govuk-link" href={paths.themesOfTrust(trust)}>
              Themes and trends of need in your trust
            </a>
          </>
        )}
      </p>
      <ResultsNotice />
      {areas === null ? <NotByArea /> : <ByArea {...props} areas={areas} />}
    </>
  );
}

function NotByArea() {
  return (
    <p class="govuk-body">
      The category of a school is for the service that supports it and for the school itself, and in a small area a
      count can give it away. Those who judge need for a local authority or a trust see the counts of each area when
      they{' '}
      <a class="govuk-link" href={paths.signIn(paths.needOfEngland())}>
        sign in
      </a>
      .
    </p>
  );
}

function ByArea({ areas, land, policy, sort, direction }: Props & { areas: readonly AreaNeeds[] }) {
  const rows = areaRows(areas, policy.inNeed);
  return (
    <>
      <h2 class="govuk-heading-l" id="areas">
        Schools in each category, by area
      </h2>
      <div class="app-columns">
        <ScrollRegion label="Schools in each category, by area">
          <Table
            caption="Number of schools in each category, by area"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={COLUMNS.map((column) => header(column, sort, direction))}
            rows={sortAreas(rows, sort, direction).map(cells)}
          />
        </ScrollRegion>
        <NeedMap rows={rows} land={land} />
      </div>
    </>
  );
}

const COLUMNS: readonly { sort: NeedSort; text: string }[] = [
  { sort: 'name', text: 'Area' },
  { sort: 'D', text: 'D' },
  { sort: 'C', text: 'C' },
  { sort: 'B', text: 'B' },
  { sort: 'A', text: 'A' },
  { sort: 'schools', text: 'Schools' },
  { sort: 'first', text: 'Offered a leader' },
  { sort: 'share', text: 'Share of schools' },
];

// A first press on a number asks for the most of it, on the name for the beginning of the alphabet.
function header({ sort, text }: (typeof COLUMNS)[number], sorted: NeedSort, direction: 'asc' | 'desc'): TableCell {
  const first = sort === 'name' ? 'asc' : 'desc';
  const other = direction === 'asc' ? 'desc' : 'asc';
  return sortHeader({
    text,
    sorted: sort === sorted ? direction : null,
    href: `${paths.needOfEngland({ sort, dir: sort === sorted ? other : first })}#areas`,
    numeric: sort !== 'name',
  });
}

function cells({ laCode, laName, counts, schools, first, share }: AreaNeedsRow): TableCell[] {
  const numbers = [counts.D, counts.C, counts.B, counts.A, schools, first, `${share.toFixed(0)}%`];
  return [
    {
      text: (
        <a class="govuk-link" href={paths.needOfArea(laCode)}>
          {laName}
        </a>
      ),
    },
    ...numbers.map((text): TableCell => ({ text, format: 'numeric' })),
  ];
}
