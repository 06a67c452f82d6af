import type { Instance } from '../instance.ts';
import type { Solution } from '../solution.ts';
import type { CoverBounds } from './bounds.ts';

/** What an explanation needs worked out on the way: an instance solved, or what the prices of a proof tell of some schools. */
export type Ask =
  | {
      kind: 'solve';
      instance: Instance;
      /** A plan of the instance to begin from. */
      start: readonly (number | null)[];
      /** Prices of the schools to begin from. */
      prices: readonly number[];
    }
  | { kind: 'bounds'; instance: Instance; solution: Solution; schools: readonly number[]; tried?: number }
  | { kind: 'prices'; instance: Instance; prices: readonly number[] }
  | { kind: 'gains'; instance: Instance; prices: readonly number[]; leaders: readonly number[] };

/** The reply to each kind of ask. */
export interface Replies {
  solve: Solution;
  bounds: CoverBounds[];
  /** The lowest prices that prove no less, and what they prove. */
  prices: { prices: number[]; bound: number };
  /** Most that each leader's schools could be worth at the prices above what they cost. */
  gains: number[];
}

/**
 * An explanation under way: it asks, is given the reply, and ends with its answer. So the rules of an explanation are pure, and who
 * runs it decides where the work is done and tells how far it is.
 */
export type Explaining<T> = Generator<{ ask: Ask; done: number; of: number }, T, Replies[keyof Replies]>;

/** Puts one ask and gives its reply its type. `done` of `of` steps lie behind it. */
export function* put<K extends Ask['kind']>(
  ask: Extract<Ask, { kind: K }>,
  [done, of]: readonly [number, number],
): Generator<{ ask: Ask; done: number; of: number }, Replies[K], Replies[keyof Replies]> {
  return (yield { ask, done, of }) as Replies[K];
}
