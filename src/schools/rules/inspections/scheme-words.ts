import type { Inspection, InspectionScheme } from '../facts.ts';
import type { InspectedSchools } from '../national-frame.ts';

/** The heading over inspections of a scheme. */
export const SCHEME_TITLES: Readonly<Record<InspectionScheme, string>> = {
  'report card': 'Report cards',
  'judgements only': 'Graded without an overall grade',
  'overall grade': 'Overall grades',
};

/** What stands where an overall grade would, for an inspection that gave none. */
const INSTEAD: Readonly<Record<Exclude<InspectionScheme, 'overall grade'>, string>> = {
  'judgements only': 'No overall grade, judgements only',
  'report card': 'Report card, no overall grade',
};

/** The overall grade, or which scheme it was that gave none. */
export function outcomeWords(inspection: Pick<Inspection, 'scheme' | 'outcome'>): string {
  return inspection.scheme === 'overall grade' ? String(inspection.outcome) : INSTEAD[inspection.scheme];
}

/**
 * By which scheme the latest graded inspection of so many schools was: the number that a share of overall grades is of, and
 * the number that it does not cover.
 */
export function schemeCounts(counts: InspectedSchools, schools: number): string {
  const { graded, judgementsOnly, reportCard } = counts;
  const none = schools - graded - judgementsOnly - reportCard;
  return `The last graded inspection of ${number(graded)} of ${number(schools)} schools gave an overall grade; the share no longer covers ${number(reportCard)} with a report card and ${number(judgementsOnly)} with judgements only; of ${number(none)} none is held.`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
