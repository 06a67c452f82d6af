/** How heads are told apart by their published names; the words and thresholds of `policies/headship/`. All words in lower case. */
export interface HeadshipPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  titles: Record<'man' | 'woman' | 'either', readonly string[]>;
  /** Letters that stand after names, such as BSc. */
  afterNames: readonly string[];
  /** Words for a post that nobody holds. */
  nobody: readonly string[];
  /** Words for a name that is not told. */
  notTold: readonly string[];
  /** Words that begin a surname of several words. */
  particles: readonly string[];
  /** From how many letters a name may differ by one letter or two and still be taken for the same. */
  spelling: { source: string; oneLetterFrom: number; twoLettersFrom: number };
  shortForm: { source: string; lettersFrom: number };
  /** First names of which any may stand for any other of its group. */
  firstNames: { source: string; same: readonly (readonly string[])[] };
  commonName: { source: string; schoolsAtOnce: number };
}
