import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { importData, readImporter, readImports } from '../policy.ts';
import type { Answers, FileReport, ImportJob, JobProgress } from '../rules/import-job.ts';

type ReadsJobs = Scope<typeof readImports.verb | typeof importData.verb>;

/** Said in place of a name that is no longer kept. */
const NOT_KEPT = 'Somebody whose name is not kept';

const MOST = 200;

/** The newest two hundred imports of the reader's organisation, the newest first. */
export async function importJobs(db: Kysely<Database>, scope: ReadsJobs): Promise<ImportJob[]> {
  return readAs(db, scope, (transaction) => jobsOf(transaction, scope, null));
}

/** One import of the reader's organisation; null when it has none with that id. */
export async function importJob(db: Kysely<Database>, scope: ReadsJobs, id: string): Promise<ImportJob | null> {
  return readAs(db, scope, async (transaction) => (await jobsOf(transaction, scope, id))[0] ?? null);
}

async function jobsOf(transaction: ScopedTransaction, scope: ReadsJobs, id: string | null): Promise<ImportJob[]> {
  const rows = await transaction
    .selectFrom('import_job as j')
    .selectAll('j')
    .select((eb) => sql<string | null>`(select person from importer_of(${eb.ref('j.id')}))`.as('by'))
    // A person may have imported in another name too, which the row policies let them read.
    .where('j.organisation_id', '=', scope.person?.acting?.organisation.id ?? null)
    .$if(id !== null, (query) => query.where('j.id', '=', id!))
    .orderBy('j.uploaded_at', 'desc')
    .limit(MOST)
    .execute();
  const files = await filesOf(
    transaction,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    step: row.step,
    state: row.state,
    uploadedAt: row.uploaded_at,
    uploadedBy: row.by ?? NOT_KEPT,
    decidedAt: row.decided_at,
    endedAt: row.ended_at,
    stopping: row.cancel_asked_at !== null,
    given: { year: row.given_year, asAt: row.given_as_at },
    progress: row.progress as JobProgress | null,
    fault: row.fault,
    files: files.filter(({ jobId }) => jobId === row.id),
  }));
}

async function filesOf(transaction: ScopedTransaction, jobs: readonly string[]) {
  if (jobs.length === 0) return [];
  const rows = await transaction
    .selectFrom('import_job_file')
    .selectAll()
    .where('job_id', 'in', jobs)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    jobId: row.job_id,
    position: row.position,
    name: row.name,
    bytes: row.bytes,
    answers: row.answers as Answers,
    checked: row.checked as FileReport | null,
    loaded: row.loaded as FileReport | null,
  }));
}

/** Imports that a job made, whatever became of the job: a file that was loaded before it was stopped stays. */
export async function importsOfJob(
  db: Kysely<Database>,
  jobId: string,
): Promise<{ id: number; fileName: string; rowsLoaded: number }[]> {
  return db
    .selectFrom('import')
    .select(['id', 'file_name as fileName', 'rows_loaded as rowsLoaded'])
    .where('job_id', '=', jobId)
    .orderBy('id')
    .execute();
}

/** Who brought a file; without a scope, and to others than its own organisation, the organisation alone. Null for what the operator loaded. */
export async function importerOf(
  db: Kysely<Database>,
  jobId: string | null,
  scope: Scope<typeof readImporter.verb> | null,
): Promise<{ organisation: string; person: string | null } | null> {
  if (jobId === null) return null;
  const asked = sql<{ organisation: string; person: string | null }>`select * from importer_of(${jobId})`;
  const { rows } =
    scope === null ? await asked.execute(db) : await readAs(db, scope, (transaction) => asked.execute(transaction));
  return rows[0] ?? null;
}
