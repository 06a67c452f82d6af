import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { SchoolFacts } from '../../../schools/rules/facts.ts';
import type { MinimumStandards } from '../minimum-standards.ts';
import type { IndicatorPolicy, NeedPolicy } from '../need-policy.ts';
import { driftOf, driftPupilsOf } from '../pooling.ts';
import { trendPoints } from '../trend.ts';
import { pupilsOf, resultYears } from './calibrate.ts';
import { type Fitted, fitScoreDrift, fitShareDrift, type History } from './fit-drift.ts';
import { priorsOf, scoreHistories, shareHistories } from './histories.ts';
import { scoreSpread, type YearMeasured } from './next-score.ts';

/** How far schools move in a year in one figure, learned from all the years held, beside what the policy says. */
export interface Learned {
  /** The measures it is of: more than one for the mean that a trend looks at. */
  measures: readonly MeasureCode[];
  /** Where in the policy its value belongs. */
  place: 'pooling.shares' | 'pooling.scores' | 'trend';
  /** `drift` as the luck of so many pupils for a share, in points for a score. */
  fitted: Fitted;
  /** The policy's value; null when it gives none. */
  policy: number | null;
}

/**
 * How far schools move in every figure that the policy may pool or fit a trend to, by maximum likelihood over all the years
 * held: what `pooling` and the `drift` of a trend should say. Figures with fewer than two years are left out.
 */
export function learned(
  schools: readonly SchoolFacts[],
  policy: Pick<NeedPolicy, 'indicators' | 'pupilSpread' | 'pooling'>,
  standards: MinimumStandards,
): Learned[] {
  const years = resultYears(policy);
  const shares = [...sharesPooled(policy.indicators, standards)].flatMap(([measure, pupils]): Learned[] => {
    const histories = shareHistories(schools, measure, pupils, years);
    const fitted = fitShareDrift(histories, priorsOf(histories));
    return found(fitted, { measures: [measure], place: 'pooling.shares', policy: driftPupilsOf(policy, measure) });
  });
  const scores = policy.pupilSpread.flatMap((spread): Learned[] => {
    const fitted = scoreDrift(scoreHistories(schools, spread, years));
    const { measure } = spread;
    return found(fitted, { measures: [measure], place: 'pooling.scores', policy: driftOf(policy, measure) });
  });
  const trends = policy.indicators.flatMap((indicator): Learned[] => {
    if (indicator.code !== 'trend') return [];
    const histories = schools.map((school) => ({
      urn: school.urn,
      years: trendPoints(school, indicator, policy).map((point) => ({ year: point.year, estimate: point })),
    }));
    const { measures, drift = null } = indicator;
    return found(scoreDrift(histories), { measures, place: 'trend', policy: drift });
  });
  return [...shares, ...scores, ...trends];
}

function found(fitted: Fitted | null, rest: Omit<Learned, 'fitted'>): Learned[] {
  return fitted === null ? [] : [{ ...rest, fitted }];
}

function scoreDrift(histories: readonly History<YearMeasured>[]): Fitted | null {
  const spread = scoreSpread(histories.flatMap(({ years }) => years.map(({ estimate }) => estimate)));
  return spread === null ? null : fitScoreDrift(histories, spread);
}

/** The shares that the policy's indicators look at, each with the measure of the pupils that it is of. */
function sharesPooled(
  indicators: readonly IndicatorPolicy[],
  { standards }: MinimumStandards,
): Map<MeasureCode, MeasureCode> {
  const pairs = new Map<MeasureCode, MeasureCode>();
  for (const { keyStage, attainment } of standards) {
    if (attainment !== null) pairs.set(attainment.measure, pupilsOf(keyStage));
  }
  for (const indicator of indicators) {
    if ('pupils' in indicator) pairs.set(indicator.measure, indicator.pupils);
    if ('disadvantaged' in indicator) {
      for (const { measure, pupils } of [indicator.disadvantaged, indicator.other]) pairs.set(measure, pupils);
    }
  }
  return pairs;
}
