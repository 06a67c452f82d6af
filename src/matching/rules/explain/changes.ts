import { namedLeader, namedNeed, type Ground, type Named } from './ground.ts';
import { type Assignment, type Move, movesBetween } from './moves.ts';
import { counted } from './words.ts';

/** A school whose leader differs in another plan, by name; null: nobody. */
export interface NamedMove {
  school: Named;
  from: Named | null;
  to: Named | null;
}

/** What another plan changes, pair by pair. */
export interface Changes {
  moves: NamedMove[];
  /** Schools with a leader in the plan as it is, and in the other. */
  covered: [before: number, after: number];
}

/** What changes from one plan to another. `extra` names leaders that the other plan has beyond those of the problem. */
export function changesBetween(
  { problem }: Pick<Ground, 'problem'>,
  before: Assignment,
  after: Assignment,
  extra: readonly Named[] = [],
): Changes {
  const leader = (position: number | null): Named | null => {
    if (position === null) return null;
    const known = problem.leaders[position];
    return known === undefined ? extra[position - problem.leaders.length]! : namedLeader(known);
  };
  const named = ({ school, from, to }: Move): NamedMove => ({
    school: namedNeed(problem.needs[school]!),
    from: leader(from),
    to: leader(to),
  });
  return { moves: movesBetween(before, after).map(named), covered: [countOf(before), countOf(after)] };
}

const countOf = (plan: Assignment): number => plan.filter((leader) => leader !== null).length;

/** Who loses whom, one sentence a school. */
export function moveWords({ school, from, to }: NamedMove): string {
  if (from === null) return `${school.name} would have ${headOf(to!)}, where it has nobody in the plan.`;
  if (to === null) return `${school.name} would lose ${headOf(from)} and have nobody.`;
  return `${school.name} would have ${headOf(to)} instead of ${headOf(from)}.`;
}

/** How many schools have a leader, before and after, in a sentence. */
export function coveredWords({ covered: [before, after] }: Changes): string {
  if (before === after) return `As many schools have a leader as before: ${after}.`;
  const by = counted(Math.abs(after - before), 'school');
  return `${by.charAt(0).toUpperCase()}${by.slice(1)} ${after > before ? 'more' : 'fewer'} would have a leader: ${after} instead of ${before}.`;
}

/** "the leader from Oak High"; somebody who is only imagined has no school. */
export function headOf({ name, urn }: Named): string {
  return urn === 0 ? 'the new leader' : `the leader from ${name}`;
}
