import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type ImportOptions } from './commands.ts';
import { importFile } from '../../test/import-file.ts';
import { getImport } from './queries/imports.ts';

const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n';
const SAMPLE =
  'Id,LAId,LAName,RegionId,RegionName,Abs_Persistent_Est_Current_Pct,Abs_Persistent_Est_Previous_Pct,Abs_Persistent_Est_Previous2_Pct,Abs_Tot_Est_Current_Pct,Abs_Tot_Est_Previous_Pct,Abs_Tot_Est_Previous2_Pct,Auth_Tot_Est_Current_Pct,UnAuth_Tot_Est_Current_Pct\n';
const ADMISSIONS =
  'urn,la_code,academic_year_start,phase_key,number_of_preferences,total_number_places_offered,number_preferred_offers,number_1st_preference_offers,number_2nd_preference_offers,number_3rd_preference_offers,times_put_as_any_preferred_school,times_put_as_1st_preference,times_put_as_2nd_preference,times_put_as_3rd_preference,proportion_1stprefs_v_1stprefoffers,proportion_1stprefs_v_totaloffers,all_applications_from_another_la,offers_to_applicants_from_another_la,reading_progress,writing_progress,maths_progress,progress_8,attainment_8\n';
const NEIGHBOURS = 'URN,NeighbourURN,Dist,Rank\n';
const KS2 =
  'URN,KS2 Pupils,Overall Meet Std,Overall Exceed Std,Reading Progress,Writing Progress,Maths Progress,Reading Score,Maths Score,Reading Meet Std,Writing Meet Std,Maths Meet Std,Academic Year\n';

describe('files of several years, of trusts and of areas', () => {
  const database = testDatabase();
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-years-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    await database.pool.query('truncate import cascade');
  });

  const load = (name: string, content: string, options?: ImportOptions) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return importFile(database.pool, path, options);
  };
  const told = async (query: string) =>
    (await database.pool.query<{ told: string }>(query)).rows.map((row) => row.told);
  const figures = () =>
    told(`select concat_ws(' ', urn, code, o.year, coalesce(value::text, missing), i.dataset) as told
      from observation o join measure on measure.id = measure_id join import i on i.id = import_id order by 1`);

  it('is one import that tells of all its years, each figure of its own', async () => {
    const outcome = await load(
      'absence-sample-2024-2025.csv',
      `${SAMPLE}100049,202,Camden,H,London,39,33,30,11,10,9,4,6\n`,
    );
    expect(outcome).toMatchObject({ year: 2024, firstYear: 2022, rowsLoaded: 1 });
    expect((await getImport(database.db, outcome.importId))?.title).toBe(
      'Performance tables: pupil absence, 2022-23 to 2024-25',
    );
    expect((await figures()).filter((figure) => figure.includes(' overall_absence '))).toEqual([
      '100049 overall_absence 2022 9 absence',
      '100049 overall_absence 2023 10 absence',
      '100049 overall_absence 2024 11 absence',
    ]);
  });

  it('meets the file of an earlier year, whichever comes first: the later word stands', async () => {
    const sample = `${SAMPLE}100049,202,Camden,H,London,39,33,30,11,10,9,4,6\n`;
    const whole = `${ABSENCE}202,4104,100049,9.5,31\n202,4104,100050,7,20\n`;
    for (const [first, second] of [
      [sample, whole],
      [whole, sample],
    ] as const) {
      await database.pool.query('truncate import cascade');
      for (const content of [first, second]) {
        await load(content === sample ? 'absence-sample-2024-2025.csv' : 'absence-2022-2023.csv', content);
      }
      const of2022 = (await figures()).filter((figure) => figure.includes(' overall_absence 2022 '));
      expect(of2022).toEqual(['100049 overall_absence 2022 9 absence', '100050 overall_absence 2022 7 absence']);
    }
  });

  it('takes a figure that another file publishes first from neither side', async () => {
    const repeated = `${ADMISSIONS}100000,201,2017,1,6,30,30,30,0,0,89,49,27,6,1,1,71,20,9.9,,3.0,,\n100000,201,2018,1,6,54,54,46,5,2,112,46,32,23,1,1,83,36,,,,,\n`;
    const published = `${KS2}100000,30,88%,8%,2.7,2.2,3.0,109,106,92%,88%,92%,2018\n`;
    const progress = async () => (await figures()).filter((figure) => figure.includes('progress'));
    for (const contents of [
      [repeated, published],
      [published, repeated],
    ]) {
      await database.pool.query('truncate import cascade');
      for (const content of contents) await load(content === repeated ? 'admissions.csv' : 'ks2.csv', content);
      expect(await progress()).toEqual([
        '100000 ks2_maths_progress 2017 3 ks2',
        '100000 ks2_reading_progress 2017 2.7 ks2',
        '100000 ks2_writing_progress 2017 2.2 ks2',
      ]);
    }
    expect(await figures()).toContain('100000 reception_places_offered 2018 54 admissions');
  });

  it('keeps the figures of a trust and of an authority apart from those of schools, newest stage last', async () => {
    const trust =
      'GROUP-ID,UID,NUM-PUPS,MAT-PROG8-SCORE,MAT-PROG8-CI-LOWER,MAT-PROG8-CI-UPPER,MAT-DIS-PROG8-SCORE,MAT-DIS-PROG8-CI-LOWER,MAT-DIS-PROG8-CI-UPPER,MAT-EBACC-ENT,MAT-DIS-EBACC-ENT,SCHOOL-URNS\n';
    const row = 'TR00015,2062,1197,0.06,-0.01,0.13,-0.23,-0.3,-0.16,40.4%,33.1%,139058;138918\n';
    await load('ks4-mats-2016-2017.csv', trust + row);
    await load('ks4-mats-2016-2017-revised.csv', trust + row.replace('0.06', '0.99'));
    expect(
      await told(`select concat_ws(' ', group_uid, pupils, code, year, value) as told
        from trust_observation join measure on measure.id = measure_id where code = 'ks4_progress8' order by 1`),
    ).toEqual(['2062 all ks4_progress8 2016 0.06', '2062 disadvantaged ks4_progress8 2016 -0.23']);
    await load('absence-2018-2019.csv', `${ABSENCE}202,2000,136807,4.3,11\nNAT,SEC,,5.5,13.7\n`);
    expect(
      await told(`select concat_ws(' ', level, area, schools, code, value, line) as told
        from area_observation join measure on measure.id = measure_id order by 1`),
    ).toEqual([
      'England England secondary overall_absence 5.5 3',
      'England England secondary persistent_absence 13.7 3',
    ]);
    expect(await figures()).toHaveLength(2);
  });

  it('replaces what is held of the schools that a list of similar schools names, in its own phase', async () => {
    await load(
      'similar-primary-2026-03-05.csv',
      NEIGHBOURS + '100171,135968,0.2,1\n100171,145140,0.3,2\n100200,1000,0.1,1\n',
    );
    await load('similar-secondary-2026-03-05.csv', NEIGHBOURS + '100171,135296,0.4,1\n');
    await load('similar-primary-2027-03-05.csv', NEIGHBOURS + '100171,136000,0.2,1\n');
    expect(
      await told(`select concat_ws(' ', phase, urn, neighbour_urn, rank) as told from published_neighbour order by 1`),
    ).toEqual(['primary 100171 136000 1', 'primary 100200 1000 1', 'secondary 100171 135296 1']);
  });
});
