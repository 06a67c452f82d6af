import { checkAssignment, InfeasiblePlanError } from '../check/assignment.ts';
import type { Instance } from '../instance.ts';

export type Assignment = readonly (number | null)[];

/** A school whose leader differs between two plans; null: nobody. */
export interface Move {
  school: number;
  from: number | null;
  to: number | null;
}

/** Schools whose leader differs, in the order of the schools. */
export function movesBetween(before: Assignment, after: Assignment): Move[] {
  return before.flatMap((from, school) => {
    const to = after[school] ?? null;
    return from === to ? [] : [{ school, from, to }];
  });
}

/**
 * The plan `after` without the moves that gain nothing and hang together with no school of `kept`: among plans that cost the same,
 * a search may end at one that differs in places that have nothing to do with the question. Never costs more than `after`.
 */
export function withoutIdleMoves(
  instance: Instance,
  before: Assignment,
  after: Assignment,
  kept: readonly number[],
): (number | null)[] {
  let calm = [...after];
  for (const group of groupsOf(movesBetween(before, after))) {
    if (group.some(({ school }) => kept.includes(school))) continue;
    const undone = [...calm];
    for (const { school, from } of group) undone[school] = from;
    const cost = costOf(instance, undone);
    if (cost !== null && cost <= (costOf(instance, calm) ?? Infinity) + 1e-9) calm = undone;
  }
  return calm;
}

/** Moves that share a leader, directly or through others: each group can be undone by itself. */
function groupsOf(moves: readonly Move[]): Move[][] {
  let groups: { leaders: Set<number>; moves: Move[] }[] = [];
  for (const move of moves) {
    const leaders = new Set([move.from, move.to].filter((leader) => leader !== null));
    const touched = groups.filter((group) => [...leaders].some((leader) => group.leaders.has(leader)));
    const joined = {
      leaders: new Set([...leaders, ...touched.flatMap((group) => [...group.leaders])]),
      moves: [...touched.flatMap((group) => group.moves), move],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), joined];
  }
  return groups.map((group) => group.moves);
}

/** What a plan costs, or null when it breaks a limit. */
export function costOf(instance: Instance, assignment: Assignment): number | null {
  try {
    return checkAssignment(instance, assignment).objective;
  } catch (error) {
    if (error instanceof InfeasiblePlanError) return null;
    throw error;
  }
}
