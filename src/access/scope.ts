import type { Subject } from './permission.ts';
import type { Person } from './roles.ts';
import { hashOfToken } from './secret.ts';

declare const minted: unique symbol;

/**
 * A task of the house itself, done in nobody's name. The database's row policies name the same words, but for 'on behalf': the house
 * then reads in a person's name what they may read, to write it to them; no policy gives it more, and the trail does not say that they read.
 */
export type Purpose =
  | 'sign-in'
  | 'mail'
  | 'retention'
  | 'operator'
  | 'demonstration'
  | 'complaint'
  | 'news'
  | 'work'
  | 'on behalf'
  | 'reminder'
  /** Whoever holds a private link, and so may do what it is for. */
  | 'link';

/**
 * Leave to do one thing to one subject, in somebody's name. Queries and commands on records that belong to an organisation
 * take one as their second argument, and only `authorise` and `scopeForPurpose` make one: to forget it is a type error.
 */
export interface Scope<V extends string = string> {
  readonly [minted]: V;
  readonly verb: V;
  readonly subject: Subject;
  /** Null when the house itself acts. */
  readonly person: Person | null;
  readonly purpose: Purpose | null;
  /** Hash of the private link that was presented; null but for the purpose 'link'. */
  readonly link: string | null;
  readonly ip: string | null;
}

/** Made by authorise.ts and here, nowhere else: the brand has no value that others could write. */
export function mintScope<V extends string>(facts: Omit<Scope<V>, typeof minted>): Scope<V> {
  return Object.freeze({ ...facts }) as Scope<V>;
}

/** Leave for a task of the house. Called in `policy.ts` files alone (the lint rule scope-minting says so). */
export function scopeForPurpose<const V extends string>(
  purpose: Purpose,
  verb: V,
  { subject = { kind: 'site' }, ip = null }: { subject?: Subject; ip?: string | null } = {},
): Scope<V> {
  return mintScope({ verb, subject, person: null, purpose, link: null, ip });
}

/** Leave to do what a private link is for, for whoever holds it. Called in `policy.ts` files alone (the lint rule scope-minting says so). */
export function scopeForLink<const V extends string>(token: string, verb: V, ip: string | null): Scope<V> {
  const link = hashOfToken(token);
  return mintScope({ verb, subject: { kind: 'site' }, person: null, purpose: 'link', link, ip });
}
