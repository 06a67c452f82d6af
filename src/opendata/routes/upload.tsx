import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Database } from '../../db/schema.ts';
import { formOf, formPartsOf } from '../../web/forgery.ts';
import { type FormParts, TooLarge } from '../../web/form-parts.ts';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { type GivenForAll, type Incoming, type Received, receiveUpload } from '../commands/receive-upload.ts';
import { UploadPage } from '../pages/upload-page.tsx';
import { importData } from '../policy.ts';
import { MOST_FILES, MOST_UNDECIDED } from '../rules/import-job.ts';
import { type FieldProblem, readGiven } from '../schema/upload-form.ts';

/** Each holds a connection to the database until its last byte is in, and pages need the others. */
const MOST_AT_ONCE = 3;

type Typed = Record<string, string>;

/** Where people send published files. */
export function uploadRoutes({ db, megabytes }: { db: Kysely<Database>; megabytes: number }): Hono {
  let underWay = 0;
  const show = (
    c: Context,
    message: string | FieldProblem | null,
    typed: Typed,
    status: ContentfulStatusCode = 400,
  ) => {
    const problem = typeof message === 'string' ? { field: 'files', message } : message;
    return page(c, <UploadPage megabytes={megabytes} problem={problem} typed={typed} />, status);
  };
  return new Hono()
    .get(paths.newImport(), may(importData, theSite), (c) => show(c, null, {}, 200))
    .post(paths.newImport(), may(importData, theSite), async (c) => {
      const parts = formPartsOf(c);
      if (parts === null) return show(c, NO_FILE, textsOf(await formOf(c)));
      const typed: Typed = {};
      if (underWay >= MOST_AT_ONCE) {
        await parts.drain();
        return show(c, 'Others are sending files at this moment. Try again in a few minutes', typed, 503);
      }
      underWay += 1;
      try {
        const received = await receiveUpload(db, scopeOf(c, importData), filesOf(parts, typed), () => givenIn(typed));
        if (received.ok) return c.redirect(paths.importJob(received.id), 303);
        await parts.drain();
        return show(c, words(received), typed);
      } catch (error) {
        if (error instanceof NotUnderstood) return show(c, error.problem, typed);
        if (!(error instanceof TooLarge)) throw error;
        await parts.drain();
        return show(
          c,
          `The files come to more than ${megabytes} MB. Choose fewer, and send the others afterwards`,
          typed,
          413,
        );
      } finally {
        underWay -= 1;
      }
    });
}

const NO_FILE = 'Choose at least one file';

function words({ reason, file }: Extract<Received, { ok: false }>): string {
  switch (reason) {
    case 'no file':
      return NO_FILE;
    case 'empty file':
      return `The file ${file} is empty: download it again`;
    case 'too many files':
      return `Choose ${MOST_FILES} files or fewer, or put them into a zip archive`;
    case 'too many undecided':
      return `Your organisation has ${MOST_UNDECIDED} imports that wait for somebody to decide: load or discard one of them first`;
  }
}

/** The files among the parts of the form; what is typed is written down beside them. */
async function* filesOf(parts: FormParts, typed: Typed): AsyncGenerator<Incoming, void, void> {
  for (let part = await parts.next(); !part.done; part = await parts.next()) {
    const { value } = part;
    if (value.kind === 'field') Object.assign(typed, textsOf({ [value.name]: value.value }));
    else if (value.name === 'files' && value.fileName !== '') yield value;
  }
}

/** The fields that the form has, and no others. */
function textsOf(fields: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    ['year', 'as-at-day', 'as-at-month', 'as-at-year'].flatMap((name) => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** Rolls the upload back: what was typed has to be typed again, and the files chosen again. */
class NotUnderstood extends Error {
  readonly problem: FieldProblem;
  constructor(problem: FieldProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

function givenIn(typed: Typed): GivenForAll {
  const given = readGiven(typed);
  if (!given.ok) throw new NotUnderstood(given.problem);
  return given.value;
}
