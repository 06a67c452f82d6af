import { groupBy } from './group-by.ts';
import type { SideRowColumns } from './instance.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { poundsOf } from './price-parts.ts';
import type { Budget } from './problem-options.ts';
import type { Leader, Need } from './sides.ts';
import type { FloorCode } from './weights.ts';

/** A limit over many pairs, with what it means. */
export interface NamedRow extends SideRowColumns {
  meaning: RowMeaning;
}

/** A floor: at least so many of a group's needs, which are given by their positions. A budget, with the number of its pairs whose price rests on a rate taken, not known. */
export type RowMeaning =
  | { kind: 'floor'; of: FloorCode; groupNeeds: readonly number[]; least: number }
  | { kind: 'budget'; budget: Budget; guessed: number };

/** One pair of the problem: positions of its need and leader. */
export interface ProblemPair {
  school: number;
  leader: number;
}

/**
 * Floors of coverage, where a plan serves several groups of needs: each should have its share of its needs met, and each need
 * short of that has its price. Needs that nobody can reach count too: else a leader more could make a plan dearer.
 */
export function floorRows(needs: readonly Need[], pairs: readonly ProblemPair[], policy: PlanPolicy): NamedRow[] {
  const ofSchool = groupBy(pairs.keys(), (k) => pairs[k]!.school);
  return [
    ...floorsOf(
      'area',
      (need) => String(need.laCode),
      (need) => need.school.laName,
    ),
    ...floorsOf(
      'partnership',
      (need) => need.partnership,
      ({ partnership }) => partnership ?? '',
    ),
  ];

  function floorsOf(of: FloorCode, groupOf: (need: Need) => string | null, nameOf: (need: Need) => string): NamedRow[] {
    const { atLeast } = policy.floors[of];
    const { weight } = policy.weights[of === 'area' ? 'areaFloor' : 'partnershipFloor'];
    const groups = groupBy(needs.keys(), (n) => groupOf(needs[n]!));
    groups.delete(null);
    if (groups.size < 2 || weight === 0) return [];
    return [...groups.values()].flatMap((members): NamedRow[] => {
      const least = Math.ceil(atLeast * members.length - 1e-9);
      if (least <= 0) return [];
      const positions = members.flatMap((school) => ofSchool.get(school) ?? []);
      const name = nameOf(needs[members[0]!]!);
      return [
        {
          name: `At least ${least} of the ${members.length} needs of ${name}`,
          pairs: positions,
          amounts: positions.map(() => -1),
          limit: -least,
          overPrice: weight,
          meaning: { kind: 'floor', of, groupNeeds: members, least },
        },
      ];
    });
  }
}

/** Budgets: what pairs cost together never exceeds them. Of leaders whose rate is not known, the policy's is taken. */
export function budgetRows(
  needs: readonly Need[],
  leaders: readonly Leader[],
  pairs: readonly ProblemPair[],
  policy: PlanPolicy,
  budgets: readonly Budget[],
): NamedRow[] {
  return budgets.map((budget) => {
    const positions = positionsWhere(pairs, ({ school, leader }) =>
      budgetCovers(budget, needs[school]!, leaders[leader]!),
    );
    const sides = positions.map((k) => [needs[pairs[k]!.school]!, leaders[pairs[k]!.leader]!] as const);
    return {
      name: budget.name,
      pairs: positions,
      amounts: sides.map(([need, leader]) => poundsTaken(need, leader, policy)),
      limit: budget.pounds,
      overPrice: null,
      meaning: { kind: 'budget', budget, guessed: sides.filter(([, leader]) => leader.pencePerDay === null).length },
    };
  });
}

/** Whether a budget pays for a pair. */
export function budgetCovers({ scope }: Budget, need: Need, leader: Leader): boolean {
  if (scope.kind === 'round') return true;
  if (scope.kind === 'area') return need.laCode === scope.laCode;
  if (scope.kind === 'trust') return need.school.trustUid === scope.trustUid;
  if (scope.kind === 'partnership') return need.partnership === scope.partnership;
  return leader.organisationId === scope.organisationId;
}

/** Pounds that a pair costs, to the penny; at the policy's rate where the leader's is not known. */
export function poundsTaken(need: Need, leader: Leader, { weights }: PlanPolicy): number {
  return poundsOf(need, leader) ?? Math.round(100 * need.days * weights.money.unknown) / 100;
}

function positionsWhere(pairs: readonly ProblemPair[], isIn: (pair: ProblemPair) => boolean): number[] {
  return pairs.flatMap((pair, k) => (isIn(pair) ? [k] : []));
}
