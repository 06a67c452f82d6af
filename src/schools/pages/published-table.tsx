import type { Pupils, SchoolsCounted } from '../../opendata/rules/adapter.ts';
import { MEASURES } from '../../opendata/rules/measures.ts';
import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { academicYear } from '../rules/facts.ts';
import { type NoNumber, NO_RECORD, noNumberOf } from '../rules/figure-words.ts';
import type { PublishedRow } from '../rules/published-figures.ts';
import { Figure } from './figure.tsx';
import { MissingKey } from './missing-key.tsx';

const PUPILS = ['all', 'disadvantaged', 'other'] as const satisfies readonly Pupils[];
const HEADS: Record<Pupils, string> = {
  all: 'All pupils',
  disadvantaged: 'Disadvantaged',
  other: 'Other pupils',
};

const SCHOOLS: Record<SchoolsCounted, string> = {
  all: 'all schools',
  'state-funded': 'state-funded schools',
  primary: 'primary schools',
  secondary: 'secondary schools',
  special: 'special schools',
};

interface PublishedTableProps {
  caption: string;
  rows: readonly PublishedRow[];
  /** The same rows for England, where it is to stand beside. */
  england?: readonly PublishedRow[];
}

/** Figures that a publisher worked out itself, each a link to its row. */
export function PublishedTable({ caption, rows, england }: PublishedTableProps) {
  const beside = (row: PublishedRow) =>
    england?.find(
      ({ measure, year, schools }) => measure === row.measure && year === row.year && schools === row.schools,
    );
  const facts = rows.flatMap((row) => [
    ...PUPILS.map((pupils) => row.byPupils.get(pupils)),
    ...(england ? [beside(row)?.byPupils.get('all')] : []),
  ]);
  return (
    <>
      <ScrollRegion label={caption}>
        <Table
          class="app-table app-number"
          caption={caption}
          captionClass="govuk-table__caption--s"
          firstCellIsHeader
          head={[
            { text: 'Measure' },
            ...PUPILS.map((pupils) => ({ text: HEADS[pupils], format: 'numeric' as const })),
            ...(england ? [{ text: 'England, all pupils', format: 'numeric' as const }] : []),
          ]}
          rows={rows.map((row) => [
            { text: <RowName row={row} /> },
            ...PUPILS.map((pupils) => ({
              text: <Figure measure={row.measure} year={row.year} fact={row.byPupils.get(pupils)} />,
              format: 'numeric' as const,
            })),
            ...(england
              ? [
                  {
                    text: <Figure measure={row.measure} year={row.year} fact={beside(row)?.byPupils.get('all')} />,
                    format: 'numeric' as const,
                  },
                ]
              : []),
          ])}
        />
      </ScrollRegion>
      <p class="app-source">
        As published, not worked out here: each figure leads to its row.
        <MissingKey reasons={facts.map(noNumberOf).filter((reason): reason is NoNumber => isTold(reason))} />{' '}
        <em>{NO_RECORD}</em>: not published for these pupils in the files held here.
      </p>
    </>
  );
}

function isTold(reason: NoNumber | null): boolean {
  return reason !== null && reason !== NO_RECORD;
}

function RowName({ row: { measure, year, schools, stage } }: { row: PublishedRow }) {
  return (
    <>
      {MEASURES[measure].label}, <span class="app-nowrap">{academicYear(year)}</span>
      {schools !== null && schools !== 'state-funded' && `, ${SCHOOLS[schools]}`}
      {stage !== 'final' && ` (${stage})`}
    </>
  );
}
