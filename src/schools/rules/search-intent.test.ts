import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchIntent } from './search-intent.ts';

describe('what a search is for', () => {
  it.each([
    ['', { kind: 'nothing' }],
    [' \t\n', { kind: 'nothing' }],
    ['x', { kind: 'too short' }],
    ['St', { kind: 'too short' }],
    ['136651', { kind: 'urn', urn: 136_651 }],
    [' 136651 ', { kind: 'urn', urn: 136_651 }],
    ['8214102', { kind: 'laestab', laCode: 821, establishmentNumber: 4102 }],
    ['821/4102', { kind: 'laestab', laCode: 821, establishmentNumber: 4102 }],
    ['lu4 9tj', { kind: 'postcode', starts: ['LU4 9TJ'] }],
    ['LU49TJ', { kind: 'postcode', starts: ['LU4 9TJ'] }],
    ['LU4', { kind: 'postcode', starts: ['LU4 '] }],
    ['LU49', { kind: 'postcode', starts: ['LU49 ', 'LU4 9'] }],
    ['EC1A 1', { kind: 'postcode', starts: ['EC1A 1'] }],
    ['Challney High', { kind: 'words', words: ['challney', 'high'] }],
    ['School 21', { kind: 'words', words: ['school', '21'] }],
    ['%%%', { kind: 'words', words: [] }],
  ])('%j', (typed, intent) => {
    expect(searchIntent(typed)).toEqual(intent);
  });

  it('takes any text without failing, and keeps no sign that could mean something to the database', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const intent = searchIntent(typed);
        if (intent.kind !== 'words') return;
        expect(intent.words.length).toBeLessThanOrEqual(8);
        for (const word of intent.words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});
