import type { PlanProblem } from './plan-problem.ts';
import type { Solution } from './solution.ts';

/**
 * Why a school of the plan has no leader, in a sentence: nobody within reach, nobody with enough days, or every candidate's
 * days given to schools whose need weighs more. `school` is its position in the problem.
 */
export function whyUncovered(school: number, problem: PlanProblem, solution: Solution): string {
  const { needs, leaders, candidates, policy } = problem;
  const need = needs[school]!;
  const own = candidates[school]!;
  const km = policy.phases[need.school.phaseGroup].furthestKm;
  if (need.school.easting === null) return 'Its place is not published, so no distance can be measured.';
  if (own.candidates.length === 0) {
    const near = (own.ruledOut.get('same trust') ?? 0) + (own.ruledOut.get('same federation') ?? 0);
    const others =
      near === 0 ? '' : ` The ${near} within reach ${near === 1 ? 'is' : 'are'} in its own trust or federation.`;
    return `No head of a ${need.school.phaseGroup} school that meets the criteria can be reached within ${km} km.${others}`;
  }
  const able = own.candidates.filter(({ leader }) => leaders[leader]!.days >= need.days);
  if (able.length === 0) {
    const most = Math.max(...own.candidates.map(({ leader }) => leaders[leader]!.days));
    return `It needs ${need.days} days a year and none of its ${count(own.candidates.length)} has more than ${most}.`;
  }
  const helped = new Set<number>();
  for (const { leader } of able) {
    solution.assignment.forEach((given, other) => {
      if (given === leader) helped.add(other);
    });
  }
  const first = [...helped]
    .toSorted((a, b) => a - b)
    .slice(0, 2)
    .map((other) => needs[other]!.school.name);
  return (
    `All ${count(able.length)} with the ${need.days} days it needs are given to ${helped.size} other ` +
    `school${helped.size === 1 ? '' : 's'} whose need weighs more or fits better, among them ${first.join(' and ')}.`
  );
}

function count(candidates: number): string {
  return `${candidates} candidate${candidates === 1 ? '' : 's'}`;
}
