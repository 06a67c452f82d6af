import { findProspects } from '../../src/leaders/commands.ts';
import { designationPackAsAt } from '../../src/leaders/queries.ts';
import { assessEngland } from '../../src/need/commands.ts';
import { needPackAsAt } from '../../src/need/queries.ts';
import type { TestDatabase } from '../database/harness.ts';
import { addArea, addFigures, addImport, addInspection, addMeasures, addSchool } from './register.ts';

export const AS_AT = '2022-07-06';

/**
 * Two areas with need and prospects drawn. In Luton (821): Elm High (100001, category D, of trust 5001), Ash High (100003, C), Oak High
 * (100002, A, whose head meets the criteria). In Dudley (332), too far to help: Fir High (200001, D).
 */
export async function smallCountry({ db }: Pick<TestDatabase, 'db'>): Promise<void> {
  const register = await addImport(db);
  const results = await addImport(db, 'ks4', { year: 2018, stage: 'final' });
  await addArea(db, register, 821, 'Luton');
  await addArea(db, register, 332, 'Dudley');
  await addMeasures(db);
  const school = { import_id: register, phase: 'Secondary' } as const;
  await addSchool(db, { ...school, urn: 100_001, name: 'Elm High' });
  await addSchool(db, { ...school, urn: 100_002, name: 'Oak High', easting: 509_500 });
  await addSchool(db, { ...school, urn: 100_003, name: 'Ash High', easting: 508_000 });
  await addSchool(db, { ...school, urn: 200_001, name: 'Fir High', la_code: 332, la_name: 'Dudley', easting: 394_000 });
  await addInspection(db, register, 100_001, '2021-07-01', 'Inadequate');
  await addInspection(db, register, 100_002, '2018-05-01', 'Good');
  await addInspection(db, register, 100_003, '2021-07-01', 'Requires improvement');
  await addInspection(db, register, 200_001, '2021-07-01', 'Inadequate');
  await addFigures(db, results, 100_002, {
    'ks4_progress8:2015': 0.4,
    'ks4_progress8:2017': 0.4,
    'ks4_progress8:2018': 0.4,
    'ks4_progress8_lower:2017': 0.2,
    'ks4_progress8_upper:2017': 0.6,
    'ks4_progress8_lower:2018': 0.2,
    'ks4_progress8_upper:2018': 0.6,
    'ks4_pupils:2017': 150,
    'roll:2021': 900,
  });
  const trust = { group_uid: 5001, group_type: 'Multi-academy trust', group_name: 'Invented trust' };
  await db
    .insertInto('group_member')
    .values({ ...trust, urn: 100_001, joined_on: null, import_id: register, line: 2 })
    .execute();
  await assessEngland(db, needPackAsAt(AS_AT), AS_AT);
  await findProspects(db, designationPackAsAt(AS_AT), AS_AT);
}
