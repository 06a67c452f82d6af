import type pg from 'pg';
import { type Limiter, limiterOn } from '../../access/limits.ts';
import type { SiteSecret } from '../../access/secret.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';

/**
 * Counters of what a signed-in person is asked for once more before a change. By person and session, so that whoever holds a
 * stolen session blocks that session alone.
 */
export interface OwnAccountLimits {
  passwords: Limiter;
  codes: Limiter;
}

export function ownAccountLimits(
  pool: pg.Pool,
  secret: SiteSecret,
  { limits }: Pick<SignInPolicy, 'limits'>,
): OwnAccountLimits {
  return {
    passwords: limiterOn(pool, secret, 'own password', limits.attemptsPerAccount),
    codes: limiterOn(pool, secret, 'own code', limits.codesPerAccount),
  };
}
