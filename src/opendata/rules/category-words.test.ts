import { describe, expect, it } from 'vitest';
import { policiesOf } from '../../policies.ts';
import { categoryWords } from '../queries/category-words.ts';
import { categoryWordsKind } from '../schema/category-words.ts';
import { CATEGORIES, wordsOn } from './category-words.ts';

describe('words of a category', () => {
  it('are what the tables say on the day', () => {
    const words = categoryWords('2015-11-14');
    expect(words('phases', 'Middle Deemed Primary')).toBe('Middle deemed primary');
    expect(words('phases', 'All Through')).toBe('All-through');
    expect(words('ofsted grades', 'Requires Improvement')).toBe('Requires improvement');
    expect(words('ofsted grades', 'Special Measures')).toBe('Special measures');
    expect(words('ofsted grades', 'Not reported')).toBeNull();
    expect(words('establishment types', 'Free Schools - 16-19')).toBe('Free schools 16 to 19');
    expect(words('group types', 'Multi-Academy Trust')).toBe('Multi-academy trust');
  });

  it('compare both classifications of places by what both tell, and never by a part of a word', () => {
    const words = categoryWords('2026-08-06');
    expect(words('urban or rural', '(England/Wales) Urban city and town in a sparse setting')).toBe('Urban');
    expect(words('urban or rural', 'Urban: Further from a major town or city')).toBe('Urban');
    expect(words('urban or rural', 'Larger rural: Nearer to a major town or city')).toBe('Rural');
    expect(words('urban or rural', '(Scotland) Large Urban Area')).toBeUndefined();
  });

  it('are not known where no table has them', () => {
    expect(categoryWords('2026-08-06')('phases', 'Upper')).toBeUndefined();
    expect(wordsOn([], '2026-08-06')('phases', 'Primary')).toBeUndefined();
  });

  it('may mean another thing from a day on, and keep their last meaning after their time', () => {
    const words = [
      { word: '3', is: 'Satisfactory', from: null, until: '2012-09-01' },
      { word: '3', is: 'Requires improvement', from: '2012-09-01', until: '2024-09-01' },
    ];
    const on = (day: string) => wordsOn([{ category: 'ofsted grades', words }], day)('ofsted grades', '3');
    expect(['2012-08-31', '2012-09-01', '2025-01-01'].map(on)).toEqual([
      'Satisfactory',
      'Requires improvement',
      'Requires improvement',
    ]);
  });

  it('are there for every category', () => {
    expect(
      policiesOf(categoryWordsKind)
        .map(({ category }) => category)
        .toSorted(),
    ).toEqual([...CATEGORIES].toSorted());
  });
});
