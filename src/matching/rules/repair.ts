import type { Pricer } from './knapsack.ts';
import type { Plan } from './plan.ts';
import { UNCOVERED, setsOfPlan } from './plan.ts';
import type { Random } from './random.ts';
import { loadCost, type WholeInstance } from './whole-units.ts';

/** A price no set is worth taking a school at: closes the school to the leaders who choose next. */
const CLOSED = -1;

/**
 * A plan from prices: leaders choose in a random order, each the set worth most at the prices among the schools that
 * are still free. The prices already hold what other leaders would give for a school, so early choosers leave to the
 * later ones what suits those better.
 */
export function planFromPrices(instance: WholeInstance, price: Pricer, prices: Float64Array, random: Random): Plan {
  const plan = new Int32Array(instance.schools).fill(UNCOVERED);
  const open = prices.slice();
  for (const leader of shuffled(instance.leaders, random)) {
    for (const pair of price(leader, open).pairs) {
      plan[instance.pairSchool[pair]!] = pair;
      open[instance.pairSchool[pair]!] = CLOSED;
    }
  }
  return plan;
}

/**
 * Improves a plan in place, one leader at a time, until no leader alone can: the leader gives up all their schools and
 * takes the set that saves most, where a school saves what it now costs the plan (its penalty when it has no other
 * leader, else the cost of the pair it would leave). One exact knapsack so covers adding, dropping, taking over and
 * exchanging schools. Rows over many pairs are not looked at.
 */
export function improveByLeader(instance: WholeInstance, price: Pricer, plan: Plan, random: Random): void {
  const { pairSchool, pairCost, penalty } = instance;
  const costNow = penalty.map((cost, j) => (plan[j] === UNCOVERED ? cost : pairCost[plan[j]!]!));
  const sets = setsOfPlan(instance, plan).map((pairs) => new Set(pairs));
  for (let idle = 0; idle < instance.leaders;) {
    for (const leader of shuffled(instance.leaders, random)) {
      const own = sets[leader]!;
      let worth = -loadCost(instance, leader, own.size);
      for (const pair of own) {
        worth += penalty[pairSchool[pair]!]! - pairCost[pair]!;
        costNow[pairSchool[pair]!] = penalty[pairSchool[pair]!]!;
      }
      const { profit, pairs } = price(leader, costNow);
      if (profit > worth) {
        idle = 0;
        for (const pair of own) plan[pairSchool[pair]!] = UNCOVERED;
        for (const pair of pairs) {
          const left = plan[pairSchool[pair]!]!;
          if (left !== UNCOVERED) sets[instance.pairLeader[left]!]!.delete(left);
          plan[pairSchool[pair]!] = pair;
        }
        sets[leader] = new Set(pairs);
      } else {
        idle++;
      }
      for (const pair of sets[leader]!) costNow[pairSchool[pair]!] = pairCost[pair]!;
    }
  }
}

function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}
