import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { Pagination } from '../../../govuk/pagination.tsx';
import { Table, type TableCell } from '../../../govuk/table.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { sortHeader } from '../../../schools/pages/sort-header.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type BoardFilters, type BoardOrder, boardQuery, NO_FILTERS, PAGE_LENGTH } from '../../rules/board/filters.ts';
import type { HelpWords } from '../../rules/board/board-file.ts';
import { RISK_WORDS } from '../../rules/board/risk-words.ts';
import type { BoardCount, BoardRow } from '../../rules/board/row.ts';
import { STATE_TAGS } from '../../rules/state-words.ts';
import { STATES } from '../../rules/states.ts';
import { StateTag } from '../placement-frame.tsx';
import { BoardFilterForm, type FilterChoices } from './filter-form.tsx';

interface BoardPageProps {
  organisation: { id: string; name: string };
  rows: readonly BoardRow[];
  total: number;
  counts: readonly BoardCount[];
  filters: BoardFilters;
  choices: FilterChoices;
  help: (row: BoardRow) => HelpWords;
  /** Whether the reader begins placements. */
  begins: boolean;
}

/** All placements of a service by state, risk and lateness. */
export function BoardPage({ organisation, rows, total, counts, filters, choices, help, begins }: BoardPageProps) {
  const late = counts.reduce((sum, count) => sum + count.late, 0);
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  const query = boardQuery({ ...filters, page: 1 });
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  const current = Math.min(filters.page, pages);
  return (
    <Page
      title={`Placements: ${organisation.name}`}
      heading="Placements"
      caption={organisation.name}
      wide
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      <p class="app-lede">
        {all === 0
          ? 'There are no placements yet.'
          : `${counted(all, 'placement')}, ${late === 0 ? 'none' : late} with a step that is late.`}
      </p>
      <ul class="govuk-list app-choices app-no-print">
        {begins && (
          <li>
            <a class="govuk-link" href={paths.askForSchool(organisation.id)}>
              Ask for a placement
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={paths.placementsService(organisation.id)}>
            Against need and capacity
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.placementsFile(organisation.id, 'xlsx', query)}>
            Take these as a workbook
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.placementsFile(organisation.id, 'csv', query)}>
            Take these as CSV
          </a>
        </li>
      </ul>
      {all > 0 && <StateCounts organisation={organisation} counts={counts} filters={filters} />}
      <BoardFilterForm organisation={organisation} filters={filters} choices={choices} />
      {all > 0 && total === 0 ? (
        <p class="govuk-body">No placement passes these filters.</p>
      ) : (
        total > 0 && (
          <>
            <BoardTable organisation={organisation} rows={rows} total={total} filters={filters} help={help} />
            {pages > 1 && (
              <Pagination
                previous={
                  current > 1
                    ? {
                        href: pageHref(organisation, filters, current - 1),
                        labelText: `Page ${current - 1} of ${pages}`,
                      }
                    : undefined
                }
                next={
                  current < pages
                    ? {
                        href: pageHref(organisation, filters, current + 1),
                        labelText: `Page ${current + 1} of ${pages}`,
                      }
                    : undefined
                }
              />
            )}
          </>
        )
      )}
    </Page>
  );
}

type Of = Pick<BoardPageProps, 'organisation'>;

function pageHref({ id }: Of['organisation'], filters: BoardFilters, page: number): string {
  return paths.placements(id, boardQuery({ ...filters, page }));
}

/** How many stand in each state, each a way to see these alone. */
function StateCounts({ organisation, counts, filters }: Of & Pick<BoardPageProps, 'counts' | 'filters'>) {
  const inOrder = STATES.flatMap((state) => counts.filter((count) => count.state === state));
  return (
    <ScrollRegion label="Placements by state">
      <Table
        caption="By state"
        captionClass="govuk-table__caption--m"
        class="app-table"
        head={[{ text: 'State' }, { text: 'Placements', format: 'numeric' }, { text: 'Late', format: 'numeric' }]}
        rows={inOrder.map(({ state, all, late }) => [
          {
            text: (
              <a
                class="govuk-link"
                href={paths.placements(
                  organisation.id,
                  boardQuery({ ...NO_FILTERS, order: filters.order, states: [state] }),
                )}
              >
                {STATE_TAGS[state].text}
              </a>
            ),
          },
          { text: String(all), format: 'numeric' },
          { text: String(late), format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}

const COLUMNS: readonly { text: string; order: BoardOrder | null }[] = [
  { text: 'Placement', order: 'newest' },
  { text: 'Supported school', order: 'school' },
  { text: 'Leader and home school', order: 'leader' },
  { text: 'Help', order: null },
  { text: 'State', order: 'state' },
  { text: 'Next step due', order: 'due' },
  { text: 'Days', order: null },
  { text: 'Broker', order: 'broker' },
  { text: 'Risk', order: 'risk' },
];

function BoardTable({
  organisation,
  rows,
  total,
  filters,
  help,
}: Of & Pick<BoardPageProps, 'rows' | 'total' | 'filters' | 'help'>) {
  return (
    <ScrollRegion label="Placements">
      <Table
        caption={`${counted(total, 'placement')}${boardQuery({ ...filters, order: 'due', page: 1 }) === '' ? '' : ' that pass the filters'}`}
        captionClass="govuk-table__caption--m"
        class="app-table"
        head={COLUMNS.map(({ text, order }): TableCell =>
          order === null
            ? { text }
            : sortHeader({
                text,
                sorted: filters.order === order ? 'asc' : null,
                href: paths.placements(organisation.id, boardQuery({ ...filters, order, page: 1 })),
              }),
        )}
        rows={rows.map((row) => cellsOf(row, help(row)))}
      />
    </ScrollRegion>
  );
}

function cellsOf({ placement, late, deliveredHalfDays }: BoardRow, { type, support }: HelpWords): TableCell[] {
  const { id, reference, supported, home, leader, state, dueOn, halfDays, assignedTo, risk } = placement;
  return [
    {
      text: (
        <a class="govuk-link" href={paths.placement(id)}>
          {reference}
        </a>
      ),
    },
    { text: supported.name },
    { text: leader === null ? 'Not found yet' : `${leader.name}, ${home?.name}` },
    { text: `${type}, by ${support}` },
    { text: <StateTag state={state} /> },
    {
      text:
        dueOn === null ? (
          'No day'
        ) : (
          <>
            {dayText(dueOn)} {late && <Tag class="govuk-tag--red">Late</Tag>}
          </>
        ),
    },
    {
      text: halfDays === null ? 'Not set' : `${halfDaysInWords(deliveredHalfDays)} of ${halfDaysInWords(halfDays)}`,
    },
    { text: assignedTo?.name ?? 'Not assigned' },
    { text: risk === null ? 'None set' : RISK_WORDS[risk] },
  ];
}

function counted(number: number, one: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : `${one}s`}`;
}
