import { describe, expect, it } from 'vitest';
import { dueAfterMove, type Held, reviewsToRaise } from './review.ts';

const times = {
  aheadDays: 60,
  afterInspectionDays: 120,
  afterMoveDays: 90,
  movedToNeedMonths: 18,
  movedToNeedOutcomes: ['Requires improvement', 'Special measures'] as const,
};
const held: Held = {
  leaderId: 'l',
  designationId: 'd',
  designatedOn: '2021-01-01',
  reviewOn: null,
  inspections: [],
  headChanged: null,
};

describe('reviews of a designation', () => {
  it('are raised so many days before the set time, and not earlier', () => {
    const due = { ...held, reviewOn: '2026-12-31' };
    expect(reviewsToRaise(due, times, '2026-10-31')).toEqual([]);
    expect(reviewsToRaise(due, times, '2026-11-01')).toMatchObject([{ grounds: 'set time', dueOn: '2026-12-31' }]);
  });

  it('are raised by the newest inspection and by a change of head, each with a name of its own', () => {
    const inspections = ['2022-03-01', '2021-03-01'].map((inspectedOn) => ({ inspectedOn, words: 'w', source: null }));
    const headChanged = { notBefore: '2021-09-01', notAfter: '2022-01-31', words: 'w', source: null };
    const raised = reviewsToRaise({ ...held, inspections, headChanged }, times, '2022-06-01');
    expect(raised.map(({ grounds, key, dueOn }) => [grounds, key, dueOn])).toEqual([
      ['inspection', 'inspection 2022-03-01 d', '2022-09-29'],
      ['head moved', 'head moved 2022-01-31 d', '2022-08-30'],
    ]);
  });

  it('come 18 months after a move to a school that requires improvement or is in special measures', () => {
    expect(dueAfterMove('Requires improvement', '2026-09-01', '2026-12-01', times)).toBe('2028-03-01');
    expect(dueAfterMove('Special measures', '2026-08-31', '2026-12-01', times)).toBe('2028-02-29');
    expect(dueAfterMove('Good', '2026-09-01', '2026-12-01', times)).toBe('2026-12-01');
    expect(dueAfterMove('cannot be told', '2026-09-01', '2026-12-01', times)).toBe('2028-03-01');
  });
});
