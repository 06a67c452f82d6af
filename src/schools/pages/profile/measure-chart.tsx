import { Details } from '../../../govuk/details.tsx';
import { Table } from '../../../govuk/table.tsx';
import { LineChart, type LinePoint } from '../../../web/charts/line-chart.tsx';
import { academicYear } from '../../rules/facts.ts';
import { figureText } from '../../rules/figure-words.ts';
import type { AreaProfile } from '../../rules/profile/area-profile.ts';
import type { ProfileRow } from '../../rules/profile/profile-row.ts';
import { profileLabel } from '../../rules/profile/profile-words.ts';

interface MeasureChartProps {
  profile: Pick<AreaProfile, 'area'>;
  row: ProfileRow;
}

/** One measure of an area over the years beside England, its region and its statistical neighbours, with its table. */
export function MeasureChart({ profile: { area }, row }: MeasureChartProps) {
  const { measure, phase, years } = row;
  if (years.length < 2) return null;
  const label = profileLabel(row);
  const format = (value: number) => figureText(value, measure);
  const lines = [
    { name: 'Area', shape: 'circle', colour: '#123f3d', values: years.map((one) => one.area?.value) },
    {
      name: 'England',
      shape: 'triangle',
      colour: '#5a5f78',
      dash: '4 3',
      values: years.map((one) => one.england?.value),
    },
    { name: 'Region', shape: 'square', colour: '#a8500c', dash: '1 3', values: years.map((one) => one.region?.value) },
    {
      name: 'Like it',
      shape: 'diamond',
      colour: '#7a2e5d',
      dash: '6 2',
      values: years.map((one) => one.neighbours?.value),
    },
  ] as const;
  const isProgress = /progress/.test(measure);
  return (
    <figure class="app-chart-figure">
      <figcaption class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">{label}</figcaption>
      <LineChart
        id={`profile-${measure}-${phase}`}
        title={`${label}: ${area.name}, England, ${area.region} and statistical neighbours`}
        description="The same numbers are in the table under the chart."
        ticks={years.map(({ year }) => (years.length > 3 ? academicYear(year).slice(2) : academicYear(year)))}
        series={lines
          .filter(({ values }) => values.some((value) => value !== undefined))
          .map(({ values, ...line }) => ({ ...line, points: values.map(point) }))}
        format={format}
        {...(isProgress && { baseline: 0, include: [0] })}
      />
      <Details summaryText="The numbers">
        <Table
          class="app-table app-number"
          caption={label}
          captionClass="govuk-table__caption--s"
          firstCellIsHeader
          head={[
            { text: 'Year' },
            { text: 'Area', format: 'numeric' },
            { text: 'England', format: 'numeric' },
            { text: 'Region', format: 'numeric' },
            { text: 'Like it', format: 'numeric' },
          ]}
          rows={years.map(({ year }, i) => [
            { text: <span class="app-nowrap">{academicYear(year)}</span> },
            ...lines.map(({ values }) => ({
              text: values[i] === undefined ? <span class="app-missing">none</span> : format(values[i]),
              format: 'numeric' as const,
            })),
          ])}
        />
      </Details>
    </figure>
  );
}

function point(value: number | undefined): LinePoint | null {
  return value === undefined ? null : { value };
}
