import type { PlanProblem } from '../plan-problem.ts';
import { TRAVEL_KINDS, type TravelKind } from '../travel.ts';
import { TRAVEL_NAMES } from './journey-words.ts';
import type { TravelBasis } from './travel-basis.ts';
import type { TravelError, TravelPolicy } from './travel-policy.ts';

const OWN_NAMES: Readonly<Record<TravelPolicy['use'], string>> = {
  'straight line': 'straight lines were',
  estimate: 'the estimate was',
};

/** What the minutes of a plan were worked out from, for how many pairs that were weighed. */
export interface TravelUsed {
  policy: string;
  pairs: { how: TravelKind; pairs: number }[];
  /** The road service that was asked: "OSRM" and what its roads are called; null when there is none. */
  service: { name: string; version: string } | null;
  /** Why the service gave no time for some pairs, in a sentence. */
  problem: string | null;
  /** Pairs that the estimate takes by a bridge, tunnel or ferry, and those among them that need a ferry. */
  overWater: number;
  byFerry: number;
  /** Of the way that needs no service, on clear roads. */
  error: TravelError;
  /** In sentences, for the page and the command line. */
  sentences: string[];
}

/** What a plan's minutes came from, counted over the pairs that were weighed. */
export function travelUsed({ candidates, policy }: Pick<PlanProblem, 'candidates' | 'policy'>): TravelUsed {
  const counts = new Map<TravelKind, number>();
  let overWater = 0;
  let byFerry = 0;
  for (const { candidates: weighed } of candidates) {
    for (const { pairing } of weighed) {
      counts.set(pairing.how, (counts.get(pairing.how) ?? 0) + 1);
      if (pairing.by.length > 0) overWater += 1;
      if (pairing.ferry) byFerry += 1;
    }
  }
  const { roads } = policy.travel;
  const used = {
    policy: policy.travel.policy.title,
    pairs: TRAVEL_KINDS.flatMap((how) => (counts.has(how) ? [{ how, pairs: counts.get(how)! }] : [])),
    service: roads === null ? null : { name: TRAVEL_NAMES[roads.provider], version: roads.version },
    problem: roads?.problem ?? null,
    overWater,
    byFerry,
    error: errorOf(policy.travel),
  };
  return { ...used, sentences: sentences(used, policy.travel) };
}

/** How far the way that needs no service was from journeys whose time is known. */
export function errorOf({ policy: { use, estimate, straightLine } }: Pick<TravelBasis, 'policy'>): TravelError {
  return use === 'estimate' ? estimate.error : straightLine.error;
}

function sentences(used: Omit<TravelUsed, 'sentences'>, { policy }: TravelBasis): string[] {
  const own = policy.use;
  const isEstimated = used.pairs.some(({ how }) => how === own);
  return [
    ...used.pairs.map(({ how, pairs }) => usedSentence(how, pairs, used)),
    ...(used.problem === null ? [] : [used.problem]),
    ...(isEstimated || used.pairs.length === 0 ? [errorSentence(policy.use, used.error)] : []),
    daySentence(policy),
  ];
}

function usedSentence(
  how: TravelKind,
  pairs: number,
  { service, overWater, byFerry }: Omit<TravelUsed, 'sentences'>,
): string {
  const many = `${pairs.toLocaleString('en-GB')} pair${pairs === 1 ? '' : 's'}`;
  if (how === 'straight line') return `Straight lines were used for ${many}, as if all roads were equally fast.`;
  if (how !== 'estimate')
    return `${service?.name ?? TRAVEL_NAMES[how]} gave the times by road of ${many} (roads: ${service?.version}).`;
  const water =
    overWater === 0
      ? ''
      : `, ${overWater.toLocaleString('en-GB')} of them by the bridges and tunnels of waters between`;
  const ferry = byFerry === 0 ? '' : ` and ${byFerry.toLocaleString('en-GB')} by ferry`;
  return `Minutes were estimated for ${many}${water}${ferry}.`;
}

/** How far a way of working out minutes was from journeys whose time by road is published. */
export function errorSentence(how: TravelPolicy['use'], error: TravelError): string {
  const { journeys, meanPercent, percent, meanMinutes, minutes } = error;
  return (
    `Tried on ${journeys} journeys whose time on clear roads is known, ${OWN_NAMES[how]} out by ${meanPercent}% (${meanMinutes} minutes) ` +
    `on average. Nine in ten lay between ${Math.abs(percent[0])}% too short and ${percent[1]}% too long; in minutes, between ` +
    `${Math.abs(minutes[0])} too short and ${minutes[1]} too long.`
  );
}

/** That the minutes hold the traffic of the day, as the policy has it. */
export function daySentence({ day }: TravelPolicy): string {
  return `Minutes are by day: ${Math.round((day.factor - 1) * 100)}% more than on clear roads.`;
}
