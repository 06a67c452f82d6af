import type { Highs } from 'highs';
import type { Clock } from '../clock.ts';
import { solve } from '../solve.ts';
import type { Ask, Replies } from './ask.ts';
import { coverBounds, gainsOf, loweredPrices } from './bounds.ts';

/** Works out what an explanation asks. `clock` limits a solve; the rest takes moments. */
export function reply(
  ask: Ask,
  { highs, clock, seed }: { highs: Highs; clock: Clock; seed: number },
): Replies[keyof Replies] {
  if (ask.kind === 'bounds') {
    const { instance, solution, schools, tried } = ask;
    const lowered = loweredPrices(instance, solution.proof.prices);
    return schools.map((school) => coverBounds(instance, solution, school, { lowered, tried }));
  }
  if (ask.kind === 'prices') return loweredPrices(ask.instance, ask.prices);
  if (ask.kind === 'gains') return gainsOf(ask.instance, ask.prices, ask.leaders);
  return solve(ask.instance, { seed, clock, highs, start: ask.start, prices: ask.prices });
}
