import { policiesOf } from '../../policies.ts';
import { type Words, wordsOn } from '../rules/category-words.ts';
import { categoryWordsKind } from '../schema/category-words.ts';

/** Words of publishers as they are read in a file of a day (ISO). Throws PolicyError when a table is malformed. */
export function categoryWords(day: string): Words {
  return wordsOn(policiesOf(categoryWordsKind), day);
}
