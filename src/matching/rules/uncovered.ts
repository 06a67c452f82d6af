import { LEAD } from '../../leaders/rules/support-policy.ts';
import type { Obstacle } from './obstacles.ts';
import { listed } from '../../need/rules/wording.ts';
import type { PlanProblem } from './plan-problem.ts';
import { budgetCovers, poundsTaken } from './side-rows.ts';
import type { Solution } from './solution.ts';
import { supportWords } from './support-policy.ts';

/**
 * Why a need of the plan has no leader, in a sentence: nobody within reach, nobody with enough days, no money, or every candidate's
 * days given to needs that weigh more. `school` is its position in the problem.
 */
export function whyUncovered(school: number, problem: PlanProblem, solution: Pick<Solution, 'assignment'>): string {
  const { needs, leaders, candidates } = problem;
  const need = needs[school]!;
  const own = candidates[school]!;
  if (need.school.easting === null) return 'Its place is not published, so no distance can be measured.';
  if (own.candidates.length === 0) return whyNobody(school, problem);
  const able = own.candidates.map(({ leader }) => leader).filter((leader) => leaders[leader]!.days >= need.days);
  if (able.length === 0) {
    const most = Math.max(...own.candidates.map(({ leader }) => leaders[leader]!.days));
    return `It needs ${need.days} days and ${own.candidates.length === 1 ? 'its 1 candidate has no' : `none of its ${own.candidates.length} candidates has`} more than ${most}.`;
  }
  const spent = spentBudgets(school, able, problem, solution);
  if (spent.length > 0)
    return `What is left of ${listed(spent)} does not pay for ${able.length === 1 ? 'its' : 'any of its'} ${count(able.length)}.`;
  const helped = new Set<number>();
  for (const leader of able) {
    solution.assignment.forEach((given, other) => {
      if (given === leader) helped.add(other);
    });
  }
  if (helped.size === 0)
    return `${able.length === 1 ? 'Its' : 'Each of its'} ${count(able.length)} would cost the plan more than leaving it without a leader.`;
  const first = [...helped]
    .toSorted((a, b) => a - b)
    .slice(0, 2)
    .map((other) => needs[other]!.school.name);
  return (
    `${able.length === 1 ? 'Its' : 'All'} ${count(able.length)} with the ${need.days} days it needs ${able.length === 1 ? 'is' : 'are'} given to ${helped.size} other ` +
    `school${helped.size === 1 ? '' : 's'} whose need weighs more or fits better, among them ${first.join(' and ')}.`
  );
}

/** Beside its number: "3 in its own trust". */
const RULED_OUT: Readonly<Record<Exclude<Obstacle, 'no known place' | 'too far'> | 'forbidden', string>> = {
  'same school': 'at the school itself',
  'not a head': 'with a role that does not lead',
  'not in the field': 'not known to give the field',
  'other phase': 'of the other phase',
  'same trust': 'in its own trust',
  'same federation': 'in its own federation',
  'declared interest': 'with a declared interest',
  'home in need': 'from a school in need itself',
  'home at risk': 'from a school at risk that nobody said may lend',
  'release refused': 'not released by the home school',
  'not available': 'not available on its days',
  'beyond own limit': 'who agreed to shorter journeys only',
  'too near': 'nearer than the school asked for',
  forbidden: 'ruled out by a decision of the round',
};

function whyNobody(school: number, { needs, candidates, policy }: PlanProblem): string {
  const { school: of, support } = needs[school]!;
  const { ruledOut } = candidates[school]!;
  const km = policy.phases[of.phaseGroup].furthestKm;
  const near = (ruledOut.get('same trust') ?? 0) + (ruledOut.get('same federation') ?? 0);
  const counts = [...ruledOut].filter(
    (entry): entry is [keyof typeof RULED_OUT, number] => entry[0] !== 'no known place' && entry[0] !== 'too far',
  );
  const other = counts.filter(([obstacle]) => !['other phase', 'same trust', 'same federation'].includes(obstacle));
  if (support === LEAD && other.length === 0) {
    const kin =
      near === 0 ? '' : ` The ${near} within reach ${near === 1 ? 'is' : 'are'} in its own trust or federation.`;
    return `No head of a ${of.phaseGroup} school that meets the criteria can be reached within ${km} km.${kin}`;
  }
  if (counts.length === 0) return `Nobody who could be ${supportWords(policy.support, support)} is within ${km} km.`;
  const told = counts.toSorted(([, a], [, b]) => b - a).map(([obstacle, many]) => `${many} ${RULED_OUT[obstacle]}`);
  const all = counts.reduce((sum, [, many]) => sum + many, 0);
  return `None of the ${all} leaders within ${km} km can be ${supportWords(policy.support, support)} here: ${told.join(', ')}.`;
}

/** Budgets of which too little is left for every leader who has the days; none when one of them could be paid. */
function spentBudgets(
  school: number,
  able: readonly number[],
  { needs, leaders, rows, policy }: PlanProblem,
  { assignment }: Pick<Solution, 'assignment'>,
): string[] {
  const budgets = rows.flatMap(({ meaning }) => (meaning.kind === 'budget' ? [meaning.budget] : []));
  const left = new Map(
    budgets.map((budget) => {
      const paid = needs.reduce((sum, need, n) => {
        const leader = leaders[assignment[n] ?? -1];
        return leader !== undefined && budgetCovers(budget, need, leader)
          ? sum + poundsTaken(need, leader, policy)
          : sum;
      }, 0);
      return [budget, budget.pounds - paid];
    }),
  );
  const need = needs[school]!;
  const short = able.map((leader) =>
    budgets.filter(
      (budget) =>
        budgetCovers(budget, need, leaders[leader]!) &&
        poundsTaken(need, leaders[leader]!, policy) > left.get(budget)! + 1e-9,
    ),
  );
  return short.some((budget) => budget.length === 0) ? [] : [...new Set(short.flat().map(({ name }) => name))];
}

function count(candidates: number): string {
  return `${candidates} candidate${candidates === 1 ? '' : 's'}`;
}
