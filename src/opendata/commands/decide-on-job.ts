import { type Kysely, sql, type UpdateObject } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { TenantDatabase } from '../../db/tenant-schema.ts';
import type { importData } from '../policy.ts';
import { type Answers, DEEDS, type FileReport, hasSomethingToLoad, type ImportDeed } from '../rules/import-job.ts';

/** `not now`: the job has moved on since the page was shown. */
export type Decided = { ok: true } | { ok: false; reason: 'no such job' | 'not now' };

type Plain = Exclude<ImportDeed, 'answer'>;

/** What a person decides about a job of their organisation: to load what was checked, to give it up, to stop it, to run it again. */
export async function decideOnJob(
  db: Kysely<Database>,
  scope: Scope<typeof importData.verb>,
  id: string,
  deed: Plain,
): Promise<Decided> {
  return onJob(db, scope, id, deed, async (transaction, job) => {
    if (deed === 'load' && !hasSomethingToLoad(await filesOf(transaction, id))) return false;
    const decided = { decided_by: scope.person?.id ?? null, decided_at: sql<Date>`now()` };
    const now = sql<Date>`now()`;
    const change: Record<Plain, UpdateObject<TenantDatabase, 'import_job'>> = {
      load: { step: 'load', state: 'waiting', ...decided, ...ANEW },
      again: { state: 'waiting', ...ANEW },
      discard: { state: 'discarded', ...decided, ended_at: now },
      cancel: job.state === 'waiting' ? { state: 'cancelled', ended_at: now } : { cancel_asked_at: now },
    };
    await transaction.updateTable('import_job').set(change[deed]).where('id', '=', id).execute();
    if (deed === 'discard') await transaction.deleteFrom('import_job_part').where('job_id', '=', id).execute();
    return true;
  });
}

/** Takes the year and day of files within what was sent, by position and name, and has those checked again. */
export async function answerForFiles(
  db: Kysely<Database>,
  scope: Scope<typeof importData.verb>,
  id: string,
  answers: ReadonlyMap<number, Answers>,
): Promise<Decided> {
  return onJob(db, scope, id, 'answer', async (transaction) => {
    for (const file of await filesOf(transaction, id)) {
      const more = answers.get(file.position);
      if (more === undefined) continue;
      await transaction
        .updateTable('import_job_file')
        .set({ answers: JSON.stringify({ ...file.answers, ...more }), checked: null })
        .where('job_id', '=', id)
        .where('position', '=', file.position)
        .execute();
    }
    await transaction
      .updateTable('import_job')
      .set({ step: 'check', state: 'waiting', ...ANEW })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

const ANEW = { waiting_since: sql<Date>`clock_timestamp()`, cancel_asked_at: null, fault: null, ended_at: null };

async function onJob(
  db: Kysely<Database>,
  scope: Scope<typeof importData.verb>,
  id: string,
  deed: ImportDeed,
  work: (transaction: ScopedTransaction, job: { state: keyof typeof DEEDS }) => Promise<boolean>,
): Promise<Decided> {
  return writeAs(db, scope, async (transaction): Promise<Written<Decided>> => {
    const detail = { job: id, deed };
    // Whoever works off the jobs takes one in the same way, so that of the two one waits for the other.
    const job = await transaction
      .selectFrom('import_job')
      .select('state')
      .where('id', '=', id)
      .where('organisation_id', '=', scope.person?.acting?.organisation.id ?? null)
      .forUpdate()
      .executeTakeFirst();
    if (job === undefined) return failed('no such job', detail);
    if (!DEEDS[job.state].includes(deed) || !(await work(transaction, job))) return failed('not now', detail);
    await sql`select queue_imports()`.execute(transaction);
    return { result: { ok: true }, detail };
  });
}

function failed(reason: 'no such job' | 'not now', detail: { job: string; deed: string }): Written<Decided> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { ...detail, reason } };
}

function filesOf(
  transaction: ScopedTransaction,
  id: string,
): Promise<{ position: number; answers: Answers; checked: FileReport | null }[]> {
  return transaction
    .selectFrom('import_job_file')
    .select(['position', 'answers', 'checked'])
    .where('job_id', '=', id)
    .orderBy('position')
    .$castTo<{ position: number; answers: Answers; checked: FileReport | null }>()
    .execute();
}
