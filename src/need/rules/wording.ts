import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A percentage to so many decimals: 52 is "52%", and 13.74 to one decimal "13.7%". */
export function percent(value: number, decimals = 0): string {
  return `${value.toFixed(decimals)}%`;
}

/** A figure with the decimals it is published with: -4.13 of reading progress is "-4.1". No "-0.0". */
export function score(value: number, measure: MeasureCode): string {
  const text = value.toFixed(MEASURES[measure].decimals);
  return text.startsWith('-') && Number(text) === 0 ? text.slice(1) : text;
}

/** A chance from 0 to 1 in words that do not claim to be certain. */
export function chance(probability: number): string {
  if (probability > 0.99) return 'over 99%';
  if (probability < 0.01) return 'under 1%';
  return `${Math.round(probability * 100)}%`;
}

/** "reading", "reading and maths", "reading, writing and maths". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "2019-03-12" is "March 2019". */
export function monthOf(isoDate: string): string {
  return `${MONTHS[Number(isoDate.slice(5, 7)) - 1]} ${isoDate.slice(0, 4)}`;
}

/** Whole pounds with separators and without a sign: -1234567 is "£1,234,567". */
export function pounds(value: number): string {
  return `£${String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

/** "poorest tenth" for 1, "second poorest tenth" for 2, and 10 is "least poor tenth". */
export function poorestTenth(decile: number): string {
  const nth = ['', '', 'second ', 'third ', 'fourth ', 'fifth ', 'sixth ', 'seventh ', 'eighth ', 'ninth '][decile];
  return decile === 10 ? 'least poor tenth' : `${nth ?? ''}poorest tenth`;
}

/** A sentence's first letter made a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence's first letter made small, to go on after a colon. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const SUBJECTS: Partial<Record<MeasureCode, string>> = {
  ks2_reading_progress: 'reading',
  ks2_writing_progress: 'writing',
  ks2_maths_progress: 'maths',
  ks4_progress8: 'Progress 8',
};

/** The subject that a progress measure is of, as it reads in a sentence. */
export function subject(measure: MeasureCode): string {
  return SUBJECTS[measure] ?? measure;
}
