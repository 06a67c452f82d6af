import type { IndicatorResult } from '../assessment.ts';
import { categorise, rank } from '../category.ts';
import type { Category, NeedPolicy } from '../need-policy.ts';
import { chance as chanceWords } from '../wording.ts';
import { categoryChances, cleared, otherWay, raisedMildly } from './category-chances.ts';

/** The line of points that is nearest to a school's: how many points away, and whether over or under the school. */
export interface NearestLine {
  /** The category that begins, above, or that ends, below. */
  category: Category;
  at: number;
  distance: number;
  side: 'above' | 'below';
}

/** How sure the proposed category of one school is. */
export interface Call {
  proposed: Category;
  points: number;
  /** Null when no line of points can change the category: a rule asks for it, and none higher is left. */
  line: NearestLine | null;
  /** Chance, 0 to 1, that the category would be another: see category-chances.ts for what is drawn. */
  chanceOfOther: number;
  /** The others by chance, the likeliest first. */
  others: readonly { category: Category; chance: number }[];
  /** Labels of what is not known. */
  missing: readonly string[];
  missingShare: number;
  /** Sentences: what would make it another category. */
  changes: readonly string[];
}

/** The call on one school from its indicators, under the policy by which they were judged. */
export function callOf(indicators: readonly IndicatorResult[], policy: NeedPolicy): Call {
  const { category: proposed, points } = categorise(indicators, policy);
  const chances = categoryChances(indicators, policy);
  const others = [...chances]
    .filter(([category, chance]) => category !== proposed && chance > 0)
    .map(([category, chance]) => ({ category, chance }))
    .toSorted((a, b) => b.chance - a.chance || rank(policy, b.category) - rank(policy, a.category));
  const missing = indicators.filter(({ state }) => state === 'missing').map(({ label }) => label);
  const line = nearestLine(points, proposed, policy);
  return {
    proposed,
    points,
    line,
    chanceOfOther: others.reduce((sum, { chance }) => sum + chance, 0),
    others,
    missing,
    missingShare: indicators.length === 0 ? 0 : missing.length / indicators.length,
    changes: changesOf(indicators, policy, proposed),
  };
}

/** A line above counts when it leads to a category beyond the proposed one; the one below when points alone hold the school there. */
function nearestLine(points: number, proposed: Category, policy: NeedPolicy): NearestLine | null {
  const own = rank(policy, proposed);
  const lines = policy.categories.flatMap(({ code, fromPoints }, index): NearestLine[] => {
    if (index > own && fromPoints > points)
      return [{ category: code, at: fromPoints, distance: fromPoints - points, side: 'above' }];
    const milder = policy.categories[index - 1];
    return index === own && milder !== undefined && fromPoints <= points
      ? [{ category: milder.code, at: fromPoints, distance: points - fromPoints, side: 'below' }]
      : [];
  });
  return lines.toSorted((a, b) => a.distance - b.distance)[0] ?? null;
}

/** What is less likely than this to be truly below its line is not worth a sentence. */
const WORTH_TELLING = 0.05;

function changesOf(indicators: readonly IndicatorResult[], policy: NeedPolicy, proposed: Category): string[] {
  return indicators.flatMap((result, index) => {
    const other = result.state === 'missing' ? raisedMildly(result, policy) : turned(result, policy);
    if (other === null) return [];
    const { category } = categorise(indicators.with(index, other), policy);
    return category === proposed ? [] : [sentenceOf(result, category)];
  });
}

/** What is raised without its need; what is clear as raised, where that is likely enough. */
function turned(result: IndicatorResult, policy: NeedPolicy): IndicatorResult | null {
  if (result.state === 'raised') return cleared(result);
  return (result.probability ?? 0) < WORTH_TELLING ? null : (otherWay(result, policy)?.result ?? null);
}

function sentenceOf({ label, state, points, probability }: IndicatorResult, category: Category): string {
  if (state === 'raised') return `Without “${label}” (${pointsWords(points)}) it would be ${category}.`;
  if (state === 'missing') return `“${label}” is not known; raised, it would make it ${category}.`;
  return `“${label}” is not raised (chance of truly being below its line: ${chanceWords(probability ?? 0)}); raised, it would make it ${category}.`;
}

/** How close the call is, in words: "2 points under the line of C (20). Chance that it would be another category: 31% (C 31%)." */
export function callWords({ line, chanceOfOther, others }: Call): string {
  const where = line === null ? 'No line of points can change it.' : lineWords(line);
  if (chanceOfOther === 0) return `${where} No figure that is in doubt would change it.`;
  const each = others.map(({ category, chance }) => `${category} ${chanceWords(chance)}`).join(', ');
  return `${where} Chance that it would be another category: ${chanceWords(chanceOfOther)} (${each}).`;
}

function lineWords({ category, at, distance, side }: NearestLine): string {
  if (side === 'above') return `${pointsWords(distance)} under the line of ${category} (${at}).`;
  return distance === 0
    ? `Just on its own line (${at}); any fewer points would make it ${category}.`
    : `${pointsWords(distance)} over its own line (${at}), under which it would be ${category}.`;
}

function pointsWords(points: number): string {
  return `${points} point${points === 1 ? '' : 's'}`;
}
