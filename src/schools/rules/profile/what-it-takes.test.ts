import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takesSentence } from './profile-words.ts';
import { type Counted, whatItTakes } from './what-it-takes.ts';

const school = (urn: number, value: number, weight: number): Counted => ({ urn, name: `School ${urn}`, value, weight });

describe('what it would take', () => {
  it('takes the schools that weigh most, and no more than are needed', () => {
    // The mean is 55 of 60; a large school a little short weighs more than a small one far short.
    const takes = whatItTakes([school(1, 50, 100), school(2, 30, 10), school(3, 80, 30)], 60, 'higher')!;
    expect(takes.mean).toBeCloseTo((5000 + 300 + 2400) / 140);
    expect(takes.short.map(({ urn }) => urn)).toEqual([1, 2]);
    expect(takes.fewest).toBe(1);
    expect(takes.pupilsMore).toBe(7);
  });

  it('is nothing where the area is there already, and null without schools', () => {
    expect(whatItTakes([school(1, 70, 10), school(2, 50, 10)], 60, 'higher')).toMatchObject({
      fewest: 0,
      pupilsMore: 0,
    });
    expect(whatItTakes([], 60, 'higher')).toBeNull();
  });

  it('turns round where less is better', () => {
    const takes = whatItTakes([school(1, 14, 10), school(2, 8, 10)], 10, 'lower')!;
    expect(takes).toMatchObject({ fewest: 1, short: [{ urn: 1 }] });
  });

  it('is the fewest, by trying every choice of schools', () => {
    const schools = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 90 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        schools,
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('higher', 'lower'),
        (made, line, better) => {
          const all = made.map(([value, weight], urn) => school(urn, value, weight));
          expect(whatItTakes(all, line, better)!.fewest).toBe(fewestByTrying(all, line, better));
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it('is told in sentences', () => {
    const takes = whatItTakes([school(1, 50, 100), school(2, 30, 10), school(3, 80, 30)], 60, 'higher')!;
    const told = { ...takes, measure: 'ks2_rwm_expected', phase: 'primary', year: 2017 } as const;
    expect(takesSentence('Luton', told)).toBe(
      'Luton has 55%, England 60%. Of 3 schools with a figure, 2 fall short of England. If one of them came to England’s figure and no further, the area would pass it: 7 more pupils in the year.',
    );
    expect(takesSentence('Luton', { ...told, fewest: 0 })).toContain('the area is there already');
  });
});

function fewestByTrying(all: readonly Counted[], line: number, better: 'higher' | 'lower'): number {
  const isShort = ({ value }: Counted) => (better === 'higher' ? value < line : value > line);
  let fewest = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 2 ** all.length; choice += 1) {
    const chosen = (i: number) => ((choice >> i) & 1) === 1;
    // In whole numbers, so that no rounding decides.
    const off = all.reduce(
      (sum, one, i) => sum + one.weight * ((chosen(i) && isShort(one) ? line : one.value) - line),
      0,
    );
    const count = all.filter((_, i) => chosen(i)).length;
    if (better === 'higher' ? off >= 0 : off <= 0) fewest = Math.min(fewest, count);
  }
  return fewest;
}
