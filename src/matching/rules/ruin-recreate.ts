import type { Clock } from './clock.ts';
import type { Pricer } from './knapsack.ts';
import { neighbours } from './neighbours.ts';
import { type Plan, planCost, setsOfPlan, UNCOVERED } from './plan.ts';
import type { Random } from './random.ts';
import type { WholeInstance } from './whole-units.ts';

/** Tries for each leader: on crowded instances more bring little that the set model does not bring sooner. */
const TRIES_A_LEADER = 100;
/** Most leaders who give up their schools in one try. */
const MOST_LEADERS = 24;
/** Share by which prices are shaken, so that the same leaders do not choose the same sets again. */
const SHAKE = 0.01;
/** How much dearer a plan may become at first, as a share of what a school costs on average. */
const FIRST_HEAT = 0.01;
/** Closes a school to the leaders who choose. */
const CLOSED = -1;

/**
 * Improves a plan by ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck, Journal of Computational Physics
 * 159, 2000): a few leaders who could exchange schools give up theirs and choose anew one after the other, first by
 * shaken prices, then by what each school truly saves. Slightly dearer plans are accepted at first, ever fewer later
 * (simulated annealing). Thousands of tries take the time of one branch and bound.
 *
 * @param prices prices of a good bound
 * @returns the cheapest plan met, never dearer than `start`
 */
export function ruinAndRecreate(
  instance: WholeInstance,
  price: Pricer,
  prices: Float64Array,
  start: Plan,
  random: Random,
  clock: Clock,
): Plan {
  const { pairSchool, pairCost, penalty, leaderStart } = instance;
  const tries = TRIES_A_LEADER * instance.leaders;
  const plan = start.slice();
  const sets = setsOfPlan(instance, plan);
  let cost = planCost(instance, plan);
  let best = { plan: start, cost };
  const firstHeat = (FIRST_HEAT * cost) / Math.max(1, instance.schools);
  const worth = new Float64Array(instance.schools);

  const give = (leader: number, pairs: readonly number[]): void => {
    for (const pair of sets[leader]!) {
      plan[pairSchool[pair]!] = UNCOVERED;
      cost += penalty[pairSchool[pair]!]! - pairCost[pair]!;
    }
    for (const pair of pairs) {
      plan[pairSchool[pair]!] = pair;
      cost -= penalty[pairSchool[pair]!]! - pairCost[pair]!;
    }
    sets[leader] = pairs.slice();
  };
  const choose = (leader: number, worthOf: (school: number) => number): void => {
    for (let k = leaderStart[leader]!; k < leaderStart[leader + 1]!; k++) {
      const school = pairSchool[k]!;
      const isOpen = plan[school] === UNCOVERED || instance.pairLeader[plan[school]!] === leader;
      worth[school] = isOpen ? worthOf(school) : CLOSED;
    }
    give(leader, price(leader, worth).pairs);
  };

  for (let t = 0; t < tries && !clock.shouldStop(); t++) {
    const heat = firstHeat * (1 - t / tries);
    const size = 2 + Math.floor(random() * (MOST_LEADERS - 1));
    const leaders = neighbours(instance, prices, size, random);
    const before = { cost, sets: leaders.map((leader) => sets[leader]!) };
    for (const leader of leaders) give(leader, []);
    for (const leader of leaders) choose(leader, (school) => prices[school]! * (1 + SHAKE * (2 * random() - 1)));
    for (const leader of leaders) choose(leader, (school) => penalty[school]!);
    if (cost > before.cost && random() >= Math.exp((before.cost - cost) / heat)) {
      for (const leader of leaders) give(leader, []);
      leaders.forEach((leader, n) => give(leader, before.sets[n]!));
    } else if (cost < best.cost) {
      best = { plan: plan.slice(), cost };
    }
  }
  return best.plan;
}
