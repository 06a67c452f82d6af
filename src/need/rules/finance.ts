import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { figureOf, newestFigure, whyMissing } from './figures.ts';
import type { FinanceIndicator } from './need-policy.ts';
import { percent, pounds } from './wording.ts';

/**
 * A maintained school's in-year deficit as a share of its income. Academies account in another return that is not held:
 * for them it is missing, never nought.
 */
export function finance(school: SchoolFacts, indicator: FinanceIndicator, at: Assessing): IndicatorResult {
  if (school.academy) {
    return missing(indicator, "Not known: academies' accounts are not in the published file of maintained schools.");
  }
  const balance = newestFigure(school, 'in_year_balance', indicator.years);
  const income = balance === null ? null : figureOf(school, 'income', balance.year);
  if (balance === null || income === null || income.value <= 0) {
    return missing(indicator, `No accounts: ${whyMissing(school, 'in_year_balance', indicator.years)}.`);
  }
  const share = Math.round((balance.value / income.value) * 1000) / 10;
  const age = Number(at.asAt.slice(0, 4)) - balance.year - 1;
  const old = age > 1 ? `, the newest year published here and ${age} years old` : '';
  const what =
    balance.value < 0
      ? `${pounds(balance.value)} more than its income`
      : `${pounds(balance.value)} less than its income`;
  const sentence = `Spent ${what} (${percent(Math.abs(share), 1)}) in ${academicYear(balance.year)}${old}.`;
  const numbers = {
    value: share,
    year: balance.year,
    threshold: -indicator.deficitPercent,
    source: balance.source,
    otherSources: [income.source],
  };
  return share > -indicator.deficitPercent
    ? clear(indicator, sentence, numbers)
    : raised(indicator, sentence, { ...numbers, points: indicator.points });
}
