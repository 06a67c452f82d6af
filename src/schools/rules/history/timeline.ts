import type { SourceRef } from '../facts.ts';
import { ownDays, type Told } from './as-at.ts';
import type { LeftOut } from './left-out.ts';
import { type ShownFact, SHOWN_FACTS } from './shown-facts.ts';
import type { ToldState, StateValues } from './told-state.ts';

/** Something that changed for a school, or happened to it. */
export interface TimelineEntry {
  /** What changed, for example "Name" or "Head". */
  what: string;
  /** Before and after; null where there is no before, or where nothing is said. */
  from: string | null;
  to: string | null;
  /** ISO day that is published for it; null where it is only known to lie between two files. */
  on: string | null;
  /** ISO days of two files: after the first, on or before the second. Null where a published day stands instead. */
  between: { after: string | null; by: string } | null;
  /** What a reader should know besides. */
  note: string | null;
  /** The rows that say so, the earlier first. */
  sources: readonly SourceRef[];
}

const BLANK = 'not given in the register';

/** Entries by their days, the latest first. */
export function latestFirst(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const day = ({ on, between }: TimelineEntry) => on ?? between?.by ?? '';
  return entries.toSorted((a, b) => day(b).localeCompare(day(a)));
}

/** What registers say of a school otherwise than before; `states` in the order of newestFirst. */
export function stateEntries(states: readonly ToldState[], leftOut: readonly LeftOut[]): TimelineEntry[] {
  const inOrder = states.toReversed();
  const [first] = inOrder;
  if (first === undefined) return [];
  const known: TimelineEntry = {
    what: 'First known',
    from: null,
    to: String(first.values.name),
    on: null,
    between: { after: null, by: first.file.asAt },
    note: 'The first register held here that has the school.',
    sources: [first.source],
  };
  const changes = SHOWN_FACTS.filter(({ followed }) => followed).flatMap((fact) => changesOf(fact, inOrder));
  return [known, ...changes, ...leftOut.map(leftOutEntry), ...ownDayEntries(states)];
}

/**
 * The changes of one fact: each time a register says otherwise than the latest before it, unless an earlier issue of the same
 * register said so already. A blank is a change only within the issues of one register.
 */
function changesOf(fact: ShownFact, inOrder: readonly ToldState[]): TimelineEntry[] {
  const telling = inOrder.filter(({ told }) => told.has(fact.of[0]));
  return telling.flatMap((now, at) => {
    const earlier = telling
      .slice(0, at)
      .filter(({ file }) => file.asAt < now.file.asAt)
      .toReversed();
    const own = earlier.find(({ file }) => file.dataset === now.file.dataset);
    const before = earlier.find(
      ({ file, values }) =>
        file.dataset === now.file.dataset || (fact.text(values) !== null && fact.text(now.values) !== null),
    );
    if (before === undefined || isSame(fact, before.values, now.values)) return [];
    if (own !== undefined && isSame(fact, own.values, now.values)) return [];
    return [changeEntry(fact, before, now)];
  });
}

function isSame(fact: ShownFact, one: StateValues, other: StateValues): boolean {
  const [a, b] = [fact.text(one), fact.text(other)];
  return a === null || b === null ? a === b : fact.same(one, other);
}

function changeEntry(fact: ShownFact, before: ToldState, now: ToldState): TimelineEntry {
  return {
    what: fact.label,
    from: fact.text(before.values) ?? BLANK,
    to: fact.text(now.values) ?? BLANK,
    on: null,
    between: { after: before.file.asAt, by: now.file.asAt },
    note: before.file.dataset === now.file.dataset ? null : 'Told by two different registers.',
    sources: [before.source, now.source],
  };
}

function ownDayEntries(states: readonly ToldState[]): TimelineEntry[] {
  const { opened, closed } = ownDays(states);
  return [
    ...(opened === null ? [] : [ownDayEntry(opened, 'Open', 'The first day, as the register gives it.')]),
    ...(closed === null ? [] : [ownDayEntry(closed, 'Closed', 'The last day, as the register gives it.')]),
  ];
}

function ownDayEntry({ value, source }: Told<string>, to: string, note: string): TimelineEntry {
  return { what: 'Status', from: null, to, on: value, between: null, note, sources: [source] };
}

function leftOutEntry({ last, by }: LeftOut): TimelineEntry {
  return {
    what: 'Listing',
    from: 'listed as open',
    to: 'no longer listed',
    on: null,
    between: { after: last.file.asAt, by: by.asAt },
    note: 'The later issue of this list of open schools leaves the school out and does not say why.',
    sources: [last.source],
  };
}
