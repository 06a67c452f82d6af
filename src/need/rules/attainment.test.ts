import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { schoolWith } from '../../../test/factories/school-facts.ts';
import { attainment } from './attainment.ts';

const indicator = settings('attainment');

describe('attainment against the minimum standard', () => {
  it('is raised when it is very likely truly below, with the numbers in the sentence', () => {
    const school = schoolWith({ 'ks2_rwm_expected:2017': 45, 'ks2_pupils:2017': 60 });
    const result = attainment(school, indicator, assessing);
    expect(result).toMatchObject({
      state: 'raised',
      points: indicator.points,
      value: 45,
      year: 2017,
      threshold: 65,
      measures: ['ks2_rwm_expected'],
      source: { importId: 1, line: 2 },
    });
    expect(result.probability).toBeGreaterThan(0.99);
    expect(result.sentence).toBe(
      '45% reached the expected standard in reading, writing and maths in 2017-18 (60 pupils; likely range 37% to 60%); ' +
        'the minimum standard for attainment was 65%. Chance that the school is truly below: over 99%.',
    );
  });

  it('is not raised for the same share of few pupils: it may be luck', () => {
    const school = schoolWith({ 'ks2_rwm_expected:2017': 55, 'ks2_pupils:2017': 11 });
    const result = attainment(school, indicator, assessing);
    expect(result).toMatchObject({ state: 'clear', points: 0 });
    expect(result.probability).toBeLessThan(indicator.certainty);
  });

  it('falls back to the year before, and says why when there is none', () => {
    const older = attainment(schoolWith({ 'ks2_rwm_expected:2016': 80, 'ks2_pupils:2016': 30 }), indicator, assessing);
    expect(older).toMatchObject({ state: 'clear', year: 2016 });
    const suppressed = attainment(schoolWith({ 'ks2_rwm_expected:2017': 'SUPP' }), indicator, assessing);
    expect(suppressed).toMatchObject({ state: 'missing', points: 0, value: null });
    expect(suppressed.sentence).toBe('No attainment: suppressed to protect pupils (2017-18).');
    const infants = attainment(schoolWith(), indicator, assessing);
    expect(infants.sentence).toBe('No attainment: the published files hold no figure for this school.');
  });

  it('is never raised at or above the line, whatever the cohort', () => {
    fc.assert(
      fc.property(fc.integer({ min: 65, max: 100 }), fc.integer({ min: 1, max: 300 }), (share, pupils) => {
        const school = schoolWith({ 'ks2_rwm_expected:2017': share, 'ks2_pupils:2017': pupils });
        expect(attainment(school, indicator, assessing).state).toBe('clear');
      }),
    );
  });
});
