import type { Inspection, InspectionScheme } from '../facts.ts';
import type { InspectedSchools } from '../national-frame.ts';
import type { SchemePolicy } from './scheme-policy.ts';

/** The heading over inspections of a scheme. */
export const SCHEME_TITLES: Readonly<Record<InspectionScheme, string>> = {
  'report card': 'Report cards',
  'judgements only': 'Graded without an overall grade',
  'overall grade': 'Overall grades',
};

/** The scale of a scheme, and the days of inspections for which it is shown. */
interface ScaleInTime {
  /** The weakest grade first. */
  scale: readonly string[];
  from: string;
  /** The first day on which it no longer holds; null while it does. */
  until: string | null;
}

/** The scales of a scheme among policies that follow one another, the newest first: one for as long as the grades stay the same. */
export function scalesOf(scheme: InspectionScheme, policies: readonly SchemePolicy[]): ScaleInTime[] {
  const scales: ScaleInTime[] = [];
  const ofScheme = policies.filter((policy) => policy.scheme === scheme);
  for (const { scale, validFrom, validTo } of ofScheme.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))) {
    const newer = scales.at(-1);
    if (newer?.scale.join() === scale.join()) newer.from = validFrom;
    else scales.push({ scale, from: validFrom, until: validTo });
  }
  return scales;
}

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
  return `The last graded inspection of ${number(graded)} of ${number(schools)} schools gave an overall grade; the share no longer covers ${number(reportCard)} with a report card and ${number(judgementsOnly)} with judgements only; of ${number(none)} none is held under their present number.`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
