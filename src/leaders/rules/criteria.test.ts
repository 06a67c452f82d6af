import { describe, expect, it } from 'vitest';
import { criteria, criterion } from '../../../test/factories/criteria.ts';
import { inspected, inspectedWithout, ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { aboveMinimumCheck } from './above-minimum.ts';
import { consistentCheck } from './consistent.ts';
import { gradeCheck } from './grade.ts';

const secondary = { phase: 'Secondary', phaseGroup: 'secondary' } as const;

const gradeOf = (date: string, outcome: Parameters<typeof inspected>[1]) =>
  gradeCheck(schoolWith({}, { inspections: [inspected(date, outcome)] }), criterion('grade'), '2022-07-06');

describe('good or outstanding', () => {
  it('is met by a grade that is still current', () => {
    expect(gradeOf('2018-07-03', 'Good')).toMatchObject({ verdict: 'met', sentence: 'Inspected in July 2018: good.' });
    expect(gradeOf('2012-07-07', 'Outstanding').verdict).toBe('met');
  });

  it('is not met by an old grade or a lower one', () => {
    expect(gradeOf('2012-07-06', 'Outstanding')).toMatchObject({
      verdict: 'not met',
      sentence: 'Inspected in July 2012: outstanding, but 10 years ago, and a grade counts for 10.',
    });
    expect(gradeOf('2021-07-03', 'Requires improvement').sentence).toBe(
      'Inspected in July 2021: requires improvement; good or outstanding is asked for.',
    );
  });

  it('is not known where the latest inspection gave no overall grade, however good the one before', () => {
    const card = inspectedWithout('2022-03-03', 'report card');
    const school = schoolWith({}, { inspections: [card, inspected('2018-07-03', 'Good')] });
    expect(gradeCheck(school, criterion('grade'), '2022-07-06')).toMatchObject({
      verdict: 'not known',
      source: card.source,
    });
  });

  it('is not known without an inspection', () => {
    expect(gradeCheck(schoolWith(), criterion('grade'), '2022-07-06')).toMatchObject({
      verdict: 'not known',
      source: null,
    });
  });
});

const minimumOf = (figures: Parameters<typeof schoolWith>[0], change = {}) =>
  aboveMinimumCheck(schoolWith(figures, change), criterion('above_minimum'), criteria);

describe('above minimum standards', () => {
  const then = { 'ks2_rwm_expected:2017': 70, 'ks2_pupils:2017': 30 };

  it('is met by the last standard and progress since', () => {
    expect(minimumOf({ ...then, ...ks2Progress(2018, 1, 0, -0.5) })).toMatchObject({ verdict: 'met', value: 1 });
    expect(minimumOf(then).sentence).toBe(
      'Met the minimum standard for 2017-18 (70% reached the expected standard); no newer progress is published.',
    );
  });

  it('is not met when newer progress is below the line, or the standard was missed', () => {
    const since = minimumOf({ ...then, ...ks2Progress(2018, 1, 0, -5.1) });
    expect(since).toMatchObject({ verdict: 'not met', value: -5.1 });
    expect(since.sentence).toMatch(/, below its line\.$/);
    const missed = {
      'ks4_progress8:2017': -0.8,
      'ks4_progress8_lower:2017': -1,
      'ks4_progress8_upper:2017': -0.6,
    } as const;
    expect(minimumOf({ ...missed, 'ks4_pupils:2017': 150 }, secondary)).toMatchObject({ verdict: 'not met' });
  });

  it('is not known when no result is', () => {
    expect(minimumOf({ 'ks2_rwm_expected:2017': 'SUPP' })).toMatchObject({ verdict: 'not known', value: null });
  });
});

const courseOf = (figures: Parameters<typeof schoolWith>[0], change = {}) =>
  consistentCheck(schoolWith(figures, change), criterion('consistent'), criteria);
const shares = (a: number, b: number, c: number) => ({
  'ks2_rwm_expected:2015': a,
  'ks2_rwm_expected:2016': b,
  'ks2_rwm_expected:2017': c,
});
const progress = (a: number, b: number, c: number) => ({
  ...ks2Progress(2016, a, a, a),
  ...ks2Progress(2017, b, b, b),
  ...ks2Progress(2018, c, c, c),
});

describe('consistently high or improving for three years', () => {
  it('is met by one series that is high throughout, or that rises to the line', () => {
    expect(courseOf({ ...shares(60, 55, 50), ...progress(-1, -2, 0.5) }).verdict).toBe('met');
    expect(courseOf({ ...shares(20, 60, 30), ...progress(-2, -1, 0) }).verdict).toBe('met');
    expect(courseOf({ ...shares(20, 30, 40), ...progress(1, 0, 2) }).sentence).toBe(
      'The share reaching the expected standard in reading, writing and maths: 20% in 2015-16, 30% in 2016-17 and 40% in 2017-18, ' +
        'neither above the national median throughout nor improving to it. ' +
        'Average progress in reading, writing and maths: 1.0 in 2016-17, 0.0 in 2017-18 and 2.0 in 2018-19, consistently high against 0.',
    );
  });

  it('is not met when neither is, or when the newest progress is below the country', () => {
    expect(courseOf({ ...shares(20, 60, 30), ...progress(1, -1, 2) }).verdict).toBe('not met');
    expect(courseOf({ ...shares(60, 60, 60), ...progress(1, 1, -0.1) }).verdict).toBe('not met');
  });

  it('is not known with a year missing, unless the other series is whole', () => {
    expect(courseOf({ ...shares(60, 60, 60), 'ks2_rwm_expected:2016': 'SUPP' }).verdict).toBe('not known');
    expect(courseOf({ ...shares(60, 60, 60), ...ks2Progress(2017, 1, 1, 1) }).verdict).toBe('met');
    expect(courseOf({ 'ks4_progress8:2018': 0.5, 'ks4_progress8:2017': 0.4 }, secondary)).toMatchObject({
      verdict: 'not known',
      value: null,
    });
  });
});
