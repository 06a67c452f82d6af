import { academicYear } from '../../../schools/rules/facts.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { inheritedWords } from '../../../schools/rules/inherited.ts';
import { figureOf, type WithFacts } from '../figures.ts';
import type { MinimumStandard } from '../minimum-standards.ts';
import { lowerFirst } from '../wording.ts';
import type { ResultsPart, ResultsRule } from './definition.ts';
import type { SchoolWithResults } from './school-with-results.ts';

/** That the definition does not apply to schools of its kind, in words; null where it does or the kind is not known. */
export function ofAnotherType(school: SchoolWithResults, { leavesOut }: ResultsPart): string | null {
  const { establishmentType: type, typeGroup: group, typeOf } = school;
  if (group === null || type === null) return null;
  if (!leavesOut.typeGroups.includes(group) && !leavesOut.types.includes(type)) return null;
  const what = typeOf === null ? 'it is' : `what followed it, ${inheritedWords(typeOf)}, is`;
  return `It is not applied to schools of this kind: ${what} of the type “${lowerFirst(type)}”.`;
}

/** That a year has too few pupils of its own for the standard, in words; null where none has. A year without a number says nothing. */
export function tooFewIn(school: WithFacts, standard: MinimumStandard, years: readonly number[]): string | null {
  const pupils = standard.keyStage === 'ks2' ? 'ks2_pupils' : 'ks4_pupils';
  for (const year of years) {
    const figure = figureOf(school, pupils, year);
    if (figure !== null && figure.value < standard.smallestCohort) {
      return `It is not applied to fewer than ${standard.smallestCohort} pupils: ${figure.value} took part in ${academicYear(year)}.`;
    }
  }
  return null;
}

/** That the school had closed by the definition's day and its record was not carried on, in words; null otherwise. */
export function closedWords(school: SchoolWithResults, rule: ResultsRule): string | null {
  const { closedOn, followedBy } = school;
  if (closedOn === null || closedOn > rule.closedBy) return null;
  if (followedBy.some((type) => rule.carriedOnBy.includes(type))) return null;
  return `It is not applied to schools that had closed by ${dayText(rule.closedBy)}: this one closed, or was to close, on ${dayText(closedOn)}.`;
}
