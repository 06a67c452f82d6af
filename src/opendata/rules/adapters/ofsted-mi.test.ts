import { describe, expect, it } from 'vitest';
import { layoutFile } from '../../../../test/factories/layout-file.ts';
import { readPublished } from '../../../../test/published-text.ts';
import { ofstedMi2016, ofstedMi2018, ofstedMi2019, ofstedMi2020, ofstedMi2023 } from './ofsted-mi-grades.ts';
import { ofstedMiOf2015, ofstedMiOf2019 } from './ofsted-mi-of-year.ts';
import { ofstedMiCardsOfYear, ofstedMiReportCards } from './ofsted-mi-report-cards.ts';

type Row = Record<string, string>;

/** Everything said of inspections: what is not null, in the order of the columns. */
function inspections(text: string, file?: string): string[] {
  return (readPublished(text, file).tables.inspection ?? []).map((cells) =>
    cells
      .slice(0, -2)
      .filter((cell) => cell !== '\\N')
      .join(' | '),
  );
}

const judgements = (text: string) =>
  (readPublished(text).tables.inspection_judgement ?? []).map(([urn, day, , area, grade, on]) =>
    [urn, day, area, grade, on].filter((cell) => cell !== '\\N').join(' | '),
  );

// Values of rows of the format sample of April 2026.
const GOSPEL_OAK: Row = {
  URN: '100025',
  'Inspection number of latest full inspection': '10428056',
  'Inspection type': 'S5 Inspection',
  'Inspection start date': '13/01/2026',
  'Publication date': '09/02/2026',
  'URN at time of latest full inspection': '100025',
  'Category of concern': '',
  'Safeguarding standards': 'Met',
  Inclusion: 'Strong standard',
  'Inclusion - date of grade': '13/01/2026',
  'Attendance and behaviour': 'Expected standard',
  'Post-16 provision (where applicable)': 'Not applicable',
  'Leadership and governance': 'Strong standard',
  'Latest ungraded inspection number': '10199513',
  'Date of latest ungraded inspection': '20/10/2021',
  'Ungraded inspection publication date': '25/11/2021',
  'URN at time of the ungraded inspection': '100025',
  'Ungraded inspection overall outcome': 'School remains Outstanding',
};
const CADDINGTON: Row = {
  URN: '109664',
  'Inspection number of latest OEIF graded inspection': '10345097',
  'Inspection type of latest OEIF graded inspection': 'S5 Inspection',
  'Inspection start date of latest OEIF graded inspection': '03/12/2024',
  'Publication date of latest OEIF graded inspection': '21/01/2025',
  'URN at time of latest OEIF graded inspection': '109664',
  'Latest OEIF category of concern': '',
  'Latest OEIF overall effectiveness': 'Not judged',
  'Latest OEIF quality of education': '2',
  'Latest OEIF safeguarding is effective?': 'Yes',
  'Latest OEIF early years provision (where applicable)': '2',
  'Latest OEIF sixth form provision (where applicable)': '9',
};

describe('management information with report cards', () => {
  const text = layoutFile(ofstedMiReportCards, [GOSPEL_OAK, CADDINGTON]);

  it('makes of each inspection in a row one of its own scheme, and no grade of another', () => {
    expect(readPublished(text).layout).toBe('ofsted-mi-report-cards');
    expect(inspections(text)).toEqual([
      '100025 | 2026-01-13 | graded | report card | none | Met | S5 Inspection | 10428056 | 2026-02-09',
      '100025 | 2021-10-20 | ungraded | School remains Outstanding | 10199513 | 2021-11-25',
      '109664 | 2024-12-03 | graded | judgements only | none | Yes | S5 Inspection | 10345097 | 2025-01-21',
    ]);
  });

  it('keeps the grades of areas in the words of their scheme, and 9 for none', () => {
    expect(judgements(text)).toEqual([
      '100025 | 2026-01-13 | Inclusion | Strong standard | 2026-01-13',
      '100025 | 2026-01-13 | Attendance and behaviour | Expected standard',
      '100025 | 2026-01-13 | Leadership and governance | Strong standard',
      '100025 | 2026-01-13 | Post-16 provision | Not applicable',
      '109664 | 2024-12-03 | Quality of education | Good',
      '109664 | 2024-12-03 | Early years provision | Good',
    ]);
  });

  it("keeps a predecessor's inspection under its own number, once, and says where it is listed", () => {
    const graded = { ...CADDINGTON, 'Latest OEIF overall effectiveness': '4', 'Latest OEIF category of concern': 'SM' };
    const split = layoutFile(ofstedMiReportCards, [
      { ...graded, URN: '149001' },
      { ...graded, URN: '149002' },
    ]);
    expect(inspections(split)).toEqual([
      '109664 | 2024-12-03 | graded | overall grade | Inadequate | SM | Yes | S5 Inspection | 10345097 | 2025-01-21 | 149001',
    ]);
    const differing = [
      { ...graded, URN: '149001' },
      { ...graded, URN: '149002', 'Latest OEIF overall effectiveness': '2' },
    ];
    expect(readPublished(layoutFile(ofstedMiReportCards, differing)).setAside).toMatchObject([
      { line: 3, reason: 'differs from line 2, which has the same key' },
    ]);
  });

  it('sets a row aside whose grade is not on the scale, once, however many lists stumble over it', () => {
    const wrong = layoutFile(ofstedMiReportCards, [
      { ...GOSPEL_OAK, Inclusion: 'Good', 'Inspection start date': 'soon' },
    ]);
    expect(readPublished(wrong).setAside).toEqual([
      { line: 2, field: 'Inspection start date', value: 'soon', reason: 'not what this column holds' },
      { line: 2, field: 'Inclusion', value: 'Good', reason: 'not what this column holds' },
    ]);
  });

  it('tells the inspections of a year, and monitoring from the rest', () => {
    const text = layoutFile(ofstedMiCardsOfYear, [
      { ...GOSPEL_OAK, 'Inspection number': '10428056' },
      {
        URN: '100026',
        'Inspection number': '1',
        'Inspection type': 'S8 monitoring visit',
        'Inspection start date': '02/12/2025',
        'Outcomes for legacy monitoring inspections': 'Taking effective action',
      },
    ]);
    expect(inspections(text)).toEqual([
      '100025 | 2026-01-13 | graded | report card | none | Met | S5 Inspection | 10428056 | 2026-02-09',
      '100026 | 2025-12-02 | monitoring | Taking effective action | S8 monitoring visit | 1',
    ]);
  });
});

/** As issues of 2015 to 2019 called it. */
function renamed(column: string): string {
  return column === 'Outcomes for pupils' ? 'Outcomes for children and learners' : column;
}

// Of these layouts only columns are known, from those who read the files; the values below are made up.
describe('management information of the years of grades', () => {
  const latest = { 'Inspection start date': '04/10/2023', 'Overall effectiveness': '3', 'Quality of education': '3' };

  it.each([
    [ofstedMi2019, 'Date of latest short inspection', 'Short inspection overall outcome'],
    [ofstedMi2020, 'Date of latest section 8 inspection', 'Section 8 inspection overall outcome'],
    [ofstedMi2023, 'Date of latest ungraded inspection', 'Ungraded inspection overall outcome'],
  ])('$layout: latest, previous and ungraded', (adapter, day, words) => {
    const text = layoutFile(adapter, [
      {
        URN: '100001',
        ...latest,
        'Previous inspection start date': '01/02/2012',
        'Previous full inspection overall effectiveness': '3',
        'Previous graded inspection overall effectiveness': '3',
        [day]: '05/03/2024',
        [words]: 'School remains Good',
      },
    ]);
    expect(readPublished(text).layout).toBe(adapter.layout);
    expect(inspections(text)).toEqual([
      '100001 | 2023-10-04 | graded | overall grade | Requires improvement',
      '100001 | 2012-02-01 | graded | overall grade | Satisfactory',
      '100001 | 2024-03-05 | ungraded | School remains Good',
    ]);
    expect(judgements(text)).toEqual(['100001 | 2023-10-04 | Quality of education | Requires improvement']);
  });

  it('ofsted-mi-2023: an inspection without an overall grade, also where the column is gone', () => {
    const rows = [{ URN: '100001', ...latest, 'Overall effectiveness': 'Not judged' }];
    const judged = ['100001 | 2023-10-04 | graded | judgements only'];
    expect(inspections(layoutFile(ofstedMi2023, rows))).toEqual(judged);
    const without = layoutFile(ofstedMi2023, rows, (column) => (column === 'Overall effectiveness' ? null : column));
    expect(inspections(without)).toEqual(judged);
  });

  it('ofsted-mi-2018 and 2016: areas of their time, under the names of the issue', () => {
    const row = { URN: '100001', 'Overall effectiveness': '2', 'Outcomes for pupils': '2' };
    const in2018 = layoutFile(ofstedMi2018, [{ ...row, 'Inspection start date': '06/11/2018' }], renamed);
    expect(readPublished(in2018).layout).toBe('ofsted-mi-2018');
    expect(judgements(in2018)).toEqual(['100001 | 2018-11-06 | Outcomes for pupils | Good']);
    const in2016 = layoutFile(
      ofstedMi2016,
      [{ ...row, 'Inspection date': '06/11/2015', 'Date of latest short inspection': '01/06/2016' }],
      renamed,
    );
    expect(readPublished(in2016).layout).toBe('ofsted-mi-2016');
    expect(inspections(in2016)).toEqual([
      '100001 | 2015-11-06 | graded | overall grade | Good',
      '100001 | 2016-06-01 | ungraded | Short inspection that did not convert to a full one',
    ]);
    expect(judgements(in2016)).toEqual(['100001 | 2015-11-06 | Outcomes for pupils | Good']);
  });

  it.each([ofstedMiOf2015, ofstedMiOf2019])('$layout: one inspection a row, under a title of its own', (adapter) => {
    const text = layoutFile(adapter, [
      { URN: '100001', 'Inspection number': '7', 'Inspection start date': '06/11/2018', 'Overall effectiveness': '1' },
      {
        URN: '100002',
        'Inspection number': '8',
        'Inspection start date': '07/11/2018',
        'Inspection type': 'Short inspection',
        'Overall effectiveness': '9',
        'Outcomes for ungraded and monitoring inspections': 'School remains Good',
      },
    ]);
    const titled = `"Table 1: inspections, as at 31 August",,\n\n${text}`;
    expect(readPublished(titled).layout).toBe(adapter.layout);
    expect(inspections(titled)).toEqual([
      '100001 | 2018-11-06 | graded | overall grade | Outstanding | 7',
      '100002 | 2018-11-07 | ungraded | School remains Good | Short inspection | 8',
    ]);
  });

  it('leaves out a short inspection that converted: the full one stands in its place', () => {
    const text = layoutFile(ofstedMi2020, [
      {
        URN: '100001',
        ...latest,
        'Date of latest section 8 inspection': '04/10/2023',
        'Section 8 inspection overall outcome': 'School remains Good',
        'Did the latest section 8 inspection convert to a full inspection?': 'Yes',
      },
    ]);
    expect(inspections(text)).toEqual(['100001 | 2023-10-04 | graded | overall grade | Requires improvement']);
  });
});
