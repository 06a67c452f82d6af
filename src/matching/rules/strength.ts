import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { factOf, type InheritedFrom, type SchoolFacts } from '../../schools/rules/facts.ts';
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
export type Measurable = Pick<Comparison, 'measure' | 'year' | 'school' | 'inherited'>;

/** The measures at fault on which a school has a figure: a figure that is missing compares as nothing. */
export function measurable(failing: Failing, school: SchoolFacts): Measurable[] {
  return failing.flatMap(([measure, year]) => {
    const fact = factOf(school, measure, year);
    if (fact?.value == null) return [];
    const inherited = fact.inherited === undefined ? {} : { inherited: fact.inherited };
    return [{ measure, year, school: fact.value, ...inherited }];
  });
}

/** The same beside the figures of a leader's school, where it has one. */
export function comparisons(own: readonly Measurable[], leader: SchoolFacts): Comparison[] {
  const found: Comparison[] = [];
  for (const one of own) {
    const ours = factOf(leader, one.measure, one.year)?.value;
    if (ours == null) continue;
    const stronger = MEASURES[one.measure].better === 'higher' ? ours > one.school : ours < one.school;
    found.push({ ...one, leader: ours, stronger });
  }
  return found;
}
