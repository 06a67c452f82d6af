import { type NeedAsks, needAsks } from './need-asks.ts';
import { type Obstacle, obstacleBetween } from './obstacles.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { type Amounts, amountsOf, costOf } from './price-parts.ts';
import type { Leader, Need } from './sides.ts';
import { type Comparison, comparisons } from './strength.ts';
import { type Journey, kilometres, placeOf, travelMinutes } from './travel.ts';

/** A possible pair with what it costs, in minutes of one-way travel, and what the cost is made of. */
export interface Pairing extends Journey {
  /** Distance in context, in standard units; null when either school's context is not published. */
  context: number | null;
  compared: Comparison[];
  /** What each part of the cost is worked out from; `priceParts` puts it in words. */
  amounts: Amounts;
  cost: number;
}

export type PairingResult = { ok: true; pairing: Pairing } | { ok: false; obstacle: Obstacle };

/** Distance in context between two schools by URN, or null when it is not known. */
export type ContextDistance = (urn: number, otherUrn: number) => number | null;

/**
 * Whether a leader can meet a need, and at what cost. Weights and limits are the policy's. `asks` spares working out anew for each
 * leader what the need asks of all.
 */
export function pair(
  need: Need,
  leader: Leader,
  context: ContextDistance,
  policy: PlanPolicy,
  asks: NeedAsks = needAsks(need, policy),
): PairingResult {
  const journey = journeyBetween(need, leader, policy);
  const obstacle = obstacleBetween(need, leader, policy, journey);
  if (obstacle !== null) return { ok: false, obstacle };
  return { ok: true, pairing: priced(need, leader, journey!, context, policy, asks) };
}

/**
 * The same of a pair that stands whatever is in its way, for people agreed to it before. Where a place is not known, the journey is
 * taken to be as long as any may be.
 */
export function standingPair(need: Need, leader: Leader, context: ContextDistance, policy: PlanPolicy): Pairing {
  const journey = journeyBetween(need, leader, policy) ?? furthestJourney(need, policy);
  return priced(need, leader, journey, context, policy, needAsks(need, policy));
}

/** The journey from a leader's home school to the school of a need; null when either place is not known. */
export function journeyBetween(need: Need, leader: Leader, policy: PlanPolicy): Journey | null {
  const [from, to] = [placeOf(leader.school), placeOf(need.school)];
  if (from === null || to === null) return null;
  const km = kilometres(from, to);
  const bothUrban = need.school.urban === true && leader.school.urban === true;
  return { km, minutes: travelMinutes(km, bothUrban, policy.travel) };
}

function furthestJourney({ school }: Need, { phases, travel }: PlanPolicy): Journey {
  const km = phases[school.phaseGroup].furthestKm;
  return { km, minutes: travelMinutes(km, false, travel) };
}

function priced(
  need: Need,
  leader: Leader,
  { km, minutes }: Journey,
  context: ContextDistance,
  policy: PlanPolicy,
  asks: NeedAsks,
): Pairing {
  const distance = context(need.school.urn, leader.school.urn);
  const compared = comparisons(asks.measurable, leader.school);
  const amounts = amountsOf(need, leader, asks, { minutes, context: distance, compared }, policy);
  return { km, minutes, context: distance, compared, amounts, cost: costOf(amounts, policy.weights) };
}
