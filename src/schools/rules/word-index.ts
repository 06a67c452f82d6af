import type { Phase } from './facts.ts';
import { searchWords } from './search-words.ts';
import { closestWords } from './spelling.ts';

/** What the index keeps of a school: enough to narrow a search. */
export interface IndexedSchool {
  urn: number;
  name: string;
  town: string | null;
  phase: Phase;
  laCode: number;
  open: boolean;
}

/** Which schools have which words in their name or town. */
export interface WordIndex {
  /** In the order in which results are shown. */
  schools: readonly IndexedSchool[];
  /** In the order of code units, so that those with one beginning stand together. */
  words: readonly string[];
  /** For each word, the places in `schools` of those that have it, ascending. */
  places: ReadonlyMap<string, readonly number[]>;
}

export interface Found {
  /** In the order of the index. */
  schools: readonly IndexedSchool[];
  /** The words that were looked for, where they are not the ones typed: their spelling was mended, or some were left out. */
  instead: readonly string[] | null;
}

// Left out, swapped or misremembered more often than not.
const FILLERS = new Set(['the', 'of', 'and', 'at', 'for', 'in', 'school', 'schools']);
const COMMON = new Set(
  'primary secondary high infant infants junior juniors first middle lower upper nursery academy college community ce catholic vc va voluntary aided controlled st'.split(
    ' ',
  ),
);

/** Builds the index from schools in the order in which results are to be shown. */
export function buildWordIndex(schools: readonly IndexedSchool[]): WordIndex {
  const places = new Map<string, number[]>();
  for (const [place, { name, town }] of schools.entries()) {
    for (const word of new Set(searchWords(`${name} ${town ?? ''}`))) {
      const list = places.get(word);
      if (list) list.push(place);
      else places.set(word, [place]);
    }
  }
  return { schools, words: [...places.keys()].toSorted(byCodeUnits), places };
}

/**
 * Schools with all of the words, each as the beginning of a word of theirs. When there are none: with the words mended that
 * are spelled as in no school, then without the words that many schools have, and at last with any word taken for one that
 * is nearly alike.
 */
export function findSchools(index: WordIndex, typed: readonly string[]): Found {
  const telling = typed.filter((word) => !FILLERS.has(word) && word.length > 1);
  const words = telling.length > 0 ? telling : [...typed];
  const asTyped = withAll(
    index,
    words.map((word) => [word]),
  );
  if (asTyped.length > 0 || words.length === 0) return { schools: beginningSo(asTyped, words[0]), instead: null };
  for (const groups of nearlyAsTyped(index, words)) {
    const schools = withAll(index, groups);
    if (schools.length > 0) return { schools, instead: groups.map((group) => group.slice(0, 3).join(' or ')) };
  }
  return { schools: [], instead: null };
}

/** Looser and looser readings of the words, one at a time because each costs a walk through all words. */
function* nearlyAsTyped(index: WordIndex, words: readonly string[]): Generator<string[][]> {
  const rare = (groups: readonly string[][]) => groups.filter((_, at) => !COMMON.has(words[at]!));
  const mended = words.map((word) => (begins(index, word).length > 0 ? [word] : closestWords(word, index.words)));
  yield mended;
  yield rare(mended);
  const nearly = words.map((word) => [word, ...closestWords(word, index.words)]);
  yield nearly;
  yield rare(nearly);
}

/** Those whose name begins as was typed come first: whoever types "luton" may mean the school or the town. */
function beginningSo(schools: readonly IndexedSchool[], word = ''): readonly IndexedSchool[] {
  const first = schools.filter(({ name }) => name.toLowerCase().startsWith(word));
  return first.length === 0
    ? schools
    : [...first, ...schools.filter(({ name }) => !name.toLowerCase().startsWith(word))];
}

/** Schools that have, for each group, a word that begins with one of the group. None for no groups. */
function withAll(index: WordIndex, groups: readonly (readonly string[])[]): IndexedSchool[] {
  let kept: Set<number> | null = null;
  for (const group of groups) {
    const here = new Set<number>();
    for (const beginning of group) {
      for (const word of begins(index, beginning)) {
        for (const place of index.places.get(word)!) if (kept === null || kept.has(place)) here.add(place);
      }
    }
    kept = here;
    if (kept.size === 0) break;
  }
  return [...(kept ?? [])].toSorted((a, b) => a - b).map((place) => index.schools[place]!);
}

function begins({ words }: WordIndex, beginning: string): readonly string[] {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byCodeUnits(words[middle]!, beginning) < 0) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (end < words.length && words[end]!.startsWith(beginning)) end += 1;
  return words.slice(from, end);
}

/** As `<` compares: the order of a language would not keep words with one beginning together. */
function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
