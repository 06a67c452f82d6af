import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { SiteSecret } from './secret.ts';

/** At most `tries` within `minutes`; after that none for `blockMinutes`. */
export interface Limit {
  tries: number;
  minutes: number;
  blockMinutes: number;
}

/** Whether one more try is allowed; if not, after how many minutes it will be. */
export type Allowance = { ok: true } | { ok: false; minutes: number };

/** Counts the tries of each key. A key is whatever the tries are of: an account, an address, one at the other. */
export interface Limiter {
  /** Counts a try and says whether it is allowed. Count before the work: two tries at once must not both pass as the last. */
  take(...key: readonly (string | null)[]): Promise<Allowance>;
  /** Takes back a try that turned out well, so that only failures add up. */
  giveBack(...key: readonly (string | null)[]): Promise<void>;
  /** Begins to count anew. */
  clear(...key: readonly (string | null)[]): Promise<void>;
}

/**
 * A limiter for one use ("complaint", "code"), counted in the database, so that every copy of the site counts together and a
 * restart forgets nothing. Keys are stored as tags that only this site can make: the table says neither who nor from where.
 */
export function limiterOn(pool: pg.Pool, secret: SiteSecret, use: string, limit: Limit): Limiter {
  const counts = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: use,
    points: limit.tries,
    duration: limit.minutes * 60,
    blockDuration: limit.blockMinutes * 60,
  });
  const tag = (key: readonly (string | null)[]) => secret.sign('limit', JSON.stringify([use, ...key]));
  return {
    async take(...key) {
      try {
        await counts.consume(tag(key));
        return { ok: true };
      } catch (refusal) {
        // The library tells "no more" by throwing its result; anything else is a fault.
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ok: false, minutes: Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000)) };
      }
    },
    async giveBack(...key) {
      await counts.reward(tag(key));
    },
    async clear(...key) {
      await counts.delete(tag(key));
    },
  };
}
