import { describe, expect, it } from 'vitest';
import { policy } from '../../../test/factories/assessing.ts';
import { shortReason } from './short-reason.ts';

describe('a raised indicator in a few words', () => {
  it.each([
    [{ code: 'inspection', label: 'Latest inspection', level: 'inadequate' }, 'Latest inspection: inadequate'],
    [{ code: 'minimum_standard', label: 'Minimum standard', level: 'doubtful' }, 'Minimum standard: below, with doubt'],
    [{ code: 'attainment', label: 'Attainment', level: null }, 'Attainment: below the minimum'],
    [{ code: 'finance', label: 'In-year deficit', level: null }, 'In-year deficit'],
  ] as const)('of %j', (result, words) => expect(shortReason(result)).toBe(words));

  it('is never longer than a list has room for', () => {
    for (const { code, label, ...rest } of policy.indicators) {
      const levels = 'steps' in rest ? rest.steps.map(({ level }) => level) : [null];
      for (const level of levels) expect(shortReason({ code, label, level }).length).toBeLessThanOrEqual(60);
    }
  });
});
