import type { Hono } from 'hono';
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
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, siteOn } from '../../test/site.ts';
import { assessEngland } from './commands.ts';
import { needPackAsAt } from './queries.ts';

const AS_AT = '2022-07-06';
const database = testDatabase();
let app: Hono;
let broker: Member;

async function get(
  path: string,
  member: Member | null = broker,
): Promise<{ status: number; text: string; words: string; headers: Headers }> {
  const answer = await ask(app, member, path);
  const text = await answer.text();
  const words = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { status: answer.status, text, words, headers: answer.headers };
}

beforeAll(async () => {
  app = siteOn(database);
  broker = await memberIn(database.db, await organisationIn(database.db, 'local authority', 821), 'broker');
});

describe('before anything is assessed', () => {
  beforeAll(async () => {
    const { db } = database;
    const register = await addImport(db);
    await addArea(db, register, 821, 'Luton');
    await addMeasures(db);
    await addSchool(db, { urn: 100_001, import_id: register, name: 'Elm School' });
    await addSchool(db, { urn: 100_002, import_id: register, name: 'Oak School' });
    await addSchool(db, { urn: 100_003, import_id: register, name: 'Ash High', phase: 'Secondary' });
    await addSchool(db, {
      urn: 100_004,
      import_id: register,
      name: 'Closed School',
      mainstream: false,
      status: 'Closed',
    });
    await db
      .insertInto('school_link')
      .values({
        urn: 100_003,
        linked_urn: 100_004,
        link_type: 'Predecessor',
        linked_name: 'Closed School',
        established_on: '2019-09-01',
        import_id: register,
        line: 5,
      })
      .execute();
    await addInspection(db, register, 100_001, '2021-07-01', 'Inadequate');
    await addInspection(db, register, 100_001, '2018-03-01', 'Requires improvement');
    // Under a number that no register holds; Ash High followed it, so its results of 2017-18 stand there.
    await db
      .insertInto('school_link')
      .values({
        urn: 100_005,
        linked_urn: 100_003,
        link_type: 'Successor',
        linked_name: 'Ash High',
        established_on: '2019-09-01',
        import_id: register,
        line: 6,
      })
      .execute();
    await addFigures(db, await addImport(db, 'ks4', { year: 2017, stage: 'final' }), 100_005, {
      'ks4_progress8:2017': -0.9,
      'ks4_pupils:2017': 150,
    });
    await addInspection(db, register, 100_002, '2021-07-01', 'Good');
    await addFigures(db, register, 100_003, {
      'ks4_progress8:2018': -0.7,
      'ks4_progress8_lower:2018': -0.9,
      'ks4_progress8_upper:2018': -0.5,
      'roll:2018': 900,
      'roll:2021': 'SUPP',
    });
  });

  it('says so on the page of an area and of England, and explains the policy', async () => {
    expect((await get('/areas/821/need')).words).toContain('No school in Luton is assessed yet.');
    const england = await get('/need');
    expect(england.status).toBe(200);
    expect(england.words).toContain('No school is assessed yet');
    expect(england.words).toContain('How a school gets its category');
  });

  it('has no file to hand out', async () => {
    expect((await get('/areas/821/need.csv')).status).toBe(404);
  });
});

describe('once England is assessed', () => {
  beforeAll(async () => {
    const { db } = database;
    await db.insertInto('coast_distance').values({ urn: 100_003, metres: 1300 }).execute();
    const trust = { group_uid: 5001, group_type: 'Multi-academy trust', group_name: 'Invented trust' };
    await db
      .insertInto('group_member')
      .values([100_001, 100_003].map((urn) => ({ ...trust, urn, joined_on: null, import_id: 1, line: 2 })))
      .execute();
    await assessEngland(db, needPackAsAt(AS_AT), AS_AT);
  });

  it('shows a school with the numbers of its indicators', async () => {
    const { status, words, text } = await get('/schools/100003/need');
    expect(status).toBe(200);
    expect(words).toContain('Category C Support and challenge');
    expect(words).toContain('Progress 8, years together, 2018-19 -0.70 Likely range (95%) -0.90 to -0.50 Line -0.50');
    expect(words).toContain('suppressed to protect pupils (2021-22)');
    expect(words).toContain('Closed School (URN 100004)');
    expect(text).toMatch(/href="\/sources\/\d+\?line=2"/);
  });

  it('lists an area in the order of help', async () => {
    const { words } = await get('/areas/821/need');
    const places = ['Elm School', 'Ash High', 'Oak School'].map((name) => words.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(words).toContain('2 of 3 schools are in a category that is offered a leader');
  });

  it('says of which schools in affluent, rural and coastal places nothing can be told, and why', async () => {
    const { status, words } = await get('/areas/821/need/hidden?kind=coastal');
    expect(status).toBe(200);
    expect(words).toContain('1 of 3 schools are in coastal places');
    expect(words).toContain('Ash High coastal, 1.3 km from the sea no published file held here');
    expect((await get('/areas/821/need/hidden?kind=rural')).words).toContain('0 of 3 schools are in rural places');
    const file = await get('/areas/821/need/hidden.csv');
    expect(file.headers.get('content-disposition')).toContain('average-hides-luton-2022-07-06.csv');
    expect(file.text).toContain('Ash High,secondary,coastal,1300');
    const open = await get('/need/hidden', null);
    expect(open.words).toContain('Coastal, secondary 1 0 not known');
    expect(open.text).not.toMatch(/Ash High|Luton/);
    expect((await get('/areas/821/need/hidden', null)).status).toBe(303);
  });

  it('tells which needs recur in an area and in a trust, to the service of each', async () => {
    const { words } = await get('/areas/821/need/themes');
    expect(words).toContain('of the 3 schools of Luton');
    expect(words).toMatch(/Latest inspection 1 of 2 /);
    expect(words).toContain('changes are since the same indicators on figures a year older, as at 6 July 2021');
    expect((await get('/areas/821/need/themes.csv?phase=primary')).text).toMatch(/Latest inspection,1,2,/);
    const lead = await memberIn(database.db, await organisationIn(database.db, 'trust', 5001), 'service lead');
    const trust = await get('/trusts/5001/need/themes', lead);
    expect(trust.status).toBe(200);
    expect(trust.words).toContain('of the 2 schools of Invented trust');
    expect((await get('/need', lead)).text).toContain('href="/trusts/5001/need/themes"');
    expect((await get('/trusts/5001/need/themes')).status).toBe(403);
    expect((await get('/areas/821/need/themes', lead)).status).toBe(403);
    expect((await get('/trusts/77/need/themes', lead)).status).toBe(404);
  });

  it('narrows the list, says when nothing is left, and takes no notice of a filter that makes no sense', async () => {
    const secondary = await get('/areas/821/need?phase=secondary');
    expect(secondary.words).toContain('1 of 3 schools.');
    expect(secondary.words).not.toContain('Elm School');
    expect((await get('/areas/821/need?category=D&phase=secondary')).words).toContain(
      'No school in Luton is as you asked for.',
    );
    expect((await get("/areas/821/need?category=Z'--&phase=")).words).toContain('All 3 schools.');
  });

  it('hands out what the filter shows as a file', async () => {
    const { text, headers } = await get('/areas/821/need.csv?category=first');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="need-luton-2022-07-06.csv"');
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });

  it('counts England by area, sorted as asked', async () => {
    const { words, text } = await get('/need?sort=name&dir=asc');
    expect(words).toContain('2 of 3 open mainstream schools');
    expect(text).toMatch(/<th[^>]*aria-sort="ascending"[^>]*><a[^>]*>Area<\/a>/);
    expect((await get('/need?sort=nonsense')).status).toBe(200);
  });

  it('tells a visitor the national totals and the policy, and no area', async () => {
    const { status, words, text } = await get('/need', null);
    expect(status).toBe(200);
    expect(words).toContain('2 of 3 open mainstream schools');
    expect(words).toContain('How a school gets its category');
    expect(words).not.toContain('Luton');
    expect(text).toContain('href="/sign-in?to=%2Fneed"');
  });

  it.each([
    ['/schools/999999/need', 'There is no school with URN 999999.'],
    ['/schools/abc/need', 'There is no school with URN abc.'],
    ['/schools/100004/need', 'Need is worked out for open mainstream schools, and Closed School is not among them.'],
    ['/areas/999/need', 'There is no local authority with the code 999.'],
    ['/areas/x/need.csv', 'There is no local authority with the code x.'],
  ])('answers %s with 404 and why', async (path, message) => {
    const { status, words } = await get(path);
    expect(status).toBe(404);
    expect(words).toContain(message);
  });
});

describe("the Department's definitions", () => {
  it('are listed for everybody with when they were in force, and each with its rule and counts', async () => {
    const list = await get('/need/definitions', null);
    expect(list.status).toBe(200);
    expect(list.words).toContain('Floor standard 2018 13 December 2018 1 September 2019 no Secondary 1 0 0');
    const { words, text } = await get('/need/definitions/floor-2018', null);
    expect(words).toContain('Progress 8 was below -0.5 and the upper end of its 95% range was below 0.');
    expect(words).toContain('Luton Secondary 1 0 0 0');
    expect(words).toContain('Secondary, 24 January 2019 346 1');
    expect(text).not.toContain('href="/areas/821/need/definitions');
    expect((await get('/need/definitions/floor-1918', null)).status).toBe(404);
  });

  it('name the schools of an area for those who judge its need, each with why and its source', async () => {
    expect((await get('/need/definitions/floor-2018')).text).toContain('/areas/821/need/definitions/floor-2018');
    const { words, text } = await get('/areas/821/need/definitions/coasting-2022');
    expect(words).toContain('1 of 3 schools judged would meet it.');
    expect(words).toContain('Inadequate in July 2021, and requires improvement in March 2018 before it.');
    expect(text).toMatch(/href="\/sources\/\d+\?line=7"/);
    const none = await get('/areas/821/need/definitions/coasting-2022?show=cannot+be+told');
    expect(none.words).toContain('No graded inspection is held for this school.');
    const file = await get('/areas/821/need/definitions/floor-2018/schools.csv');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="floor-2018-luton.csv"');
    expect(file.text).toContain('100005,');
    expect((await get('/areas/821/need/definitions/coasting-2022', null)).status).toBe(303);
  });

  it('stand on the page of a school, those that it meets first', async () => {
    const { words } = await get('/schools/100001/need');
    expect(words).toContain(
      'Coasting schools 2022: below good twice In force from 1 September 2022 until 1 November 2024 Would meet',
    );
    expect(words).toContain(
      'Special measures, from September 2025 In force from 9 September 2025, with no end set Cannot be told',
    );
  });
});
