import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { Example, ExampleSchool } from '../rules/calibration/example.ts';
import { chance, percent } from '../rules/wording.ts';
import { IntervalBar } from './interval-bar.tsx';

/** Two schools with the same percentage: why a small cohort tells less than a large one. */
export function HowSure({ example }: { example: Example }) {
  const { percentage, line, schools } = example;
  const [small, large] = [schools[0]!, schools.at(-1)!];
  return (
    <section aria-labelledby="example">
      <h2 class="govuk-heading-m" id="example">
        The same percentage, a small school and a large one
      </h2>
      <p class="govuk-body">
        In both schools {percent(percentage)} of pupils reached the standard: {small.successes} of {small.pupils} in the
        one, {large.successes} of {large.pupils} in the other. The line is {percent(line)}. One pupil more or less moves
        the small school by {percent(100 / small.pupils)} and the large one by {percent(100 / large.pupils)}. So the
        small school's true figure, that which it would have with very many pupils like these, lies between{' '}
        {percent(small.interval[0])} and {percent(small.interval[1])} and is below the line with a chance of{' '}
        {chance(small.below)}; the large one's lies between {percent(large.interval[0])} and{' '}
        {percent(large.interval[1])}, with a chance of {chance(large.below)}.
      </p>
      <div class="app-charts">
        {schools.map((school) => (
          <figure class="app-chart-figure">
            <figcaption class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">
              {percent(percentage)} of {school.pupils} pupils
            </figcaption>
            <IntervalBar
              value={percentage}
              interval={school.interval}
              line={line}
              scale={[0, 100]}
              format={(value) => percent(value)}
            />
          </figure>
        ))}
      </div>
      <ScrollRegion label="The two schools in numbers">
        <Table
          caption="The two schools in numbers"
          captionClass="govuk-table__caption--s"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Pupils' },
            { text: 'Reached the standard', format: 'numeric' },
            { text: 'Likely range (95%)', format: 'numeric' },
            { text: 'Chance of truly being below the line', format: 'numeric' },
          ]}
          rows={schools.map((school) => [
            { text: school.pupils },
            { text: percent(percentage), format: 'numeric' },
            { text: rangeOf(school), format: 'numeric' },
            { text: chance(school.below), format: 'numeric' },
          ])}
        />
      </ScrollRegion>
      <p class="govuk-body">
        The range leans towards what is usual in the country, and the more so the fewer pupils there are: a very low or
        very high figure of a few pupils is more often luck than truth. Where years are taken together, the newest
        counts in full and older ones for less, because schools change; a small school's older years count for nearly as
        much as its newest, a large school's for little. Where a figure is a predecessor's, the sentence says so.
      </p>
    </section>
  );
}

function rangeOf({ interval: [low, high] }: ExampleSchool): string {
  return `${percent(low)} to ${percent(high)}`;
}
