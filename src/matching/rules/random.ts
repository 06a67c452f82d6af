/** A stream of numbers in [0, 1). */
export type Random = () => number;

/**
 * A small seeded generator, so that the same seed always draws the same plan: "mulberry32" by Tommy Ettinger (2017,
 * public domain), 32 bits of state, ample for choosing where to search and for nothing else.
 */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
