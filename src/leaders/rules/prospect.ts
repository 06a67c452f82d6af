import { figureOf } from '../../need/rules/figures.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { aboveMinimumCheck } from './above-minimum.ts';
import type { Check } from './check.ts';
import { consistentCheck } from './consistent.ts';
import type { CriteriaContext } from './criteria-context.ts';
import type { CapacityPolicy, DesignationCriterion } from './designation-policy.ts';
import { gradeCheck } from './grade.ts';

/** Whether a school's published record meets the criteria, and the time its head could then give. */
export interface Prospect {
  urn: number;
  policyId: string;
  asAt: string;
  meets: boolean;
  checks: Check[];
  /** Days of help a year that a school of its size can spare its head. Counted whether it meets the criteria or not. */
  daysPerYear: number;
  mostSchools: number;
}

/**
 * Puts the criteria that public data can show to a school. It meets them when each is met, or is not known and the policy
 * lets that pass. Nobody is designated by this: the person's own criteria are a panel's to judge.
 */
export function meetsPublishedCriteria(school: SchoolFacts, at: CriteriaContext): Prospect {
  const judged = at.policy.criteria.map((criterion) => ({ criterion, check: checkOf(school, criterion, at) }));
  const meets = judged.every(
    ({ criterion, check }) =>
      check.verdict === 'met' || (check.verdict === 'not known' && criterion.whenNotKnown === 'passes'),
  );
  return {
    urn: school.urn,
    policyId: at.policy.id,
    asAt: at.asAt,
    meets,
    checks: judged.map(({ check }) => check),
    ...capacityOf(school, at.policy.capacity),
  };
}

/** How a head who meets the criteria is named: by the school, and never as designated. */
export function prospectTitle(school: { name: string }): string {
  return `Headteacher, ${school.name}: meets the published criteria, not designated`;
}

/** Days a year and number of schools, by size. A school whose roll is missing is taken for one of the smallest. */
export function capacityOf(
  school: SchoolFacts,
  capacity: CapacityPolicy,
): { daysPerYear: number; mostSchools: number } {
  const roll = figureOf(school, 'roll', capacity.rollYear)?.value ?? 0;
  const band = capacity.bands.findLast(({ fromRoll }) => roll >= fromRoll);
  if (band === undefined) throw new Error('The capacity bands of the designation policy must begin at a roll of 0.');
  return { daysPerYear: band.daysAWeek * capacity.weeksAYear, mostSchools: band.mostSchools };
}

function checkOf(school: SchoolFacts, criterion: DesignationCriterion, at: CriteriaContext): Check {
  switch (criterion.rule) {
    case 'grade':
      return gradeCheck(school, criterion, at.asAt);
    case 'above_minimum':
      return aboveMinimumCheck(school, criterion, at);
    case 'consistent':
      return consistentCheck(school, criterion, at);
    default:
      return criterion satisfies never;
  }
}
