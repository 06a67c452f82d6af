import { MEASURES, type MeasureCode, type Unit } from '../../opendata/rules/measures.ts';
import { MISSING_REASONS, type MissingReason } from '../../opendata/rules/missing.ts';
import type { Fact } from './facts.ts';

// Scores whose zero is the national average, so that their sign is half of what they say.
const SIGNED = new Set<MeasureCode>([
  'ks2_reading_progress',
  'ks2_writing_progress',
  'ks2_maths_progress',
  'ks2_reading_progress_lower',
  'ks2_reading_progress_upper',
  'ks2_writing_progress_lower',
  'ks2_writing_progress_upper',
  'ks2_maths_progress_lower',
  'ks2_maths_progress_upper',
  'ks4_progress8',
  'ks4_progress8_lower',
  'ks4_progress8_upper',
  'ks5_alevel_value_added',
]);

const BEFORE: Partial<Record<Unit, string>> = { pounds: '£' };
const AFTER: Partial<Record<Unit, string>> = { percent: '%' };

/** A figure as people write it, rounded as its measure is published: "62%", "+1.3", "−£12,400", "420". */
export function figureText(value: number, measure: MeasureCode): string {
  const { unit, decimals } = MEASURES[measure];
  const number = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: SIGNED.has(measure) ? 'exceptZero' : 'negative',
  }).format(value);
  const [sign, digits] = /^[-+]/.test(number) ? [number[0] === '-' ? '−' : '+', number.slice(1)] : ['', number];
  return `${sign}${BEFORE[unit] ?? ''}${digits}${AFTER[unit] ?? ''}`;
}

/** None of the loaded files has a row or column for the figure. */
export const NO_RECORD = 'no record';

/** The measure is of primary schools and this is none, or of secondary schools. */
export const OTHER_PHASE = 'other phase';

/** Why a cell has no number. */
export type NoNumber = MissingReason | typeof NO_RECORD | typeof OTHER_PHASE;

const SHORT_WORDS: Record<NoNumber, string> = {
  SUPP: 'suppressed',
  NE: 'no entries',
  NP: 'not published',
  NA: 'not applicable',
  LOWCOV: 'low coverage',
  'NOT AVAIL': 'not available',
  UNAVAIL: 'unavailable',
  SP: 'small %',
  SN: 'small number',
  SUPPM: 'suppressed for trust',
  SUPPMAT: 'trust suppressed',
  NEW: 'new school',
  c: 'confidential',
  u: 'low reliability',
  x: 'no data',
  z: 'does not apply',
  BLANK: 'left blank',
  SHORT: 'row cut short',
  [NO_RECORD]: 'no record',
  [OTHER_PHASE]: 'other phase',
};

/** Two or three words that stand where the number would be. Never a dash and never a zero. */
export function missingWord(reason: NoNumber): string {
  return SHORT_WORDS[reason];
}

/** The reason in full, for the note under a table and for screen readers. */
export function missingSentence(reason: NoNumber): string {
  if (reason === NO_RECORD) return 'none of the published files held here has this figure for this school';
  if (reason === OTHER_PHASE) return 'measured in schools of the other phase only';
  return MISSING_REASONS[reason];
}

/** The reason of a fact that has no number, or null when it has one. An absent fact has no record. */
export function noNumberOf(fact: Fact | undefined): NoNumber | null {
  if (fact === undefined) return NO_RECORD;
  return fact.value === null ? fact.missing : null;
}

// Made once: making one takes longer than a thousand days written with it.
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day as people write it: "6 July 2022". `iso` is YYYY-MM-DD. */
export function dayText(iso: string): string {
  return DAY.format(new Date(`${iso}T00:00:00Z`));
}
