import { parse } from 'csv-parse/sync';
import { readForm } from '../../../need/schema/form-fields.ts';
import { isoDate } from '../../../policies.ts';
import { type NewDesignation, monthsAfter } from '../../rules/register/designation.ts';
import { sameDetails } from '../../rules/register/changes.ts';
import type { LeaderDetails } from '../../rules/register/leader.ts';
import { READ_COLUMNS, type ReadColumn, TOLD_COLUMNS } from '../../rules/register/register-file.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';
import { designatedRoles, designationForm, leaderForm } from './forms.ts';

/** A fault of a file: in which row, as a spreadsheet counts them, in which column, and what is wrong. Row 1 is the header. */
export interface RowFault {
  row: number;
  column: string | null;
  message: string;
}

/** A leader of a file with the designations of their rows. */
export interface LeaderOfFile {
  /** The first row that names them. */
  row: number;
  details: LeaderDetails;
  designations: NewDesignation[];
}

export type RegisterRead = { ok: true; leaders: LeaderOfFile[] } | { ok: false; faults: RowFault[] };

export const MOST_ROWS = 2000;

type Cells = Partial<Record<ReadColumn, string>>;

/**
 * Reads a register from CSV text: the first row names the columns, in any order; several rows of one leader are several designations.
 * Either every row can be taken, or every fault is told and none is.
 */
export function readRegister(
  csv: string,
  policy: Pick<SupportPolicy, 'roles' | 'fields'>,
  today: string,
): RegisterRead {
  const cut = rowsOf(csv);
  if (!cut.ok) return { ok: false, faults: [cut.fault] };
  const [head = [], ...rows] = cut.rows;
  const columns = head.map(columnNamed);
  const faults = faultsOfHead(head, columns);
  if (faults.length > 0) return { ok: false, faults };
  if (rows.length === 0)
    return { ok: false, faults: [{ row: 1, column: null, message: 'There is no row under the names of the columns' }] };
  const leaders = new Map<string, LeaderOfFile>();
  for (const [at, cells] of rows.entries()) {
    const row = at + 2;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const named: Cells = {};
    for (const [place, column] of columns.entries()) if (column !== null) named[column] = unguarded(cells[place] ?? '');
    const read = readRow(named, policy, today);
    faults.push(...read.faults.map((fault) => ({ row, ...fault })));
    if (read.details === null) continue;
    const key = keyOf(read.details);
    const before = leaders.get(key);
    if (before !== undefined && !sameDetails(before.details, read.details)) {
      faults.push({
        row,
        column: null,
        message: `This leader stands in row ${before.row} too, and not all that is said of them is the same`,
      });
      continue;
    }
    const leader = before ?? { row, details: read.details, designations: [] };
    if (read.designation !== null) leader.designations.push(read.designation);
    leaders.set(key, leader);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, leaders: [...leaders.values()] };
}

/** Of a leader with an address the address; of others the name at the school. */
function keyOf({ email, name, homeUrn }: LeaderDetails): string {
  return email ?? `${name.toLowerCase()} ${homeUrn}`;
}

type Cut = { ok: true; rows: string[][] } | { ok: false; fault: RowFault };

function rowsOf(csv: string): Cut {
  try {
    const rows = parse(csv, {
      bom: true,
      relaxColumnCount: true,
      skipEmptyLines: false,
      to: MOST_ROWS + 2,
    });
    if (rows.length > MOST_ROWS + 1)
      return {
        ok: false,
        fault: {
          row: MOST_ROWS + 2,
          column: null,
          message: `A file may have ${MOST_ROWS.toLocaleString('en-GB')} rows: send the others in a second file`,
        },
      };
    return { ok: true, rows };
  } catch {
    return {
      ok: false,
      fault: {
        row: 1,
        column: null,
        message:
          'The file is not CSV: a quotation mark is likely to be missing or too many. Save it as "CSV UTF-8" in the spreadsheet',
      },
    };
  }
}

function columnNamed(typed: string): ReadColumn | null {
  const name = typed.trim().toLowerCase();
  return READ_COLUMNS.find((column) => column.toLowerCase() === name) ?? null;
}

function faultsOfHead(head: readonly string[], columns: readonly (ReadColumn | null)[]): RowFault[] {
  const faults: RowFault[] = [];
  for (const needed of ['Name', 'Home URN'] as const)
    if (!columns.includes(needed)) faults.push({ row: 1, column: needed, message: `There is no column "${needed}"` });
  for (const [place, column] of columns.entries()) {
    const typed = head[place]!.trim();
    if (column === null && typed !== '' && !TOLD_COLUMNS.some((told) => told.toLowerCase() === typed.toLowerCase()))
      faults.push({
        row: 1,
        column: typed,
        message: `The column "${typed}" is not known. Columns are: ${READ_COLUMNS.join(', ')}`,
      });
    if (column !== null && columns.indexOf(column) !== place)
      faults.push({ row: 1, column, message: `The column "${column}" is there twice` });
  }
  return faults;
}

/** Files of ours put an apostrophe before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return /^'[\s]*[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

const COLUMN_OF: Readonly<Record<keyof LeaderDetails, ReadColumn>> = {
  name: 'Name',
  homeUrn: 'Home URN',
  email: 'Email',
  phases: 'Phases',
  fields: 'Fields',
  contexts: 'Contexts',
  furthestMinutes: 'Longest journey (minutes)',
  mostSchools: 'Most schools at once',
  partnership: 'Partnership',
};

type FaultOfRow = Omit<RowFault, 'row'>;

function readRow(
  cells: Cells,
  policy: Pick<SupportPolicy, 'roles' | 'fields'>,
  today: string,
): { details: LeaderDetails | null; designation: NewDesignation | null; faults: FaultOfRow[] } {
  const said = (column: ReadColumn) => (cells[column] ?? '').trim();
  const read = readForm(leaderForm(policy), {
    name: said('Name'),
    homeUrn: said('Home URN'),
    email: said('Email'),
    phases: parts(said('Phases')).map((part) => part.toLowerCase()),
    fields: parts(said('Fields')).map((part) => codeOf(policy.fields, part)),
    contexts: said('Contexts'),
    furthestMinutes: said('Longest journey (minutes)'),
    mostSchools: said('Most schools at once') || '1',
    partnership: said('Partnership'),
  });
  const faults: FaultOfRow[] = read.ok
    ? []
    : Object.entries(read.errors).map(([field, message]) => {
        const key = field.split('-')[0] as keyof LeaderDetails;
        const unknown =
          key === 'fields'
            ? ` (${parts(said('Fields'))
                .filter((part) => !policy.fields.some(({ code }) => code === codeOf(policy.fields, part)))
                .join(', ')})`
            : '';
        return { column: COLUMN_OF[key], message: `${message}${unknown}` };
      });
  const designation = designationIn(said, policy, today);
  return {
    details: read.ok ? read.value : null,
    designation: designation !== null && 'role' in designation ? designation : null,
    faults: designation !== null && 'faults' in designation ? [...faults, ...designation.faults] : faults,
  };
}

const OF_DESIGNATION: readonly ReadColumn[] = [
  'Role',
  'Designating body',
  'Designated on',
  'Review on',
  'Rules',
  'Evidence',
];

function designationIn(
  said: (column: ReadColumn) => string,
  policy: Pick<SupportPolicy, 'roles'>,
  today: string,
): NewDesignation | { faults: FaultOfRow[] } | null {
  if (OF_DESIGNATION.every((column) => said(column) === '')) return null;
  const faults: FaultOfRow[] = [];
  const read = readForm(designationForm(policy, { supersedes: false }), {
    role: codeOf(designatedRoles(policy), said('Role')),
    body: said('Designating body'),
    evidence: said('Evidence') || 'Not told by the file that it was read from',
    status: 'in force',
    ruleSet: said('Rules') || 'Not told by the file that it was read from',
    words: '',
  });
  if (!read.ok)
    for (const [field, message] of Object.entries(read.errors))
      faults.push({ column: COLUMN_OF_DESIGNATION[field] ?? null, message });
  const dayIn = (column: ReadColumn): string | null => {
    const day = said(column) === '' ? null : isoDay(said(column));
    if (day === undefined)
      faults.push({ column, message: `"${said(column)}" is no day: write it as 2024-03-27 or 27/03/2024` });
    return day ?? null;
  };
  const designatedOn = dayIn('Designated on');
  const reviewOn = dayIn('Review on');
  if (designatedOn !== null && designatedOn > today)
    faults.push({ column: 'Designated on', message: 'A designation cannot be of a day that is still to come' });
  if (!read.ok || faults.length > 0) return { faults };
  const { role, body, evidence, status, ruleSet } = read.value;
  const months = policy.roles.find(({ code }) => code === role)?.reviewMonths ?? 0;
  return {
    role,
    body,
    designatedOn,
    evidence,
    status,
    ruleSet,
    reviewOn: reviewOn ?? monthsAfter(designatedOn ?? today, months),
    supersedes: null,
  };
}

const COLUMN_OF_DESIGNATION: Readonly<Record<string, ReadColumn>> = {
  role: 'Role',
  body: 'Designating body',
  evidence: 'Evidence',
  ruleSet: 'Rules',
};

function parts(typed: string): string[] {
  return typed
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The code of what is named by its code or its label; otherwise what was typed. */
function codeOf(known: readonly { code: string; label: string }[], typed: string): string {
  const said = typed.toLowerCase();
  return known.find(({ code, label }) => code === said || label.toLowerCase() === said)?.code ?? typed;
}

/** An ISO day, or one as spreadsheets here write it; undefined for what is none. */
function isoDay(typed: string): string | undefined {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  const iso =
    british === null ? typed : `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}`;
  return isoDate.safeParse(iso).success && iso >= '1990-01-01' && iso < '2051-01-01' ? iso : undefined;
}
