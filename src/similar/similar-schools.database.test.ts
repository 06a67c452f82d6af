import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { addFigures, addImport, addMeasures, addSchool } from '../../test/factories/register.ts';
import { loadFeatureSpace, similarPolicyAsAt, type SimilarSchools, similarSchools } from './queries.ts';
import { featureSetsAsAt } from './queries/feature-sets.ts';

const AS_AT = '2022-07-06';
const database = testDatabase();
const policy = similarPolicyAsAt(AS_AT);
const wanted = { policy, asAt: AS_AT };
let register: number;
let census: number;

async function addContext(urn: number, roll: number, fsm: number, rwm: number): Promise<void> {
  await addFigures(database.db, census, urn, {
    'roll:2021': roll,
    'fsm6_percent:2021': fsm,
    'eal_percent:2021': 10,
    'sen_support_percent:2021': 12 + (urn % 3),
    'ehc_percent:2021': urn === 100_003 ? 'SUPP' : 2,
    'ks2_rwm_expected:2017': rwm,
    'ks2_rwm_expected:2016': rwm - 1,
    'ks2_pupils:2017': 60,
    'ks2_pupils:2016': 60,
  });
}

const similarTo = ({ neighbours }: SimilarSchools) => neighbours[0]?.urn;

beforeAll(async () => {
  const { db } = database;
  register = await addImport(db);
  census = await addImport(db, 'census', { year: 2021, stage: 'final' });
  await addMeasures(db);
  await db
    .insertInto('postcode_deprivation')
    .values({
      postcode: 'LU1 1AA',
      postcode_status: 'Live',
      lsoa_code: null,
      imd_decile: null,
      idaci_rank: null,
      idaci_decile: 2,
      idaci_score: 0.25,
      import_id: register,
      line: 2,
    })
    .execute();
  for (const [i, [roll, fsm, rwm]] of [
    [400, 30, 50],
    [410, 31, 70],
    [390, 29, 75],
    [400, 60, 40],
  ].entries()) {
    const urn = 100_001 + i;
    await addSchool(db, {
      urn,
      import_id: register,
      easting: 509_000 + 1000 * i,
      postcode: i === 1 ? null : 'LU1 1AA',
    });
    await addContext(urn, roll!, fsm!, rwm!);
  }
  await addSchool(db, { urn: 100_010, import_id: register, phase: 'Secondary' });
  await addSchool(db, { urn: 100_011, import_id: register, mainstream: false });
});

describe('the feature space', () => {
  it('holds the phase group as published, with what is missing left missing', async () => {
    const space = await loadFeatureSpace(database.db, policy, 'primary');
    expect(Array.from(space.urns)).toEqual([100_001, 100_002, 100_003, 100_004]);
    expect(Array.from(space.figures.slice(0, 6))).toEqual([400, 30, 10, 14, 2, 0.25]);
    expect(Number.isNaN(space.figures[11])).toBe(true);
    expect(Number.isNaN(space.figures[2 * 6 + 4])).toBe(true);
  });
});

describe('similar schools', () => {
  it('that do better are those ahead beyond chance, on the measure where the school stands lowest', async () => {
    const measured = await similarSchools(database.db, 100_001, { ...wanted, measure: 'ks2_maths_progress' });
    const { chosen, byReader, inRange, similar, better, schools } = measured!.doingBetter;
    // Nothing is published of its maths, so the only result it has is looked at.
    expect([chosen?.measure.measure, byReader]).toEqual(['ks2_rwm_expected', false]);
    // Of three schools the fifth most like it is one; it is 25 points ahead in both years.
    expect([inRange, similar, better]).toEqual([3, 1, 1]);
    expect(schools.map(({ urn }) => urn)).toEqual([similarTo(measured!)]);
    expect(schools[0]!.lead.ahead).toBe(2);
  });

  it('that pass a filter are found among all schools, by the set that is chosen', async () => {
    const filter = { rollFrom: 400, within: 3 };
    const { neighbours, passing } = (await similarSchools(database.db, 100_001, { ...wanted, filter }))!;
    expect([passing, neighbours.map(({ urn }) => urn).toSorted((a, b) => a - b)]).toEqual([2, [100_002, 100_004]]);
    const [, , finance] = featureSetsAsAt(policy, AS_AT, 'primary');
    const bySize = await similarSchools(database.db, 100_001, { ...wanted, set: finance! });
    expect(bySize!.neighbours[0]!.features.map(({ own }) => own)).toEqual([400, 30, 16]);
  });

  it('come with both schools’ figures, the distance and the results', async () => {
    const similar = await similarSchools(database.db, 100_001, { ...wanted, k: 2 });
    expect(similar?.school.name).toBe('School 100001');
    expect(similar?.neighbours.map(({ urn }) => urn).toSorted((a, b) => a - b)).toEqual([100_002, 100_003]);
    const second = similar!.neighbours.find(({ urn }) => urn === 100_002)!;
    expect(second).toMatchObject({
      km: 1,
      better: { verdict: 'better' },
      notCompared: ['Children in low-income families nearby'],
    });
  });

  it('are looked up anew once another file is imported', async () => {
    await addSchool(database.db, { urn: 100_006, import_id: register, postcode: 'LU1 1AA' });
    await addContext(100_006, 400, 30, 50);
    expect((await similarSchools(database.db, 100_001, wanted))?.neighbours).toHaveLength(3);
    await addImport(database.db, 'another');
    expect((await similarSchools(database.db, 100_001, wanted))?.neighbours).toHaveLength(4);
  });

  it('of no open mainstream school are null', async () => {
    expect(await similarSchools(database.db, 100_011, wanted)).toBeNull();
    expect(await similarSchools(database.db, 999_999, wanted)).toBeNull();
  });
});
