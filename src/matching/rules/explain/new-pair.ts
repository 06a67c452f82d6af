import type { Pairing } from '../pairing.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { budgetCovers, poundsTaken } from '../side-rows.ts';
import type { Leader, Need } from '../sides.ts';
import type { NewLeader, NewPair } from './change.ts';
import type { Ground } from './ground.ts';

/** A pair as the problem would have it: with what leaving an earlier plan costs, and its part in budgets and floors. */
export function newPair(problem: PlanProblem, need: number, leader: Leader, { cost }: Pick<Pairing, 'cost'>): NewPair {
  const { previous } = problem;
  const before = previous.leader[need] ?? null;
  const change = before === null || problem.leaders[before]!.key === leader.key ? 0 : previous.price;
  return { school: need, cost: Math.round((cost + change) * 10) / 10, rows: partInRows(problem, need, leader) };
}

/** A leader as the problem would have them, with a pair for each need that they could meet. */
export function newLeader({ problem, pairOf }: Pick<Ground, 'problem' | 'pairOf'>, leader: Leader): NewLeader {
  const pairs = problem.needs.flatMap((need, position) => {
    const result = pairOf(need, leader, problem.policy);
    return result.ok ? [newPair(problem, position, leader, result.pairing)] : [];
  });
  const { days, mostSchools, held } = leader;
  return { days, mostSchools, held, load: problem.policy.weights.load.weight, pairs };
}

function partInRows(problem: PlanProblem, position: number, leader: Leader): NewPair['rows'] {
  const need = problem.needs[position]!;
  return problem.rows.flatMap(({ meaning }, row) => {
    if (meaning.kind === 'budget') {
      const amount = poundsTaken(need, leader, problem.policy);
      return budgetCovers(meaning.budget, need, leader) ? [{ row, amount }] : [];
    }
    const pair = problem.instance.rows[row]!.pairs[0];
    const other = pair === undefined ? undefined : problem.needs[problem.instance.pairSchool[pair]!];
    return other !== undefined && isSameGroup(meaning.of, need, other) ? [{ row, amount: -1 }] : [];
  });
}

function isSameGroup(of: 'area' | 'partnership', one: Need, other: Need): boolean {
  return of === 'area'
    ? one.laCode === other.laCode
    : one.partnership !== null && one.partnership === other.partnership;
}
