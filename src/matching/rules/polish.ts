import type { Opened, Search } from './opening.ts';
import { surcharges } from './master.ts';
import { type Effort, type Ground, replan } from './neighbourhood.ts';
import { neighbours } from './neighbours.ts';
import { setsOfPlan } from './plan.ts';

/**
 * Leaders planned anew together at first, and at most; the sets chosen among for each, and nodes of branch and bound. When
 * nothing better is found, more leaders are taken at a time.
 */
const FIRST_LEADERS = 20;
const MOST_LEADERS = 60;
const WIDEN = 1.4;
/** Where few leaders are unsettled, so many of the least sure are taken at first, or all. */
const FIRST_OF_FEW = 36;
const SETS_A_LEADER = 20;
const NODES = 50;
/** Times that each leader is planned anew without a better plan before more are taken together. */
const PATIENCE = 3;
/** A set that the relaxation uses as much as this is taken as settled while others are planned anew. */
const SETTLED = 0.8;

/** Betters the best plan by planning anew the leaders that the relaxation is least sure of. */
export interface Polisher {
  /** Goes on until nothing better is found for a while. Returns true once no plan can be better. */
  polish(): boolean;
  /** True once as many leaders have been taken together as ever are. */
  readonly isWidest: boolean;
}

/** Makes what polishes the best plan of a search; it takes more leaders at a time whenever nothing better was found. */
export function makePolisher(search: Search, { first, tight }: Opened): Polisher {
  const { whole, clock, best, master, sets, highs, random } = search;
  const ground: Ground = { instance: whole, search: sets, prices: first.prices, highs, clock };
  const surcharge = surcharges(whole, first.prices.rows);
  let size = FIRST_LEADERS;
  let isBest = false;

  /** Leaders whose schools the relaxation is not sure of, the least sure first; all when there are none. */
  const unsettled = (): number[] => {
    const wanted = setsOfPlan(whole, best.plan).map(keyOf);
    // Without schools in the plan, a leader is settled as far as the relaxation uses none of their sets.
    const sure = Float64Array.from(wanted, (key) => (key === '' ? 1 : 0));
    tight.used.forEach((share, column) => {
      const { leader, pairs } = master.columns[column]!;
      if (wanted[leader] === '') sure[leader]! -= share;
      else if (share > 0 && keyOf(pairs) === wanted[leader]) sure[leader]! += share;
    });
    const all = Array.from(sure.keys()).toSorted((a, b) => sure[a]! - sure[b]! || a - b);
    const open = all.filter((leader) => sure[leader]! < SETTLED);
    return open.length === 0 ? all : open;
  };

  /** Leaders that were planned anew together without a better plan: to try again would come to the same. */
  const tried = new Set<string>();
  /** The leaders to plan anew next: where few are unsettled, those least sure; else such as could exchange schools. */
  const next = (open: readonly number[]): number[] => {
    const least = open.slice(0, Math.max(FIRST_OF_FEW, Math.floor(size)));
    if (open.length <= MOST_LEADERS && !tried.has(least.join())) {
      tried.add(least.join());
      return least;
    }
    return neighbours(whole, ground.prices.schools, open, size, random);
  };

  return {
    get isWidest() {
      return size >= MOST_LEADERS;
    },
    polish() {
      let open = unsettled();
      for (let failures = 0; !isBest && !best.isProved && !clock.shouldStop();) {
        if (failures >= (PATIENCE * open.length) / size) break;
        const leaders = next(open);
        const effort: Effort = { sets: SETS_A_LEADER * leaders.length, nodes: NODES, whenMore: 'narrow' };
        const replanned = replan(ground, best.plan, leaders, effort, surcharge);
        failures = replanned.saved > 0 ? 0 : failures + 1;
        isBest = replanned.isBest && leaders.length === whole.leaders;
        if (replanned.saved === 0) continue;
        best.found(replanned.plan);
        open = unsettled();
      }
      size = Math.min(MOST_LEADERS, size * WIDEN);
      return isBest;
    },
  };
}

/** The same for the same pairs in any order. */
function keyOf(pairs: readonly number[]): string {
  return pairs.toSorted((a, b) => a - b).join();
}
