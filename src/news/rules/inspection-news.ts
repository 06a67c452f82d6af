import type { InspectionRecord } from '../../schools/rules/inspections/inspection-record.ts';
import { categoryWords, judgementsText, safeguardingWords } from '../../schools/rules/inspections/inspection-words.ts';
import type { DrawnNews, NewsSchool } from './news-item.ts';
import type { NewsPolicy } from './news-policy.ts';
import { monthsBefore } from './when-words.ts';

/** The news of an inspection that a file as at `asAt` (ISO) is the first to tell of; null for one that fills a gap. */
export function inspectionNews(
  school: NewsSchool,
  told: InspectionRecord,
  asAt: string,
  policy: NewsPolicy,
): DrawnNews | null {
  if (told.inspectedOn < monthsBefore(asAt, policy.inspections.withinMonths)) return null;
  return {
    school,
    kind: 'inspection',
    occasion: told.kind === 'graded' ? told.inspectedOn : `${told.inspectedOn} ${told.kind}`,
    happenedOn: told.inspectedOn,
    notBefore: null,
    notAfter: null,
    headline: headlineOf(told),
    detail: { likely: false, before: null, after: told.outcome, sentences: furtherWords(told) },
    source: told.source,
  };
}

/** What an inspection found, in the words of its own scheme: a grade of one is never made into one of another. */
function headlineOf(told: InspectionRecord): string {
  switch (told.scheme) {
    case 'overall grade':
      return `Inspected: ${told.outcome.toLowerCase()}`;
    case 'judgements only':
      return 'Inspected, without an overall grade';
    case 'report card':
      return 'Inspected, with a report card';
    case null: {
      const what = told.kind === 'monitoring' ? 'Monitoring inspection' : 'Inspection without grades';
      return told.words === '' ? what : `${what}: ${told.words}`;
    }
  }
}

function furtherWords(told: InspectionRecord): string[] {
  const judgements = judgementsText({ judgements: told.judgements.filter(({ grade }) => grade !== 'Not applicable') });
  const { categoryOfConcern: concern, safeguarding } = told;
  return [
    ...(judgements === '' ? [] : [`${judgements}.`]),
    ...(safeguarding === null ? [] : [`Safeguarding: ${safeguardingWords(safeguarding).toLowerCase()}.`]),
    ...(concern === null || concern === 'none' ? [] : [`Category of concern: ${categoryWords(concern)}.`]),
  ];
}
