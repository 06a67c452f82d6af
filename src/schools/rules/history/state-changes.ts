import { type AuthorityChange, endOf } from '../authority-changes.ts';
import type { SourceRef } from '../facts.ts';
import { NO_LONGER_LISTED, type RegisterChange } from '../register-change.ts';
import { isOpen } from '../school-record.ts';
import { sameCategory, sameName } from './same-words.ts';

/** What one register said of a school on its day, so far as a change in it is news. */
export interface RegisterState {
  urn: number;
  laCode: number;
  laName: string;
  name: string;
  establishmentType: string;
  status: string;
  openDate: string | null;
  closeDate: string | null;
  /** ISO day of the register. */
  asAt: string;
  source: SourceRef;
}

/** A school in one register beside what was said of it before. */
export interface ComparedState {
  now: RegisterState;
  /** By the latest earlier register that has it; null when none has. */
  before: RegisterState | null;
  /** By the latest earlier issue of the same register that has it; null when none has. */
  own: RegisterState | null;
}

/** What is known besides the two states. */
export interface AroundStates {
  /** ISO day of the previous issue of the register, or of the latest other one; null before the first of all. */
  previousDay: string | null;
  authorityChanges: readonly AuthorityChange[];
  /** Names of the predecessors of a school, as its links have them. */
  predecessors: ReadonlyMap<number, readonly { urn: number; name: string }[]>;
}

/**
 * What a register says of its schools otherwise than before. What an earlier issue of it said already is no change now,
 * even where another register differs. Of a school that followed others one change is told, its opening.
 */
export function stateChanges(
  compared: readonly ComparedState[],
  leftOut: readonly RegisterState[],
  asAt: string,
  around: AroundStates,
): RegisterChange[] {
  const changes = [
    ...compared.flatMap((one) => changesOf(one, around)),
    ...leftOut.map((before) => ({
      ...changeOf(before, before, 'closed', before.status, NO_LONGER_LISTED),
      notAfter: asAt,
    })),
  ];
  const followed = new Set(
    changes
      .filter(({ kind }) => kind === 'opened')
      .flatMap(({ urn }) => around.predecessors.get(urn)?.map((predecessor) => predecessor.urn) ?? []),
  );
  return changes.filter(({ kind, urn }) => kind !== 'closed' || !followed.has(urn));
}

function changesOf({ now, before, own }: ComparedState, around: AroundStates): RegisterChange[] {
  if (before === null) return firstSeen(now, around);
  const changes: RegisterChange[] = [];
  const changed = (same: (earlier: RegisterState) => boolean) => !same(before) && (own === null || !same(own));
  const open = stands(now);
  if (changed((earlier) => stands(earlier) === open)) {
    changes.push(open ? opening(now, before.asAt, around) : closing(now, before));
  }
  if (changed(({ name }) => sameName(name, now.name))) {
    changes.push(changeOf(now, before, 'renamed', before.name, now.name));
  }
  if (changed(({ establishmentType }) => sameCategory(establishmentType, now.establishmentType))) {
    changes.push(changeOf(now, before, 'type changed', before.establishmentType, now.establishmentType));
  }
  if (changed(({ laCode }) => laCode === now.laCode || isExplained(laCode, now, around))) {
    changes.push(changeOf(now, before, 'authority changed', before.laName, now.laName));
  }
  return changes;
}

/** A school that no register had before has opened when its first day lies after the previous one; else it was left out. */
function firstSeen(now: RegisterState, around: AroundStates): RegisterChange[] {
  const { previousDay } = around;
  if (previousDay === null || !isOpen(now.status) || now.openDate === null || now.openDate <= previousDay) return [];
  return [opening(now, previousDay, around)];
}

function opening(now: RegisterState, notBefore: string, { predecessors }: AroundStates): RegisterChange {
  const names = predecessors.get(now.urn)?.map(({ name }) => name) ?? [];
  const before = names.length === 0 ? null : names.join(', ');
  return {
    ...changeOf(now, null, 'opened', before, now.establishmentType),
    on: dayAfter(notBefore, now.openDate),
    notBefore,
  };
}

function closing(now: RegisterState, before: RegisterState): RegisterChange {
  const after = isOpen(now.status) ? 'Closed' : now.status;
  return { ...changeOf(now, before, 'closed', before.status, after), on: dayAfter(before.asAt, now.closeDate) };
}

/** Open by its status, and not past the last day that its register gives. */
function stands({ status, closeDate, asAt }: RegisterState): boolean {
  return isOpen(status) && (closeDate === null || closeDate > asAt);
}

function isExplained(laCode: number, now: RegisterState, { authorityChanges }: AroundStates): boolean {
  const end = endOf(authorityChanges, laCode);
  return end !== undefined && end.on <= now.asAt && end.to.some(({ code }) => code === now.laCode);
}

/** A day that lies before the earlier register is a correction, not the day of what changed since. */
function dayAfter(earlier: string, day: string | null): string | null {
  return day !== null && day > earlier ? day : null;
}

function changeOf(
  said: RegisterState,
  earlier: RegisterState | null,
  kind: RegisterChange['kind'],
  before: string | null,
  after: string,
): RegisterChange {
  const { urn, laCode, name, asAt, source } = said;
  return {
    urn,
    laCode,
    schoolName: name,
    kind,
    before,
    after,
    on: null,
    notBefore: earlier?.asAt ?? null,
    notAfter: asAt,
    source,
  };
}
