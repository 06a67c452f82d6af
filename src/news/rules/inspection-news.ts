import type { SourceRef } from '../../schools/rules/facts.ts';
import type { DrawnNews, NewsSchool } from './news-item.ts';
import type { NewsPolicy } from './news-policy.ts';
import { monthsBefore } from './when-words.ts';

/** An inspection that a file is the first to tell of. */
export interface InspectionTold {
  /** ISO date. */
  inspectedOn: string;
  outcome: string;
  source: SourceRef;
}

/** What an inspection found, in words. */
export function inspectionHeadline({ outcome }: Pick<InspectionTold, 'outcome'>): string {
  return `Inspected: ${outcome.toLowerCase()}`;
}

/** The news of an inspection that a file as at `asAt` (ISO) is the first to tell of; null for one that fills a gap. */
export function inspectionNews(
  school: NewsSchool,
  told: InspectionTold,
  asAt: string,
  policy: NewsPolicy,
): DrawnNews | null {
  if (told.inspectedOn < monthsBefore(asAt, policy.inspections.withinMonths)) return null;
  return {
    school,
    kind: 'inspection',
    occasion: told.inspectedOn,
    happenedOn: told.inspectedOn,
    notBefore: null,
    notAfter: null,
    headline: inspectionHeadline(told),
    detail: { likely: false, before: null, after: told.outcome, sentences: [] },
    source: told.source,
  };
}
