import { groupWork } from '../../../calendar/group-work.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { dayInWords, daysBetween } from '../../../opendata/rules/london-time.ts';

/** What somebody has to do in one of their roles. */
export interface RoleWork {
  /** "Broker, Luton Council". */
  role: string;
  items: readonly WorkItem[];
}

export interface LetterParts {
  parts: { heading: string; lines: string[] }[];
  /** Lines that did not fit. */
  more: number;
}

/**
 * The body of a letter about work, a part a role, the most pressing first. It says what is to be done and by when, and not what about: a
 * letter that goes astray must not tell which school gets help. Things of the same name stand in one line.
 */
export function workLetter(work: readonly RoleWork[], today: string, mostLines: number): LetterParts {
  let left = mostLines;
  let more = 0;
  const parts = work.flatMap(({ role, items }) => {
    const all = linesOf(items, today);
    const lines = all.slice(0, left);
    left -= lines.length;
    more += all.length - lines.length;
    return lines.length === 0 ? [] : [{ heading: role, lines }];
  });
  return { parts, more };
}

function linesOf(items: readonly WorkItem[], today: string): string[] {
  const { late, soon, later, noDay } = groupWork(items, today);
  const byTitle = new Map<string, WorkItem[]>();
  for (const item of [...late, ...soon, ...later, ...noDay])
    byTitle.set(item.title, [...(byTitle.get(item.title) ?? []), item]);
  return [...byTitle].map(([title, same]) => {
    const when = whenWords(same[0]!.due, today);
    if (same.length === 1) return when === '' ? title : `${title}: ${when}`;
    return when === '' ? `${title} (${same.length})` : `${title} (${same.length}), the first ${when}`;
  });
}

/** "due 3 December 2026", "due today", "due 3 December 2026, 2 days late"; empty without a day. */
export function whenWords(due: string | null, today: string): string {
  if (due === null) return '';
  const late = daysBetween(due, today);
  if (late === 0) return 'due today';
  return `due ${dayInWords(due)}${late > 0 ? `, ${late} ${late === 1 ? 'day' : 'days'} late` : ''}`;
}
