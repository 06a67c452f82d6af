import { nearLeaders } from './near-leaders.ts';
import { type NeedAsks, needAsks } from './need-asks.ts';
import type { Obstacle } from './obstacles.ts';
import type { ContextDistance, Pairing } from './pairing.ts';
import { pairingOf, standingPair, weigh, type Weighed, type Weigher } from './pairing.ts';
import type { PlanPolicy } from './plan-policy.ts';
import type { Leader, Need } from './sides.ts';
import { placeOf } from './travel.ts';

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

/** Finds the candidates of each need among all leaders. Takes time in proportion to needs x leaders within reach; `weighs` may know pairs already. */
export function candidatesOf(
  needs: readonly Need[],
  leaders: readonly Leader[],
  context: ContextDistance,
  policy: PlanPolicy,
  wishes: PairWishes = NO_WISHES,
  weighs: Weigher = (need, leader, by, asks) => weigh(need, leader, context, by, asks),
): Candidates[] {
  const { placed, within } = nearLeaders(leaders);
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
    const near = within(need, policy.phases[need.school.phaseGroup].furthestKm);
    const ruledOut = new Map<Obstacle | 'forbidden', number>();
    const ruleOut = (obstacle: Obstacle | 'forbidden', many = 1): void => {
      if (many > 0) ruledOut.set(obstacle, (ruledOut.get(obstacle) ?? 0) + many);
    };
    ruleOut('no known place', leaders.length - placed);
    ruleOut('too far', placed - near.length);
    const weighed: { leader: number; pair: Weighed }[] = [];
    for (const leader of near) {
      const result = weighs(need, leaders[leader]!, policy, asks);
      if (typeof result === 'string') ruleOut(result);
      else if (wishes.forbidden(n, leader)) ruleOut('forbidden');
      else weighed.push({ leader, pair: result });
    }
    weighed.sort((a, b) => a.pair.cost - b.pair.cost || (leaders[a.leader]!.key < leaders[b.leader]!.key ? -1 : 1));
    const kept = new Set(wishes.kept(n));
    const candidates = weighed
      .filter(({ leader }, k) => k < policy.mostCandidates || kept.has(leader))
      .map((one) => ({ leader: one.leader, pairing: pairingOf(one.pair, leaders[one.leader]!, asks) }));
    return { candidates, ruledOut };
  }
}
