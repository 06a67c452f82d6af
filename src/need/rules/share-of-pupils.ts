import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import type { Figure } from './figures.ts';
import { cohortOf, figureOf, whyMissing } from './figures.ts';
import { shareOf } from './national-reference.ts';
import type { PooledShareIndicator } from './need-policy.ts';
import { atLevelOf, type PooledShare, pooledShare, type YearShare } from './pooled-share.ts';
import { chance, listed, percent } from './wording.ts';
import { driftPupilsFor } from './years-pooled.ts';

/** The published figure of one year, with the pupils behind it. */
interface Part extends YearShare {
  figure: Figure;
  cohort: Figure & { estimated: boolean };
}

/**
 * A share of pupils over several years against the lines of the policy, the newest year counting most. Older shares are first
 * brought to the newest year's level of the country, since tests and their marking change. A step is reached when the
 * expected share is below its line and the chance of truly being below is at least the step's certainty.
 */
export function shareOfPupils(school: SchoolFacts, indicator: PooledShareIndicator, at: Assessing): IndicatorResult {
  const parts = partsOf(school, indicator);
  const [newest] = parts;
  if (newest === undefined) {
    return missing(indicator, `Not known: ${whyMissing(school, indicator.measure, indicator.years)}.`);
  }
  const now = at.reference.prior(indicator.measure, indicator.pupils, newest.year);
  if (now === null) {
    return missing(indicator, `${said([newest], indicator)}, but too few schools have figures to put a range on it.`, {
      value: newest.figure.value,
      year: newest.year,
      source: newest.figure.source,
    });
  }
  const levelled = parts.flatMap((part): Part[] => {
    if (part === newest) return [part];
    const then = at.reference.prior(indicator.measure, indicator.pupils, part.year);
    const { year, figure, cohort, share } = part;
    return then === null ? [] : [{ year, figure, cohort, share: atLevelOf(share, then, now) }];
  });
  const pooled = pooledShare(levelled, now, driftPupilsFor(at.policy, indicator.measure));
  const value = Math.round(pooled.mean * 1000) / 10;
  const reached = indicator.steps.findLast(
    ({ below, certainty }) => value < below && pooled.chanceBelow(below / 100) >= certainty,
  );
  const shown = reached ?? indicator.steps[0]!;
  const probability = pooled.chanceBelow(shown.below / 100);
  const interval: [number, number] = [pooled.interval[0] * 100, pooled.interval[1] * 100];
  const sentence =
    `${said(levelled, indicator)}. ${together(pooled.weights, interval)} ` +
    `Set against ${percent(shown.below)}, ${shown.line}; chance of truly being below it: ${chance(probability)}.`;
  const numbers = {
    value,
    year: newest.year,
    threshold: shown.below,
    probability,
    interval,
    source: newest.figure.source,
    otherSources: sourcesBeside(levelled),
  };
  if (reached === undefined) return clear(indicator, sentence, numbers);
  return raised(indicator, sentence, {
    ...numbers,
    level: reached.level,
    points: reached.points,
    measures: [indicator.measure],
  });
}

/** The years that have a figure and pupils behind it, newest first. */
function partsOf(school: SchoolFacts, { measure, pupils, years }: PooledShareIndicator): Part[] {
  const parts: Part[] = [];
  for (const year of years) {
    const figure = figureOf(school, measure, year);
    const cohort = figure === null ? null : cohortOf(school, pupils, year);
    if (figure === null || cohort === null) continue;
    parts.push({ year, figure, cohort, share: shareOf(figure.value, cohort.value) });
  }
  return parts.toSorted((a, b) => b.year - a.year);
}

function said(parts: readonly Part[], { did }: PooledShareIndicator): string {
  const shares = parts.map(
    ({ figure, cohort, year }) =>
      `${percent(figure.value)} of ${cohort.estimated ? 'about ' : ''}${cohort.value} pupils in ${academicYear(year)}`,
  );
  return `${did}: ${listed(shares)}`;
}

function together(weights: PooledShare['weights'], [low, high]: readonly [number, number]): string {
  const range = `${percent(Math.max(0, low))} to ${percent(Math.min(100, high))}`;
  const newestFirst = weights.toReversed();
  if (newestFirst.length === 1) return `From this one year, the true share is likely to be ${range}.`;
  const years = newestFirst.map(({ year, weight }) => `${percent(weight * 100)} for ${academicYear(year)}`);
  return `Taken together, counting ${listed(years)}, the true share is likely to be ${range}.`;
}

function sourcesBeside(parts: readonly Part[]) {
  return [
    ...parts.slice(1).map(({ figure }) => figure.source),
    ...parts.flatMap(({ cohort }) => (cohort.estimated ? [cohort.source] : [])),
  ];
}
