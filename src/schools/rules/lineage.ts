import type { SourceRef } from './facts.ts';
import { CHANGE_KINDS, type ChangeKind, type SchoolChange, type SchoolChanges } from './school-change.ts';

/** A school that another came from, over one change or several. */
export interface Ancestor {
  urn: number;
  name: string;
  /** Whether a register holds it, so that it has a page. */
  known: boolean;
  /** The least certain kind of change on the way to it: behind a merger everything is that merger's. */
  kind: ChangeKind;
  /** What is doubtful, in words; null otherwise. */
  why: string | null;
  /** The day it gave way to the school after it; null when it is not published. */
  until: string | null;
  /** 1 for the school just before, 2 for the one before that. */
  generation: number;
  source: SourceRef;
}

/** The schools that a school came from, the nearest first. Each stands once, however the links lead back to it. */
export function ancestorsOf(changes: SchoolChanges, urn: number): Ancestor[] {
  const ancestors: Ancestor[] = [];
  const seen = new Set([urn]);
  let last: { urn: number; ancestor: Ancestor | null }[] = [{ urn, ancestor: null }];
  while (last.length > 0) {
    const next = last.flatMap(({ urn: to, ancestor: after }) =>
      (changes.get(to) ?? []).filter(({ from }) => !seen.has(from)).map((change) => before(change, after)),
    );
    last = [];
    for (const ancestor of next.toSorted(latestFirst)) {
      if (seen.has(ancestor.urn)) continue;
      seen.add(ancestor.urn);
      ancestors.push(ancestor);
      last.push({ urn: ancestor.urn, ancestor });
    }
  }
  return ancestors;
}

function before(change: SchoolChange, after: Ancestor | null): Ancestor {
  const step = {
    urn: change.from,
    name: change.fromName,
    known: change.known,
    until: change.on,
    source: change.source,
  };
  const generation = (after?.generation ?? 0) + 1;
  if (after === null) return { ...step, generation, kind: change.kind, why: change.why };
  if (change.on !== null && after.until !== null && change.on >= after.until) {
    return { ...step, generation, kind: 'doubtful', why: 'its changes are published out of order' };
  }
  const later = CHANGE_KINDS.indexOf(after.kind) >= CHANGE_KINDS.indexOf(change.kind) ? after : change;
  return { ...step, generation, kind: later.kind, why: later.why };
}

function latestFirst(a: Ancestor, b: Ancestor): number {
  return (b.until ?? '').localeCompare(a.until ?? '') || a.urn - b.urn;
}
