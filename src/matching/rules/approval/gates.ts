import { type Ask, askState } from './declaration.ts';
import { type ApproverFacts, dependenceOn } from './independence.ts';
import { pairKey, type PutPair } from './pair.ts';

/** Something that stands between a pair and its approval, in a sentence. */
export interface OpenItem {
  kind: 'declaration' | 'interest' | 'dropped' | 'no longer possible' | 'stands already' | 'not independent';
  words: string;
}

/** What is known when a pair is looked at. */
export interface GateFacts {
  /** Questions about every pair of the round. */
  asks: readonly Ask[];
  /** Why a pair is no longer possible, by `pairKey`: its leader withdrew, a school closes, a decision forbids it. */
  impossible: ReadonlyMap<string, string>;
  /** Pairs (`pairKey`) that stand, with the days that were approved. */
  standing: ReadonlyMap<string, number>;
}

/** What is open on a pair for everybody; empty when somebody independent may approve it. Approved `days` may differ from the proposed. */
export function openItems(pair: PutPair, days: number, { asks, impossible, standing }: GateFacts): OpenItem[] {
  const key = pairKey(pair);
  if (standing.get(key) === days) return [{ kind: 'stands already', words: 'This pair is approved and stands.' }];
  const items: OpenItem[] = [];
  const why = impossible.get(key);
  if (why !== undefined) items.push({ kind: 'no longer possible', words: why });
  const own = asks.filter((ask) => pairKey(ask) === key);
  for (const side of ['home', 'supported'] as const) {
    const school = side === 'home' ? pair.home : pair.supported;
    const ask = own.find((one) => one.side === side);
    if (ask === undefined) {
      items.push({ kind: 'declaration', words: `The head of ${school.name} has not been asked about interests.` });
      continue;
    }
    const state = askState(ask);
    if (state === 'open')
      items.push({ kind: 'declaration', words: `The head of ${school.name} has not answered yet.` });
    if (state === 'to decide')
      items.push({ kind: 'interest', words: `${school.name} declared an interest that nobody has decided on.` });
    if (state === 'dropped')
      items.push({ kind: 'dropped', words: `The pair was dropped for an interest that ${school.name} declared.` });
  }
  return items;
}

/** What is open on a pair for one person: the same, and why this person is not independent of it. */
export function openFor(pair: PutPair, days: number, facts: GateFacts, approver: ApproverFacts): OpenItem[] {
  const dependence = dependenceOn(pair, approver).map((words): OpenItem => ({ kind: 'not independent', words }));
  return [...openItems(pair, days, facts), ...dependence];
}

/**
 * Leaders to whom pairs together would give more than they have, by key, each in a sentence: days of the term and schools at once. Pairs
 * are approved one by one, so that what stands and what is approved now may not fit though each plan did.
 */
export function overbooked(
  given: readonly { leaderKey: string; days: number }[],
  leaders: readonly Pick<PutPair, 'leaderKey' | 'leader' | 'leaderDays' | 'leaderMost'>[],
): Map<string, string> {
  const over = new Map<string, string>();
  for (const { leaderKey, leader, leaderDays, leaderMost } of leaders) {
    const own = given.filter((one) => one.leaderKey === leaderKey);
    const days = own.reduce((sum, one) => sum + one.days, 0);
    if (own.length > leaderMost)
      over.set(leaderKey, `${leader} would have ${own.length} schools and can have ${leaderMost} at once.`);
    else if (days > leaderDays + ROUNDING)
      over.set(leaderKey, `${leader} would give ${days} days and has ${leaderDays}.`);
  }
  return over;
}

/** Days are decimals to a thousandth; their sums are not exact. */
const ROUNDING = 1e-6;
