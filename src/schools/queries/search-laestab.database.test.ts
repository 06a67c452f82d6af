import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database/harness.ts';
import { addImport, addSchool } from '../../../test/factories/register.ts';
import { exactSchool } from './search.ts';

const database = testDatabase();

beforeAll(async () => {
  const import_id = await addImport(database.db);
  const north = { import_id, la_code: 940, la_name: 'North Northamptonshire' };
  const west = { import_id, la_code: 941, la_name: 'West Northamptonshire' };
  await addSchool(database.db, { ...north, urn: 121_001, establishment_number: 2001 });
  await addSchool(database.db, { ...north, urn: 121_002, establishment_number: 2002 });
  await addSchool(database.db, { ...west, urn: 121_003, establishment_number: 2002 });
  const cumbria = { import_id, la_code: 909, la_name: 'Cumbria' };
  await addSchool(database.db, { ...cumbria, urn: 112_001, establishment_number: 2001 });
});

const found = (laCode: number, establishmentNumber: number) =>
  exactSchool(database.site.db, { kind: 'laestab', laCode, establishmentNumber });

it('finds a school by the number it had under the authority before', async () => {
  expect(await found(928, 2001)).toBe(121_001);
  expect(await found(940, 2001)).toBe(121_001);
  expect(await found(909, 2001)).toBe(112_001);
});

it('finds a school by the number it has under an authority that is still to come', async () => {
  expect(await found(942, 2001)).toBe(112_001);
});

it('names no school where two have the number since', async () => {
  expect(await found(928, 2002)).toBeNull();
});
