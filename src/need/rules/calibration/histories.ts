import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { SchoolFacts } from '../../../schools/rules/facts.ts';
import { type BetaPrior, fitBetaPrior } from '../beta-binomial.ts';
import { figureOf } from '../figures.ts';
import { shareOf } from '../national-reference.ts';
import type { PupilSpread } from '../need-policy.ts';
import type { YearShare } from '../pooled-share.ts';
import type { YearScore } from '../pooled-score.ts';
import { progressEstimate } from '../progress-estimate.ts';
import type { History } from './fit-drift.ts';

/** The published share of a year with its figure as published. */
export interface PublishedShare extends YearShare {
  /** Percentage, 0 to 100. */
  figure: number;
  pupils: number;
}

/** The published score of a year; `pupils` is null where the limits themselves were published. */
export interface PublishedScore extends YearScore {
  figure: number;
  pupils: number | null;
}

/** Each school's shares of the years in which both the percentage and its pupils are published; schools without one left out. */
export function shareHistories(
  schools: readonly SchoolFacts[],
  measure: MeasureCode,
  pupils: MeasureCode,
  years: readonly number[],
): History<PublishedShare>[] {
  return histories(schools, years, (school, year) => {
    const figure = figureOf(school, measure, year);
    const cohort = figureOf(school, pupils, year);
    if (figure === null || cohort === null || cohort.value <= 0) return null;
    const share = shareOf(figure.value, cohort.value);
    return { year, share, figure: figure.value, pupils: cohort.value };
  });
}

/** Each school's scores of the years in which the score and a way to its limits are published; schools without one left out. */
export function scoreHistories(
  schools: readonly SchoolFacts[],
  spread: PupilSpread,
  years: readonly number[],
): History<PublishedScore>[] {
  return histories(schools, years, (school, year) => {
    const estimate = progressEstimate(school, spread, year);
    return estimate === null ? null : { year, estimate, figure: estimate.value, pupils: estimate.pupils };
  });
}

function histories<Year>(
  schools: readonly SchoolFacts[],
  years: readonly number[],
  read: (school: SchoolFacts, year: number) => Year | null,
): History<Year>[] {
  const oldestFirst = years.toSorted((a, b) => a - b);
  return schools.flatMap((school) => {
    const found = oldestFirst.flatMap((year) => read(school, year) ?? []);
    return found.length === 0 ? [] : [{ urn: school.urn, years: found }];
  });
}

/** The country's spread of true shares in each of the years that has enough schools. */
export function priorsOf(all: readonly History<PublishedShare>[]): Map<number, BetaPrior> {
  const byYear = new Map<number, PublishedShare['share'][]>();
  for (const { years } of all) {
    for (const { year, share } of years) {
      const shares = byYear.get(year) ?? [];
      shares.push(share);
      byYear.set(year, shares);
    }
  }
  return new Map(
    [...byYear].flatMap(([year, shares]) => {
      const prior = fitBetaPrior(shares);
      return prior === null ? [] : [[year, prior] as const];
    }),
  );
}

/** Histories up to a year, that year included. Schools with nothing that old are left out. */
export function upTo<Year extends { year: number }>(all: readonly History<Year>[], last: number): History<Year>[] {
  return all.flatMap(({ urn, years }) => {
    const known = years.filter(({ year }) => year <= last);
    return known.length === 0 ? [] : [{ urn, years: known }];
  });
}

/**
 * The years that can be told from the ones before: the year before it is published, and an older one too, from which
 * how far schools move was learned.
 */
export function yearsTold(all: readonly History<{ year: number }>[]): number[] {
  const held = [...new Set(all.flatMap(({ years }) => years.map(({ year }) => year)))].toSorted((a, b) => a - b);
  return held.filter((year, i) => i >= 2 && held[i - 1] === year - 1);
}
