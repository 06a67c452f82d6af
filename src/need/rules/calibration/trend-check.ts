import type { SchoolFacts } from '../../../schools/rules/facts.ts';
import type { NeedPolicy, TrendIndicator } from '../need-policy.ts';
import { chanceFalling, trendPoints } from '../trend.ts';
import { type Fitted, fitScoreDrift } from './fit-drift.ts';
import { scoreSpread } from './next-score.ts';
import { reliability, type ReliabilityBin } from './reliability.ts';

/** From this chance on, the check calls a fall sure. */
const SURE = 0.9;

/** Schools of which a trend was surely a fall, and where they stood a year later, set against the country. */
export interface SureFalls {
  cases: number;
  /** Mean of the chances told. */
  told: number;
  /** Share that stood lower in the next year than in the first year of the trend. */
  lowerThanFirst: number;
  /** Share that stood lower in the next year than in the last year of the trend: that went on falling. */
  lowerThanLast: number;
}

/** How the chances of a falling trend held a year later. */
export interface TrendCheck {
  keyStage: TrendIndicator['keyStage'];
  /** Start years of the first and last point of the trends, and of the year they are held against. */
  first: number;
  last: number;
  year: number;
  drift: Fitted;
  cases: number;
  /** Chance told against the share that stood lower than in the first year. */
  bins: ReliabilityBin[];
  sure: SureFalls | null;
  /** The same as if schools did not move but for their line: as older policies have it. */
  withoutDrift: { bins: ReliabilityBin[]; sure: SureFalls | null };
}

/**
 * Holds a trend indicator against the year after it: trends over the years that came before the newest, with how far schools
 * move learned from those years alone. Null when the years held are too few for one more than a trend needs.
 */
export function checkTrend(
  schools: readonly SchoolFacts[],
  indicator: TrendIndicator,
  policy: Pick<NeedPolicy, 'pupilSpread'>,
): TrendCheck | null {
  const all = schools.flatMap((school) => {
    const points = trendPoints(school, indicator, policy);
    return points.length > indicator.fewestYears ? [{ urn: school.urn, points }] : [];
  });
  const year = Math.max(...all.map(({ points }) => points.at(-1)!.year));
  const first = Math.min(...all.map(({ points }) => points[0]!.year));
  const complete = all.filter(({ points }) => points.at(-1)!.year === year && points[0]!.year === first);
  const known = complete.map(({ urn, points }) => ({
    urn,
    years: points.slice(0, -1).map((point) => ({ year: point.year, estimate: point })),
  }));
  const spread = scoreSpread(known.flatMap(({ years }) => years.slice(-1).map(({ estimate }) => estimate)));
  const drift = spread === null ? null : fitScoreDrift(known, spread);
  if (drift === null) return null;
  const moved = (from: (points: readonly { value: number }[]) => number) =>
    complete.reduce((sum, { points }) => sum + points.at(-1)!.value - from(points), 0) / complete.length;
  const ofFirst = moved((points) => points[0]!.value);
  const ofLast = moved((points) => points.at(-2)!.value);
  const told = (moves: number) =>
    complete.map(({ points }) => {
      const now = points.at(-1)!.value;
      return {
        chance: chanceFalling(points.slice(0, -1), moves),
        came: now - points[0]!.value < ofFirst,
        wentOn: now - points.at(-2)!.value < ofLast,
      };
    });
  const [moving, still] = [told(drift.drift), told(0)];
  return {
    keyStage: indicator.keyStage,
    first,
    last: complete[0]!.points.at(-2)!.year,
    year,
    drift,
    cases: complete.length,
    bins: reliability(moving),
    sure: sureOf(moving),
    withoutDrift: { bins: reliability(still), sure: sureOf(still) },
  };
}

function sureOf(told: readonly { chance: number; came: boolean; wentOn: boolean }[]): SureFalls | null {
  const sure = told.filter(({ chance }) => chance > SURE);
  if (sure.length === 0) return null;
  const share = (counts: (one: (typeof sure)[number]) => boolean) => sure.filter(counts).length / sure.length;
  return {
    cases: sure.length,
    told: sure.reduce((sum, { chance }) => sum + chance, 0) / sure.length,
    lowerThanFirst: share(({ came }) => came),
    lowerThanLast: share(({ wentOn }) => wentOn),
  };
}
