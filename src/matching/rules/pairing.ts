import type { PlanPolicy } from './plan-policy.ts';
import type { Leader, Need } from './sides.ts';
import { type Comparison, comparisons, failingMeasures } from './strength.ts';
import { kilometres, placeOf, travelMinutes } from './travel.ts';

/** Why two schools cannot be a pair, whatever it costs. */
export type Obstacle = 'same school' | 'other phase' | 'same trust' | 'same federation' | 'no known place' | 'too far';

/** A possible pair with what it costs, in minutes of one-way travel, and what the cost is made of. */
export interface Pairing {
  km: number;
  minutes: number;
  /** Distance in context, in standard units; null when either school's context is not published. */
  context: number | null;
  compared: Comparison[];
  cost: number;
}

export type PairingResult = { ok: true; pairing: Pairing } | { ok: false; obstacle: Obstacle };

/** Distance in context between two schools by URN, or null when it is not known. */
export type ContextDistance = (urn: number, otherUrn: number) => number | null;

/**
 * Whether a leader can help a school, and at what cost: travel, plus context that is further away, plus the share of the
 * measures at fault on which the leader's own school is not known to be stronger. Weights and limits are the policy's.
 * `failing` spares working out the measures at fault for each leader anew.
 */
export function pair(
  need: Need,
  leader: Leader,
  context: ContextDistance,
  policy: PlanPolicy,
  failing = failingMeasures(need),
): PairingResult {
  const [from, to] = [placeOf(leader.school), placeOf(need.school)];
  if (from === null || to === null) return { ok: false, obstacle: 'no known place' };
  const km = kilometres(from, to);
  // Before the others, so that these are counted only for leaders within reach.
  if (km > policy.phases[need.school.phaseGroup].furthestKm) return { ok: false, obstacle: 'too far' };
  const obstacle = obstacleBetween(need, leader);
  if (obstacle !== null) return { ok: false, obstacle };
  const bothUrban = need.school.urban === true && leader.school.urban === true;
  const minutes = travelMinutes(km, bothUrban, policy.travel);
  const distance = context(need.school.urn, leader.school.urn);
  const compared = comparisons(failing, need.school, leader.school);
  const { perMinute, perUnitOfContext, unknownContext, perMeasureShareNotStronger } = policy.costs;
  const exact =
    perMinute * minutes +
    perUnitOfContext * (distance ?? unknownContext) +
    perMeasureShareNotStronger * shareNotStronger(failing.length, compared);
  // To a tenth of a minute, which is finer than any of the estimates: sums are then exact, and so are proofs.
  const cost = Math.round(exact * 10) / 10;
  return { ok: true, pairing: { km, minutes, context: distance, compared, cost } };
}

function obstacleBetween({ school }: Need, leader: Leader): Obstacle | null {
  const home = leader.school;
  if (school.urn === home.urn) return 'same school';
  if (school.phaseGroup !== home.phaseGroup) return 'other phase';
  if (school.trustUid !== null && school.trustUid === home.trustUid) return 'same trust';
  if (school.federationUid !== null && school.federationUid === home.federationUid) return 'same federation';
  return null;
}

/** 0 when the leader's school is stronger on every measure at fault, or when none can be measured; 1 when on none. */
function shareNotStronger(all: number, compared: readonly Comparison[]): number {
  return all === 0 ? 0 : 1 - compared.filter(({ stronger }) => stronger).length / all;
}
