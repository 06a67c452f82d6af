import { type Branching, boundOfParts, branch, type Part, type Parts } from './branch.ts';
import type { OddCut } from './odd-cuts.ts';
import type { Search } from './opening.ts';
import type { Plan } from './plan.ts';
import type { Proved } from './price-bound.ts';

/**
 * Parts all plans by choices for a search that betters its plan meanwhile: in the same thread by turns, or in another at the
 * same time. By turns a seed always comes to the same plan; at the same time, to one that costs the same when both are
 * let run to the end.
 */
export interface Parting {
  /** Begins to part all plans so many times (in another thread: goes on doing so), knowing of a plan that costs so many steps. */
  begin(times: number, cost: number): void;
  /** What has come of it. In another thread that goes on; it is waited for only by a search that is idle. */
  end(isIdle: boolean): Parted;
  /** What has been proved in all; null when that is not to be had. */
  proof(): PartedProof | null;
}

/** What parting came to. */
export interface Parted {
  /** Cost steps. */
  readonly bound: number;
  /** A plan cheaper than the one known, where one was met. */
  readonly plan: Plan | null;
  /** Nothing more is to come: every part is settled, or the proof would grow too large, or the clock stopped it. */
  readonly isDone: boolean;
}

/** What proves the bound, in cost steps. */
export interface PartedProof {
  /** Before plans were parted. */
  readonly root: Proved;
  readonly cuts: readonly OddCut[];
  readonly parts: readonly Part[];
}

/** Parts x schools that a proof may hold: what an answer carries and a reader can check. */
const MOST_PRICES = 3_000_000;

/** Parts all plans in this thread: `end` does the work. */
export function makeParting(search: Search): Parting {
  const { whole, best, master, clock, sets } = search;
  const parts: Parts = { open: [{ choices: [], ...best.root! }], closed: [] };
  const mostParts = MOST_PRICES / Math.max(1, whole.schools);
  let wanted = 0;
  let known = Infinity;
  const branching: Branching = {
    instance: whole,
    master,
    search: sets,
    clock,
    cost: () => Math.min(known, best.cost),
    found: (plan) => best.found(plan),
  };
  return {
    begin(times, cost) {
      wanted = times;
      known = cost;
    },
    end() {
      const isFull = parts.open.length + parts.closed.length >= mostParts;
      if (!isFull) branch(branching, parts, wanted);
      return {
        isDone: isFull || parts.open.length === 0 || clock.shouldStop(),
        bound: Math.min(branching.cost(), boundOfParts(parts)),
        plan: best.cost < known ? best.plan : null,
      };
    },
    proof: () => ({ root: best.root!, cuts: master.cuts, parts: [...parts.open, ...parts.closed] }),
  };
}
