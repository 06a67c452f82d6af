import { type NeedAsks, needAsks } from './need-asks.ts';
import type { Obstacle } from './obstacles.ts';
import type { ContextDistance, Pairing } from './pairing.ts';
import { pair, standingPair } from './pairing.ts';
import type { PlanPolicy } from './plan-policy.ts';
import type { Leader, Need } from './sides.ts';

/** One leader whom a need could have: `leader` is the position in the list of leaders. */
export interface Candidate {
  leader: number;
  pairing: Pairing;
}

/** The leaders a need could have, cheapest first, and how many others were ruled out for what. */
export interface Candidates {
  candidates: Candidate[];
  ruledOut: ReadonlyMap<Obstacle | 'forbidden', number>;
}

/** What people decided about single pairs; `need` and `leader` are positions in the lists. */
export interface PairWishes {
  forbidden: (need: number, leader: number) => boolean;
  /** Leaders who are among a need's candidates however many are cheaper, when nothing is in the way. */
  kept: (need: number) => readonly number[];
  /** The leader whom a need has whatever is in the way, or null. */
  standing: (need: number) => number | null;
}

const NO_WISHES: PairWishes = { forbidden: () => false, kept: () => [], standing: () => null };

/** Finds the candidates of each need among all leaders. Takes time in proportion to needs x leaders within reach. */
export function candidatesOf(
  needs: readonly Need[],
  leaders: readonly Leader[],
  context: ContextDistance,
  policy: PlanPolicy,
  wishes: PairWishes = NO_WISHES,
): Candidates[] {
  const reach = byEasting(leaders);
  return needs.map((need, n) => {
    const asks = needAsks(need, policy);
    const standing = wishes.standing(n);
    // Who has a leader by a placement that stands is looked at no further.
    if (standing !== null) {
      const pairing = standingPair(need, leaders[standing]!, context, policy);
      return { candidates: [{ leader: standing, pairing }], ruledOut: new Map() };
    }
    return among(need, n, reach(need, policy.phases[need.school.phaseGroup].furthestKm), asks);
  });

  function among(need: Need, n: number, near: readonly number[], asks: NeedAsks): Candidates {
    const ruledOut = new Map<Obstacle | 'forbidden', number>();
    const candidates: Candidate[] = [];
    for (const leader of near) {
      const result = pair(need, leaders[leader]!, context, policy, asks);
      const obstacle = !result.ok ? result.obstacle : wishes.forbidden(n, leader) ? 'forbidden' : null;
      if (result.ok && obstacle === null) candidates.push({ leader, pairing: result.pairing });
      else ruledOut.set(obstacle!, (ruledOut.get(obstacle!) ?? 0) + 1);
    }
    const ordered = candidates.toSorted(
      (a, b) => a.pairing.cost - b.pairing.cost || (leaders[a.leader]!.key < leaders[b.leader]!.key ? -1 : 1),
    );
    const kept = new Set(wishes.kept(n));
    return { candidates: ordered.filter(({ leader }, k) => k < policy.mostCandidates || kept.has(leader)), ruledOut };
  }
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
