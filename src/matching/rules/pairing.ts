import { type NeedAsks, needAsks } from './need-asks.ts';
import { type Obstacle, obstacleBetween } from './obstacles.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { type Amounts, amountsOf, costOf } from './price-parts.ts';
import type { Leader, Need } from './sides.ts';
import { type Comparison, comparisons, strengthCounts } from './strength.ts';
import { type Journey, placeOf, type TravelPlace } from './travel.ts';
import { journeyBy } from './travel/travel-basis.ts';

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

/** What decides which pairs are looked at further: kept small, for there are hundreds of thousands. */
export interface Weighed {
  journey: Journey;
  context: number | null;
  amounts: Amounts;
  cost: number;
}

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
  const weighed = weigh(need, leader, context, policy, asks);
  return typeof weighed === 'string'
    ? { ok: false, obstacle: weighed }
    : { ok: true, pairing: pairingOf(weighed, leader, asks) };
}

/** The cost of a pair under a policy, or the first obstacle to it. */
export type Weigher = (need: Need, leader: Leader, policy: PlanPolicy, asks: NeedAsks) => Weighed | Obstacle;

/** The cost of a pair, or the first obstacle to it. */
export function weigh(
  need: Need,
  leader: Leader,
  context: ContextDistance,
  policy: PlanPolicy,
  asks: NeedAsks,
): Weighed | Obstacle {
  // A journey takes longest to work out, so what needs none comes first.
  const sooner = obstacleBetween(need, leader, policy, null);
  if (sooner !== null) return sooner;
  const journey = journeyBetween(need, leader, policy)!;
  return obstacleBetween(need, leader, policy, journey) ?? priced(need, leader, journey, context, policy, asks);
}

/** A pair that was weighed with what its reasons are told from. */
export function pairingOf({ journey, ...weighed }: Weighed, leader: Leader, { measurable }: NeedAsks): Pairing {
  return { ...journey, ...weighed, compared: comparisons(measurable, leader.school) };
}

/**
 * The same of a pair that stands whatever is in its way, for people agreed to it before. Where a place is not known, the journey is
 * taken to be as long as any may be.
 */
export function standingPair(need: Need, leader: Leader, context: ContextDistance, policy: PlanPolicy): Pairing {
  const journey = journeyBetween(need, leader, policy) ?? furthestJourney(need, policy);
  const asks = needAsks(need, policy);
  return pairingOf(priced(need, leader, journey, context, policy, asks), leader, asks);
}

/** The journey from a leader's home school to the school of a need; null when either place is not known. */
export function journeyBetween(need: Need, leader: Leader, policy: PlanPolicy): Journey | null {
  const [from, to] = [placeOf(leader.school), placeOf(need.school)];
  if (from === null || to === null) return null;
  return journeyBy(policy.travel, { ...from, urban: leader.school.urban }, { ...to, urban: need.school.urban });
}

const NO_WATERS: PlanPolicy['travel']['waters'] = [];

function furthestJourney({ school }: Need, { phases, travel }: PlanPolicy): Journey {
  const from: TravelPlace = { easting: 0, northing: 0, urban: false };
  const to: TravelPlace = { ...from, easting: phases[school.phaseGroup].furthestKm * 1000 };
  return journeyBy({ ...travel, waters: NO_WATERS, roads: null }, from, to);
}

function priced(
  need: Need,
  leader: Leader,
  journey: Journey,
  context: ContextDistance,
  policy: PlanPolicy,
  asks: NeedAsks,
): Weighed {
  const distance = context(need.school.urn, leader.school.urn);
  const { compared, weaker } = strengthCounts(asks.measurable, leader.school);
  const measured = { minutes: journey.minutes, context: distance, compared, weaker };
  const amounts = amountsOf(need, leader, asks, measured, policy);
  return { journey, context: distance, amounts, cost: costOf(amounts, policy.weights) };
}
