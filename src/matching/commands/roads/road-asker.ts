import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { kilometres } from '../../rules/travel.ts';
import { TRAVEL_NAMES } from '../../rules/travel/journey-words.ts';
import { halves, type RoadBatch, roadBatches } from '../../rules/travel/road-batches.ts';
import { type AskRoads, roadKey, type RoadPair, type RoadTime, type RoadTimes } from '../../rules/travel/road-times.ts';
import type { TravelPolicy } from '../../rules/travel/travel-policy.ts';
import { osrmRefusal, valhallaRefusal } from '../../schema/road-answers.ts';
import { askService, type RoadService, type RoadTable } from './ask-service.ts';
import { NoAnswer, Refusal } from './fetch-json.ts';
import { forgetOtherRoads, keepRoadTimes, keptRoadTimes, type ToldPair } from './kept-road-times.ts';

/**
 * Asks the operator's road service for what is not kept, within the limits of the policy, and keeps the answers. One that was given up is
 * left alone for some minutes, so that nobody waits for it again.
 */
export function roadAsker(db: Kysely<Database>, service: RoadService): AskRoads {
  const rest = { until: 0, why: '' };
  return async (pairs, policy) => {
    await forgetOtherRoads(db, service);
    const times = await keptRoadTimes(db, service, pairs, policy.services.maxAgeDays);
    const missing = pairs.filter(({ from, to }) => times[roadKey(from, to)] === undefined);
    if (Date.now() < rest.until) {
      return { ...named(service), times, problem: problemWords(service, missing.length, rest.why, missing.length) };
    }
    const { unanswered, why, isGivenUp } = await askMissing(missing, service, policy, async (told) => {
      await keepRoadTimes(db, service, told);
      for (const { from, to, seconds, metres } of told) times[roadKey(from, to)] = { seconds, metres };
    });
    if (isGivenUp) {
      rest.until = Date.now() + policy.services.againMinutes * 60_000;
      rest.why = why ?? '';
    }
    return { ...named(service), times, problem: problemWords(service, unanswered, why, missing.length) };
  };
}

/** Counts of what went otherwise than asked. */
interface Asking {
  unanswered: number;
  /** In a row. */
  failures: number;
  refusals: number;
  isGivenUp: boolean;
  why: string | null;
}

async function askMissing(
  missing: readonly RoadPair[],
  service: RoadService,
  policy: TravelPolicy,
  keep: (told: readonly ToldPair[]) => Promise<void>,
): Promise<Asking> {
  const { services } = policy;
  const queue = roadBatches(missing, services[service.provider]);
  const until = Date.now() + services.mostSeconds * 1000;
  const state: Asking = { unanswered: 0, failures: 0, refusals: 0, isGivenUp: false, why: null };
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    if (state.isGivenUp || Date.now() >= until) {
      if (!state.isGivenUp) state.why = `had not answered all within ${services.mostSeconds} seconds`;
      state.unanswered += batch.wanted.length;
      continue;
    }
    try {
      const told = toldPairs(batch, await askAgain(service, batch, policy), services.fastestKmPerHour);
      state.failures = 0;
      state.refusals = 0;
      if (told.length < batch.wanted.length) {
        state.unanswered += batch.wanted.length - told.length;
        state.why ??= 'has no road near a place or gave a time that cannot be';
      }
      await keep(told);
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof Refusal)) throw error;
      // One place that the service does not know can spoil a whole question: the halves are asked after all the others.
      const parts = error instanceof Refusal ? halves(batch) : null;
      if (parts !== null) queue.push(...parts);
      else state.unanswered += batch.wanted.length;
      if (error instanceof NoAnswer) state.failures += 1;
      else state.refusals += 1;
      state.isGivenUp = state.failures >= services.mostFailures || state.refusals >= services.mostRefusals;
      state.why = error instanceof Refusal ? refusalWords(error) : error.message;
    }
  }
  return state;
}

/** Asks as often as the policy allows while nothing comes that will pass. */
async function askAgain(service: RoadService, batch: RoadBatch, policy: TravelPolicy): Promise<RoadTable> {
  const { tries, waitSeconds } = policy.services;
  for (let attempt = 1; ; attempt++) {
    try {
      return await askService(service, batch, policy);
    } catch (error) {
      if (!(error instanceof NoAnswer && error.passes) || attempt >= tries) throw error;
      await pause(waitSeconds * attempt * 1000);
    }
  }
}

function toldPairs({ sources, targets, wanted }: RoadBatch, table: RoadTable, fastest: number): ToldPair[] {
  return wanted.flatMap(([source, target]) => {
    const told = table[source]![target];
    const [from, to] = [sources[source]!, targets[target]!];
    return told === undefined || isTooFast(told, kilometres(from, to), fastest) ? [] : [{ from, to, ...told }];
  });
}

function isTooFast({ seconds }: RoadTime, km: number, fastestKmPerHour: number): boolean {
  return seconds !== null && seconds * fastestKmPerHour < km * 3600;
}

/** The service's own word for why it refuses, where it is one. */
function refusalWords({ message, body }: Refusal): string {
  const osrm = osrmRefusal.safeParse(body);
  if (osrm.success) return `${message} (${osrm.data.code})`;
  const valhalla = valhallaRefusal.safeParse(body);
  return valhalla.success ? `${message} (error ${valhalla.data.error_code})` : message;
}

function problemWords({ provider }: RoadService, unanswered: number, why: string | null, asked: number): string | null {
  if (unanswered === 0) return null;
  const how = why === null ? '' : `: it ${why}`;
  return `${TRAVEL_NAMES[provider]} gave no time for ${unanswered} of the ${asked} journeys that it was asked for${how}.`;
}

function named({ provider, version }: RoadService): Pick<RoadTimes, 'provider' | 'version'> {
  return { provider, version };
}
