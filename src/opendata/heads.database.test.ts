import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { importFile } from '../../test/import-file.ts';

const HEADER =
  '"URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (name)","EstablishmentStatus (name)","ReasonEstablishmentOpened (name)","OpenDate","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","Gender (name)","ReligiousCharacter (name)","AdmissionsPolicy (name)","Street","Locality","Town","County (name)","Postcode","SchoolWebsite","TelephoneNum","HeadTitle (name)","HeadFirstName","HeadLastName","HeadPreferredJobTitle"\r\n';

describe('heads from extracts', () => {
  const database = testDatabase();
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-heads-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const extractOf = (day: string, name: string) => {
    const path = join(folder, `academies-${day}.csv`);
    writeFileSync(
      path,
      `${HEADER}146899,"821","Luton","4000","A School","Academy converter","Open","New Provision","01-09-2012","Primary",4,11,"Mixed","","","","","Luton","","LU1 1AA","","","Ms",${name},"Headteacher"\r\n`,
      'latin1',
    );
    return path;
  };
  const heads = async () => {
    const rows = await database.db
      .selectFrom('head_sighting as h')
      .innerJoin('import as i', 'i.id', 'h.import_id')
      .select(['i.as_at', 'h.first_name', 'h.last_name', 'h.line'])
      .orderBy('i.as_at')
      .execute();
    return rows.map((row) => [row.as_at, row.first_name, row.last_name, row.line]);
  };

  it('stand side by side, each as at its day, whichever came first, and the same file twice changes nothing', async () => {
    await importFile(database.pool, extractOf('2021-01-31', '"Zoë","Gardner"'));
    const older = await importFile(database.pool, extractOf('2020-09-30', '"Lidia","Cattrell"'));
    expect(older).toMatchObject({ changed: true, newerHeld: true, rowsLoaded: 1 });
    const again = await importFile(database.pool, extractOf('2020-09-30', '"Lidia","Cattrell"'));
    expect(again.changed).toBe(false);
    expect(await heads()).toEqual([
      ['2020-09-30', 'Lidia', 'Cattrell', 2],
      ['2021-01-31', 'Zoë', 'Gardner', 2],
    ]);
  });

  it('may be read by the site and written by nobody there', async () => {
    await expect(database.site.db.selectFrom('head_sighting').selectAll().execute()).resolves.toHaveLength(2);
    await expect(database.site.pool.query('delete from head_sighting')).rejects.toThrow(/permission denied/);
  });
});
