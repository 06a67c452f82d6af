import type { Finding } from '../finding.ts';
import type { PairingResult } from '../pairing.ts';
import type { PlanPolicy } from '../plan-policy.ts';
import type { PlanProblem } from '../plan-problem.ts';
import type { Remake } from '../remake.ts';
import type { Leader, Need } from '../sides.ts';
import type { Solution } from '../solution.ts';

/** A town or other settlement by which a place is named. */
export interface Town {
  name: string;
  easting: number;
  northing: number;
  /** Schools of the register with this town in their address, by phase. */
  schools: Readonly<Record<'primary' | 'secondary', number>>;
}

/** What explanations of one plan stand on: the plan, what it was made from, and what could be added to it. */
export interface Ground {
  problem: PlanProblem;
  solution: Solution;
  /** What the plan's makers were told of what leaves it empty or smaller than hoped. */
  findings: readonly Finding[];
  /** What makes the same question under other weights, one after another, and remembers pairs meanwhile. */
  remaking: () => Remake;
  /** Whether and at what cost a leader could help under a policy. */
  pairOf: (need: Need, leader: Leader, policy: PlanPolicy) => PairingResult;
  /** Leaders who are not among those of the problem, for none of its schools can have them as things stand. */
  spare: readonly Leader[];
  /** Towns within reach of the schools. */
  towns: readonly Town[];
}

/** Whether people decided that two are not to be a pair. */
export function isForbidden({ options }: PlanProblem, need: Need, leader: Leader): boolean {
  const forbids = options.wishes?.forbids ?? [];
  return forbids.some(({ needKey, leaderKey }) => needKey === need.key && leaderKey === leader.key);
}

/** What a question or its answer is about, named as a reader knows it. */
export interface Named {
  urn: number;
  name: string;
  key: string;
}

export function namedNeed({ key, school }: Need): Named {
  return { urn: school.urn, name: school.name, key };
}

export function namedLeader({ key, school }: Leader): Named {
  return { urn: school.urn, name: school.name, key };
}
