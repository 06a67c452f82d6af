import { describe, expect, it } from 'vitest';
import { assessing } from '../../../test/factories/assessing.ts';
import { inspected, schoolWith } from '../../../test/factories/school-facts.ts';
import { assess } from './assess.ts';
import { decided, type Decision, decisionWords, progressOf } from './decision.ts';

const judged = assess(schoolWith({}, { inspections: [inspected('2021-07-01', 'Inadequate')] }), assessing);
const toB: Decision = { computed: 'D', category: 'B', role: 'broker', at: '2026-07-01T23:30:00.000Z' };

describe('a decision', () => {
  it('takes the place of what was worked out, and both are told', () => {
    const need = decided(judged, toB);
    expect(need).toMatchObject({ category: 'B', computed: 'D', points: judged.points });
    expect(need.because).toBe(
      `Category B: changed from D by broker, 2 July 2026. From published data: ${judged.because}`,
    );
  });

  it('that confirms changes no word of why', () => {
    const need = decided(judged, { ...toB, category: 'D' });
    expect(need).toMatchObject({ category: 'D', because: judged.because });
    expect(decisionWords(need.decision!, need.computed)).toBe('confirmed by broker, 2 July 2026');
  });

  it('tells when what is worked out has moved since', () => {
    expect(decisionWords(toB, 'C')).toBe(
      'changed from D by broker, 2 July 2026, when published data said D; it now says C',
    );
  });

  it('is counted', () => {
    const needs = [decided(judged, null), decided(judged, toB), decided(judged, { ...toB, category: 'D' })];
    expect(progressOf(needs)).toEqual({ schools: 3, confirmed: 2, changed: 1 });
  });
});
