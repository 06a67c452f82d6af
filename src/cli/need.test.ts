import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policy } from '../../test/factories/assessing.ts';
import { inspected, ks2Progress, schoolWith } from '../../test/factories/school-facts.ts';
import { needOf } from '../../test/factories/school-need.ts';
import { decided } from '../need/rules/decision.ts';
import { areaNeedAnswer, schoolNeedAnswer } from './need-answer.ts';
import { areaNeedText, schoolNeedText } from './need-text.ts';

const PLAIN = { colour: false };
const FILES = new Map([
  [1, { title: 'Performance tables: key stage 2, 2018-19', stage: 'final' as const }],
  [2, { title: 'Inspection reports: overall grade of every inspection', stage: 'register' as const }],
]);
const luton = { code: 821, name: 'Luton' };
const figures = { ...ks2Progress(2018, -6, 0, -3), 'ks2_pupils:2017': 40, 'ks2_rwm_expected:2017': 'SUPP' } as const;
const elm = needOf(schoolWith(figures, { name: 'Elm School', inspections: [inspected('2021-07-01', 'Inadequate')] }));
const oak = needOf(schoolWith({}, { urn: 100_002, name: 'Oak School' }));

const longest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

describe('need of a school for people', () => {
  const text = schoolNeedText(elm, policy, FILES, PLAIN);
  const flat = text.replace(/\s+/g, ' ');

  it('says the category, why, what was missing, and that a person decides', () => {
    expect(text).toContain('Elm School (100001), Luton, primary');
    expect(text).toContain('Category D, intensive support and challenge: 18 days of support a year under the policy.');
    expect(text).toContain('Category D: 56 points, and it begins at 40.');
    expect(flat).toContain('suppressed to protect pupils (2017-18)');
    expect(text).toContain('A person decides');
    expect(text.indexOf('Latest inspection')).toBeLessThan(text.indexOf('Progress'));
  });

  it('numbers its sources and lists each once', () => {
    const marks = new Set(flat.match(/\[\d+\]/g));
    expect(marks.size).toBeGreaterThan(1);
    for (const mark of marks) expect(text).toMatch(new RegExp(`^\\${mark.slice(0, -1)}\\] .*, line \\d+$`, 'm'));
    expect(text).toContain('Inspection reports: overall grade of every inspection, line 7');
  });

  it('tells what a person decided beside what was worked out', () => {
    const at = '2026-11-21T10:00:00.000Z';
    const moved = decided(elm, { computed: 'D', category: 'B', role: 'broker', at });
    const said = schoolNeedText({ ...elm, ...moved }, policy, FILES, PLAIN).replace(/\s+/g, ' ');
    expect(said).toContain('Category B: changed from D by broker, 21 November 2026. From published data: Category D');
    const kept = decided(elm, { computed: 'D', category: 'D', role: 'broker', at });
    expect(areaNeedText(luton, [{ ...elm, ...kept }], policy, PLAIN).replace(/\s+/g, ' ')).toContain(
      'confirmed by broker',
    );
    expect(areaNeedAnswer(luton, [{ ...elm, ...moved }], policy).schools[0]).toMatchObject({
      category: 'B',
      decision: { computed: 'D', role: 'broker', at },
    });
  });

  it('has colour only when asked', () => {
    expect(text).not.toContain('\x1b');
    expect(schoolNeedText(elm, policy, FILES, { colour: true })).toContain('\x1b[1m');
  });

  it('fits 100 columns, whatever a school is called', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), (name) => {
        expect(longest(schoolNeedText({ ...elm, name }, policy, FILES, PLAIN))).toBeLessThanOrEqual(100);
        expect(longest(areaNeedText(luton, [{ ...elm, name }, oak], policy, PLAIN))).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('need of an area for people', () => {
  it('lists schools in the order given with short reasons and how much is not known', () => {
    const text = areaNeedText(luton, [elm, oak], policy, PLAIN);
    expect(text).toContain('2 schools: D (intensive support and challenge) 1, C (support and challenge) 0');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Latest inspection: inadequate (40); Progress: below the minimum (16);',
    );
    expect(text).toContain('12 of 12 not known');
  });
});

describe('need as JSON', () => {
  it('of a school has the keys that docs/cli.md promises', () => {
    const answer = schoolNeedAnswer(elm, policy, []);
    expect(answer).toMatchObject({
      urn: 100_001,
      area: luton,
      category: 'D',
      points: 56,
      days: 18,
      asAt: '2022-07-06',
      policy: { id: 'england-2022', validFrom: '2021-09-01', validTo: '2022-07-01' },
    });
    expect(answer.reasons[0]).toMatch(/^Inspected in July 2021: inadequate/);
    expect(answer.missing.find(({ code }) => code === 'attainment')?.why).toContain('suppressed');
    const progress = answer.indicators.find(({ code }) => code === 'progress');
    expect(progress).toMatchObject({
      state: 'raised',
      value: -6,
      threshold: -5,
      points: 16,
      sources: expect.any(Array),
    });
    expect(progress?.probability).toBeGreaterThan(0.8);
    expect(answer.indicators.every(({ interval }) => interval === null || interval.length === 2)).toBe(true);
  });

  it('of an area counts its categories and keeps the order of help', () => {
    const answer = areaNeedAnswer(luton, [elm, oak], policy);
    expect(answer.counts).toEqual({ A: 1, B: 0, C: 0, D: 1 });
    expect(answer.schools.map(({ urn }) => urn)).toEqual([100_001, 100_002]);
    expect(Object.keys(answer)).toEqual(['area', 'asAt', 'policy', 'counts', 'schools', 'resultsNote']);
  });
});
