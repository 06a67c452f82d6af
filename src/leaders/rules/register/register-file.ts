import { type SchoolTerm, termWords } from '../../../need/rules/round/term.ts';
import type { SupportPolicy } from '../support-policy.ts';
import { fieldOf, roleOf } from '../support-policy.ts';
import type { Designation } from './designation.ts';
import type { ListedLeader } from './listed.ts';
import { STATUS_WORDS } from './leader.ts';

/** Columns that a register is read from, in the order in which they are written. The first two must be there. */
export const READ_COLUMNS = [
  'Name',
  'Home URN',
  'Email',
  'Phases',
  'Fields',
  'Contexts',
  'Longest journey (minutes)',
  'Most schools at once',
  'Partnership',
  'Role',
  'Designating body',
  'Designated on',
  'Review on',
  'Rules',
  'Evidence',
] as const;
export type ReadColumn = (typeof READ_COLUMNS)[number];

/** Columns that are told besides, and passed over when the file is read again. */
export const TOLD_COLUMNS = [
  'Home school',
  'Status',
  'Term',
  'Days offered',
  'Days promised',
  'Days used',
  'Days left',
  'Days confirmed on',
] as const;

/** A cell before it is written in one kind of file or another. */
export type FileCell = string | number | null | { day: string };

/** A register as rows: one for each designation that stands, or one for a leader without any. What is not known is empty. */
export function registerRows(
  leaders: readonly (ListedLeader & { designations: readonly Designation[] })[],
  policy: Pick<SupportPolicy, 'roles' | 'fields'>,
): FileCell[][] {
  return leaders.flatMap((leader) => {
    const { ledger } = leader;
    const details: FileCell[] = [
      leader.name,
      leader.homeUrn,
      leader.email,
      leader.phases.join('; '),
      leader.fields.map((code) => fieldOf(policy, code)?.label ?? code).join('; '),
      leader.contexts.join('; '),
      leader.furthestMinutes,
      leader.mostSchools,
      leader.partnership,
    ];
    const told: FileCell[] = [
      leader.homeName,
      STATUS_WORDS[leader.status],
      termWords(ledger satisfies SchoolTerm),
      daysOf(ledger.offered),
      daysOf(ledger.promised),
      daysOf(ledger.used),
      daysOf(ledger.left),
      dayOf(leader.confirmedOn),
    ];
    const designations: (Designation | null)[] = leader.designations.length === 0 ? [null] : [...leader.designations];
    return designations.map((one) => [
      ...details,
      one === null ? null : (roleOf(policy, one.role)?.label ?? one.role),
      one?.body ?? null,
      dayOf(one?.designatedOn ?? null),
      dayOf(one?.reviewOn ?? null),
      one?.ruleSet ?? null,
      one?.evidence ?? null,
      ...told,
    ]);
  });
}

function daysOf(halfDays: number | null): number | null {
  return halfDays === null ? null : halfDays / 2;
}

function dayOf(day: string | null): FileCell {
  return day === null ? null : { day };
}
