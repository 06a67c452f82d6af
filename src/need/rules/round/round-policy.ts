import type { Category } from '../need-policy.ts';

/** How a round runs and which calls it takes one by one: everything that a person might want to change. */
export interface RoundPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** Days from the opening that the form proposes. */
  days: { panel: number; letters: number; answer: number };
  /** A call is taken one by one when any of these is reached. */
  close: {
    /** At most this many points from the nearest line. */
    points: number;
    /** At least this chance (0 to 1) that the category would be another. */
    chance: number;
    /** At least this share (0 to 1) of the indicators missing. */
    missing: number;
    /** Always one by one, however clear. */
    categories: readonly Category[];
  };
  /** What each part adds to a school's place on the agenda. */
  weights: { chance: number; line: number; missing: number; earlierDecision: number; schoolSpoke: number };
}

/** One area of a school's self-evaluation. */
export interface EvaluationArea {
  code: string;
  label: string;
  hint: string;
}

/** The letter to a school in plain words, with `{names}` that are filled in, and the areas of the answer. */
export interface LetterPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  subject: string;
  opening: readonly string[];
  /** Said when the panel set another category than published data proposes. */
  changed: string;
  /** Said when the category is the one proposed. */
  confirmed: string;
  meaning: readonly string[];
  evidence: string;
  closing: readonly string[];
  areas: readonly EvaluationArea[];
}

/** What a letter's words may name. */
export const LETTER_NAMES = [
  'school',
  'organisation',
  'term',
  'category',
  'label',
  'days',
  'proposed',
  'asAt',
  'policy',
  'answerBy',
] as const;
export type LetterName = (typeof LETTER_NAMES)[number];
