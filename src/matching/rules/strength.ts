import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { type FactKey, factKey, factOf, type InheritedFrom, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Need } from './sides.ts';

/** One measure on which a school fails, beside the same figure of a leader's school. */
export interface Comparison {
  measure: MeasureCode;
  year: number;
  school: number;
  leader: number;
  /** The predecessor whose figure the school is compared by; absent when it is the school's own. */
  inherited?: InheritedFrom;
  /** The leader's school does better. */
  stronger: boolean;
}

/** Measures at fault in a school, each with the year in which. */
export type Failing = readonly (readonly [MeasureCode, number])[];

/** The measures at fault in a school: those that raised an indicator and of which more, or less, is better for pupils. */
export function failingMeasures({ assessment }: Pick<Need, 'assessment'>): (readonly [MeasureCode, number])[] {
  const found = new Map<string, readonly [MeasureCode, number]>();
  for (const { state, measures, year } of assessment.indicators) {
    if (state !== 'raised' || year === null) continue;
    for (const measure of measures) {
      if (MEASURES[measure].better !== 'neither') found.set(`${measure}:${year}`, [measure, year]);
    }
  }
  return [...found.values()];
}

/** A measure at fault on which a school has a figure. */
export interface Measurable extends Pick<Comparison, 'measure' | 'year' | 'school' | 'inherited'> {
  key: FactKey;
}

/** The measures at fault on which a school has a figure: a figure that is missing compares as nothing. */
export function measurable(failing: Failing, school: SchoolFacts): Measurable[] {
  return failing.flatMap(([measure, year]) => {
    const fact = factOf(school, measure, year);
    if (fact?.value == null) return [];
    const inherited = fact.inherited === undefined ? {} : { inherited: fact.inherited };
    return [{ key: factKey(measure, year), measure, year, school: fact.value, ...inherited }];
  });
}

/** The same beside the figures of a leader's school, where it has one. */
export function comparisons(own: readonly Measurable[], { facts }: SchoolFacts): Comparison[] {
  return own.flatMap(({ key, ...one }) => {
    const leader = facts.get(key)?.value;
    return leader == null ? [] : [{ ...one, leader, stronger: isStronger(one.measure, leader, one.school) }];
  });
}

/** How many measures can be compared with a leader's school, and on how many of them it does no better. */
export function strengthCounts(
  own: readonly Measurable[],
  { facts }: SchoolFacts,
): { compared: number; weaker: number } {
  let compared = 0;
  let weaker = 0;
  for (const { key, measure, school } of own) {
    const leader = facts.get(key)?.value;
    if (leader == null) continue;
    compared++;
    if (!isStronger(measure, leader, school)) weaker++;
  }
  return { compared, weaker };
}

function isStronger(measure: MeasureCode, leader: number, school: number): boolean {
  return MEASURES[measure].better === 'higher' ? leader > school : leader < school;
}
