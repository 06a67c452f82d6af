import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { AreaExtras } from '../rules/area-extras.ts';
import type { HeadlineYears } from '../rules/area-table.ts';
import type { SchoolFacts } from '../rules/facts.ts';
import { dayText } from '../rules/figure-words.ts';
import { type AreaSummary, type NationalFrame, schoolCount } from '../rules/national-frame.ts';
import type { PublishedFigure } from '../rules/published-figures.ts';
import type { AreaInput } from '../schema.ts';
import { AreaMapFigure } from './area-map-figure.tsx';
import { AreaMeans } from './area-means.tsx';
import { AreaPublished } from './area-published.tsx';
import { AreaTable } from './area-table.tsx';

interface AreaPageProps {
  area: AreaSummary;
  boundary: AreaGeometry;
  frame: NationalFrame;
  /** Those of the chosen phase, in the chosen order. */
  schools: readonly SchoolFacts[];
  years: HeadlineYears;
  input: AreaInput;
  extras: AreaExtras | null;
  /** What the Department publishes for the authority itself and for England. */
  published: { area: readonly PublishedFigure[]; england: readonly PublishedFigure[] };
}

/** One area: its means, its schools on a map and in a table. */
export function AreaPage({ area, boundary, frame, schools, years, input, extras, published }: AreaPageProps) {
  return (
    <Page
      title={area.name}
      caption={area.region}
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
      ]}
    >
      <p class="app-lede">
        {schoolCount(area)} mainstream state schools open {frame.asAt && `on ${dayText(frame.asAt)}`}:{' '}
        {area.schools.primary} primary and {area.schools.secondary} secondary or all-through.
      </p>
      <p class="govuk-body app-no-print">
        <a class="govuk-link govuk-!-font-weight-bold" href={paths.plan(area.laCode)}>
          Plan for {area.name}: who could work alongside whom
        </a>
      </p>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.areaProfile(area.laCode)}>
          Profile: every level beside England, the region and the areas most like it, over time
        </a>
      </p>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.news({ kind: 'area', laCode: area.laCode })}>
          News of schools in {area.name}
        </a>
      </p>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.areaHeads(area.laCode)}>
          Headteachers: who is new, which posts are vacant, and how often heads change
        </a>
      </p>
      <ResultsNotice />
      <div class="app-columns app-columns--even">
        <div>
          <h2 class="govuk-heading-m">Map of schools</h2>
          <AreaMapFigure name={area.name} boundary={boundary} schools={schools} extras={extras} />
        </div>
        <div>
          <h2 class="govuk-heading-m">At a glance</h2>
          <AreaMeans area={area} frame={frame} years={years} />
        </div>
      </div>
      <AreaPublished name={area.name} {...published} />
      <h2 class="govuk-heading-m" id="schools">
        Schools
      </h2>
      <PhaseLinks area={area} input={input} />
      <AreaTable laCode={area.laCode} name={area.name} schools={schools} years={years} input={input} extras={extras} />
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.areaSchoolsCsv(area.laCode)} download>
          Download this table (CSV)
        </a>
      </p>
    </Page>
  );
}

function PhaseLinks({ area, input }: { area: AreaSummary; input: AreaInput }) {
  const choices = [
    { phase: undefined, text: `All ${schoolCount(area)}` },
    { phase: 'primary', text: `Primary ${area.schools.primary}` },
    { phase: 'secondary', text: `Secondary and all-through ${area.schools.secondary}` },
  ] as const;
  return (
    <nav class="app-no-print" aria-label="Phase">
      <ul class="govuk-list app-choices">
        {choices.map(({ phase, text }) => (
          <li>
            <a
              class="govuk-link"
              href={`${paths.area(area.laCode, { phase, sort: input.sort, dir: input.dir })}#schools`}
              aria-current={input.phase === phase ? 'true' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
