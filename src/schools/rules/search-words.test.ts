import { describe, expect, it } from 'vitest';
import { searchWords } from './search-words.ts';

describe('the words of a name', () => {
  it.each([
    ["St Mary's", ['st', 'marys']],
    ['Saint Mary’s', ['st', 'marys']],
    ['St. Marys', ['st', 'marys']],
    ['Holy Trinity C of E', ['holy', 'trinity', 'ce']],
    ['Holy Trinity CofE', ['holy', 'trinity', 'ce']],
    ['Holy Trinity Church of England', ['holy', 'trinity', 'ce']],
    ['Holy Trinity C.E.', ['holy', 'trinity', 'ce']],
    ['Sacred Heart RC', ['sacred', 'heart', 'catholic']],
    ['Ysgol Siân', ['ysgol', 'sian']],
    ['Stockton-on-Tees', ['stockton', 'on', 'tees']],
    ['—', []],
  ])('%s', (name, words) => {
    expect(searchWords(name)).toEqual(words);
  });
});
