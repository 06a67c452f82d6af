import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { importData } from '../policy.ts';
import { keptName } from '../rules/kept-name.ts';
import { MOST_FILES, MOST_UNDECIDED } from '../rules/import-job.ts';

/** A file that comes in, piece by piece. */
export interface Incoming {
  fileName: string;
  content: AsyncIterable<Buffer>;
}

/** What a person said of files that do not say it themselves. */
export interface GivenForAll {
  year: number | null;
  asAt: string | null;
}

export type Received =
  | { ok: true; id: string }
  | { ok: false; reason: 'no file' | 'empty file' | 'too many files' | 'too many undecided'; file?: string };

/** Files are kept in parts of this size: small enough to hold a few, large enough that there are not many. */
const PART_BYTES = 1 << 20;

/**
 * Keeps the files that come in, in parts of 1 MB in the database, and has them checked; nothing of them is ever held whole. All in one
 * transaction with its entry in the trail, so that an upload that breaks off leaves nothing. `given` is asked once every file is in; what
 * it or the files throw is passed on.
 */
export async function receiveUpload(
  db: Kysely<Database>,
  scope: Scope<typeof importData.verb>,
  files: AsyncIterable<Incoming>,
  given: () => GivenForAll,
): Promise<Received> {
  const { person } = scope;
  if (!person?.acting) throw new Error('Files are brought by a person, for an organisation');
  const { organisation, role } = person.acting;
  try {
    return await writeAs(db, scope, async (transaction) => {
      await mustHaveRoom(transaction, organisation.id);
      const { id } = await transaction
        .insertInto('import_job')
        .values({ organisation_id: organisation.id, uploaded_by: person.id, uploaded_in_role: role, ...NOT_GIVEN })
        .returning('id')
        .executeTakeFirstOrThrow();
      const names: string[] = [];
      for await (const file of files) {
        if (names.length === MOST_FILES) throw new NotTaken({ reason: 'too many files' });
        names.push(await keep(transaction, id, names.length, file));
      }
      if (names.length === 0) throw new NotTaken({ reason: 'no file' });
      const { year, asAt } = given();
      await transaction
        .updateTable('import_job')
        .set({ given_year: year, given_as_at: asAt })
        .where('id', '=', id)
        .execute();
      await sql`select queue_imports()`.execute(transaction);
      return { result: { ok: true, id }, detail: { job: id, files: names } };
    });
  } catch (error) {
    if (error instanceof NotTaken) return { ok: false, ...error.why };
    throw error;
  }
}

const NOT_GIVEN = { given_year: null, given_as_at: null };

/** Rolls the upload back; never leaves this file. */
class NotTaken extends Error {
  readonly why: Omit<Extract<Received, { ok: false }>, 'ok'>;
  constructor(why: Omit<Extract<Received, { ok: false }>, 'ok'>) {
    super(why.reason);
    this.why = why;
  }
}

async function mustHaveRoom(transaction: ScopedTransaction, organisationId: string): Promise<void> {
  const { undecided } = await transaction
    .selectFrom('import_job')
    .select((eb) => eb.fn.countAll<number>().as('undecided'))
    .where('organisation_id', '=', organisationId)
    .where('state', 'not in', ['loaded', 'discarded'])
    .executeTakeFirstOrThrow();
  if (undecided >= MOST_UNDECIDED) throw new NotTaken({ reason: 'too many undecided' });
}

/** Answers the name that the file was kept under, with the beginning of its hash, for the trail. */
async function keep(
  transaction: ScopedTransaction,
  jobId: string,
  position: number,
  { fileName, content }: Incoming,
): Promise<string> {
  const name = keptName(fileName);
  await transaction.insertInto('import_job_file').values({ job_id: jobId, position, name, bytes: 0 }).execute();
  const hash = createHash('sha256');
  let [bytes, part] = [0, 0];
  for await (const piece of inParts(content)) {
    hash.update(piece);
    bytes += piece.length;
    await transaction.insertInto('import_job_part').values({ job_id: jobId, position, part, content: piece }).execute();
    part += 1;
  }
  if (bytes === 0) throw new NotTaken({ reason: 'empty file', file: name });
  await transaction
    .updateTable('import_job_file')
    .set({ bytes })
    .where('job_id', '=', jobId)
    .where('position', '=', position)
    .execute();
  return `${name} (${bytes} bytes, SHA-256 ${hash.digest('hex').slice(0, 16)})`;
}

async function* inParts(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    held.push(piece);
    bytes += piece.length;
    if (bytes < PART_BYTES) continue;
    let whole = Buffer.concat(held);
    for (; whole.length >= PART_BYTES; whole = whole.subarray(PART_BYTES)) yield whole.subarray(0, PART_BYTES);
    [held, bytes] = [[whole], whole.length];
  }
  if (bytes > 0) yield Buffer.concat(held);
}
