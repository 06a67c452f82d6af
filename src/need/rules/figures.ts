import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { MISSING_REASONS } from '../../opendata/rules/missing.ts';
import { academicYear, factOf, type SchoolFacts, type SourceRef } from '../../schools/rules/facts.ts';

/** What figures are looked up in: a school, or a number under which results were published. */
export type WithFacts = Pick<SchoolFacts, 'facts'>;

export interface Figure {
  value: number;
  year: number;
  source: SourceRef;
}

/** The figure of one year, or null when there is none. */
export function figureOf(school: WithFacts, measure: MeasureCode, year: number): Figure | null {
  const fact = factOf(school, measure, year);
  return fact === undefined || fact.value === null ? null : { value: fact.value, year, source: fact.source };
}

/** The first of the years that has a number, or null when none has. */
export function newestFigure(school: WithFacts, measure: MeasureCode, years: readonly number[]): Figure | null {
  for (const year of years) {
    const figure = figureOf(school, measure, year);
    if (figure !== null) return figure;
  }
  return null;
}

/**
 * Pupils that a result stands on: of its own year, else of the nearest year before it, which is then an estimate.
 * The tables of 2018-19 that are held give progress without the number of pupils.
 */
export function cohortOf(
  school: WithFacts,
  measure: MeasureCode,
  year: number,
): (Figure & { estimated: boolean }) | null {
  for (let back = 0; back <= 2; back += 1) {
    const figure = figureOf(school, measure, year - back);
    if (figure !== null && figure.value > 0) {
      return { value: figure.value, year: figure.year, source: figure.source, estimated: back > 0 };
    }
  }
  return null;
}

/** Why there is no number in any of the years, in words: the publisher's reason for the newest year, where it gave one. */
export function whyMissing(school: WithFacts, measure: MeasureCode, years: readonly number[]): string {
  for (const year of years) {
    const fact = factOf(school, measure, year);
    if (fact !== undefined && fact.missing !== null) {
      const from = fact.inherited === undefined ? '' : `, under its predecessor's number ${fact.inherited.urn}`;
      return `${MISSING_REASONS[fact.missing]} (${academicYear(year)}${from})`;
    }
  }
  return 'the published files hold no figure for this school';
}
