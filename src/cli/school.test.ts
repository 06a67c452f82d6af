import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overallGrade, reportCard, ungraded } from '../../test/factories/inspections.ts';
import { schoolRecord } from '../../test/factories/school-record.ts';
import { schoolAnswer, sourcesOfRecord } from './school-answer.ts';
import { schoolText } from './school-text.ts';

const FILES = new Map([
  [1, { title: 'Performance tables: key stage 2, 2017-18', stage: 'final' as const }],
  [2, { title: 'Inspection reports', stage: 'register' as const }],
  [3, { title: 'Get information about schools', stage: 'register' as const }],
]);

const FIGURES = {
  'ks2_rwm_expected:2016': 'SUPP',
  'ks2_rwm_expected:2017': 56,
  'ks2_reading_progress:2017': -1.2,
  'roll:2021': 0,
} as const;
const longest = (lines: string) => Math.max(...lines.split('\n').map((line) => line.length));

describe('a school for people', () => {
  const text = schoolText(schoolRecord(FIGURES), FILES, { colour: false });

  it('says who it is, with its head as published, and what the register leaves blank', () => {
    expect(text).toContain('Elm School (100001), Luton');
    expect(text).toMatch(/Head as published +Ms A Head, Headteacher/);
    expect(text).toMatch(/Telephone +not given in the register/);
    expect(text).toMatch(/Predecessor +Old Elm School \(100900\) \[2\]/);
  });

  it('gives each figure with its source, nought as nought, and why there is no number', () => {
    expect(text).toMatch(/Reaching the expected standard in +suppressed \[\d\] +56% \[\d\]/);
    expect(text).toMatch(/Pupils on roll +0 \[\d\]/);
    expect(text).toMatch(/Reading progress +no record +−1\.2 \[\d\]/);
    expect(text.replace(/\s+/g, ' ')).toContain('suppressed: suppressed to protect pupils.');
    expect(text).toContain('[1] Get information about schools, line 12');
    expect(text).toContain('Performance tables: key stage 2, 2017-18 (final), line 3');
  });

  it('keeps the schemes of inspection apart, and checks the category of a report card', () => {
    const check = {
      byTable: 'none' as const,
      verdict: 'agrees' as const,
      monitoring: 'not expected' as const,
      missing: [],
      sentences: ['By the table: no category of concern.', 'The published category agrees.'],
    };
    const card = reportCard('2026-01-13', {
      judgements: [{ area: 'Inclusion', grade: 'Strong standard', gradedOn: '2026-01-13' }],
      safeguarding: 'Met',
      categoryOfConcern: 'none',
      check,
    });
    const older = ungraded('2021-10-20', 'School remains Outstanding');
    const record = { ...schoolRecord(), inspections: [card, older, overallGrade('2019-05-02', 'Good')] };
    const said = schoolText(record, FILES, { colour: false });
    expect(said).toMatch(/Inspections: report cards\nInspected 2026-01-13 \[\d\]/);
    expect(said).toMatch(/Inclusion +Strong standard\nSafeguarding +Met\nCategory of concern, as published +None/);
    expect(said).toContain('By the table: no category of concern. The published category agrees.');
    expect(said).toMatch(/Inspections: overall grades\nInspected +Overall grade\n.*\n2019-05-02 +Good \[\d\]/);
    expect(said).toMatch(/Ungraded and monitoring inspections\n.*\n.*\n2021-10-20 +School remains Outstanding/);
    expect(said).toContain('Inspections after 2022-07-06, the day of the register, do not count in need and plans.');
    expect(schoolAnswer(record, []).inspections).toMatchObject([
      { scheme: 'report card', outcome: null, check, afterRegister: true, words: null },
      { scheme: null, kind: 'ungraded', outcome: null, words: 'School remains Outstanding', afterRegister: false },
      { scheme: 'overall grade', outcome: 'Good', check: null },
    ]);
  });

  it('says that the newest results are old, and what is not held at all', () => {
    expect(text).toContain('The newest published results are 2018-19');
    expect(text).toContain('The indices of deprivation have no record of its postcode');
    const none = schoolText({ ...schoolRecord(), inspections: [] }, FILES, { colour: false });
    expect(none).toContain('None of the published files has an inspection');
    expect(none).not.toContain('key stage 2)');
  });

  it('fits 100 columns, whatever it is called and however many years are published', () => {
    const years = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`income:${2005 + i}`, 123_456_789 + i] as const),
    );
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (name, street) => {
        const record = schoolRecord(
          { ...FIGURES, ...years },
          { name, address: [street], website: 'https://www.school.example' },
        );
        expect(longest(schoolText(record, FILES, { colour: false }))).toBeLessThanOrEqual(100);
      }),
    );
    const text = schoolText(schoolRecord(years), FILES, { colour: false });
    for (let year = 2005; year < 2017; year += 1) expect(text).toContain(`${year}-${String(year + 1).slice(2)}`);
  });
});

describe('a school as JSON', () => {
  const answer = schoolAnswer(schoolRecord(FIGURES), []);

  it('has the keys that docs/cli.md promises, figures in the order of its page', () => {
    expect(answer).toMatchObject({
      urn: 100_001,
      area: { code: 821, name: 'Luton' },
      head: { name: 'Ms A Head', jobTitle: 'Headteacher' },
      responsibleBody: 'Luton (local authority)',
      inspections: [{ inspectedOn: '2019-05-02', outcome: 'Good' }],
    });
    expect(answer.figures.map(({ measure, year }) => `${measure} ${year}`)).toEqual([
      'ks2_rwm_expected 2016',
      'ks2_rwm_expected 2017',
      'ks2_reading_progress 2017',
      'roll 2021',
    ]);
  });

  it('keeps a number and a reason apart', () => {
    expect(answer.figures[0]).toMatchObject({
      value: null,
      missing: 'SUPP',
      missingWords: 'suppressed to protect pupils',
    });
    expect(answer.figures[3]).toMatchObject({ value: 0, missing: null, missingWords: null });
  });

  it('refers to every source that it names', () => {
    expect(sourcesOfRecord(schoolRecord(FIGURES)).map(({ importId }) => importId)).toEqual([3, 3, 2, 1, 1, 1, 1]);
  });
});
