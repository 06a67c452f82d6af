import { dayText } from '../figure-words.ts';
import type { GradedRecord, InspectionRecord } from './inspection-record.ts';

/** Codes that Ofsted writes for a category of concern. */
const CATEGORY_CODES: Readonly<Record<string, string>> = {
  SM: 'Special measures',
  SWK: 'Serious weaknesses',
  NTI: 'Notice to improve',
  RSI: 'Requires significant improvement',
};

/** The category of concern as published, its code spelt out. */
export function categoryWords(published: string | null): string {
  if (published === null) return 'not told by this file';
  if (published === 'none') return 'None';
  const words = CATEGORY_CODES[published];
  return words === undefined ? published : `${words} (${published})`;
}

/** Whether safeguarding met its standard, or before report cards was effective, as published. */
export function safeguardingWords(published: string | null): string {
  if (published === null) return 'not told by this file';
  if (published === 'Yes') return 'Effective';
  return published === 'No' ? 'Not effective' : published;
}

/** What is published about a graded inspection beside its grades, as pairs of name and text. */
export function gradedFacts(one: GradedRecord): [name: string, text: string][] {
  const inspection = [one.type, one.number === null ? null : `number ${one.number}`].filter((part) => part !== null);
  return [
    ['Safeguarding', safeguardingWords(one.safeguarding)],
    ['Category of concern, as published', categoryWords(one.categoryOfConcern)],
    ...(inspection.length > 0 ? [['Inspection', inspection.join(', ')] as [string, string]] : []),
    ...(one.publishedOn === null ? [] : [['Report published', dayText(one.publishedOn)] as [string, string]]),
  ];
}

/** "Quality of education: Good; behaviour and attitudes: Outstanding"; empty without judgements. */
export function judgementsText({ judgements }: Pick<InspectionRecord, 'judgements'>): string {
  return judgements.map(({ area, grade }) => `${area}: ${grade}`).join('; ');
}
