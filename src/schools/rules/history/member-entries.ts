import type { Membership, ToldMembers } from './members.ts';
import { sameName } from './same-words.ts';
import type { TimelineEntry } from './timeline.ts';

/** The groups that a school joined and left; `lists` in the order of newestFirst. */
export function memberEntries(lists: readonly ToldMembers[]): TimelineEntry[] {
  return lists.toReversed().flatMap(({ file, members }, at, inOrder) => {
    const before = inOrder[at - 1];
    if (before === undefined) return members.flatMap((one) => (one.joinedOn === null ? [] : [joined(one, null)]));
    const between = { after: before.file.asAt, by: file.asAt };
    const came = members.filter((one) => !before.members.some((other) => sameGroup(one, other)));
    // A list of academies does not say whether a school is still in a federation.
    const spokenOf = new Set(members.map(({ groupType }) => groupType));
    const left = before.members.filter(
      (one) =>
        !members.some((other) => sameGroup(one, other)) &&
        (file.dataset === before.file.dataset || spokenOf.has(one.groupType)),
    );
    const renamed = members.flatMap((one) => {
      const earlier = before.members.find(({ uid }) => uid === one.uid);
      return earlier === undefined || sameName(earlier.name, one.name) ? [] : [renaming(earlier, one, between)];
    });
    return [
      ...left.map((one) => leaving(one, members, between)),
      ...came.map((one) => joined(one, between)),
      ...renamed,
    ];
  });
}

function sameGroup(one: Membership, other: Membership): boolean {
  return one.uid === other.uid || (one.groupType === other.groupType && sameName(one.name, other.name));
}

type Between = TimelineEntry['between'];

function joined({ groupType, name, joinedOn, source }: Membership, between: Between): TimelineEntry {
  return { what: groupType, from: null, to: name, on: joinedOn, between, note: 'Joined.', sources: [source] };
}

function leaving(one: Membership, members: readonly Membership[], between: Between): TimelineEntry {
  const { groupType, name, source } = one;
  const now = members[0] === undefined ? [] : [members[0].source];
  return { what: groupType, from: name, to: null, on: null, between, note: 'Left.', sources: [source, ...now] };
}

function renaming(earlier: Membership, now: Membership, between: Between): TimelineEntry {
  return {
    what: now.groupType,
    from: earlier.name,
    to: now.name,
    on: null,
    between,
    note: 'The same group under another name.',
    sources: [earlier.source, now.source],
  };
}
