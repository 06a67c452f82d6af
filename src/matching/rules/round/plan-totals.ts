import type { RoundPlan } from './round-plan.ts';

/** A plan in a few numbers, for scenarios side by side. */
export interface PlanTotals {
  needs: number;
  covered: number;
  /** Of needs in the most pressing category of the plan: covered of all. */
  pressing: { category: string; covered: number; needs: number } | null;
  days: number;
  /** Minutes of one-way travel of all pairs. */
  minutes: number;
  longestMinutes: number;
  objective: number;
  gap: number;
  provedOptimal: boolean;
  /** What the pairs cost whose leader's rate is known, and of how many it is not. */
  pence: number;
  pairsWithoutRate: number;
  /** Leaders with a need, and the most that any of them has. */
  leadersUsed: number;
  mostOfALeader: number;
  /** Each partnership (or area, where none is recorded): needs covered of all. */
  groups: { name: string; covered: number; needs: number }[];
}

/** The totals of a plan. `areaName` names a local authority by its code, for needs of no partnership. */
export function planTotals(plan: RoundPlan, areaName: (laCode: number) => string): PlanTotals {
  const { pairs, uncovered } = plan;
  const all = [...pairs, ...uncovered];
  const ofLeader = countBy(pairs, ({ leaderKey }) => leaderKey);
  const mostPressing = all.map(({ category }) => category).toSorted((a, b) => b.localeCompare(a))[0];
  const groupOf = (need: (typeof all)[number]) => need.partnership ?? areaName(need.laCode);
  const covered = countBy(pairs, groupOf);
  return {
    needs: all.length,
    covered: pairs.length,
    pressing:
      mostPressing === undefined
        ? null
        : {
            category: mostPressing,
            covered: pairs.filter(({ category }) => category === mostPressing).length,
            needs: all.filter(({ category }) => category === mostPressing).length,
          },
    days: sum(pairs.map(({ days }) => days)),
    minutes: sum(pairs.map(({ minutes }) => minutes)),
    longestMinutes: pairs.reduce((most, { minutes }) => Math.max(most, minutes), 0),
    objective: plan.objective,
    gap: plan.gap,
    provedOptimal: plan.provedOptimal,
    pence: sum(pairs.map(({ pence }) => pence ?? 0)),
    pairsWithoutRate: pairs.filter(({ pence }) => pence === null).length,
    leadersUsed: ofLeader.size,
    mostOfALeader: Math.max(0, ...ofLeader.values()),
    groups: [...countBy(all, groupOf)]
      .map(([name, needs]) => ({ name, needs, covered: covered.get(name) ?? 0 }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
