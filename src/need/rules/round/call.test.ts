import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policy } from '../../../../test/factories/assessing.ts';
import { clear, type IndicatorResult, missing, raised } from '../assessment.ts';
import { categorise } from '../category.ts';
import type { Category, IndicatorCode } from '../need-policy.ts';
import { callOf, callWords } from './call.ts';
import { categoryChances, cleared, raisedMildly } from './category-chances.ts';

const named = (code: IndicatorCode) => ({ code, label: code });
const CODES: IndicatorCode[] = ['attainment', 'progress', 'coasting', 'persistent_absence', 'falling_roll', 'trend'];

/** Raised, or clear with a chance of crossing its line that is too small to raise it. */
function isDrawn({ code, state, probability, interval }: IndicatorResult): boolean {
  if (state === 'raised') return true;
  const found = policy.indicators.find((one) => one.code === code);
  const asked = found && 'certainty' in found ? found.certainty : code === 'progress' ? 0.5 : 1;
  return interval !== undefined && probability! < asked;
}

/** Every way in which the uncertain ones may turn out, one by one, as the definition says. */
function byEnumeration(results: readonly IndicatorResult[]): Map<Category, number> {
  const chances = new Map<Category, number>();
  for (let way = 0; way < 2 ** results.length; way += 1) {
    let chance = 1;
    const drawn = results.map((result, index) => {
      const below = ((way >> index) & 1) === 1;
      if (result.state === 'missing' || result.probability === undefined) {
        if (below) chance = 0;
        return result;
      }
      if (!isDrawn(result)) {
        if (below) chance = 0;
        return result;
      }
      chance *= below ? result.probability : 1 - result.probability;
      if (result.state === 'raised') return below ? result : cleared(result);
      return below ? raisedMildly(result, policy)! : result;
    });
    const { category } = categorise(drawn, policy);
    if (chance > 0) chances.set(category, (chances.get(category) ?? 0) + chance);
  }
  return chances;
}

const result = fc
  .record({
    code: fc.constantFrom(...CODES),
    state: fc.constantFrom('raised', 'clear', 'missing'),
    points: fc.constantFrom(5, 10, 20),
    interval: fc.constantFrom(undefined, [1, 2] as [number, number]),
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  })
  .map(({ code, state, points, probability, interval }): IndicatorResult => {
    const figures = { ...(interval && { interval }), ...(probability !== undefined && { probability }) };
    if (state === 'missing') return missing(named(code), 'Nothing.');
    return state === 'clear'
      ? clear(named(code), 'Fine.', figures)
      : raised(named(code), 'Low.', { ...figures, points });
  });
const results = fc.uniqueArray(result, { selector: ({ code }) => code, maxLength: 6 });

describe('the chance of each category', () => {
  it('is what trying every way gives, and adds up to one', () => {
    fc.assert(
      fc.property(results, (some) => {
        const expected = byEnumeration(some);
        const chances = categoryChances(some, policy);
        for (const category of ['A', 'B', 'C', 'D'] as const)
          expect(chances.get(category) ?? 0).toBeCloseTo(expected.get(category) ?? 0, 10);
        expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('is certain where nothing is in doubt: what is missing is not drawn', () => {
    const sure = [raised(named('falling_roll'), 'Fewer.', { points: 10 }), missing(named('progress'), 'None.')];
    expect([...categoryChances(sure, policy)]).toEqual([['B', 1]]);
  });

  it('does not depend on the order of the indicators', () => {
    fc.assert(
      fc.property(results, (some) => {
        const [one, other] = [categoryChances(some, policy), categoryChances(some.toReversed(), policy)];
        for (const [category, chance] of one) expect(other.get(category)).toBeCloseTo(chance, 10);
      }),
    );
  });
});

const at = (points: number) => callOf([raised(named('falling_roll'), 'Fewer.', { points })], policy).line;

describe('a call', () => {
  it('tells the nearest line on either side, and the points to it', () => {
    expect(at(9)).toEqual({ category: 'B', at: 10, distance: 1, side: 'above' });
    expect(at(12)).toEqual({ category: 'A', at: 10, distance: 2, side: 'below' });
    expect(at(18)).toEqual({ category: 'C', at: 20, distance: 2, side: 'above' });
    expect(at(60)).toEqual({ category: 'C', at: 40, distance: 20, side: 'below' });
  });

  it('says in words how close it is and what would change it', () => {
    const call = callOf(
      [
        raised(named('falling_roll'), 'Fewer.', { points: 16 }),
        clear(named('attainment'), 'Fine.', { probability: 0.3, interval: [60, 72] }),
        missing(named('coasting'), 'None.'),
      ],
      policy,
    );
    expect(callWords(call)).toMatch(/^4 points under the line of C \(20\)\. Chance .*: 30% \(C 30%\)\.$/);
    expect(call.chanceOfOther).toBeCloseTo(0.3, 10);
    expect(call.changes[0]).toBe('Without “falling_roll” (16 points) it would be A.');
    expect(call.changes[1]).toMatch(
      /^“attainment” is not raised \(chance of truly being below its line: 30%\); raised/,
    );
    expect(call.missing).toEqual(['coasting']);
  });
});
