import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspected, schoolWith } from '../../test/factories/school-facts.ts';
import type { SchoolRecord } from '../schools/rules/school-record.ts';
import { schoolAnswer, sourcesOfRecord } from './school-answer.ts';
import { schoolText } from './school-text.ts';

const FILES = new Map([
  [1, { title: 'Performance tables: key stage 2, 2017-18', stage: 'final' as const }],
  [2, { title: 'Inspection reports', stage: 'register' as const }],
  [3, { title: 'Get information about schools', stage: 'register' as const }],
]);

function recordWith(change: Partial<SchoolRecord['identity']> = {}, figures = {}): SchoolRecord {
  return {
    identity: {
      urn: 100_001,
      laestab: '821/2005',
      name: 'Elm School',
      laCode: 821,
      laName: 'Luton',
      phase: 'Primary',
      establishmentType: 'Community school',
      typeGroup: 'Local authority maintained schools',
      mainstream: true,
      status: 'Open',
      openDate: null,
      closeDate: null,
      lowAge: 4,
      highAge: 11,
      gender: 'Mixed',
      religiousCharacter: null,
      address: ['1 Elm Road', 'Luton', 'LU1 1AA'],
      website: null,
      telephone: null,
      headName: 'Ms A Head',
      headJobTitle: 'Headteacher',
      capacity: 420,
      source: { importId: 3, line: 12 },
      ...change,
    },
    groups: [],
    links: [
      {
        urn: 100_900,
        name: 'Old Elm School',
        linkType: 'Predecessor',
        direction: 'predecessor',
        establishedOn: null,
        source: { importId: 3, line: 40 },
        known: true,
      },
    ],
    deprivation: null,
    inspections: [inspected('2019-05-02', 'Good')],
    facts: schoolWith(figures).facts,
    asAt: '2022-07-06',
  };
}

const FIGURES = {
  'ks2_rwm_expected:2016': 'SUPP',
  'ks2_rwm_expected:2017': 56,
  'ks2_reading_progress:2017': -1.2,
  'roll:2021': 0,
};
const longest = (lines: string) => Math.max(...lines.split('\n').map((line) => line.length));

describe('a school for people', () => {
  const text = schoolText(recordWith({}, FIGURES), FILES, { colour: false });

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

  it('says that the newest results are old, and what is not held at all', () => {
    expect(text).toContain('The newest published results are 2018-19');
    expect(text).toContain('The indices of deprivation have no record of its postcode');
    const none = schoolText({ ...recordWith(), inspections: [] }, FILES, { colour: false });
    expect(none).toContain('None of the published files has an inspection');
    expect(none).not.toContain('key stage 2)');
  });

  it('fits 100 columns, whatever it is called and however many years are published', () => {
    const years = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`income:${2005 + i}`, 123_456_789 + i] as const),
    );
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (name, street) => {
        const record = recordWith(
          { name, address: [street], website: 'https://www.school.example' },
          { ...FIGURES, ...years },
        );
        expect(longest(schoolText(record, FILES, { colour: false }))).toBeLessThanOrEqual(100);
      }),
    );
    const text = schoolText(recordWith({}, years), FILES, { colour: false });
    for (let year = 2005; year < 2017; year += 1) expect(text).toContain(`${year}-${String(year + 1).slice(2)}`);
  });
});

describe('a school as JSON', () => {
  const answer = schoolAnswer(recordWith({}, FIGURES), []);

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
    expect(sourcesOfRecord(recordWith({}, FIGURES)).map(({ importId }) => importId)).toEqual([3, 3, 2, 1, 1, 1, 1]);
  });
});
