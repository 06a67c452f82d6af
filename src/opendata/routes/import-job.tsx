import { setTimeout as pause } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import { BadRequest, NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { answerForFiles, type Decided, decideOnJob } from '../commands/decide-on-job.ts';
import { ImportJobPage } from '../pages/import-job-page.tsx';
import { ImportJobsPage } from '../pages/import-jobs-page.tsx';
import { importData, readImports } from '../policy.ts';
import { importJob, importJobs, importsOfJob } from '../queries/import-jobs.ts';
import { DEEDS, type ImportJob } from '../rules/import-job.ts';
import { fileWords, stateWords } from '../rules/job-words.ts';
import { deedForm, type FieldProblem, type Question, readAnswers } from '../schema/upload-form.ts';

interface Deps {
  db: Kysely<Database>;
  /** False where the operator keeps imports to the command line: what was brought before can still be read. */
  mayBring: boolean;
}

/** What an organisation imported: the list, each import with its report and how far it is, and what is decided about it. */
export function importJobRoutes({ db, mayBring }: Deps): Hono {
  const one = '/imports/:id';
  const routes = new Hono()
    .get(paths.imports(), may(readImports, theSite), async (c) => {
      const jobs = await importJobs(db, scopeOf(c, readImports));
      const organisation = c.get('person')?.acting?.organisation.name ?? '';
      return page(c, <ImportJobsPage organisation={organisation} jobs={jobs} mayBring={mayBring} />);
    })
    .get(one, may(readImports, theSite), async (c) =>
      jobPage(c, { db, mayBring }, await jobAskedFor(c, db, scopeOf(c, readImports))),
    )
    .get(paths.importProgress(':id'), may(readImports, theSite), async (c) => {
      const scope = scopeOf(c, readImports);
      const first = await jobAskedFor(c, db, scope);
      return streamSSE(c, async (stream) => {
        let job: ImportJob | null = first;
        // A proxy may end what goes on for ever: the browser asks again by itself, later where nothing is being done yet.
        const most = first.state === 'working' ? TOLD_IN_ONE_GO : 1;
        for (let told = 0; told < most && job !== null && !stream.aborted; told += 1) {
          await stream.writeSSE({ data: JSON.stringify(toldOf(job)), retry: job.state === 'working' ? 1000 : 5000 });
          if (job.state !== 'working') return;
          await pause(TOLD_EVERY_MS);
          job = await importJob(db, scope, first.id);
        }
      });
    });
  if (!mayBring) return routes;
  return routes.post(one, may(importData, theSite), async (c) => {
    const scope = scopeOf(c, importData);
    const job = await jobAskedFor(c, db, scope);
    const fields = await formOf(c);
    const form = deedForm.safeParse(fields);
    if (!form.success) throw new BadRequest('The page has no such button. Go back, reload the page and try again.');
    if (form.data.do !== 'answer') return afterwards(c, await decideOnJob(db, scope, job.id, form.data.do), job.id);
    const answers = readAnswers(fields, questionsOf(job));
    if (!answers.ok)
      return jobPage(c, { db, mayBring }, job, { problem: answers.problem, typed: textsOf(fields) }, 400);
    return afterwards(c, await answerForFiles(db, scope, job.id, answers.value), job.id);
  });
}

const TOLD_EVERY_MS = 1000;
const TOLD_IN_ONE_GO = 60;

async function jobAskedFor(
  c: Context,
  db: Kysely<Database>,
  scope: Scope<typeof readImports.verb | typeof importData.verb>,
): Promise<ImportJob> {
  const id = z.uuid().safeParse(c.req.param('id'));
  const job = id.success ? await importJob(db, scope, id.data) : null;
  if (job === null) throw new NotFound('Your organisation has no import at this address.');
  return job;
}

/** Whatever came of it, the page shows how things stand; somebody else of the organisation may have been faster. */
function afterwards(c: Context, decided: Decided, id: string) {
  if (!decided.ok && decided.reason === 'no such job')
    throw new NotFound('Your organisation has no import at this address.');
  return c.redirect(paths.importJob(id), 303);
}

async function jobPage(
  c: Context,
  { db, mayBring }: Deps,
  job: ImportJob,
  { problem, typed }: { problem: FieldProblem | null; typed: Record<string, string> } = { problem: null, typed: {} },
  status: ContentfulStatusCode = 200,
) {
  const props = {
    job,
    imports: await importsOfJob(db, job.id),
    deeds: mayBring ? DEEDS[job.state] : [],
    questions: questionsOf(job),
    problem,
    typed,
  };
  return page(c, <ImportJobPage {...props} />, status);
}

/** What the check could not find in the files themselves, in their order. */
function questionsOf({ state, files }: ImportJob): Question[] {
  if (state !== 'checked') return [];
  return files.flatMap(({ position, checked }) =>
    (checked?.refused ?? []).flatMap(({ file, asks }) => (asks === null ? [] : [{ position, file, asks }])),
  );
}

/** What a page is told while it waits: when `is` changes, it asks for the page anew. */
function toldOf(job: ImportJob): { is: string; words: string; files: string[] } {
  return {
    is: `${job.step} ${job.state}`,
    words: stateWords(job),
    files: job.files.map((file) => fileWords(job, file)),
  };
}

function textsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
