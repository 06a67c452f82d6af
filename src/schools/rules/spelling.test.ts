import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWords, mistakesAllowed, mistakesBetween } from './spelling.ts';

/** Optimal string alignment distance by its definition, without the band. */
function byDefinition(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        table[i]![j] = Math.min(table[i]![j]!, table[i - 2]![j - 2]! + 1);
      }
    }
  }
  return table[a.length]![b.length]!;
}

describe('mistakes between two words', () => {
  it.each([
    ['chalney', 'challney', 1],
    ['hgih', 'high', 1],
    ['ickneild', 'icknield', 1],
    ['stopsly', 'stopsley', 1],
    ['luton', 'luton', 0],
    ['luton', 'london', 3],
  ])('%s and %s: %d', (a, b, mistakes) => {
    expect(mistakesBetween(a, b, 2)).toBe(mistakes);
  });

  it('are those of the definition, up to the most that matters', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(mistakesBetween(a, b, most)).toBe(Math.min(byDefinition(a, b), most + 1));
      }),
    );
  });
});

describe('the closest words', () => {
  const known = ['challney', 'chantry', 'high', 'hugh', 'luton'];

  it('are those with the fewest mistakes', () => {
    expect(closestWords('chalney', known)).toEqual(['challney']);
    expect(closestWords('higgh', known)).toEqual(['high']);
  });

  it('are all that are equally close', () => {
    expect(closestWords('hgh', ['high', 'hugh'])).toEqual([]);
    expect(closestWords('hagh', known)).toEqual(['high', 'hugh'].filter((word) => byDefinition('hagh', word) === 1));
  });

  it('are those that comparing with every word would give', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 12 }), (typed, known) => {
        const allowed = mistakesAllowed(typed.length);
        const mistakes = known.map((one) => byDefinition(typed, one)).filter((count) => count > 0 && count <= allowed);
        const least = Math.min(...mistakes);
        expect(closestWords(typed, known)).toEqual(known.filter((one) => byDefinition(typed, one) === least));
      }),
    );
  });

  it('are none when all are far, or the word is too short to be wrong in', () => {
    expect(closestWords('zzzzqqq', known)).toEqual([]);
    expect(closestWords('lut', known)).toEqual([]);
  });
});
