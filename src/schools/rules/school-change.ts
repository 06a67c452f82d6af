import type { SourceRef } from './facts.ts';
import { linkDirection } from './school-record.ts';

/**
 * How one school gave way to another. A conversion is one school under a new number; in a merger several became one, in a
 * split one became several; doubtful is what the published links do not say clearly enough.
 */
export const CHANGE_KINDS = ['conversion', 'split', 'merger', 'doubtful'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A link as GIAS publishes it, from a school to its predecessor or successor. */
export interface PublishedLink {
  urn: number;
  linkedUrn: number;
  linkedName: string;
  linkType: string;
  establishedOn: string | null;
  source: SourceRef;
}

/** What a register says of a school, so far as it can bear out a link. */
export interface RegisterEntry {
  name: string;
  openDate: string | null;
  /** The day (ISO) of the register that has the school open; null where it has closed. An old register says nothing of later. */
  openAsAt: string | null;
}

/** One school giving way to another. */
export interface SchoolChange {
  from: number;
  fromName: string;
  /** Whether a register holds the earlier school, so that it has a page. */
  known: boolean;
  to: number;
  /**
   * First day of the school that followed, ISO: as the register has it, for a link keeps the day that was planned; else the
   * link's, or the other school's last. Null when none is published.
   */
  on: string | null;
  kind: ChangeKind;
  /** What is doubtful, in words; null otherwise. */
  why: string | null;
  source: SourceRef;
}

/** Every change by the URN of the school that followed. */
export type SchoolChanges = ReadonlyMap<number, readonly SchoolChange[]>;

/** How far apart the published days of one change may be, in days. */
export interface ChangeDates {
  /** The last day of one school and the first of the other. */
  agreeWithinDays: number;
  /** The register's day of opening after the day in the links, which is that of the plan. */
  opensWithinDays: number;
}

interface Edge {
  from: number;
  to: number;
  name: string | null;
  opensOn: string | null;
  closesOn: string | null;
  types: string[];
  source: SourceRef;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The changes up to a day that the links tell, each of its kind. Both schools of a change publish a link, so two links make
 * one change. A link past a school between (from grandparent to grandchild) tells nothing new and is left out, as are links
 * of a school to itself and those that say neither predecessor nor successor (sixth form centres, expansions, closures).
 * Where the links tell a merger or a split, it is one, dated or not.
 */
export function schoolChanges(
  links: readonly PublishedLink[],
  register: ReadonlyMap<number, RegisterEntry>,
  asAt: string,
  dates: ChangeDates,
): SchoolChanges {
  const [before, after] = families(links, asAt);
  const changes = new Map<number, SchoolChange[]>();
  for (const [to, edges] of before) {
    const circular = new Set([...edges.keys()].filter((from) => comesFrom(before, from, to)));
    const direct = [...edges.values()].filter((edge) => circular.has(edge.from) || !isShortcut(before, edge));
    changes.set(
      to,
      direct.map((edge) => {
        const heirs = [...(after.get(edge.from)?.values() ?? [])].filter((other) => !isShortcut(before, other));
        const said = circular.has(edge.from)
          ? doubtful('each of them is published as coming from the other')
          : kindOf(edge, direct.length, heirs.length, register, dates);
        const fromName = edge.name ?? register.get(edge.from)?.name ?? `School ${edge.from}`;
        const [from, known] = [edge.from, register.has(edge.from)];
        return { from, fromName, known, to, on: dayOf(edge, said.kind, register), source: edge.source, ...said };
      }),
    );
  }
  return changes;
}

/** A merger may join a school that was there before, so only for a single school's change does its opening tell the day. */
function dayOf(edge: Edge, kind: ChangeKind, register: ReadonlyMap<number, RegisterEntry>): string | null {
  const linked = edge.opensOn ?? edge.closesOn;
  return kind === 'conversion' ? (register.get(edge.to)?.openDate ?? linked) : linked;
}

type Families = Map<number, Map<number, Edge>>;

/** The edges by their later school and by their earlier one. */
function families(links: readonly PublishedLink[], asAt: string): [before: Families, after: Families] {
  const before: Families = new Map();
  const after: Families = new Map();
  for (const link of links) {
    const direction = linkDirection(link.linkType);
    if (direction === 'other' || link.urn === link.linkedUrn) continue;
    const backwards = direction === 'predecessor';
    const [from, to] = backwards ? [link.linkedUrn, link.urn] : [link.urn, link.linkedUrn];
    const edge = before.get(to)?.get(from) ?? newEdge(from, to, link.source);
    edge.types.push(link.linkType);
    if (backwards) {
      edge.name = link.linkedName;
      edge.source = link.source;
      edge.opensOn = link.establishedOn;
    } else {
      edge.closesOn = link.establishedOn;
    }
    put(before, to, from, edge);
    put(after, from, to, edge);
  }
  for (const [to, edges] of before) {
    for (const edge of edges.values()) {
      if ((edge.opensOn ?? edge.closesOn ?? '') <= asAt) continue;
      edges.delete(edge.from);
      after.get(edge.from)?.delete(to);
    }
  }
  return [before, after];
}

function newEdge(from: number, to: number, source: SourceRef): Edge {
  return { from, to, name: null, opensOn: null, closesOn: null, types: [], source };
}

function put(families: Families, one: number, other: number, edge: Edge): void {
  const edges = families.get(one) ?? new Map<number, Edge>();
  families.set(one, edges.set(other, edge));
}

/** Whether the links lead from a school back to another, over however many between. */
function comesFrom(before: Families, urn: number, ancestor: number, seen = new Set<number>()): boolean {
  if (seen.has(urn)) return false;
  seen.add(urn);
  const parents = before.get(urn);
  if (parents === undefined) return false;
  return parents.has(ancestor) || [...parents.keys()].some((parent) => comesFrom(before, parent, ancestor, seen));
}

function isShortcut(before: Families, { from, to }: Edge): boolean {
  return [...(before.get(to)?.keys() ?? [])].some(
    (between) => between !== from && before.get(between)?.has(from) === true && !before.get(from)?.has(between),
  );
}

type Said = Pick<SchoolChange, 'kind' | 'why'>;

function kindOf(
  edge: Edge,
  predecessors: number,
  heirs: number,
  register: ReadonlyMap<number, RegisterEntry>,
  dates: ChangeDates,
): Said {
  if (predecessors > 1 || edge.types.some((type) => /merged|amalgamat/i.test(type)))
    return { kind: 'merger', why: null };
  if (heirs > 1 || edge.types.some((type) => /split/i.test(type))) return { kind: 'split', why: null };
  const why = doubtOf(edge, register, dates);
  return why === null ? { kind: 'conversion', why } : doubtful(why);
}

function doubtOf(edge: Edge, register: ReadonlyMap<number, RegisterEntry>, dates: ChangeDates): string | null {
  const on = edge.opensOn ?? edge.closesOn;
  if (on === null) return 'no day is published for the change';
  if (edge.opensOn !== null && edge.closesOn !== null && !within(edge.closesOn, edge.opensOn, dates.agreeWithinDays))
    return 'the two schools date the change differently';
  const [older, newer] = [register.get(edge.from), register.get(edge.to)];
  if (newer !== undefined && newer.openDate === null) return 'the register does not say when the later school opened';
  if (newer?.openDate && !within(on, newer.openDate, dates.opensWithinDays, dates.agreeWithinDays))
    return 'the later school opened at another time';
  if (older?.openDate && older.openDate > on) return 'the earlier school opened after the change';
  return older?.openAsAt && older.openAsAt >= on ? 'the earlier school is still open' : null;
}

/** Whether a day comes no more than so many days after another, or before it. */
function within(from: string, day: string, after: number, before = after): boolean {
  const days = (Date.parse(day) - Date.parse(from)) / DAY;
  return days <= after && days >= -before;
}

function doubtful(why: string): Said {
  return { kind: 'doubtful', why };
}
