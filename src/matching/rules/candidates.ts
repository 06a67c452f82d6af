import type { ContextDistance, Obstacle, Pairing } from './pairing.ts';
import { pair } from './pairing.ts';
import type { PlanPolicy } from './plan-policy.ts';
import type { Leader, Need } from './sides.ts';
import { failingMeasures } from './strength.ts';

/** One leader whom a school could have: `leader` is the position in the list of leaders. */
export interface Candidate {
  leader: number;
  pairing: Pairing;
}

/** The leaders a school could have, cheapest first, and how many others were ruled out for what. */
export interface Candidates {
  candidates: Candidate[];
  ruledOut: ReadonlyMap<Obstacle, number>;
}

/** Finds the candidates of each school among all leaders. Takes time in proportion to schools x leaders within reach. */
export function candidatesOf(
  needs: readonly Need[],
  leaders: readonly Leader[],
  context: ContextDistance,
  policy: PlanPolicy,
): Candidates[] {
  const reach = byEasting(leaders);
  return needs.map((need) => {
    const ruledOut = new Map<Obstacle, number>();
    const candidates: Candidate[] = [];
    const failing = failingMeasures(need);
    for (const leader of reach(need, policy.phases[need.school.phaseGroup].furthestKm)) {
      const result = pair(need, leaders[leader]!, context, policy, failing);
      if (result.ok) candidates.push({ leader, pairing: result.pairing });
      else ruledOut.set(result.obstacle, (ruledOut.get(result.obstacle) ?? 0) + 1);
    }
    const ordered = candidates.toSorted((a, b) => a.pairing.cost - b.pairing.cost || a.leader - b.leader);
    return { candidates: ordered.slice(0, policy.mostCandidates), ruledOut };
  });
}

/** Leaders whose easting is within a distance of a school, found by bisection, so that England is not compared with itself. */
function byEasting(leaders: readonly Leader[]): (need: Need, km: number) => number[] {
  const placed = leaders
    .map(({ school }, leader) => ({ leader, easting: school.easting }))
    .filter((one): one is { leader: number; easting: number } => one.easting !== null)
    .toSorted((a, b) => a.easting - b.easting);
  return ({ school }, km) => {
    if (school.easting === null) return [];
    const [from, to] = [school.easting - km * 1000, school.easting + km * 1000];
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placed[middle]!.easting < from) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let k = low; k < placed.length && placed[k]!.easting <= to; k++) found.push(placed[k]!.leader);
    return found;
  };
}
