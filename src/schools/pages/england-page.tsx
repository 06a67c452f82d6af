import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { HeadlineYears } from '../rules/area-table.ts';
import { type EnglandRow, measuresOf } from '../rules/england-table.ts';
import { academicYear } from '../rules/facts.ts';
import { dayText } from '../rules/figure-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { type HeadlineMeasure, SHORT_LABELS } from '../rules/school-sections.ts';
import type { EnglandInput } from '../schema.ts';
import { EnglandMap } from './england-map.tsx';
import { EnglandTable } from './england-table.tsx';

interface EnglandPageProps {
  frame: NationalFrame;
  /** In the chosen order. */
  rows: readonly EnglandRow[];
  boundaries: ReadonlyMap<number, AreaGeometry>;
  years: HeadlineYears;
  /** The measure on the map. */
  measure: HeadlineMeasure;
  input: EnglandInput;
}

const PHASE_WORDS = { primary: 'Primary', secondary: 'Secondary and all-through' } as const;

/** All areas side by side: a map of one measure, and a table of all. */
export function EnglandPage({ frame, rows, boundaries, years, measure, input }: EnglandPageProps) {
  const schools = rows.reduce((sum, row) => sum + row.schools, 0);
  const year = years.get(measure);
  return (
    <Page
      title="England"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
      ]}
    >
      <p class="app-lede">
        {schools.toLocaleString('en-GB')} {PHASE_WORDS[input.phase].toLowerCase()} schools in {rows.length} areas
        {frame.asAt && `, open on ${dayText(frame.asAt)}`}.
      </p>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.headsOfEngland()}>
          How often headteachers change, by area
        </a>
      </p>
      <ResultsNotice />
      <Choices years={years} measure={measure} input={input} />
      {year !== undefined && (
        <section aria-labelledby="map">
          <h2 class="govuk-heading-m" id="map">
            {SHORT_LABELS[measure]}, {academicYear(year)}
          </h2>
          <EnglandMap rows={rows} boundaries={boundaries} measure={measure} year={academicYear(year)} />
        </section>
      )}
      <h2 class="govuk-heading-m" id="areas">
        Areas
      </h2>
      <EnglandTable frame={frame} rows={rows} years={years} measure={measure} input={input} />
    </Page>
  );
}

function Choices({ years, measure, input }: Pick<EnglandPageProps, 'years' | 'measure' | 'input'>) {
  const measures = measuresOf(input.phase).filter((one) => years.has(one));
  return (
    <div class="app-no-print">
      <nav aria-label="Phase">
        <ul class="govuk-list app-choices">
          {(['primary', 'secondary'] as const).map((phase) => (
            <li>
              <a
                class="govuk-link"
                href={paths.england({ phase })}
                aria-current={input.phase === phase ? 'true' : undefined}
              >
                {PHASE_WORDS[phase]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label="Measure on the map">
        <ul class="govuk-list app-choices">
          {measures.map((one) => (
            <li>
              <a
                class="govuk-link"
                href={paths.england({ phase: input.phase, measure: one, sort: input.sort, dir: input.dir })}
                aria-current={one === measure ? 'true' : undefined}
              >
                {SHORT_LABELS[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
