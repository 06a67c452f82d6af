import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { addArea, addFigures, addImport, addMeasures, addSchool } from '../../test/factories/register.ts';
import { MEASURES } from '../opendata/rules/measures.ts';
import { answerError, answerNotFound } from '../web/errors.tsx';
import { schoolsRoutes } from './routes.tsx';

const database = testDatabase();
const BOYS = 136_651;
let app: Hono;

async function get(path: string): Promise<{ status: number; html: string; words: string }> {
  const answer = await app.request(path);
  const html = await answer.text();
  return { status: answer.status, html, words: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

beforeAll(async () => {
  const { db } = database;
  const register = await addImport(db);
  const results = await addImport(db, 'trust-ks4', { year: 2022, stage: 'final', as_at: '2023-08-31' });
  await addMeasures(db);
  await addArea(db, register, 821, 'Luton');
  await addArea(db, register, 800, 'Bath and North East Somerset');
  const academy = { phase: 'Secondary', establishment_type: 'Academy converter', type_group: 'Academies' };
  await addSchool(db, {
    ...academy,
    urn: BOYS,
    name: 'Challney High School for Boys',
    lsoa_code: 'E01015700',
    import_id: register,
  });
  await addSchool(db, { urn: 100_001, name: 'Bath School', la_code: 800, import_id: register });
  await db
    .insertInto('group_member')
    .values(
      [BOYS, 149_999].map((urn, i) => ({
        urn,
        group_uid: 3000,
        group_type: 'Multi-academy trust',
        group_name: 'Chiltern Learning Trust',
        joined_on: '2012-10-01',
        import_id: register,
        line: 9 + i,
      })),
    )
    .execute();
  await addFigures(db, results, BOYS, { 'roll:2021': 1194 });
  await addFigures(db, results, 100_001, { 'roll:2021': 210 });
  const figure = {
    measure_id: MEASURES.ks4_progress8.id,
    year: 2022,
    missing: null,
    stage: 'final',
    import_id: results,
  };
  await db
    .insertInto('trust_observation')
    .values([
      { ...figure, group_uid: 3000, pupils: 'all', value: 0.34, line: 12 },
      { ...figure, group_uid: 3000, pupils: 'disadvantaged', value: null, missing: 'SUPPMAT', line: 12 },
    ])
    .execute();
  const area = { ...figure, schools: 'state-funded' as const, pupils: 'all' as const };
  await db
    .insertInto('area_observation')
    .values([
      { ...area, level: 'authority', area: '821', value: -0.07, line: 31 },
      { ...area, level: 'England', area: 'England', value: -0.03, line: 2 },
    ])
    .execute();
  await db
    .insertInto('lsoa_deprivation')
    .values({ edition: 2019, lsoa_code: 'E01015700', imd_decile: 3, import_id: register, line: 40 })
    .execute();
  app = new Hono()
    .route('/', schoolsRoutes({ db, dataDir: 'data' }))
    .notFound(answerNotFound)
    .onError(answerError());
});

describe('a trust', () => {
  it('has its published results with their rows, and its schools', async () => {
    const { status, words, html } = await get('/trusts/3000');
    expect(status).toBe(200);
    expect(words).toContain('Chiltern Learning Trust');
    expect(words).toMatch(/Progress 8, 2022-23 \+0\.34 .*trust suppressed/);
    expect(html).toMatch(/href="\/sources\/\d+\?line=12"/);
    expect(html).toContain(`href="/schools/${BOYS}"`);
    expect(words).toContain('URN 149999 not in the registers held here');
    expect((await get(`/schools/${BOYS}`)).html).toContain('href="/trusts/3000"');
  });

  it.each(['/trusts/999999', '/trusts/x'])('answers %s with 404', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('what is published for an authority', () => {
  it('stands on its page beside England, and nowhere where there is none', async () => {
    const { words, html } = await get('/areas/821');
    expect(words).toMatch(/As published for Luton .*Progress 8, 2022-23 −0\.07 .*−0\.03/);
    expect(html).toMatch(/href="\/sources\/\d+\?line=31"/);
    expect((await get('/areas/800')).words).not.toContain('As published for');
  });
});

describe('a school whose postcode no index of deprivation has', () => {
  it('is found by the neighbourhood that its register gives', async () => {
    const { words, html } = await get(`/schools/${BOYS}`);
    expect(words).toContain('Index of multiple deprivation 2019, neighbourhood E01015700: tenth 3 of 10');
    expect(html).toMatch(/href="\/sources\/\d+\?line=40"/);
    expect((await get('/schools/100001')).words).toContain('so the deprivation around it is not known here');
  });
});
