import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { writeAcademies, writeMembers } from '../../test/factories/extracts.ts';
import { addImport } from '../../test/factories/register.ts';
import { answerError, answerNotFound } from '../web/errors.tsx';
import { checkFiles } from '../opendata/commands.ts';
import { importFile } from '../../test/import-file.ts';
import { registerChanges } from './queries/register-changes.ts';
import { schoolAsAt } from './queries/school-as-at.ts';
import { schoolTimeline } from './queries/school-timeline.ts';
import { schoolsRoutes } from './routes.tsx';

const [ELM, OAK, ASH, NEW, LATE] = [100_001, 100_002, 100_003, 100_004, 100_005];
const DAYS = ['2020-01-01', '2020-10-15', '2021-01-31', '2021-12-31'];

describe('a school over time', () => {
  const database = testDatabase();
  let folder: string;
  let files: string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-history-'));
    const [mat, sat] = ['Multi-academy trust', 'Single-academy trust'];
    files = [
      writeAcademies(folder, '2020-09-30', [
        { urn: ELM, name: 'Elm Academy', head: 'Hill' },
        { urn: OAK, name: 'Oak Academy' },
        { urn: ASH, name: 'Ash Academy', la: [928, 'Northamptonshire'] },
      ]),
      writeAcademies(folder, '2021-01-31', [
        { urn: ELM, name: 'Elm Tree Academy', head: 'Day' },
        { urn: ASH, name: 'ASH ACADEMY', la: [928, 'Northamptonshire'] },
        { urn: NEW, name: 'New Academy', opened: '01-11-2020' },
      ]),
      writeAcademies(folder, '2021-09-30', [
        { urn: ELM, name: 'Elm Tree Academy', type: 'Academy sponsor led', head: 'Day' },
        { urn: ASH, name: 'Ash Academy', la: [940, 'North Northamptonshire'] },
        { urn: NEW, name: 'New Academy', la: [822, 'Bedford'], opened: '01-11-2020' },
        { urn: LATE, name: 'Listed Late Academy', opened: '01-09-2012' },
      ]),
      writeMembers(folder, '2020-10-01', [
        [ELM, 1, 'ELM TRUST', sat ?? '', '01-09-2012'],
        [ASH, 3, 'THE ASH TRUST', mat ?? '', '01-09-2012'],
        [ASH, 9, 'A Diocese', 'School sponsor', '01-09-2012'],
      ]),
      writeMembers(folder, '2021-03-01', [
        [ELM, 2, 'WIDE TRUST', mat ?? '', '01-02-2021'],
        [ASH, 4, 'Ash Trust', mat ?? '', '01-09-2012'],
        [NEW, 2, 'WIDE TRUST', mat ?? '', '01-11-2020'],
      ]),
    ];
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const load = async (order: readonly string[]) => {
    await database.pool.query(
      'truncate import, school, school_state, school_sighting, group_member_sighting, group_member cascade',
    );
    for (const path of order) await importFile(database.pool, path);
    const links = await addImport(database.db, 'gias-links', { as_at: '2022-01-01' });
    const link = { urn: NEW, linked_urn: 100_009, link_type: 'Predecessor', linked_name: 'Old School' };
    await database.db
      .insertInto('school_link')
      .values({ ...link, established_on: '2020-11-01', import_id: links, line: 2 })
      .execute();
  };
  const imports = () => database.db.selectFrom('import').select(['id', 'file_name']).orderBy('as_at').execute();
  /** What is told of every school at every day and of every file, sources named by their files. */
  const everything = async () => {
    const { db } = database.site;
    const named = new Map((await imports()).map(({ id, file_name }) => [id, file_name]));
    const schools = await Promise.all(
      [ELM, OAK, ASH, NEW, LATE].map(async (urn) => [
        await schoolTimeline(db, urn),
        await Promise.all(DAYS.map((day) => schoolAsAt(db, urn, day))),
      ]),
    );
    const changes = await Promise.all([...named].map(async ([id, name]) => [name, await registerChanges(db, id)]));
    return JSON.stringify({ schools, changes }, (key, value: unknown) =>
      key === 'importId' ? named.get(value as number) : value,
    );
  };
  const changesOf = async (name: string) => {
    const file = (await imports()).find(({ file_name }) => file_name === name);
    const changes = await registerChanges(database.site.db, file?.id ?? 0);
    return changes.map(({ urn, kind, before, after, on }) => [urn, kind, before, after, on]);
  };

  it('is the same whatever the order in which its files were loaded', async () => {
    await load(files);
    const told = await everything();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (order) => {
        await load(order);
        expect(await everything()).toBe(told);
      }),
      { numRuns: 4 },
    );
  });

  it('can be seen as at a day, also by an extract that is loaded after a newer one and changes no present fact', async () => {
    await load(files.toReversed());
    const now = await database.db.selectFrom('school').select(['name', 'line']).where('urn', '=', ELM).execute();
    expect(now).toEqual([{ name: 'Elm Tree Academy', line: 2 }]);
    const elm = await schoolAsAt(database.site.db, ELM, '2020-10-15');
    expect(elm?.facts.find(({ id }) => id === 'name')?.told).toMatchObject({
      value: 'Elm Academy',
      asAt: '2020-09-30',
      source: { line: 2 },
    });
    expect(elm).toMatchObject({
      standing: { kind: 'open', on: '2012-09-01' },
      head: { value: 'Ms Ann Hill, Headteacher', asAt: '2020-09-30' },
      groups: { asAt: '2020-10-01', members: [{ name: 'ELM TRUST' }] },
    });
    // The extract of academies has no column for the capacity, and none held tells it later.
    expect(elm?.facts.find(({ id }) => id === 'capacity')).toMatchObject({ told: null, firstKnownOn: null });
  });

  it('is first known on the day of the first register, and open or not by the days that registers give', async () => {
    const before = await schoolAsAt(database.site.db, NEW, '2020-10-15');
    expect(before).toMatchObject({ firstKnownOn: '2021-01-31', standing: { kind: 'not yet open', on: '2020-11-01' } });
    expect(before?.facts[0]).toMatchObject({ label: 'Name', told: null, firstKnownOn: '2021-01-31' });
    expect((await schoolAsAt(database.site.db, OAK, '2021-01-31'))?.standing).toMatchObject({
      kind: 'no longer listed',
      asAt: '2021-01-31',
    });
    expect(await schoolAsAt(database.site.db, 123_456, '2021-01-31')).toBeNull();
  });

  it('is told by each register and list of members in what it says otherwise than the one before', async () => {
    expect(await changesOf('academies-2020-09-30.csv')).toEqual([]);
    expect(await changesOf('academies-2021-01-31.csv')).toEqual([
      [ELM, 'renamed', 'Elm Academy', 'Elm Tree Academy', null],
      [OAK, 'closed', 'Open', 'no longer listed', null],
      [NEW, 'opened', 'Old School', 'Academy converter', '2020-11-01'],
    ]);
    expect(await changesOf('academies-2021-09-30.csv')).toEqual([
      [ELM, 'type changed', 'Academy converter', 'Academy sponsor led', null],
      [NEW, 'authority changed', 'Luton', 'Bedford', null],
    ]);
    expect(await changesOf('members-2020-10-01.csv')).toEqual([]);
    expect(await changesOf('members-2021-03-01.csv')).toEqual([
      [ELM, 'left trust', 'ELM TRUST', 'WIDE TRUST', null],
      [ELM, 'joined trust', 'ELM TRUST', 'WIDE TRUST', '2021-02-01'],
      [NEW, 'joined trust', null, 'WIDE TRUST', '2020-11-01'],
    ]);
  });

  it('has a page of its changes and of its record as at a day, with what is wrong with a day that is none', async () => {
    const app = new Hono()
      .route('/', schoolsRoutes({ db: database.site.db, dataDir: 'data' }))
      .notFound(answerNotFound)
      .onError(answerError());
    const get = async (path: string) => {
      const answer = await app.request(path);
      const words = (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
      return { status: answer.status, location: answer.headers.get('location'), words };
    };
    const page = `/schools/${ELM}/history`;
    expect((await get(page)).words).toMatch(
      /after 30 September 2020 and by 31 January 2021 Name Elm Academy Elm Tree Academy/,
    );
    expect((await get(`${page}?on-day=15&on-month=10&on-year=2020`)).location).toBe(`${page}?on=2020-10-15`);
    const { words } = await get(`${page}?on=2020-10-15`);
    expect(words).toContain('Open since 1 September 2012');
    expect(words).toMatch(/Name Elm Academy Get information about schools: [^.]+, as at 30 September 2020, line 2/);
    expect((await get(`/schools/${NEW}/history?on=2020-10-15`)).words).toMatch(
      /Not yet open: it opened on 1 November 2020.*First known on 31 January 2021/,
    );
    for (const [asked, wrong] of [
      ['on-day=31&on-month=2&on-year=2020', 'Enter a real day'],
      ['on=yesterday', 'Enter a real day'],
      ['on=1900-01-01', 'Enter a day on or after 1 September 2002'],
    ]) {
      const answer = await get(`${page}?${asked}`);
      expect([answer.status, answer.words]).toEqual([400, expect.stringContaining(wrong ?? '')]);
    }
    expect((await get('/schools/123456/history')).status).toBe(404);
  });

  it('keeps nothing of a load that is given up, and nothing twice', async () => {
    const counts = async () => {
      const { rows } = await database.pool.query(
        `select (select count(*) from school_state) as states, (select count(*) from school_sighting) as sightings,
           (select count(*) from group_member_sighting) as members`,
      );
      return rows[0] as unknown;
    };
    const held = await counts();
    expect(held).toMatchObject({ sightings: 10, members: 6 });
    const another = writeAcademies(folder, '2022-01-31', [{ urn: ELM, name: 'Elm' }]);
    await checkFiles(database.pool, another);
    for (const path of files) await importFile(database.pool, path);
    expect(await counts()).toEqual(held);
  });
});
