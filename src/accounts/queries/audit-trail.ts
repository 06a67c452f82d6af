import { type Kysely, sql } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { TrailEntry, TrailPage } from '../rules/trail-entry.ts';
import type { AuditFilter } from '../schema/audit-filter.ts';

const PAGE = 50;
const BATCH = 5000;

/** More than a spreadsheet is good for, and as much as is kept in memory at once. */
export const MOST_IN_A_FILE = 200_000;

/** A page of the acting organisation's trail, newest first, and what it can be narrowed to. */
export async function auditTrail(
  db: Kysely<Database>,
  scope: Scope<'audit.read'>,
  filter: AuditFilter,
): Promise<TrailPage & { people: { id: string; name: string }[]; actions: string[] }> {
  return readAs(db, scope, async (transaction) => {
    const found = await ofOrganisation(transaction, organisationOf(scope), filter, PAGE + 1);
    const people = await transaction
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .select(['p.id', 'p.name'])
      .where('m.organisation_id', '=', organisationOf(scope))
      .distinct()
      .orderBy('p.name')
      .execute();
    return { ...pageOf(found), people, actions: await actionsKept(transaction, organisationOf(scope)) };
  });
}

/** The trail that the filter leaves, newest first, for a file; null when it is more than a file may hold. */
export async function auditTrailForFile(
  db: Kysely<Database>,
  scope: Scope<'audit.export'>,
  filter: AuditFilter,
): Promise<TrailEntry[] | null> {
  return readAs(db, scope, async (transaction) => {
    const entries: TrailEntry[] = [];
    let before: number | undefined;
    for (;;) {
      const batch = await ofOrganisation(transaction, organisationOf(scope), { ...filter, before }, BATCH);
      for (const entry of batch) entries.push(entry);
      if (entries.length > MOST_IN_A_FILE) return null;
      if (batch.length < BATCH) return entries;
      before = batch.at(-1)!.seq;
    }
  });
}

/** One's own trail: what is entered under one's name, in whichever organisation. */
export async function ownTrail(
  db: Kysely<Database>,
  scope: Scope<'account.read' | 'own-data.request'>,
  before: number | undefined,
): Promise<TrailPage> {
  return readAs(db, scope, async (transaction) =>
    pageOf(
      await matching(transaction, { before }, PAGE + 1)
        .where('e.person_id', '=', scope.person!.id)
        .execute(),
    ),
  );
}

function pageOf(found: TrailEntry[]): TrailPage {
  const entries = found.slice(0, PAGE);
  return { entries, next: found.length > PAGE ? entries.at(-1)!.seq : null };
}

function organisationOf({ person }: Scope): string {
  const id = person?.acting?.organisation.id;
  if (id === undefined) throw new Error('The audit trail of an organisation is read by somebody who acts for it');
  return id;
}

/**
 * What was done for the organisation, and what its people did for none (signing in); asked apart, because each part has its index.
 * The row policy says whose entries these are; the conditions only narrow them.
 */
async function ofOrganisation(
  transaction: ScopedTransaction,
  organisation: string,
  filter: AuditFilter,
  limit: number,
): Promise<TrailEntry[]> {
  const own = await matching(transaction, filter, limit).where('e.organisation_id', '=', organisation).execute();
  const without = await matching(transaction, filter, limit).where('e.organisation_id', 'is', null).execute();
  return [...own, ...without].toSorted((a, b) => b.seq - a.seq).slice(0, limit);
}

function matching(transaction: ScopedTransaction, filter: AuditFilter, limit: number) {
  const { from, to, person, action, outcome, subject, before } = filter;
  let query = transaction
    .selectFrom('audit_event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select([
      'e.seq',
      'e.at',
      'e.person_id as personId',
      'p.name as person',
      'e.role',
      'e.action',
      'e.outcome',
      'e.subject_kind as subjectKind',
      'e.subject_id as subjectId',
      'e.detail',
      'e.ip',
    ])
    .orderBy('e.seq', 'desc')
    .limit(limit);
  if (from !== undefined) query = query.where(sql`e.at`, '>=', startOf(from));
  if (to !== undefined) query = query.where(sql`e.at`, '<', sql`${startOf(to)} + interval '1 day'`);
  if (person !== undefined) query = query.where('e.person_id', '=', person);
  if (action !== undefined) query = query.where('e.action', '=', action);
  if (outcome !== undefined) query = query.where('e.outcome', '=', outcome);
  if (subject !== undefined) query = query.where('e.subject_id', '=', subject);
  if (before !== undefined) query = query.where('e.seq', '<', before);
  return query;
}

/** Midnight in London. */
function startOf(day: string) {
  return sql<Date>`(${day}::date::timestamp at time zone 'Europe/London')`;
}

/** The different actions of the newest entries of the organisation, for choosing. */
async function actionsKept(transaction: ScopedTransaction, organisation: string): Promise<string[]> {
  const NEWEST = 2000;
  const newest = (organisationId: string | null) =>
    transaction
      .selectFrom((inner) =>
        inner
          .selectFrom('audit_event')
          .select('action')
          .where('organisation_id', organisationId === null ? 'is' : '=', organisationId)
          .orderBy('seq', 'desc')
          .limit(NEWEST)
          .as('e'),
      )
      .select('action')
      .distinct()
      .execute();
  const rows = [...(await newest(organisation)), ...(await newest(null))];
  return [...new Set(rows.map(({ action }) => action))].toSorted((a, b) => a.localeCompare(b));
}
