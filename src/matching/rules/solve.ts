import type { Highs } from 'highs';
import { Best, type Progress } from './best.ts';
import { certify } from './certify.ts';
import type { Clock } from './clock.ts';
import { planByHand } from './greedy.ts';
import type { Instance } from './instance.ts';
import { Master } from './master.ts';
import { opening, type Search } from './opening.ts';
import { makeParting, type PartedProof, type Parting } from './parting.ts';
import { planOfLeaders } from './plan.ts';
import { makePolisher } from './polish.ts';
import { makeRandom } from './random.ts';
import { makeSetSearch } from './sets.ts';
import type { Solution } from './solution.ts';
import { solutionOf } from './solution-of.ts';
import { toWholeUnits } from './whole-units.ts';

export interface SolveOptions {
  seed: number;
  clock: Clock;
  highs: Highs;
  /** Told whenever the plan or the bound gets better. */
  onProgress?: (best: Progress) => void;
  /** A plan to begin from: the leader of each school, or null. What of it does not fit is left out. */
  start?: readonly (number | null)[];
  /** Prices of an earlier proof for the same schools, to begin from. */
  prices?: readonly number[];
  /** Parts all plans beside this search, from the same first steps; left out, this search does so itself by turns. */
  partner?: Parting;
}

/** Times that all plans are parted before leaders are planned anew again: fewer where each takes longer. */
const PARTINGS = 1500;
const MOST_PARTINGS = 12;
/** Rounds of planning anew and parting that found and proved nothing, after which the search ends. */
const MOST_IDLE = 20;

/**
 * The best plan for an instance, with a proven bound; docs/matching.md tells the method. Prices come first (a Lagrangian
 * bound, and plans made from its prices), then the relaxed set model with cuts, a plan dived from it, and then by turns
 * parts of the plan are planned anew and all plans are parted by choices, until the plan is proved best or the clock ends it.
 */
export function solve(instance: Instance, options: SolveOptions): Solution {
  const search = begin(instance, options);
  const { whole, best, clock, master } = search;
  let proof: PartedProof | null = null;
  try {
    const opened = opening(search);
    if (opened !== null) {
      const parting = options.partner ?? makeParting(search);
      const polisher = makePolisher(search, opened);
      const times = Math.min(MOST_PARTINGS, Math.ceil(PARTINGS / Math.max(1, whole.leaders)));
      for (let idle = 0; idle < MOST_IDLE && !best.isProved && !clock.shouldStop(); idle++) {
        const { cost, bound } = best;
        // By turns, planning anew comes first: it takes less time to find a better plan than to prove one.
        parting.begin(polisher.isWidest ? times : 0, cost);
        const isIdle = polisher.polish();
        const parted = parting.end(isIdle);
        if (parted.plan !== null) best.found(parted.plan);
        best.proved(Math.min(best.cost, parted.bound));
        if (best.cost < cost || best.bound > bound) idle = 0;
      }
      proof = parting.proof();
    }
  } finally {
    master.dispose();
  }
  const solution = solutionOf(instance, whole, {
    plan: best.plan,
    ...(proof ?? { root: best.root!, cuts: master.cuts, parts: [] }),
    byHand: planByHand(instance),
    seconds: clock.elapsed(),
  });
  certify(instance, solution);
  return solution;
}

/**
 * What parts all plans for a search in another thread: the same first steps, and then `Parting` at that search's word.
 * Null when the first steps settled it, or the clock stopped them.
 */
export function partnerOf(instance: Instance, options: Omit<SolveOptions, 'partner' | 'onProgress'>): Parting | null {
  const search = begin(instance, options);
  return opening(search) === null ? null : makeParting(search);
}

function begin(instance: Instance, { seed, clock, highs, onProgress, start, prices }: SolveOptions): Search {
  const whole = toWholeUnits(instance);
  const best = new Best(instance, whole, clock, onProgress);
  if (start !== undefined) best.found(planOfLeaders(whole, start));
  const sets = makeSetSearch(whole);
  const master = new Master(highs, whole, sets, clock);
  return { whole, highs, clock, best, master, sets, random: makeRandom(seed), prices };
}
