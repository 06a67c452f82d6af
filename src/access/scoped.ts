import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { TenantDatabase } from '../db/tenant-schema.ts';
import { addAuditEvent, type AuditDetail } from './audit.ts';
import type { Scope } from './scope.ts';
import type { ScopedTransaction } from './scoped-transaction.ts';

/** Verbs of deeds that are readings: 'plan.read', 'need.export-area'. */
const READING = /\.(read|export)\b/;

// One page may ask several queries under one scope; the trail says once that it was read.
const recorded = new WeakSet<Scope>();

/**
 * Reads in the name that the scope carries, in one transaction, under the database's row policies. The first reading under a scope
 * of a person, or of the operator at the machine, is entered in the audit trail in the same transaction.
 */
export async function readAs<T>(
  db: Kysely<Database>,
  scope: Scope,
  work: (transaction: ScopedTransaction) => Promise<T>,
): Promise<T> {
  return inTheNameOf(db, scope, 'off', async (transaction) => {
    const result = await work(transaction);
    const told = (scope.person !== null && scope.purpose !== 'on behalf') || scope.purpose === 'operator';
    if (told && !recorded.has(scope)) {
      // The page of a form is read under the leave to send it: the trail must not say that the deed was done.
      const detail = READING.test(scope.verb) ? {} : { only: 'looked at' };
      await addAuditEvent(transaction, scope, { action: scope.verb, outcome: 'done', detail });
      recorded.add(scope);
    }
    return result;
  });
}

/** What a command gives back: its result, and what the trail says of it. `outcome` is 'done' unless said. */
export interface Written<T> {
  result: T;
  outcome?: 'done' | 'refused' | 'failed';
  detail?: AuditDetail;
  /** The event, where it is not the verb of the scope. */
  action?: string;
  personId?: string | null;
}

/** Writes in the name that the scope carries: the work and its audit event are one transaction, or neither is. */
export async function writeAs<T>(
  db: Kysely<Database>,
  scope: Scope,
  work: (transaction: ScopedTransaction) => Promise<Written<T>>,
): Promise<T> {
  return inTheNameOf(db, scope, 'on', async (transaction) => {
    const { result, ...told } = await work(transaction);
    await addAuditEvent(transaction, scope, { action: scope.verb, outcome: 'done', ...told });
    // A page that shows what was wrong with a form reads under the same scope; that is no deed of its own.
    recorded.add(scope);
    return result;
  });
}

/**
 * `waitForDisk` off lets a reading go on before its entry is on the disk: a power cut may take the entries of readings of the last
 * moment, in order and from the end, so that the chain stays whole. What is written always waits.
 */
function inTheNameOf<T>(
  db: Kysely<Database>,
  scope: Scope,
  waitForDisk: 'on' | 'off',
  work: (transaction: ScopedTransaction) => Promise<T>,
): Promise<T> {
  const connection: Kysely<TenantDatabase> = db;
  return connection.transaction().execute(async (transaction) => {
    const acting = scope.person?.acting ?? null;
    await sql`select
      set_config('alongside.person', ${scope.person?.id ?? ''}, true),
      set_config('alongside.organisation', ${acting?.organisation.id ?? ''}, true),
      set_config('alongside.role', ${acting?.role ?? ''}, true),
      set_config('alongside.purpose', ${scope.purpose ?? ''}, true),
      set_config('alongside.link', ${scope.link ?? ''}, true),
      set_config('synchronous_commit', ${waitForDisk}, true)`.execute(transaction);
    return work(transaction as ScopedTransaction);
  });
}
