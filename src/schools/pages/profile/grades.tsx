import { Table } from '../../../govuk/table.tsx';
import { LineChart } from '../../../web/charts/line-chart.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { dayText } from '../../rules/figure-words.ts';
import type { AreaProfile } from '../../rules/profile/area-profile.ts';
import { goodShare, type GradesOnDay, notCovered } from '../../rules/profile/grades-over-time.ts';

/** The share of schools graded good or outstanding over time, always with how many schools it says nothing of. */
export function Grades({ profile: { area, grades } }: { profile: Pick<AreaProfile, 'area' | 'grades'> }) {
  const now = grades.area.at(-1);
  if (now === undefined) return <p class="govuk-body">No inspection is held for the schools of {area.name}.</p>;
  const englandOn = new Map(grades.england.map((one) => [one.day, one]));
  return (
    <>
      <p class="govuk-body">
        {Share(now)} of the graded schools of {area.name} were good or outstanding on {dayText(now.day)}. That covers{' '}
        {now.graded} schools; of {notCovered(now)} it says nothing, because they had not been inspected under their
        present number or were graded in another way. Overall grades ended in September 2024, so the share covers fewer
        schools each year and is not to be compared with later report cards.
      </p>
      <div class="app-columns app-columns--even">
        <figure class="app-chart-figure">
          <figcaption class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">
            Good or outstanding, of graded schools
          </figcaption>
          <LineChart
            id="profile-grades"
            title={`Share of graded schools that are good or outstanding: ${area.name} and England`}
            description="The same numbers are in the table beside the chart."
            ticks={grades.area.map(({ day }) => `’${day.slice(2, 4)}`)}
            series={[
              { name: 'Area', shape: 'circle', colour: '#123f3d', points: grades.area.map(pointOf) },
              {
                name: 'England',
                shape: 'triangle',
                colour: '#5a5f78',
                dash: '4 3',
                points: grades.area.map(({ day }) => pointOf(englandOn.get(day))),
              },
            ]}
            format={(value) => `${Math.round(value)}%`}
          />
        </figure>
        <ScrollRegion label="Good or outstanding over time">
          <Table
            class="app-table app-number"
            caption="Good or outstanding over time"
            captionClass="govuk-table__caption--s"
            firstCellIsHeader
            head={[
              { text: 'On' },
              { text: area.name, format: 'numeric' },
              { text: 'Schools graded', format: 'numeric' },
              { text: 'Not covered', format: 'numeric' },
              { text: 'England', format: 'numeric' },
            ]}
            rows={grades.area.map((one) => [
              { text: <span class="app-nowrap">{dayText(one.day)}</span> },
              { text: Share(one), format: 'numeric' as const },
              { text: String(one.graded), format: 'numeric' as const },
              { text: String(notCovered(one)), format: 'numeric' as const },
              { text: Share(englandOn.get(one.day)), format: 'numeric' as const },
            ])}
          />
        </ScrollRegion>
      </div>
      <p class="app-source">
        The schools open now that were already open on the day, each with its latest graded inspection by then under its
        present number: a school that became an academy begins without one.
      </p>
    </>
  );
}

function Share(one: GradesOnDay | undefined) {
  const share = one === undefined ? null : goodShare(one);
  return share === null ? 'none' : `${Math.round(share)}%`;
}

function pointOf(one: GradesOnDay | undefined) {
  const value = one === undefined ? null : goodShare(one);
  return value === null ? null : { value };
}
