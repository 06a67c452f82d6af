import type { SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { type IndicatorResult, missing, raised } from './assessment.ts';
import type { NewHeadIndicator } from './need-policy.ts';
import { monthOf } from './wording.ts';

/**
 * A head new in post, so far as published data can tell: the date a head started is not published, so it is known only
 * of a school that is itself new. Never clear: an old school may have a new head.
 */
export function newHead(school: SchoolFacts, indicator: NewHeadIndicator, at: Assessing): IndicatorResult {
  const unknown = "The head's start date is not published.";
  const opened = school.openDate;
  const since = `${schoolYearOf(at.asAt) - indicator.schoolYears + 1}-09-01`;
  if (opened === null || opened < since || opened > at.asAt) return missing(indicator, unknown);
  if (!indicator.newSchoolTypes.includes(school.establishmentType)) {
    return missing(
      indicator,
      `${unknown} The school took its present form in ${monthOf(opened)}, which need not have changed the head.`,
    );
  }
  return raised(indicator, `The school opened in ${monthOf(opened)}, so its head is new in post there.`, {
    year: Number(opened.slice(0, 4)),
    points: indicator.points,
  });
}

/** Calendar year in which the school year of a date began: school years begin on 1 September. */
function schoolYearOf(isoDate: string): number {
  const year = Number(isoDate.slice(0, 4));
  return isoDate.slice(5) < '09-01' ? year - 1 : year;
}
