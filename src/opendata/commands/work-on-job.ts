import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { type CheckOutcome, checkFiles, type FilesAt, importFiles, type ImportOutcome } from '../commands.ts';
import type { Answers, FileReport, ImportStep, JobProgress } from '../rules/import-job.ts';
import type { ImportOptions } from './import-source.ts';

interface FileOfJob {
  position: number;
  name: string;
  answers: Answers;
}

/**
 * Does the step that a job is at, file by file, as the owner of the tables: checks what has not been checked, or loads what has not been
 * loaded. What came of each file is written down with it, so that a job that is broken off goes on where it stopped. The files are
 * put together in `folder`, one at a time.
 */
export async function workOnJob(
  pool: Pool,
  jobId: string,
  { folder, onProgress }: { folder: string; onProgress?: (progress: JobProgress) => void },
): Promise<ImportStep> {
  const { rows } = await pool.query<{ step: ImportStep; year: number | null; asAt: string | null }>(
    'select step, given_year as year, given_as_at as "asAt" from import_job where id = $1',
    [jobId],
  );
  const [job] = rows;
  if (job === undefined) throw new Error(`There is no import ${jobId}`);
  for (const file of await filesToDo(pool, jobId, job.step)) {
    const tell = (progress: Omit<JobProgress, 'position'>) => onProgress?.({ position: file.position, ...progress });
    tell({ title: file.name, done: 0, total: 0, waits: false });
    const path = await putTogether(pool, jobId, file, folder);
    const optionsOf = (name: string): ImportOptions => ({
      ...given(job, Object.hasOwn(file.answers, name) ? file.answers[name] : undefined),
      jobId,
      onProgress: ({ title, done, total }) => tell({ title, done, total, waits: false }),
      onWait: () => tell({ title: file.name, done: 0, total: 0, waits: true }),
    });
    const report =
      job.step === 'check'
        ? reportOf(await checkFiles(pool, path, optionsOf), ({ held }) => ({ held, importId: null }))
        : reportOf(await importFiles(pool, path, optionsOf), ({ changed, importId }) => ({ held: !changed, importId }));
    await pool.query(
      `update import_job_file set ${job.step === 'check' ? 'checked' : 'loaded'} = $3 where job_id = $1 and position = $2`,
      [jobId, file.position, JSON.stringify(report)],
    );
    await rm(path);
  }
  return job.step;
}

/** What was said of the single file counts before what was said of all. */
function given(
  job: { year: number | null; asAt: string | null },
  answer: { year?: number; asAt?: string } = {},
): Pick<ImportOptions, 'year' | 'asAt'> {
  const year = answer.year ?? job.year;
  const asAt = answer.asAt ?? job.asAt;
  return { ...(year === null ? {} : { year }), ...(asAt === null ? {} : { asAt }) };
}

async function filesToDo(pool: Pool, jobId: string, step: ImportStep): Promise<FileOfJob[]> {
  const { rows } = await pool.query<FileOfJob>(
    `select position, name, answers from import_job_file
     where job_id = $1 and ${step === 'check' ? 'checked' : 'loaded'} is null order by position`,
    [jobId],
  );
  return rows;
}

/** Several files may have one name, so each has a folder of its own. */
async function putTogether(pool: Pool, jobId: string, { position, name }: FileOfJob, folder: string): Promise<string> {
  const own = join(folder, String(position));
  await mkdir(own, { recursive: true });
  const path = join(own, name);
  await pipeline(Readable.from(partsOf(pool, jobId, position)), createWriteStream(path));
  return path;
}

async function* partsOf(pool: Pool, jobId: string, position: number): AsyncGenerator<Buffer, void, void> {
  for (let part = 0; ; part += 1) {
    const { rows } = await pool.query<{ content: Buffer }>(
      'select content from import_job_part where job_id = $1 and position = $2 and part = $3',
      [jobId, position, part],
    );
    if (rows[0] === undefined) return;
    yield rows[0].content;
  }
}

function reportOf<T extends ImportOutcome | CheckOutcome>(
  { done, refused, skipped }: FilesAt<T>,
  became: (outcome: T) => { held: boolean; importId: number | null },
): FileReport {
  return {
    done: done.map((outcome) => ({
      fileName: outcome.fileName,
      dataset: outcome.dataset,
      year: outcome.year,
      stage: outcome.stage,
      asAt: outcome.asAt,
      rowsRead: outcome.rowsRead,
      rowsLoaded: outcome.rowsLoaded,
      rowsSetAside: outcome.rowsSetAside,
      newerHeld: outcome.newerHeld,
      mends: outcome.mends,
      ...became(outcome),
    })),
    refused: refused.map(({ file, line = null, column = null, problem, mend, asks = null }) => ({
      file,
      line,
      column,
      problem,
      mend,
      asks,
    })),
    skipped,
  };
}
