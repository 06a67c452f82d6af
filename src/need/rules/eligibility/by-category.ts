import { inheritedWords } from '../../../schools/rules/inherited.ts';
import { categoryWords } from '../../../schools/rules/inspections/inspection-words.ts';
import { reportCardCategory } from '../../../schools/rules/inspections/report-card-category.ts';
import type { SchemePolicy } from '../../../schools/rules/inspections/scheme-policy.ts';
import { outcomeWords } from '../../../schools/rules/inspections/scheme-words.ts';
import { inspectionsOnce } from '../inspection.ts';
import { lowerFirst, monthOf } from '../wording.ts';
import { type Answer, cannotBeTold, doesNotMeet, meets } from './answer.ts';
import type { CategoryRule } from './definition.ts';
import type { GradedInspection } from './grades-count.ts';

/**
 * Whether the latest inspection put the school into the category, as at a day (ISO). The published category stands; for a report
 * card the table of categories is told beside it, and does not take its place where none is published.
 */
export function byCategory(
  school: { inspections: readonly GradedInspection[] },
  rule: CategoryRule,
  asAt: string,
  schemes: readonly SchemePolicy[],
): Answer {
  const [latest] = inspectionsOnce(school, asAt);
  if (latest === undefined)
    return cannotBeTold('No graded inspection is held for this school.', 'No graded inspection held');
  const rest = { sources: [latest.source] };
  const inspected = `Inspected in ${monthOf(latest.inspectedOn)}: ${lowerFirst(outcomeWords(latest))}`;
  if (latest.inherited !== undefined) {
    return doesNotMeet(
      `${inspected}. That was ${inheritedWords(latest.inherited)}: a category of concern is of the school that was inspected and ends with it.`,
      rest,
    );
  }
  const published = latest.categoryOfConcern;
  if (published !== null) {
    const said = `${inspected}; category of concern, as published: ${lowerFirst(categoryWords(published))}.${tableWords(latest, schemes)}`;
    if (isAmong(rule.publishedAs, published)) return meets(said, rest);
    if (published === 'none' || isAmong(rule.otherCategories, published)) return doesNotMeet(said, rest);
    return cannotBeTold(said, 'Published category not one that the definition knows', rest);
  }
  if (latest.scheme !== 'overall grade') {
    const why = `${inspected}. No category of concern is told with it.${tableWords(latest, schemes)}`;
    return cannotBeTold(why, 'Category of concern not told', rest);
  }
  if (rule.overallGrades.includes(latest.outcome)) return meets(`${inspected}.`, rest);
  if (rule.unclearGrades.includes(latest.outcome)) {
    return cannotBeTold(
      `${inspected}. The file does not tell which category of concern that was.`,
      'Inadequate, and the category of concern not told',
      rest,
    );
  }
  return doesNotMeet(`${inspected}, which is in no such category.`, rest);
}

function isAmong(words: readonly string[], published: string): boolean {
  return words.some((word) => word.toLowerCase() === published.toLowerCase());
}

/** What the table of categories says of a report card; nothing for other schemes. */
function tableWords(latest: GradedInspection, schemes: readonly SchemePolicy[]): string {
  if (latest.scheme !== 'report card') return '';
  const scheme = schemes.findLast((one) => one.scheme === 'report card' && one.validFrom <= latest.inspectedOn);
  const check = scheme === undefined ? null : reportCardCategory(latest, scheme);
  return check === null ? '' : ` ${check.sentences[0]} ${check.sentences[1]}`;
}
