import { type NeedAsks, needAsks } from './need-asks.ts';
import type { Obstacle } from './obstacles.ts';
import type { ContextDistance, Pairing } from './pairing.ts';
import { pair, standingPair } from './pairing.ts';
import type { PlanPolicy } from './plan-policy.ts';
import type { Leader, Need } from './sides.ts';
import { kilometres, type Place, placeOf } from './travel.ts';

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
  const placed = leaders
    .flatMap(({ school }, leader): Placed[] => {
      const place = placeOf(school);
      return place === null ? [] : [{ leader, place }];
    })
    .toSorted((a, b) => a.place.easting - b.place.easting);
  const reach = byEasting(placed);
  return needs.map((need, n) => {
    const asks = needAsks(need, policy);
    const standing = wishes.standing(n);
    // Who has a leader by a placement that stands is looked at no further.
    if (standing !== null) {
      const pairing = standingPair(need, leaders[standing]!, context, policy);
      return { candidates: [{ leader: standing, pairing }], ruledOut: new Map() };
    }
    return among(need, n, asks);
  });

  function among(need: Need, n: number, asks: NeedAsks): Candidates {
    if (placeOf(need.school) === null)
      return { candidates: [], ruledOut: new Map([['no known place', leaders.length]]) };
    const near = reach(need, policy.phases[need.school.phaseGroup].furthestKm);
    const ruledOut = new Map<Obstacle | 'forbidden', number>();
    const ruleOut = (obstacle: Obstacle | 'forbidden', many = 1): void => {
      if (many > 0) ruledOut.set(obstacle, (ruledOut.get(obstacle) ?? 0) + many);
    };
    ruleOut('no known place', leaders.length - placed.length);
    ruleOut('too far', placed.length - near.length);
    const candidates: Candidate[] = [];
    for (const leader of near) {
      const result = pair(need, leaders[leader]!, context, policy, asks);
      if (!result.ok) ruleOut(result.obstacle);
      else if (wishes.forbidden(n, leader)) ruleOut('forbidden');
      else candidates.push({ leader, pairing: result.pairing });
    }
    const ordered = candidates.toSorted(
      (a, b) => a.pairing.cost - b.pairing.cost || (leaders[a.leader]!.key < leaders[b.leader]!.key ? -1 : 1),
    );
    const kept = new Set(wishes.kept(n));
    return { candidates: ordered.filter(({ leader }, k) => k < policy.mostCandidates || kept.has(leader)), ruledOut };
  }
}

interface Placed {
  leader: number;
  place: Place;
}

/**
 * Leaders within a distance of a school in a straight line, found by bisection on their easting, so that England is not compared
 * with itself, and no journey is worked out that is too long anyway.
 */
function byEasting(placed: readonly Placed[]): (need: Need, km: number) => number[] {
  return ({ school }, km) => {
    const to = placeOf(school)!;
    const [west, east] = [to.easting - km * 1000, to.easting + km * 1000];
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placed[middle]!.place.easting < west) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let k = low; k < placed.length && placed[k]!.place.easting <= east; k++) {
      if (kilometres(placed[k]!.place, to) <= km) found.push(placed[k]!.leader);
    }
    return found;
  };
}
