import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database/harness.ts';
import { addFigures, addImport, addInspection, addMeasures, addSchool } from '../../../test/factories/register.ts';
import { schoolFacts } from '../queries.ts';
import { lineageAsAt } from './lineage.ts';
import { schoolRecord } from './school-record.ts';

const AS_AT = '2022-07-06';
const database = testDatabase();

beforeAll(async () => {
  const { db } = database;
  const register = await addImport(db);
  const links = await addImport(db, 'gias-links', { as_at: '2026-08-21' });
  const results = await addImport(db, 'census', { year: 2018, stage: 'final' });
  await addMeasures(db);
  await addSchool(db, { urn: 140_001, import_id: register, name: 'Elm Academy', open_date: '2019-09-01' });
  await addSchool(db, { urn: 140_002, import_id: register, name: 'Oak Academy', open_date: '2019-09-01' });
  await addSchool(db, { urn: 140_003, import_id: register, name: 'Later Academy' });
  const link = (urn: number, linked_urn: number, link_type: string, established_on: string, line: number) => ({
    urn,
    linked_urn,
    link_type,
    established_on,
    line,
    linked_name: `Old ${linked_urn}`,
    import_id: links,
  });
  await db
    .insertInto('school_link')
    .values([
      link(140_001, 100_001, 'Predecessor', '2019-09-01', 2),
      link(140_002, 100_002, 'Predecessor - merged', '2019-09-01', 3),
      link(140_002, 100_003, 'Predecessor - merged', '2019-09-01', 4),
      link(140_003, 100_004, 'Predecessor', '2023-09-01', 5),
    ])
    .execute();
  for (const urn of [100_001, 100_002, 100_003, 100_004]) {
    await addFigures(db, results, urn, { 'roll:2018': 200, 'fsm6_percent:2018': 'SUPP' });
    await addInspection(db, register, urn, '2017-03-01', 'Good');
  }
  await addFigures(db, results, 140_001, { 'roll:2019': 210 });
});

describe('schoolFacts with a lineage', () => {
  const measures = [
    ['roll', 2018],
    ['roll', 2019],
    ['fsm6_percent', 2018],
  ] as const;

  it.each([
    ['all of England', {}],
    ['an area', { laCode: 821 }],
  ])('gives %s its own apart from what it has inherited, each with its import and line', async (_where, place) => {
    const lineage = await lineageAsAt(database.site.db, AS_AT);
    const [elm, oak, later] = await schoolFacts(database.site.db, { ...place, asAt: AS_AT, measures, lineage });
    expect([...elm!.facts.keys()]).toEqual(['roll:2019']);
    expect(elm!.inspections).toEqual([]);
    expect(elm!.inherited.facts.get('roll:2018')).toMatchObject({
      value: 200,
      source: { importId: expect.any(Number), line: expect.any(Number) },
      inherited: { urn: 100_001, name: 'Old 100001', kind: 'conversion', counts: true, known: false },
    });
    expect(elm!.inherited.facts.get('fsm6_percent:2018')).toMatchObject({ value: null, missing: 'SUPP' });
    expect(elm!.inherited.inspections).toMatchObject([{ inspectedOn: '2017-03-01', inherited: { urn: 100_001 } }]);
    expect(oak!.inherited.facts.size).toBe(0);
    expect(oak!.inherited.inspections.map(({ inherited }) => [inherited?.urn, inherited?.counts])).toEqual([
      [100_002, false],
      [100_003, false],
    ]);
    expect(later!.inherited).toEqual({ facts: new Map(), inspections: [] });
  });

  it('gives nothing inherited to a reader who does not ask for it', async () => {
    const [elm] = await schoolFacts(database.site.db, { urns: [140_001], asAt: AS_AT, measures });
    expect(elm!.inherited.facts.size).toBe(0);
  });
});

describe('schoolRecord', () => {
  it("has a converted school's earlier years, marked, and the schools it came from", async () => {
    const record = await schoolRecord(database.site.db, 140_001, AS_AT);
    expect(record?.ancestors).toMatchObject([{ urn: 100_001, kind: 'conversion', until: '2019-09-01' }]);
    expect(record?.facts.get('roll:2018')?.inherited?.urn).toBe(100_001);
    expect(record?.facts.get('roll:2019')?.inherited).toBeUndefined();
    expect(record?.inspections).toMatchObject([{ inspectedOn: '2017-03-01', inherited: { urn: 100_001 } }]);
  });

  it('has no figures of merged schools, and not what happened after the day', async () => {
    const oak = await schoolRecord(database.site.db, 140_002, AS_AT);
    expect(oak?.facts.size).toBe(0);
    expect(oak?.inspections).toHaveLength(2);
    expect((await schoolRecord(database.site.db, 140_003, AS_AT))?.ancestors).toEqual([]);
  });
});
