import { DETAIL_WORDS, type LeaderDetails, type LeaderStatus, STATUS_WORDS } from './leader.ts';

/** An entry as a version of it is kept. */
export type KeptVersion = LeaderDetails & { status: LeaderStatus; statusWhy: string | null };

/** One part of an entry that is not as it was: in words, "none" for what is not there. */
export interface EntryChange {
  part: string;
  before: string;
  now: string;
}

/** What is otherwise between two versions of an entry, in the order of the form. */
export function entryChanges(before: KeptVersion, now: KeptVersion): EntryChange[] {
  const details = (Object.keys(DETAIL_WORDS) as (keyof LeaderDetails)[]).flatMap((key) =>
    changeOf(DETAIL_WORDS[key], wordsOf(before[key]), wordsOf(now[key])),
  );
  return [...details, ...changeOf('Status', STATUS_WORDS[before.status], STATUS_WORDS[now.status])];
}

/** Whether the two say the same of a leader. */
export function sameDetails(a: LeaderDetails, b: LeaderDetails): boolean {
  return (Object.keys(DETAIL_WORDS) as (keyof LeaderDetails)[]).every((key) => wordsOf(a[key]) === wordsOf(b[key]));
}

function changeOf(part: string, before: string, now: string): EntryChange[] {
  return before === now ? [] : [{ part, before, now }];
}

function wordsOf(value: LeaderDetails[keyof LeaderDetails]): string {
  if (value === null) return 'none';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value.length === 0 ? 'none' : value.join(', ');
}
