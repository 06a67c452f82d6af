import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { averageWords } from '../rules/averages.ts';
import { type HeadlineYears } from '../rules/area-table.ts';
import { academicYear, type PhaseGroup } from '../rules/facts.ts';
import { dayText } from '../rules/figure-words.ts';
import { schemeCounts } from '../rules/inspections/scheme-words.ts';
import type { AreaSummary, InspectedSchools, NationalFrame } from '../rules/national-frame.ts';
import { HEADLINE_MEASURES, SHORT_LABELS } from '../rules/school-sections.ts';
import { AverageFigure } from './figure.tsx';

const PHASE_NAMES = { primary: 'Primary', secondary: 'Secondary and all-through' } as const;
const PHASES = ['primary', 'secondary'] as const satisfies readonly PhaseGroup[];

/** An area's means beside England's, for each phase. */
export function AreaMeans({ area, frame, years }: { area: AreaSummary; frame: NationalFrame; years: HeadlineYears }) {
  const phases = PHASES.filter((phase) => area.schools[phase] > 0);
  return (
    <>
      <ScrollRegion label={`${area.name} beside England`}>
        <Table
          class="app-table app-number"
          caption={`${area.name} beside England`}
          captionClass="govuk-table__caption--s"
          firstCellIsHeader
          head={[
            { text: 'Measure' },
            ...phases.flatMap((phase) => [
              { text: `${area.name}, ${phase}`, format: 'numeric' as const },
              { text: `England, ${phase}`, format: 'numeric' as const },
            ]),
          ]}
          rows={[
            ...HEADLINE_MEASURES.flatMap((measure) => {
              const year = years.get(measure);
              if (year === undefined) return [];
              return [
                [
                  {
                    text: (
                      <>
                        {SHORT_LABELS[measure]}, <span class="app-nowrap">{academicYear(year)}</span>
                      </>
                    ),
                  },
                  ...phases.flatMap((phase) =>
                    ([area.laCode, 'England'] as const).map((place) => ({
                      text:
                        (measure === 'ks2_rwm_expected' && phase === 'secondary') ||
                        (measure === 'ks4_progress8' && phase === 'primary') ? (
                          <span class="app-missing">other phase</span>
                        ) : (
                          <AverageFigure average={frame.average(place, phase, measure, year)} measure={measure} />
                        ),
                      format: 'numeric' as const,
                    })),
                  ),
                ],
              ];
            }),
            [
              { text: 'Good or outstanding, of those whose last graded inspection gave an overall grade' },
              ...phases.flatMap((phase) =>
                ([area.laCode, 'England'] as const).map((place) => ({
                  text: <GoodShare {...frame.inspected(place, phase)} />,
                  format: 'numeric' as const,
                })),
              ),
            ],
          ]}
        />
      </ScrollRegion>
      <p class="app-source">
        {phases.map((phase) => (
          <>
            {PHASE_NAMES[phase]}: {schemeCounts(frame.inspected(area.laCode, phase), area.schools[phase])}{' '}
          </>
        ))}
      </p>
      <p class="app-source">
        “By pupils” is a {averageWords(true)}; the other means are each a {averageWords(false)}. They cover mainstream
        schools open {frame.asAt ? `on ${dayText(frame.asAt)}` : 'today'} under the number they had in that year.
      </p>
    </>
  );
}

/** The share of graded schools that are good or outstanding, with both counts. */
export function GoodShare({ graded, goodOrOutstanding }: InspectedSchools) {
  if (graded === 0) return <span class="app-missing">no grades held</span>;
  return (
    <>
      {Math.round((100 * goodOrOutstanding) / graded)}%
      <br />
      <small>
        {goodOrOutstanding.toLocaleString('en-GB')} of {graded.toLocaleString('en-GB')}
      </small>
    </>
  );
}
