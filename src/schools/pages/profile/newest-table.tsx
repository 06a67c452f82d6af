import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { academicYear } from '../../rules/facts.ts';
import { figureText } from '../../rules/figure-words.ts';
import type { AreaProfile } from '../../rules/profile/area-profile.ts';
import { newestTold, type OverAreas, type ProfileRow } from '../../rules/profile/profile-row.ts';
import { moveWords, profileLabel, rankWords } from '../../rules/profile/profile-words.ts';

interface NewestTableProps {
  profile: Pick<AreaProfile, 'area' | 'neighbours'>;
  caption: string;
  rows: readonly ProfileRow[];
  /** Of the place only where it is now, for a sheet of paper. */
  compact?: boolean;
}

/** The newest figure of each measure beside what it is compared with, and the area's place in England. */
export function NewestTable({ profile: { area, neighbours }, caption, rows, compact = false }: NewestTableProps) {
  return (
    <ScrollRegion label={caption}>
      <Table
        class="app-table app-number"
        caption={caption}
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          { text: 'Measure' },
          { text: area.name, format: 'numeric' },
          { text: 'England', format: 'numeric' },
          { text: area.region, format: 'numeric' },
          {
            text: compact ? 'Areas like it' : `Statistical neighbours (${neighbours.areas.length})`,
            format: 'numeric',
          },
          { text: 'Place in England' },
        ]}
        rows={rows.map((row) => {
          const newest = newestTold(row);
          if (newest === undefined)
            return [{ text: profileLabel(row) }, { text: `No figure for ${area.name}`, colspan: 5 }];
          return [
            {
              text: (
                <>
                  {profileLabel(row)}, <span class="app-nowrap">{academicYear(newest.year)}</span>
                </>
              ),
            },
            { text: figureText(newest.area!.value, row.measure), format: 'numeric' as const },
            { text: figureOr(newest.england, row.measure), format: 'numeric' as const },
            { text: figureOr(newest.region, row.measure), format: 'numeric' as const },
            { text: figureOr(newest.neighbours, row.measure), format: 'numeric' as const },
            { text: <Place row={row} compact={compact} /> },
          ];
        })}
      />
    </ScrollRegion>
  );
}

function figureOr(figure: Pick<OverAreas, 'value'> | null | undefined, measure: MeasureCode) {
  return figure ? figureText(figure.value, measure) : <span class="app-missing">none</span>;
}

function Place({ row, compact }: { row: ProfileRow; compact: boolean }) {
  const { rank, rankBefore, middleHalf, measure } = row;
  return (
    <>
      {rank === null ? 'not ranked' : rankWords(rank)}
      {rank !== null && rankBefore !== null && !compact && `, ${moveWords(rank, rankBefore)}`}
      {middleHalf !== null && !compact && (
        <>
          <br />
          <small>
            half of areas: {figureText(middleHalf[0], measure)} to {figureText(middleHalf[1], measure)}
          </small>
        </>
      )}
    </>
  );
}
