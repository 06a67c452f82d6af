import type { SourceRef } from '../facts.ts';
import type { DatedFile } from './registers.ts';

/** A trust, federation or sponsor of a school. */
export interface Membership {
  uid: number;
  groupType: string;
  name: string;
  joinedOn: string | null;
  source: SourceRef;
}

/** What one list of members says of a school on its day: its groups, or that it is in none. */
export interface ToldMembers {
  file: DatedFile;
  members: readonly Membership[];
}

/** The groups of a school as at a day. */
export interface MembersAsAt {
  members: readonly Membership[];
  /** ISO day of the list that says so; null when none held does. */
  asAt: string | null;
  /**
   * Whether the list is of a later day, so that only those are among the members that by its own days had joined by the day
   * asked for, and those that had left again are not.
   */
  fromLater: boolean;
}

/** The groups of a school as at a day, from lists in the order of newestFirst. */
export function membersAsAt(lists: readonly ToldMembers[], day: string): MembersAsAt {
  const latest = lists.find(({ file }) => file.asAt <= day);
  if (latest !== undefined) return { members: latest.members, asAt: latest.file.asAt, fromLater: false };
  const first = lists.at(-1);
  const members = first?.members.filter(({ joinedOn }) => joinedOn !== null && joinedOn <= day) ?? [];
  return { members, asAt: first?.file.asAt ?? null, fromLater: true };
}
