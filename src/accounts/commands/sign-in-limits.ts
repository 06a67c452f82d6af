import type pg from 'pg';
import { type Allowance, type Limiter, limiterOn } from '../../access/limits.ts';
import type { SiteSecret } from '../../access/secret.ts';
import { networkOf } from '../rules/network-of.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';

/** The counters of everything that can be guessed or sent by whoever signs in. */
export interface SignInLimits {
  /** Passwords, from one address, whatever the account. */
  fromAddress: Limiter;
  /** Passwords, for one account from one address. */
  forAccount: Limiter;
  /** Passwords, for one account from all addresses that it has not signed in from. */
  fromStrangers: Limiter;
  /** Codes of the second factor, of whoever has given the password. */
  codes: Limiter;
  resetMails: Limiter;
  resetsFromAddress: Limiter;
}

export function signInLimits(
  pool: pg.Pool,
  secret: SiteSecret,
  { limits }: Pick<SignInPolicy, 'limits'>,
): SignInLimits {
  return {
    fromAddress: limiterOn(pool, secret, 'password of address', limits.attemptsPerAddress),
    forAccount: limiterOn(pool, secret, 'password of account', limits.attemptsPerAccount),
    fromStrangers: limiterOn(pool, secret, 'password by strangers', limits.attemptsPerAccountFromStrangers),
    codes: limiterOn(pool, secret, 'code', limits.codesPerAccount),
    resetMails: limiterOn(pool, secret, 'reset mail', limits.resetMailsPerAccount),
    resetsFromAddress: limiterOn(pool, secret, 'reset of address', limits.attemptsPerAddress),
  };
}

/** Who tries a password, and from where. `email` need not be anybody's: unknown accounts are counted as known ones are. */
export interface Attempt {
  email: string;
  ip: string | null;
  knownAddress: boolean;
}

/**
 * Counts a password and says whether it may be tried. A block holds for the account and the address together, so that whoever
 * guesses blocks themselves and not the person; guesses from everywhere block only addresses that the person never signed in from.
 */
export async function takeAttempt(limits: SignInLimits, { email, ip, knownAddress }: Attempt): Promise<Allowance> {
  const address = await limits.fromAddress.take(networkOf(ip));
  if (!address.ok) return address;
  const account = await limits.forAccount.take(email, networkOf(ip));
  if (!account.ok || knownAddress) return account;
  return limits.fromStrangers.take(email);
}

/** After the right password: it was no guess. */
export async function forgetAttempt(limits: SignInLimits, { email, ip, knownAddress }: Attempt): Promise<void> {
  await limits.fromAddress.giveBack(networkOf(ip));
  await limits.forAccount.clear(email, networkOf(ip));
  if (!knownAddress) await limits.fromStrangers.giveBack(email);
}
