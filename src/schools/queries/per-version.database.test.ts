import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database/harness.ts';
import { memberIn, organisationIn, tenant } from '../../../test/factories/people.ts';
import { addImport } from '../../../test/factories/register.ts';
import { perVersion } from './per-version.ts';

describe('what is kept for each version of the data', () => {
  const database = testDatabase();

  it('is read once a version, and while people load files only when all are in', async () => {
    const { db } = database;
    let reads = 0;
    const read = perVersion(async () => ++reads);
    expect([await read(db), await read(db)]).toEqual([1, 1]);
    await addImport(db, 'absence');
    expect([await read(db), await read(db)]).toEqual([2, 2]);

    const organisation = await organisationIn(db, 'hub');
    const { personId } = await memberIn(db, organisation, 'broker');
    const { id } = await tenant(db)
      .insertInto('import_job')
      .values({
        organisation_id: organisation.id,
        uploaded_by: personId,
        uploaded_in_role: 'broker',
        step: 'load',
        state: 'working',
        given_year: null,
        given_as_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const dataset of ['census', 'workforce']) {
      await addImport(db, dataset, { job_id: id });
      expect(await read(db)).toBe(2);
    }
    await tenant(db).updateTable('import_job').set({ state: 'loaded' }).where('id', '=', id).execute();
    // The first to ask is given what was kept, and has it read anew.
    expect(await read(db)).toBe(2);
    expect([await read(db), await read(db)]).toEqual([3, 3]);
  });
});
