import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database/harness.ts';
import { addImport, addSchool } from '../../../test/factories/register.ts';
import { headWatches } from './head-watches.ts';
import { headshipChanges } from './headship-changes.ts';
import { headshipsOf } from './headships.ts';

describe('headships from extracts', () => {
  const database = testDatabase();

  beforeAll(async () => {
    const { db } = database;
    const days = ['2019-01-31', '2020-09-30', '2021-01-31'];
    const imports: number[] = [];
    for (const asAt of days) imports.push(await addImport(db, 'gias-academies', { as_at: asAt, sha256: asAt }));
    const register = await addImport(db);
    await addSchool(db, { urn: 100_001, import_id: register });
    await addSchool(db, { urn: 100_009, import_id: register, mainstream: false, status: 'Closed' });
    await addSchool(db, { urn: 100_002, import_id: register, la_code: 330, la_name: 'Birmingham' });
    const link = { linked_name: 'A', established_on: null, import_id: register };
    await db
      .insertInto('school_link')
      .values([
        { urn: 100_001, linked_urn: 100_009, link_type: 'Predecessor', ...link, line: 2 },
        { urn: 100_009, linked_urn: 100_001, link_type: 'Successor', ...link, line: 3 },
      ])
      .execute();
    const heads = [
      [100_009, 0, 'Mr', 'Rob', 'Hill'],
      [100_001, 1, 'Mr', 'Robert', 'Hill'],
      [100_001, 2, 'Ms', 'Ann', 'Day'],
      [100_002, 0, 'Mrs', 'Anne', 'Day'],
      [100_002, 1, 'Mr', 'Paul', 'Wright'],
    ] as const;
    for (const [urn, at, title, first_name, last_name] of heads) {
      await db
        .insertInto('head_sighting')
        .values({ urn, title, first_name, last_name, job_title: 'Head', import_id: imports[at]!, line: 7 })
        .execute();
    }
  });

  it('go across a conversion, and say whether a new head was one before', async () => {
    const { days, headships, turnover } = await headshipsOf(database.site.db, 100_001);
    expect(days).toEqual(['2019-01-31', '2020-09-30', '2021-01-31']);
    expect(headships).toMatchObject([
      {
        person: { first: 'Ann', last: 'Day' },
        began: { notBefore: '2020-09-30', notAfter: '2021-01-31', class: 'certain' },
        ended: null,
        first: { answer: 'seen before', reason: 'A head of the name Anne Day stood at school 100002 on 2019-01-31.' },
      },
      {
        person: { last: 'Hill' },
        firstSeen: '2019-01-31',
        lastSeen: '2020-09-30',
        began: null,
        inheritedFrom: 100_009,
      },
    ]);
    expect(turnover).toMatchObject({ same: 1, certain: 1 });
  });

  it('change in England between two days, told once and of the school that has the newer name', async () => {
    const { schools, turnover, changes } = await headshipChanges(database.site.db, {
      from: '2019-01-31',
      to: '2021-01-31',
    });
    expect([schools, turnover.certain, turnover.same]).toEqual([2, 2, 1]);
    expect(changes.map(({ urn, left, came, notAfter }) => [urn, left, came, notAfter])).toEqual([
      [100_001, ['Robert Hill'], ['Ann Day'], '2021-01-31'],
      [100_002, ['Anne Day'], ['Paul Wright'], '2020-09-30'],
    ]);
    expect(changes[1]?.first?.answer).toBe('not seen before');
  });

  it('change in an area, up to a day', async () => {
    const luton = { from: '2019-01-31', laCode: 821 };
    expect((await headshipChanges(database.site.db, { ...luton, to: '2020-12-31' })).changes).toEqual([]);
    expect(
      (await headshipChanges(database.site.db, { ...luton, to: '2021-01-31' })).changes.map(({ urn }) => urn),
    ).toEqual([100_001]);
  });

  it('are watched for need up to a day, across a conversion, and not at all where one extract tells', async () => {
    const { db } = database.site;
    const watches = await headWatches(db, '2020-12-31');
    expect(watches.get(100_001)).toMatchObject([{ head: 'stays', notBefore: '2019-01-31', inheritedFrom: null }]);
    expect(watches.get(100_002)).toMatchObject([{ head: 'new', class: 'certain', first: 'not seen before' }]);
    const later = await headWatches(db, '2022-07-06');
    expect(later.get(100_001)?.map(({ head, first }) => [head, first])).toEqual([
      ['stays', null],
      ['new', 'seen before'],
    ]);
    expect(await headWatches(db, '2019-12-31')).toEqual(new Map());
  });

  it('are none of a school that no extract has', async () => {
    expect(await headshipsOf(database.site.db, 123_456)).toMatchObject({ days: [], headships: [] });
  });
});
