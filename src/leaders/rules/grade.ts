import { inspectionsOnce, wholeYears, withoutGradeSentence } from '../../need/rules/inspection.ts';
import { monthOf } from '../../need/rules/wording.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import type { Check } from './check.ts';
import type { GradeCriterion } from './designation-policy.ts';

/** The latest overall grade, if it is recent enough to count as current. Grades of other schemes are never converted. */
export function gradeCheck(school: SchoolFacts, criterion: GradeCriterion, asAt: string): Check {
  const [latest] = inspectionsOnce(school, asAt);
  if (latest === undefined) {
    const sentence = 'No inspection with an overall grade is published for this school under its present number.';
    return { rule: 'grade', verdict: 'not known', sentence, value: null, source: null };
  }
  if (latest.scheme !== 'overall grade') {
    const sentence = withoutGradeSentence(latest);
    return { rule: 'grade', verdict: 'not known', sentence, value: null, source: latest.source };
  }
  const found = `Inspected in ${monthOf(latest.inspectedOn)}: ${latest.outcome.toLowerCase()}`;
  const checked = { rule: 'grade' as const, value: null, source: latest.source };
  if (!criterion.outcomes.includes(latest.outcome)) {
    return { ...checked, verdict: 'not met', sentence: `${found}; ${criterion.label.toLowerCase()} is asked for.` };
  }
  const years = wholeYears(latest.inspectedOn, asAt);
  if (years >= criterion.withinYears) {
    return {
      ...checked,
      verdict: 'not met',
      sentence: `${found}, but ${years} years ago, and a grade counts for ${criterion.withinYears}.`,
    };
  }
  return { ...checked, verdict: 'met', sentence: `${found}.` };
}
