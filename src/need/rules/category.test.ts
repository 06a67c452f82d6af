import { describe, expect, it } from 'vitest';
import { policy } from '../../../test/factories/assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { categorise, daysFor } from './category.ts';
import type { IndicatorCode } from './need-policy.ts';

const of = (code: IndicatorCode) => ({ code, label: code });
const points = (worth: number): IndicatorResult[] => [
  clear(of('inspection'), ''),
  raised(of('trend'), '', { points: worth }),
];

describe('the category', () => {
  it('says of a school without results whether it was inspected in a way that the policy does not know', () => {
    const none = [missing(of('inspection'), '')];
    const card = [missing(of('inspection'), '', { source: { importId: 1, line: 2 } })];
    expect(categorise(none, policy).because).toContain('No inspection and no results are published for it');
    expect(categorise(card, policy).because).toContain('Its inspection cannot be judged by overall grades');
  });

  it('follows the points', () => {
    expect(categorise(points(9), policy)).toMatchObject({ category: 'A', points: 9, because: 'Category A: 9 points.' });
    expect(categorise(points(10), policy).category).toBe('B');
    expect(categorise(points(20), policy)).toMatchObject({
      category: 'C',
      because: 'Category C: 20 points, and it begins at 20.',
    });
    expect(categorise(points(40), policy).category).toBe('D');
  });

  it('is at least what a rule asks, and says which rule', () => {
    const inadequate = [raised(of('inspection'), '', { points: 5, level: 'inadequate' })];
    expect(categorise(inadequate, policy)).toMatchObject({
      category: 'D',
      because: 'Category D: the latest inspection found the school inadequate (5 points).',
    });
    expect(categorise([raised(of('minimum_standard'), '', { points: 1 })], policy).category).toBe('C');
    expect(categorise([raised(of('new_head'), '', { points: 1, level: 'new school' })], policy).category).toBe('C');
  });

  it('takes the highest of several rules, and all conditions of a rule must hold', () => {
    const stuck = raised(of('repeat_below_good'), '', { points: 1 });
    const ri = raised(of('inspection'), '', { points: 1, level: 'requires improvement' });
    expect(categorise([ri, stuck], policy).category).toBe('C');
    const low = raised(of('progress'), '', { points: 1, level: 'below the coasting line' });
    expect(categorise([ri, stuck, low], policy).category).toBe('D');
  });

  it('of a school of which nothing is published says that this is no clean bill', () => {
    const nothing = [missing(of('inspection'), ''), missing(of('progress'), ''), missing(of('attainment'), '')];
    expect(categorise(nothing, policy)).toMatchObject({ category: 'A', points: 0 });
    expect(categorise(nothing, policy).because).toContain('this is not a finding that all is well');
  });

  it('has its days', () => {
    expect(policy.categories.map(({ code }) => daysFor(policy, code))).toEqual([2, 4, 9, 18]);
  });
});
