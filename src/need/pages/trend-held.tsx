import { academicYear } from '../../schools/rules/facts.ts';
import type { SureFalls, TrendCheck } from '../rules/calibration/trend-check.ts';
import { percentOf } from '../rules/calibration/words.ts';
import { BinsTable } from './calibration-tables.tsx';
import { ReliabilityChart } from './reliability-chart.tsx';

/** Whether schools whose trend fell were in truth lower, by the year after. */
export function TrendHeld({ trend }: { trend: TrendCheck }) {
  const { keyStage, first, last, year, cases, bins, sure, withoutDrift } = trend;
  const id = `trend-${keyStage}`;
  const schools = keyStage === 'ks2' ? 'Primary schools' : 'Secondary schools';
  const years = `${academicYear(first)} to ${academicYear(last)}`;
  const was = withoutDrift.sure;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {schools}: trends from {years}, a year later
      </h2>
      <p class="govuk-body">
        A straight line was drawn through the progress of {cases.toLocaleString('en-GB')} schools, and the chance told
        that it truly falls. Then came {academicYear(year)}.{' '}
        {sure !== null &&
          `Of the ${sure.cases.toLocaleString('en-GB')} whose chance was over 90% (${percentOf(sure.told)} on average), ${percentOf(sure.lowerThanFirst)} were lower than in ${academicYear(first)}, set against the country.`}{' '}
        {sure !== null && wentOn(sure, academicYear(last))}
      </p>
      {was !== null && (
        <p class="govuk-body">
          Older policies took no account of schools moving up and down by themselves. By them{' '}
          {was.cases.toLocaleString('en-GB')} schools had a chance over 90%, {percentOf(was.told)} on average, of which{' '}
          {percentOf(was.lowerThanFirst)} were lower:{' '}
          {was.told > was.lowerThanFirst ? 'they claimed too much' : 'that held too'}.
        </p>
      )}
      <div class="app-columns">
        <BinsTable
          bins={bins}
          caption={`Chance of a fall, and the share lower in ${academicYear(year)}`}
          outcome="Were lower"
        />
        <figure class="app-chart-figure">
          <figcaption class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">
            Chance of a fall, and the share lower a year later. On the broken line the two agree.
          </figcaption>
          <ReliabilityChart
            id={`chart-${id}`}
            title={`${schools}: trends from ${years}`}
            description={`The chance that a trend falls, against the share of schools that stood lower in ${academicYear(year)} than in ${academicYear(first)}. The same numbers are in the table beside it.`}
            bins={bins}
          />
        </figure>
      </div>
    </section>
  );
}

function wentOn({ lowerThanLast }: SureFalls, last: string): string {
  return lowerThanLast < 0.5
    ? `But only ${percentOf(lowerThanLast)} went on falling below ${last}: most recovered somewhat from it. So a falling trend tells that a school stands lower than it did, not that it will fall further, and the sentences say just that.`
    : `${percentOf(lowerThanLast)} went on falling below ${last}.`;
}
