import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { layoutFile } from '../../test/factories/layout-file.ts';
import { importFile } from '../../test/import-file.ts';
import { ofstedMi2020, ofstedMi2023 } from './rules/adapters/ofsted-mi-grades.ts';
import { ofstedMiOf2019 } from './rules/adapters/ofsted-mi-of-year.ts';
import { ofstedMiReportCards } from './rules/adapters/ofsted-mi-report-cards.ts';

const CARD = {
  URN: '100000',
  'Inspection number of latest full inspection': '10428056',
  'Inspection start date': '13/01/2026',
  'Publication date': '09/02/2026',
  'Category of concern': '',
  'Safeguarding standards': 'Met',
  Inclusion: 'Strong standard',
  'Leadership and governance': 'Needs attention',
};
const GRADED = {
  URN: '100000',
  'Inspection start date': '12/06/2019',
  'Publication date': '01/07/2019',
  'Overall effectiveness': '2',
  'Quality of education': '2',
};

describe('inspections of several schemes and files', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'alongside-inspections-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    await database.pool.query('truncate import cascade');
  });

  const load = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return importFile(database.pool, path);
  };
  const rows = async (query: string) =>
    (await database.pool.query<{ said: string }>(query)).rows.map(({ said }) => said);
  const inspections = () =>
    rows(
      `select concat_ws(' ', inspected_on, kind, scheme, outcome, outcome_words) as said from inspection order by 1`,
    );
  const judgements = () =>
    rows(`select concat_ws(' ', inspected_on, area || ':', grade) as said from inspection_judgement order by 1`);

  it('keeps a report card beside a grade, each with its own judgements', async () => {
    await load('history.csv', 'URN,Rating,Inspection Date\n100000,Good,20190612\n');
    expect(await load('mi.csv', layoutFile(ofstedMiReportCards, [CARD]))).toMatchObject({
      dataset: 'ofsted-mi',
      layout: 'ofsted-mi-report-cards',
      asAt: '2026-02-09',
      rowsLoaded: 1,
    });
    expect(await inspections()).toEqual(['2019-06-12 graded overall grade Good', '2026-01-13 graded report card']);
    expect(await judgements()).toEqual([
      '2026-01-13 Inclusion: Strong standard',
      '2026-01-13 Leadership and governance: Needs attention',
    ]);
  });

  it("takes a newer file's word on an inspection with its judgements, and keeps none of the older one's", async () => {
    await load('mi-2019-08-31.csv', layoutFile(ofstedMi2020, [GRADED]));
    expect(await judgements()).toEqual(['2019-06-12 Quality of education: Good']);
    await load('history-2020-02-26.csv', 'URN,Rating,Inspection Date\n100000,Inadequate,20190613\n');
    expect(await inspections()).toEqual(['2019-06-13 graded overall grade Inadequate']);
    expect(await judgements()).toEqual([]);
    await load('mi-2019-10-31.csv', layoutFile(ofstedMi2020, [{ ...GRADED, 'Quality of education': '1' }]));
    expect(await inspections()).toEqual(['2019-06-13 graded overall grade Inadequate']);
    expect(await judgements()).toEqual([]);
    await load('mi-2020-10-31.csv', layoutFile(ofstedMi2020, [{ ...GRADED, 'Quality of education': '3' }]));
    expect(await judgements()).toEqual(['2019-06-12 Quality of education: Requires improvement']);
  });

  it('never takes an ungraded inspection for a graded one, nor two numbers for one', async () => {
    const ungraded = {
      'Date of latest ungraded inspection': '20/06/2019',
      'Ungraded inspection overall outcome': 'School remains Good',
    };
    const number = { 'Inspection number of latest graded inspection': '1' };
    await load('mi-2019-08-31.csv', layoutFile(ofstedMi2023, [{ ...GRADED, ...number, ...ungraded }]));
    const other = { ...GRADED, 'Inspection number': '2', 'Inspection start date': '30/06/2019' };
    await load('year-2019-09-30.csv', layoutFile(ofstedMiOf2019, [other]));
    expect(await inspections()).toEqual([
      '2019-06-12 graded overall grade Good',
      '2019-06-20 ungraded School remains Good',
      '2019-06-30 graded overall grade Good',
    ]);
  });
});
