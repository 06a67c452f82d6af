import { LineChart, type LinePoint, type LineSeries } from '../../web/charts/line-chart.tsx';
import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import type { Place } from '../rules/averages.ts';
import { academicYear, type FactKey, type PhaseGroup } from '../rules/facts.ts';
import { figureText } from '../rules/figure-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { type SchoolRecord, yearsOf } from '../rules/school-record.ts';

interface SchoolChartsProps {
  school: SchoolRecord;
  frame: NationalFrame;
  phase: PhaseGroup;
  measures: readonly MeasureCode[];
}

/** One small chart a measure: the school, its area and England over the years. The table of the section has the same numbers. */
export function SchoolCharts({ school, frame, phase, measures }: SchoolChartsProps) {
  const charts = measures.filter((measure) => yearsOf(school.facts, [measure]).length > 0);
  return (
    <div class="app-stack">
      {charts.map((measure) => (
        <figure class="app-chart-figure">
          <figcaption class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">
            {MEASURES[measure].label}
          </figcaption>
          <MeasureChart school={school} frame={frame} phase={phase} measure={measure} />
        </figure>
      ))}
    </div>
  );
}

function MeasureChart({
  school,
  frame,
  phase,
  measure,
}: Omit<SchoolChartsProps, 'measures'> & { measure: MeasureCode }) {
  const years = yearsOf(school.facts, [measure]);
  const { name, laCode, laName } = school.identity;
  const mean = (place: Place) => years.map((year) => pointOf(frame.average(place, phase, measure, year)?.value));
  const series: LineSeries[] = [
    {
      name: 'School',
      shape: 'circle',
      colour: '#123f3d',
      points: years.map((year) => schoolPoint(school, measure, year)),
    },
    { name: 'Area', shape: 'square', colour: '#a8500c', points: mean(laCode) },
    { name: 'England', shape: 'triangle', colour: '#5a5f78', dash: '4 3', points: mean('England') },
  ];
  const signed = MEASURES[measure].unit === 'score' && /progress/.test(measure);
  return (
    <LineChart
      id={`chart-${measure}`}
      title={`${MEASURES[measure].label}: ${name}, ${laName} and England`}
      description={`${gist(series[0]!, years, measure)} The same numbers are in the table of this section.`}
      ticks={years.map((year) => tickOf(year, years.length))}
      series={series}
      format={(value) => figureText(value, measure)}
      baseline={signed ? 0 : undefined}
      include={signed ? [0] : []}
    />
  );
}

/** The year as it fits under a chart: with more than three, without its century. */
function tickOf(year: number, count: number): string {
  const full = academicYear(year);
  return count > 3 ? full.slice(2) : full;
}

function pointOf(value: number | null | undefined): LinePoint | null {
  return value === null || value === undefined ? null : { value };
}

function schoolPoint(school: SchoolRecord, measure: MeasureCode, year: number): LinePoint | null {
  const valueOf = (code: MeasureCode) => school.facts.get(`${code}:${year}` satisfies FactKey)?.value ?? undefined;
  const point = pointOf(valueOf(measure));
  if (point === null || measure !== 'ks4_progress8') return point;
  return { ...point, lower: valueOf('ks4_progress8_lower'), upper: valueOf('ks4_progress8_upper') };
}

function gist(school: LineSeries, years: readonly number[], measure: MeasureCode): string {
  const known = years.flatMap((year, index) => {
    const point = school.points[index];
    return point ? [`${figureText(point.value, measure)} in ${academicYear(year)}`] : [];
  });
  return known.length === 0 ? 'The school has no number in any year.' : `The school had ${known.join(', ')}.`;
}
