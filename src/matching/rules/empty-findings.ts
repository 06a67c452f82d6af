import type { Candidates } from './candidates.ts';
import type { Finding } from './finding.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { Leader, Need } from './sides.ts';

/** What leaves a plan empty though nothing contradicts it, with what would mend it. */
export function emptyFindings(
  allNeeds: readonly Need[],
  allLeaders: readonly Leader[],
  { needs, candidates, instance, rows }: Pick<PlanProblem, 'needs' | 'candidates' | 'instance' | 'rows'>,
): Finding[] {
  const found: Finding[] = [];
  const say = (code: Finding['code'], sentence: string, mend: string): void => {
    found.push({ code, blocks: false, sentence, mend, needKeys: [], leaderKeys: [] });
  };
  if (needs.length === 0) {
    if (allNeeds.length === 0)
      say(
        'no needs',
        'No school is in need, so there is nothing to plan.',
        'Add a need, or take in schools of a lower category.',
      );
    else say('no needs', `All ${allNeeds.length} needs are left out of the plan.`, 'Take a need in again.');
    return found;
  }
  if (allLeaders.length === 0) {
    say(
      'no leaders',
      'There is no leader to plan with.',
      'Add a leader, or ask another organisation to join the round.',
    );
    return found;
  }
  if (instance.pairCost.length === 0)
    say(
      'nobody possible',
      `No leader (of ${allLeaders.length}) can meet any need (of ${needs.length})${whyNobody(candidates)}.`,
      'Look at why each was ruled out, or ask another organisation to join the round.',
    );
  for (const { name, amounts, limit, meaning } of rows) {
    if (meaning.kind !== 'budget' || amounts.length === 0) continue;
    const least = Array.from(amounts).reduce((a, b) => Math.min(a, b));
    if (least > limit)
      say(
        'budget for nobody',
        `${name} is £${limit.toLocaleString('en-GB')}, and the cheapest pair that it pays for costs £${least.toLocaleString('en-GB')}.`,
        'Raise it, ask for fewer days, or ask a leader with a lower rate.',
      );
  }
  return found;
}

/** ": most often for: same trust (12), too far (4)". */
function whyNobody(candidates: readonly Candidates[]): string {
  const counts = new Map<string, number>();
  for (const { ruledOut } of candidates)
    for (const [obstacle, count] of ruledOut) counts.set(obstacle, (counts.get(obstacle) ?? 0) + count);
  const first = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, 3);
  return first.length === 0
    ? ''
    : `: most often for ${first.map(([obstacle, count]) => `${obstacle} (${count})`).join(', ')}`;
}
