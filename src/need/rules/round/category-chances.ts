import type { IndicatorResult } from '../assessment.ts';
import { categorise } from '../category.ts';
import type { Category, IndicatorCode, IndicatorPolicy, NeedPolicy } from '../need-policy.ts';

/** One way in which the uncertain indicators may turn out, with its chance; ways that no rule can tell apart are one. */
interface Way {
  results: readonly IndicatorResult[];
  points: number;
  chance: number;
}

/**
 * The chance of each category when every uncertain indicator is drawn by its own probability p of truly being below its line:
 * one that is raised keeps its points with p and loses them with 1 - p; one that is clear is raised at its mildest step
 * with p, where p is about its line. Indicators without a probability, and missing ones, stay as they are. The draws are taken as independent, so that
 *
 *     P(points = x) is the convolution of the indicators' two-point distributions,
 *
 * worked out exactly, one indicator at a time: ways with the same points and the same indicators of category rules are added
 * together, for no rule of the policy can tell them apart. Indicators that rest on the same results are in truth not independent:
 * they cross their lines together more often than said here, so read the chance as a guide to which calls to look at, not as a fact.
 */
export function categoryChances(results: readonly IndicatorResult[], policy: NeedPolicy): Map<Category, number> {
  const inRules = new Set(policy.atLeast.flatMap(({ when }) => when.map(({ indicator }) => indicator)));
  let ways: Way[] = [{ results, points: pointsOf(results), chance: 1 }];
  results.forEach((result, index) => {
    const other = otherWay(result, policy);
    if (other === null) return;
    const { stays } = other;
    const drawn = ways.flatMap((way) => [
      { ...way, chance: way.chance * stays },
      {
        results: way.results.with(index, other.result),
        points: way.points - pointsOf([result]) + pointsOf([other.result]),
        chance: way.chance * (1 - stays),
      },
    ]);
    ways = added(drawn, inRules);
  });
  const chances = new Map<Category, number>();
  for (const way of ways) {
    const { category } = categorise(way.results, policy);
    chances.set(category, (chances.get(category) ?? 0) + way.chance);
  }
  return chances;
}

/** How a result would stand if it lay on the other side of its line, and the chance that it stays; null when it is not in doubt. */
export function otherWay(
  result: IndicatorResult,
  policy: NeedPolicy,
): { result: IndicatorResult; stays: number } | null {
  const { probability, state } = result;
  if (state === 'missing' || probability === undefined || (state === 'clear' && !isAboutLine(result, policy)))
    return null;
  const other = state === 'raised' ? cleared(result) : raisedMildly(result, policy);
  return other === null ? null : { result: other, stays: state === 'raised' ? probability : 1 - probability };
}

/**
 * Whether the chance of a clear result is that of crossing its line. A trend's, to be falling at all, is not; and where the chance
 * would have raised the indicator, another condition of its rule holds it clear, so that the line is not what is in doubt.
 */
function isAboutLine({ code, probability, interval }: IndicatorResult, policy: NeedPolicy): boolean {
  const indicator = policy.indicators.find((one) => one.code === code);
  const steps = indicator !== undefined && 'steps' in indicator ? indicator.steps : [];
  const asked = [indicator, ...steps].flatMap((part) =>
    part !== undefined && 'certainty' in part && typeof part.certainty === 'number' ? [part.certainty] : [],
  );
  return interval !== undefined && (probability ?? 0) < Math.min(1, ...asked);
}

/** The result without its need. */
export function cleared(result: IndicatorResult): IndicatorResult {
  return { ...result, state: 'clear', level: null, points: 0 };
}

/** The result raised at the mildest step that its policy knows; null when the policy has no such indicator. */
export function raisedMildly(result: IndicatorResult, policy: NeedPolicy): IndicatorResult | null {
  const indicator = policy.indicators.find(({ code }) => code === result.code);
  const step = indicator && mildest(indicator);
  return step ? { ...result, state: 'raised', ...step } : null;
}

function mildest(indicator: IndicatorPolicy): { level: string | null; points: number } | null {
  if (indicator.code === 'minimum_standard') return { level: 'doubtful', points: indicator.doubtfulPoints };
  const steps = 'steps' in indicator ? indicator.steps : [];
  const first = steps.toSorted((a, b) => a.points - b.points)[0];
  if (first !== undefined) return { level: first.level, points: first.points };
  return 'points' in indicator && typeof indicator.points === 'number'
    ? { level: null, points: indicator.points }
    : null;
}

function added(ways: readonly Way[], inRules: ReadonlySet<IndicatorCode>): Way[] {
  const known = new Map<string, Way>();
  for (const way of ways) {
    if (way.chance === 0) continue;
    const told = way.results.filter(({ code }) => inRules.has(code)).map(({ state, level }) => `${state} ${level}`);
    const key = `${way.points} ${told.join(' ')}`;
    const same = known.get(key);
    known.set(key, same === undefined ? way : { ...same, chance: same.chance + way.chance });
  }
  return [...known.values()];
}

function pointsOf(results: readonly IndicatorResult[]): number {
  return results.reduce((sum, { state, points }) => sum + (state === 'raised' ? points : 0), 0);
}
