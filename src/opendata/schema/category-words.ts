import { z } from 'zod';
import { isoDate, type PolicyKind, policyHeader, words } from '../../policies.ts';
import { CATEGORIES, type Category, type CategoryWord } from '../rules/category-words.ts';

const word = z
  .strictObject({
    word: z.string(),
    is: words.nullable(),
    from: isoDate.nullable(),
    until: isoDate.nullable(),
  })
  .refine(({ from, until }) => from === null || until === null || from < until, 'it ends before it begins');

/** Words that publishers have changed: policies/categories/, `"kind": "category words"`. */
export const categoryWordsKind: PolicyKind<{
  category: Category;
  words: CategoryWord[];
  validFrom: string;
  validTo: string | null;
}> = {
  folder: 'categories',
  kind: 'category words',
  schema: z.strictObject({
    kind: z.literal('category words'),
    category: z.enum(CATEGORIES),
    ...policyHeader,
    words: z.array(word).refine(meansOneThing, 'a word means two things on one day'),
  }),
};

function meansOneThing(list: readonly CategoryWord[]): boolean {
  return list.every((one, at) =>
    list
      .slice(at + 1)
      .every(
        (other) =>
          one.word !== other.word ||
          (one.until !== null && other.from !== null && one.until <= other.from) ||
          (other.until !== null && one.from !== null && other.until <= one.from),
      ),
  );
}
