import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { keepRegister } from '../../policy.ts';
import { entryOf, sameLeader, versionsSince } from '../../queries/register/entries.ts';
import { keeperIn, type RegisterKeeper } from '../../rules/register/actor.ts';
import { type EntryChange, entryChanges, sameDetails } from '../../rules/register/changes.ts';
import type { LeaderDetails, LeaderEntry, LeaderStatus } from '../../rules/register/leader.ts';
import { aloneInRegister, columnsOf, linkLeaders } from './add-leader.ts';
import { keepVersion } from './keep-version.ts';

/** An entry was changed after the form was made: by whom, and what is otherwise now. */
export interface ChangedSince {
  version: number;
  by: readonly { by: string | null; at: string }[];
  changes: readonly EntryChange[];
}

export type LeaderChanged =
  | { ok: true; version: number; unchanged: boolean }
  | { ok: false; reason: 'no such leader' | 'no such school' | 'over' }
  | { ok: false; reason: 'there already'; id: string }
  | { ok: false; reason: 'changed since'; since: ChangedSince };

/** Changes what is written down of a leader, made from the version that the form was made from. */
export function changeLeader(
  db: Kysely<Database>,
  scope: Scope<typeof keepRegister.verb>,
  { id, version }: { id: string; version: number },
  details: LeaderDetails,
): Promise<LeaderChanged> {
  return withEntry(db, scope, { id, version, step: 'change' }, async (transaction, keeper, entry) => {
    if (entry.status === 'ended') return { ok: false, reason: 'over' };
    if (sameDetails(entry, details)) return { ok: true, version: entry.version, unchanged: true };
    const other = await sameLeader(transaction, keeper.organisationId, details);
    if (other !== null && other.id !== id) return { ok: false, reason: 'there already', id: other.id };
    const school = await transaction
      .selectFrom('school')
      .select('urn')
      .where('urn', '=', details.homeUrn)
      .executeTakeFirst();
    if (school === undefined) return { ok: false, reason: 'no such school' };
    return save(transaction, keeper, { ...entry, ...details });
  });
}

/** Pauses, ends or restores an entry, with the reason why it is not active any more. */
export function setLeaderStatus(
  db: Kysely<Database>,
  scope: Scope<typeof keepRegister.verb>,
  { id, version }: { id: string; version: number },
  { status, why }: { status: LeaderStatus; why: string | null },
): Promise<LeaderChanged> {
  return withEntry(db, scope, { id, version, step: status }, async (transaction, keeper, entry) => {
    if (entry.status === status) return { ok: true, version: entry.version, unchanged: true };
    const other = entry.status === 'ended' ? await sameLeader(transaction, keeper.organisationId, entry) : null;
    if (other !== null) return { ok: false, reason: 'there already', id: other.id };
    return save(transaction, keeper, { ...entry, status, statusWhy: status === 'active' ? null : why });
  });
}

function withEntry(
  db: Kysely<Database>,
  scope: Scope<typeof keepRegister.verb>,
  { id, version, step }: { id: string; version: number; step: string },
  work: (transaction: ScopedTransaction, keeper: RegisterKeeper, entry: LeaderEntry) => Promise<LeaderChanged>,
): Promise<LeaderChanged> {
  const keeper = keeperIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<LeaderChanged>> => {
    await aloneInRegister(transaction, keeper.organisationId);
    const entry = await entryOf(transaction, keeper.organisationId, id, { lock: true });
    const result =
      entry === null
        ? ({ ok: false, reason: 'no such leader' } as const)
        : entry.version === version
          ? await work(transaction, keeper, entry)
          : await changedSince(transaction, entry, version);
    const detail = { step, leader: id };
    return result.ok
      ? { result, detail: { ...detail, version: result.version, unchanged: result.unchanged } }
      : { result, outcome: 'failed', detail: { ...detail, reason: result.reason } };
  });
}

async function changedSince(
  transaction: ScopedTransaction,
  entry: LeaderEntry,
  version: number,
): Promise<LeaderChanged> {
  const { kept, later } = await versionsSince(transaction, entry.id, version);
  const changes = kept === null ? [] : entryChanges(kept, entry);
  return { ok: false, reason: 'changed since', since: { version: entry.version, by: later, changes } };
}

async function save(
  transaction: ScopedTransaction,
  keeper: RegisterKeeper,
  entry: LeaderEntry,
): Promise<LeaderChanged> {
  const version = entry.version + 1;
  await transaction
    .updateTable('system_leader')
    .set({
      ...columnsOf(entry),
      status: entry.status,
      status_why: entry.statusWhy,
      version,
      changed_by: keeper.person,
      changed_in_role: keeper.role,
      changed_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', entry.id)
    .execute();
  await keepVersion(transaction, keeper, { ...entry, version });
  await linkLeaders(transaction, null);
  return { ok: true, version, unchanged: false };
}
