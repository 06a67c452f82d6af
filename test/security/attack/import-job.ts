import type { Organisation } from '../../../src/access/roles.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { type Member, tenant } from '../../factories/people.ts';

/** An import that was checked, and waits for its organisation to decide and to say a year. */
export async function importJobOf(
  owner: TestDatabase['db'],
  { id: organisation_id }: Organisation,
  { personId }: Member,
  words: string,
): Promise<string> {
  const db = tenant(owner);
  const brought = { organisation_id, uploaded_by: personId, uploaded_in_role: 'broker' };
  const decided = { decided_by: personId, state: 'checked', given_year: null, given_as_at: null } as const;
  const { id: job } = await db
    .insertInto('import_job')
    .values({ ...brought, ...decided })
    .returning('id')
    .executeTakeFirstOrThrow();
  const refused = {
    file: `${words} a.csv`,
    line: null,
    column: null,
    problem: 'no year',
    mend: 'Say it',
    asks: 'year',
  };
  const wouldLoad = { fileName: `${words} b.csv`, dataset: 'absence', year: 2018, stage: 'final', asAt: '2019-08-31' };
  const counts = { rowsRead: 1, rowsLoaded: 1, rowsSetAside: 0, newerHeld: false, held: false, mends: null };
  const checked = { done: [{ ...wouldLoad, ...counts, importId: null }], refused: [refused], skipped: [] };
  const file = { job_id: job, position: 0, name: `${words}.zip`, bytes: 1, checked: JSON.stringify(checked) };
  await db.insertInto('import_job_file').values(file).execute();
  await db
    .insertInto('import_job_part')
    .values({ job_id: job, position: 0, part: 0, content: Buffer.from(words) })
    .execute();
  return job;
}
