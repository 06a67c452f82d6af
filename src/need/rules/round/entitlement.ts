import type { Category } from '../need-policy.ts';
import type { SchoolTerm } from './term.ts';

/** Days of support a year that a school's decided category brings it, by the policy that its round used. */
export interface Entitlement {
  urn: number;
  name: string;
  category: Category;
  daysPerYear: number;
  /** ISO moment of the decision. */
  decidedAt: string;
}

/** What one round of a service entitles its schools to. Schools that are not decided yet have no days, which is not nought days. */
export interface RoundEntitlements extends SchoolTerm {
  roundId: string;
  schools: readonly Entitlement[];
  undecided: number;
  total: number;
}

/** A round beside the newest round of the school year before. */
export interface EntitlementTrend extends RoundEntitlements {
  yearBefore: { roundId: string; total: number; schools: number } | null;
  byCategory: readonly { category: Category; schools: number; days: number }[];
}

/** Rounds with their sums, in the order given (the newest first), each with the first given of the school year before it. */
export function entitlementTrends(rounds: readonly Omit<RoundEntitlements, 'total'>[]): EntitlementTrend[] {
  const summed = rounds.map((round) => ({ ...round, total: sum(round.schools) }));
  return summed.map((round) => {
    const before = summed.find(({ schoolYear, schools }) => schoolYear === round.schoolYear - 1 && schools.length > 0);
    const categories = [...new Set(round.schools.map(({ category }) => category))].toSorted();
    return {
      ...round,
      yearBefore:
        before === undefined ? null : { roundId: before.roundId, total: before.total, schools: before.schools.length },
      byCategory: categories.map((category) => {
        const own = round.schools.filter((school) => school.category === category);
        return { category, schools: own.length, days: sum(own) };
      }),
    };
  });
}

function sum(schools: readonly Entitlement[]): number {
  return schools.reduce((total, { daysPerYear }) => total + daysPerYear, 0);
}
