import { parse } from 'csv-parse/sync';
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import {
  addArea,
  addFigures,
  addImport,
  addInspection,
  addMeasures,
  addSchool,
} from '../../test/factories/register.ts';
import { answerError, answerNotFound } from '../web/errors.tsx';
import { schoolsRoutes } from './routes.tsx';

const database = testDatabase();
const BOYS = 136_651;
const GIRLS = 144_312;
const ELM = 100_001;
const OLD_ELM = 100_002;
let app: Hono;

async function get(path: string): Promise<{ status: number; location: string | null; html: string; words: string }> {
  const answer = await app.request(path);
  const html = await answer.text();
  const words = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { status: answer.status, location: answer.headers.get('location'), html, words };
}

beforeAll(async () => {
  const { db } = database;
  const register = await addImport(db);
  const links = await addImport(db, 'gias-links');
  const results = await addImport(db, 'ks2', { year: 2017, stage: 'final', as_at: '2018-12-13' });
  await addMeasures(db);
  await addArea(db, register, 821, 'Luton');
  await addArea(db, register, 800, 'Bath and North East Somerset');
  const luton = { import_id: register, town: 'Luton' };
  const academy = { phase: 'Secondary', establishment_type: 'Academy converter', type_group: 'Academies' };
  await addSchool(db, {
    ...luton,
    ...academy,
    urn: BOYS,
    name: 'Challney High School for Boys',
    establishment_number: 4102,
    postcode: 'LU4 9TJ',
    website: 'javascript:alert(1)',
  });
  await addSchool(db, {
    ...luton,
    ...academy,
    urn: GIRLS,
    name: 'Challney High School for Girls',
    postcode: 'LU4 9FJ',
  });
  await addSchool(db, {
    ...luton,
    urn: ELM,
    name: 'Elm Tree Primary School',
    postcode: 'LU40 1AA',
    head_last_name: 'Wade',
  });
  await addSchool(db, {
    ...luton,
    urn: OLD_ELM,
    name: 'Elm Infant School',
    mainstream: false,
    status: 'Closed',
    close_date: '2020-08-31',
  });
  await db
    .insertInto('school_link')
    .values(
      [
        {
          urn: OLD_ELM,
          linked_urn: ELM,
          link_type: 'Successor',
          linked_name: 'Elm Tree Primary School',
          established_on: '2020-09-01',
        },
        {
          urn: ELM,
          linked_urn: OLD_ELM,
          link_type: 'Predecessor',
          linked_name: 'Elm Infant School',
          established_on: '2020-09-01',
        },
        {
          urn: ELM,
          linked_urn: 149_999,
          link_type: 'Successor',
          linked_name: 'Elm Academy',
          established_on: '2024-09-01',
        },
      ].map((link) => ({ ...link, import_id: links, line: 2 })),
    )
    .execute();
  await db
    .insertInto('group_member')
    .values({
      urn: BOYS,
      group_uid: 3000,
      group_type: 'Multi-academy trust',
      group_name: 'Chiltern Learning Trust',
      joined_on: '2012-10-01',
      import_id: links,
      line: 9,
    })
    .execute();
  await addFigures(db, results, ELM, {
    'ks2_rwm_expected:2017': 'SUPP',
    'ks2_reading_progress:2017': 0,
    'ks2_pupils:2017': 'SUPP',
    'roll:2021': 210,
  });
  await addFigures(db, results, BOYS, { 'ks4_progress8:2018': 0.29, 'roll:2021': 1194 });
  await addInspection(db, register, ELM, '2018-02-07', 'Good');
  await addInspection(db, register, ELM, '2022-11-15', 'Outstanding');
  app = new Hono()
    .route('/', schoolsRoutes({ db, dataDir: 'data' }))
    .notFound(answerNotFound)
    .onError(answerError());
  const [before, after] = [
    await addImport(db, 'gias-academies', { as_at: '2019-06-30', sha256: 'before' }),
    await addImport(db, 'gias-academies', { as_at: '2019-10-01', sha256: 'after' }),
  ];
  await db
    .insertInto('head_sighting')
    .values([
      { urn: BOYS, title: 'Mr', first_name: 'Rob', last_name: 'Hill', job_title: null, import_id: before, line: 8 },
      {
        urn: BOYS,
        title: 'Ms',
        first_name: 'Ann',
        last_name: 'Day (Acting)',
        job_title: null,
        import_id: after,
        line: 9,
      },
    ])
    .execute();
});

describe('search', () => {
  it('forgives a wrong letter', async () => {
    const { status, words } = await get('/search?q=Chalney');
    expect(status).toBe(200);
    expect(words).toContain('Challney High School for Boys');
    expect(words).toContain('These have challney');
  });

  it('finds by town, and offers the area of that name', async () => {
    const { words, html } = await get('/search?q=luton');
    expect(words).toContain('3 schools for “luton”');
    expect(html).toContain('href="/areas/821"');
  });

  it.each(['LU4 9', 'lu49', 'LU4', 'lu4 9tj'])('finds by postcode: %s', async (typed) => {
    const { words } = await get(`/search?q=${encodeURIComponent(typed)}`);
    expect(words).toContain('Challney High School for Boys');
    expect(words).not.toContain('Elm Tree');
  });

  it.each(['136651', '821/4102', '8214102'])('goes straight to the school of a number: %s', async (typed) => {
    const { status, location } = await get(`/search?q=${encodeURIComponent(typed)}`);
    expect([status, location]).toEqual([302, `/schools/${BOYS}`]);
  });

  it('finds open schools, and closed ones when asked', async () => {
    expect((await get('/search?q=elm')).words).not.toContain('Elm Infant School');
    expect((await get('/search?q=elm&closed=yes')).words).toContain('Elm Infant School Closed 31 August 2020');
  });

  it('is narrowed by phase and area', async () => {
    expect((await get('/search?q=luton&phase=Primary')).words).toContain('1 school for');
    expect((await get('/search?q=luton&area=800')).words).toContain('No schools for “luton”');
  });

  it('refuses what is too short, at the field, and keeps it', async () => {
    const { status, html } = await get('/search?q=lu');
    expect(status).toBe(400);
    expect(html).toContain('<title>Error: ');
    expect(html).toContain('href="#q"');
    expect(html).toContain('value="lu"');
  });

  it.each([
    "'; drop table school; --",
    '%%%',
    '\\\\\\',
    '\u0000\u0000\u0000',
    '<script>alert(1)</script>',
    '‮‮‮',
    'x'.repeat(5000),
    '999999',
  ])('finds nothing for %j, and says what to do', async (typed) => {
    const { status, html, words } = await get(`/search?q=${encodeURIComponent(typed)}`);
    expect(status).toBe(200);
    expect(html).not.toContain('<script>alert');
    expect(words).not.toContain('URN 1');
  });

  it('answers without a question with the form alone', async () => {
    const { status, words } = await get('/search');
    expect(status).toBe(200);
    expect(words).not.toContain('schools for');
  });
});

describe('the page of a school', () => {
  it('says why a figure is missing, never zero, and links it to its published row', async () => {
    const { html } = await get(`/schools/${ELM}`);
    expect(html).toMatch(
      /<a[^>]+href="\/sources\/3\?line=2"><abbr class="app-missing" title="suppressed to protect pupils">suppressed<\/abbr>/,
    );
    expect(html).not.toMatch(/>0%</);
  });

  it('shows a zero that was published as the number it is', async () => {
    expect((await get(`/schools/${ELM}`)).html).toMatch(/href="\/sources\/3\?line=3">0\.0<span/);
  });

  it('counts no inspection after the day of the register, shows it as such, and leaves out later successors', async () => {
    const { words } = await get(`/schools/${ELM}`);
    expect(words).toContain('Good , source of the last inspection 7 February 2018');
    expect(words).toContain('Since then, 15 November 2022: Outstanding');
    expect(words).toContain('15 November 2022 after the register’s day Outstanding');
    expect(words).not.toContain('Elm Academy');
  });

  it('links predecessors and says how old results are', async () => {
    const { html, words } = await get(`/schools/${ELM}`);
    expect(html).toContain(`href="/schools/${OLD_ELM}"`);
    expect(words).toContain('The newest published results are 2018-19');
  });

  it('names the responsible body: the trust, or the local authority', async () => {
    expect((await get(`/schools/${BOYS}`)).words).toMatch(/Responsible body Chiltern Learning Trust/);
    expect((await get(`/schools/${ELM}`)).words).toMatch(/Responsible body Luton \(local authority\)/);
  });

  it('says that a school closed, and what came after it', async () => {
    const { words, html } = await get(`/schools/${OLD_ELM}`);
    expect(words).toContain('This school closed on 31 August 2020. Its successor is Elm Tree Primary School');
    expect(html).toContain(`href="/schools/${ELM}"`);
  });

  it('tells who headed it between which days, how surely, and links each to its published row', async () => {
    const { html, words } = await get(`/schools/${BOYS}`);
    expect(words).toContain('Ann Day (acting)');
    expect(words).toContain('after 30 June 2019 and by 1 October 2019');
    expect(words).toContain('still named on 1 October 2019');
    expect(words).toContain('Certain. Rob Hill and Ann Day share neither first name nor surname.');
    expect(words).toContain('1 certain or likely change in 0.3 years watched.');
    expect(html).toMatch(/href="\/sources\/\d+\?line=9"/);
  });

  it('says when no file names a head of it', async () => {
    expect((await get(`/schools/${GIRLS}`)).words).toContain(
      'None of the published files held here names a head of this school.',
    );
  });

  it('makes no link of an address that is none', async () => {
    const { html } = await get(`/schools/${BOYS}`);
    expect(html).not.toMatch(/href="[^"]*javascript:/);
    expect(html).toContain('javascript:alert(1)');
  });

  it.each(['999999', '42', 'abc'])('is not found for %s, which says so and offers the search', async (urn) => {
    const { status, html } = await get(`/schools/${urn}`);
    expect(status).toBe(404);
    expect(html).toContain('href="/search"');
  });
});

describe('areas', () => {
  it('are listed by region, and found by a part of their name', async () => {
    expect((await get('/areas')).words).toContain('Luton 3 schools');
    const { words } = await get('/areas?q=BATH');
    expect(words).toContain('Bath and North East Somerset');
    expect(words).not.toContain('Luton 3');
    expect((await get('/areas?q=zzz')).words).toContain('No area’s name has “zzz” in it');
  });

  it('are found by name in the address', async () => {
    expect((await get('/areas/luton')).location).toBe('/areas/821');
    expect((await get('/areas/bath-and-north-east-somerset')).location).toBe('/areas/800');
    expect((await get('/areas/lutn')).status).toBe(404);
    expect((await get('/areas/928')).words).toContain(
      'Northamptonshire (928) ended on 1 April 2021. Its schools are now in North Northamptonshire (940) and West Northamptonshire (941).',
    );
    expect((await get('/areas/lutn')).words).toContain('Did you mean Luton');
  });

  it('are sorted by a column, and say so to screen readers', async () => {
    const { html } = await get('/areas/821?sort=roll&dir=desc');
    expect(html).toMatch(/aria-sort="descending"[^>]*>\s*<a[^>]+sort=roll&(?:amp;)?dir=asc/);
    expect(html.indexOf('Challney High School for Boys</a>')).toBeLessThan(html.indexOf('Elm Tree Primary School</a>'));
  });

  it('have a map with the schools of the table', async () => {
    const { html } = await get('/areas/821');
    expect(html.match(/<title>[^<]*: (primary|secondary), [^<]*<\/title>/g)).toHaveLength(3);
    expect(html).toContain('<title>Elm Tree Primary School: primary, good</title>');
  });

  it('show what later rooms know of the schools', async () => {
    const extended = new Hono().route(
      '/',
      schoolsRoutes({ db: database.db, dataDir: 'data', areaExtras: async () => new Map([[ELM, { category: 'D' }]]) }),
    );
    const html = await (await extended.request('/areas/821')).text();
    expect(html).toContain('<title>Elm Tree Primary School: primary, category d</title>');
    expect(html).toContain(`href="/schools/${ELM}/need"`);
  });

  it('give their table as CSV', async () => {
    const answer = await app.request('/areas/821/schools.csv');
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="luton-schools-2022-07-06.csv"');
    const rows: Record<string, string>[] = parse(Buffer.from(await answer.arrayBuffer()), { bom: true, columns: true });
    expect(rows.map(({ School }) => School)).toEqual([
      'Challney High School for Boys',
      'Challney High School for Girls',
      'Elm Tree Primary School',
    ]);
    expect(rows[0]?.['Progress 8 2018-19']).toBe('0.29');
    expect(rows[0]?.Trust).toBe('Chiltern Learning Trust');
  });

  it('are all side by side in the national table', async () => {
    const { status, words } = await get('/england?sort=roll&dir=desc');
    expect(status).toBe(200);
    expect(words).toContain('1 primary schools in 1 areas');
  });
});

describe('comparison', () => {
  it('starts empty with a form', async () => {
    expect((await get('/compare')).words).toContain('Put two to four schools side by side');
  });

  it('puts values side by side, each with its year and source', async () => {
    const { words, html } = await get(`/compare?urn=${BOYS}&urn=${ELM}`);
    expect(words).toMatch(/Pupils on roll 2021-22 1,194/);
    expect(words).toMatch(/Progress 8 2018-19 \+0\.29[^+]*other phase/);
    expect(html).toContain('href="/sources/3?line=5"');
  });

  it('adds by URN, and by name when one school is meant', async () => {
    expect((await get(`/compare?urn=${BOYS}&add=${ELM}`)).location).toBe(`/compare?urn=${BOYS}&urn=${ELM}`);
    expect((await get(`/compare?urn=${BOYS}&add=challney`)).location).toBe(`/compare?urn=${BOYS}&urn=${GIRLS}`);
  });

  it('asks which school when several may be meant', async () => {
    const { status, words } = await get('/compare?add=challney');
    expect(status).toBe(200);
    expect(words).toContain('Add Challney High School for Boys');
    expect(words).toContain('Add Challney High School for Girls');
  });

  it.each([
    ['add=', 'Enter the URN, name or town'],
    ['add=x', 'Enter 3 characters or more'],
    ['add=999999', 'There is no school with URN 999999'],
    ['add=zzzzqqq', 'No other open school was found for “zzzzqqq”'],
    [`urn=${BOYS}&add=${BOYS}`, 'That school is already in the comparison'],
  ])('says what is wrong with ?%s', async (query, error) => {
    const { status, words } = await get(`/compare?${query}`);
    expect(status).toBe(400);
    expect(words).toContain(error);
  });

  it('takes four at most, and says which it does not know', async () => {
    const { words } = await get('/compare?urn=999991&urn=999992&urn=999993&urn=999994&urn=999995');
    expect(words).toContain('There is no school with URN 999994');
    expect(words).not.toContain('999995');
  });
});

describe('sources', () => {
  it('list every file with its stage and day', async () => {
    const { words } = await get('/sources');
    expect(words).toContain('Performance tables: key stage 2, 2017-18');
    expect(words).toContain('13 December 2018');
  });

  it('say what is newer than the register, what is not held and when the next was due', async () => {
    const { words } = await get('/sources');
    expect(words).toContain('Inspections run to 15 November 2022 and the register of schools is of 6 July 2022');
    expect(words).toMatch(/key stage 2 .{0,40} 2017-18 \(final\) .* 2018-19.*: published, not held/);
    expect(words).toContain('2018-19 (revised) was due in December 2019');
  });

  it('say when a row cannot be shown', async () => {
    const { status, words } = await get('/sources/3?line=2');
    expect(status).toBe(200);
    expect(words).toContain('The content of this file is not kept here');
  });

  it('are not found by a number that no import has', async () => {
    expect((await get('/sources/999')).status).toBe(404);
    expect((await get('/sources/x')).status).toBe(404);
  });
});
