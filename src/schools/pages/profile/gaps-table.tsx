import { MEASURES } from '../../../opendata/rules/measures.ts';
import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { academicYear } from '../../rules/facts.ts';
import { figureText } from '../../rules/figure-words.ts';
import type { AreaProfile } from '../../rules/profile/area-profile.ts';
import { differenceText } from '../../rules/profile/profile-words.ts';
import { SourceLink } from '../figure.tsx';

/** How far disadvantaged pupils are behind others, as published for the area and for England. */
export function GapsTable({ profile: { area, gaps } }: { profile: Pick<AreaProfile, 'area' | 'gaps'> }) {
  if (gaps.length === 0) {
    return (
      <p class="govuk-body">
        No file loaded here has results of disadvantaged pupils for {area.name}. The Department’s tables by local
        authority bring them.
      </p>
    );
  }
  return (
    <ScrollRegion label="Gap of disadvantaged pupils">
      <Table
        class="app-table app-number"
        caption="Disadvantaged pupils and others, as published"
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          { text: 'Measure' },
          { text: 'Disadvantaged', format: 'numeric' },
          { text: 'Other pupils', format: 'numeric' },
          { text: 'Gap', format: 'numeric' },
          { text: 'Gap in England', format: 'numeric' },
        ]}
        rows={gaps.map(({ measure, year, disadvantaged, other, gap, england, sources }) => [
          {
            text: (
              <>
                {MEASURES[measure].label}, <span class="app-nowrap">{academicYear(year)}</span>
              </>
            ),
          },
          ...([disadvantaged, other] as const).map((value, i) => ({
            text: (
              <SourceLink source={sources[i]!} words={`, source of ${MEASURES[measure].label}, ${academicYear(year)}`}>
                {figureText(value, measure)}
              </SourceLink>
            ),
            format: 'numeric' as const,
          })),
          { text: behind(gap, measure), format: 'numeric' as const },
          {
            text: england === null ? <span class="app-missing">none</span> : behind(england, measure),
            format: 'numeric' as const,
          },
        ])}
      />
    </ScrollRegion>
  );
}

function behind(gap: number, measure: Parameters<typeof differenceText>[1]): string {
  const size = differenceText(Math.abs(gap), measure).replace('+', '');
  return gap >= 0 ? `${size} behind` : `${size} ahead`;
}
