import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { academicYear, type SchoolFacts, type SourceRef } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import type { BetaPrior, Share } from './beta-binomial.ts';
import { figureOf, whyMissing } from './figures.ts';
import { gapOfShares } from './gap.ts';
import { shareOf } from './national-reference.ts';
import type { DisadvantageGapIndicator } from './need-policy.ts';
import { atLevelOf, pooledEvidence } from './pooled-share.ts';
import { chance, listed, percent } from './wording.ts';
import { driftPupilsFor } from './years-pooled.ts';

/** Both groups of one year. */
interface YearOfBoth {
  year: number;
  disadvantaged: Group;
  other: Group;
}

interface Group {
  percentage: number;
  share: Share;
  prior: BetaPrior;
  sources: readonly SourceRef[];
}

/**
 * How far disadvantaged pupils are behind the others of the same school, over several years, the newest counting most. It is
 * raised only where disadvantaged pupils themselves do less well than those of the country: a school is not in need because
 * its other pupils do very well.
 */
export function disadvantageGap(
  school: SchoolFacts,
  indicator: DisadvantageGapIndicator,
  at: Assessing,
): IndicatorResult {
  const years = indicator.years
    .flatMap((year) => yearOf(school, indicator, year, at) ?? [])
    .toSorted((a, b) => b.year - a.year);
  const [newest] = years;
  if (newest === undefined) {
    const { disadvantaged, other } = indicator;
    const lacking = indicator.years.some((year) => figureOf(school, disadvantaged.measure, year) !== null)
      ? other
      : disadvantaged;
    return missing(
      indicator,
      `The gap is not known: ${whyMissing(school, lacking.measure, indicator.years)}. Groups of a few pupils are not published.`,
    );
  }
  const priors = { disadvantaged: newest.disadvantaged.prior, other: newest.other.prior };
  const drift = driftPupilsFor(at.policy, indicator.disadvantaged.measure);
  const disadvantaged = together(years, 'disadvantaged', drift);
  const { gap, interval, chanceOver } = gapOfShares(disadvantaged, together(years, 'other', drift), priors);
  const probability = chanceOver(indicator.over);
  const country = 100 * meanOf(priors.disadvantaged);
  const own =
    100 *
    meanOf({
      a: priors.disadvantaged.a + disadvantaged.successes,
      b: priors.disadvantaged.b + disadvantaged.pupils - disadvantaged.successes,
    });
  const sentence =
    `${said(years, indicator.did)} The gap is likely to be ${points(interval[0])} to ${points(interval[1])} percentage points; ` +
    `chance that it is over ${indicator.over}: ${chance(probability)}. Of the country’s disadvantaged pupils ${percent(country)} did.`;
  const sources = years.flatMap((one) => [...one.disadvantaged.sources, ...one.other.sources]);
  const numbers = {
    value: Math.round(gap * 10) / 10,
    year: newest.year,
    threshold: indicator.over,
    probability,
    interval,
    source: sources[0] ?? null,
    otherSources: sources.slice(1),
  };
  if (gap <= indicator.over || probability < indicator.certainty || own >= country) {
    return clear(indicator, sentence, numbers);
  }
  return raised(indicator, sentence, {
    ...numbers,
    points: indicator.points,
    measures: [indicator.disadvantaged.measure],
  });
}

function yearOf(
  school: SchoolFacts,
  { disadvantaged, other }: DisadvantageGapIndicator,
  year: number,
  at: Assessing,
): YearOfBoth | null {
  const one = groupOf(school, disadvantaged, year, at);
  const two = one === null ? null : groupOf(school, other, year, at);
  return one === null || two === null ? null : { year, disadvantaged: one, other: two };
}

function groupOf(
  school: SchoolFacts,
  { measure, pupils }: { measure: MeasureCode; pupils: MeasureCode },
  year: number,
  at: Assessing,
): Group | null {
  const figure = figureOf(school, measure, year);
  const cohort = figureOf(school, pupils, year);
  if (figure === null || cohort === null || cohort.value === 0) return null;
  const prior = at.reference.prior(measure, pupils, year);
  if (prior === null) return null;
  return {
    percentage: figure.value,
    share: shareOf(figure.value, cohort.value),
    prior,
    sources: [figure.source, cohort.source],
  };
}

/** The pupils of all the years as one group: those of older years count for less, at the level of the newest. */
function together(years: readonly YearOfBoth[], group: 'disadvantaged' | 'other', driftPupils: number): Share {
  const newest = years[0]!;
  const parts = years.map((one) => {
    const { share, prior } = one[group];
    return { year: one.year, share: one === newest ? share : atLevelOf(share, prior, newest[group].prior) };
  });
  return pooledEvidence(parts, driftPupils);
}

function said(years: readonly YearOfBoth[], did: string): string {
  const shares = years.map(
    ({ year, disadvantaged, other }) =>
      `${percent(disadvantaged.percentage)} of ${disadvantaged.share.pupils} disadvantaged pupils and ${percent(other.percentage)} of ` +
      `${other.share.pupils} others in ${academicYear(year)}`,
  );
  return `${did}: ${listed(shares)}${years.length > 1 ? '; the newest counts most' : ''}.`;
}

function meanOf({ a, b }: BetaPrior): number {
  return a / (a + b);
}

function points(value: number): string {
  const text = value.toFixed(0);
  return text === '-0' ? '0' : text;
}
