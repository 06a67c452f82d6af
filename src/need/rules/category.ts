import { inheritedWords } from '../../schools/rules/inherited.ts';
import type { IndicatorResult } from './assessment.ts';
import type { Category, CategoryPolicy, CategoryRule, IndicatorCode, NeedPolicy } from './need-policy.ts';
import { listed } from './wording.ts';

/** A category with the points it came from and why, in words. */
export interface Categorised {
  category: Category;
  points: number;
  because: string;
}

/**
 * The category for a set of indicator results: the highest whose points are reached, or the one a rule asks for if that
 * is higher. An indicator that is missing adds no points and meets no rule.
 */
export function categorise(results: readonly IndicatorResult[], policy: NeedPolicy): Categorised {
  const points = results.reduce((sum, result) => sum + (result.state === 'raised' ? result.points : 0), 0);
  const byPoints = policy.categories.findLast(({ fromPoints }) => points >= fromPoints) ?? policy.categories[0];
  if (byPoints === undefined) throw new Error(`policies/need/${policy.id}.json has no categories. Add them.`);
  const met = policy.atLeast.filter((rule) => isMet(rule, results));
  const rule = met.toSorted((a, b) => rank(policy, b.category) - rank(policy, a.category))[0];
  const total = `${points} point${points === 1 ? '' : 's'}`;
  if (rule === undefined || rank(policy, rule.category) <= rank(policy, byPoints.code)) {
    const because = `Category ${byPoints.code}: ${total}${reach(byPoints)}.${thinness(results)}`;
    return { category: byPoints.code, points, because };
  }
  return {
    category: rule.category,
    points,
    because: `Category ${rule.category}: ${rule.reason} (${total}).${owed(rule, results)}`,
  };
}

/** Days of support a year for a category. Throws when the policy does not have it. */
export function daysFor(policy: NeedPolicy, category: Category): number {
  const found = policy.categories.find(({ code }) => code === category);
  if (found === undefined) throw new Error(`policies/need/${policy.id}.json has no category ${category}. Add it.`);
  return found.daysPerYear;
}

/** Position of a category in the policy, 0 the mildest. */
export function rank(policy: NeedPolicy, category: Category): number {
  return policy.categories.findIndex(({ code }) => code === category);
}

// What a school's standing can be told by: an inspection, or results.
const TELLING: ReadonlySet<IndicatorCode> = new Set([
  'inspection',
  'progress',
  'attainment',
  'pooled_progress',
  'pooled_attainment',
  'leadership_judgement',
  'education_judgement',
  'report_card_leadership',
  'report_card_areas',
]);

// A school of which nothing is known scores nothing; the reader must not take that for a clean bill.
function thinness(results: readonly IndicatorResult[]): string {
  const known = results.some(({ code, state }) => state !== 'missing' && TELLING.has(code));
  if (known) return '';
  const inspected = results.some(({ code, source }) => code === 'inspection' && source !== null);
  return inspected
    ? ' Its inspection cannot be judged by overall grades and no results are published for it, so this is not a finding that all is well.'
    : ' No inspection and no results are published for it, so this is not a finding that all is well.';
}

// What was found of a predecessor was not found of the school, and the reader must not take it so.
function owed(rule: CategoryRule, results: readonly IndicatorResult[]): string {
  const from = results
    .filter(({ code, state }) => state === 'raised' && rule.when.some(({ indicator }) => indicator === code))
    .flatMap(({ inherited }) => inherited ?? []);
  if (from.length === 0) return '';
  return ` This stands on what is inherited from ${listed([...new Set(from.map(inheritedWords))])}.`;
}

function reach({ fromPoints }: CategoryPolicy): string {
  return fromPoints === 0 ? '' : `, and it begins at ${fromPoints}`;
}

function isMet(rule: CategoryRule, results: readonly IndicatorResult[]): boolean {
  return rule.when.every(({ indicator, levels }) =>
    results.some(
      ({ code, state, level }) =>
        code === indicator && state === 'raised' && (levels === null || (level !== null && levels.includes(level))),
    ),
  );
}
