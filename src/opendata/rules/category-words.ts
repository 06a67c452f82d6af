/** Kinds of words that publishers have changed over the years. */
export const CATEGORIES = ['phases', 'ofsted grades', 'establishment types', 'group types', 'urban or rural'] as const;

export type Category = (typeof CATEGORIES)[number];

/** A word as a publisher writes or wrote it, and what it is in our words; null where it says nothing. */
export interface CategoryWord {
  word: string;
  is: string | null;
  /** First ISO day on which it means this, and the first on which it no longer does; null without an end. */
  from: string | null;
  until: string | null;
}

/** What a word of a category is on some day, in our words: null when it says nothing, undefined when no table knows it. */
export type Words = (category: Category, word: string) => string | null | undefined;

/**
 * The words as they are read in a file of a day (ISO). Publishers go on writing a word for some time after they changed it, so one
 * that is read outside its days means what it meant on the nearest of them.
 */
export function wordsOn(tables: readonly { category: Category; words: readonly CategoryWord[] }[], day: string): Words {
  const read = new Map<Category, Map<string, CategoryWord>>();
  for (const { category, words } of tables) {
    const known = read.get(category) ?? new Map<string, CategoryWord>();
    read.set(category, known);
    for (const word of words) {
      const other = known.get(word.word);
      if (other === undefined || daysOff(word, day) < daysOff(other, day)) known.set(word.word, word);
    }
  }
  return (category, word) => {
    const found = read.get(category)?.get(word);
    return found === undefined ? undefined : found.is;
  };
}

/** Milliseconds between a day and the days of a word; zero on them. */
function daysOff({ from, until }: CategoryWord, day: string): number {
  if (from !== null && day < from) return Date.parse(from) - Date.parse(day);
  return until !== null && day >= until ? Date.parse(day) - Date.parse(until) + 1 : 0;
}
