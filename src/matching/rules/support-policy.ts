import { type Field, fieldOf, LEAD, roleOf, type SupportPolicy } from '../../leaders/rules/support-policy.ts';
import type { Leader, Need } from './sides.ts';
import type { Failing } from './strength.ts';

/** What a need is for, in words: "a lead head", "a specialist in maths". */
export function supportWords(policy: SupportPolicy, support: Need['support']): string {
  return support === LEAD ? 'a lead head' : `a specialist in ${fieldOf(policy, support)?.label ?? support}`;
}

/** Fields that a leader gives: their own and those of their role. */
export function fieldsGiven(
  policy: SupportPolicy,
  { role, fields }: Pick<Leader, 'role' | 'fields'>,
): readonly Field[] {
  return [...new Set([...fields, ...(roleOf(policy, role)?.fields ?? [])])];
}

/** Fields that a need asks for: its own, or of a lead head those behind what is raised in the school. */
export function fieldsAsked(
  policy: SupportPolicy,
  { support, school, assessment }: Pick<Need, 'support' | 'school' | 'assessment'>,
  failing: Failing,
): readonly Field[] {
  if (support !== LEAD) return [support];
  const raised = new Set(assessment.indicators.filter(({ state }) => state === 'raised').map(({ code }) => code));
  const measures = new Set(failing.map(([measure]) => measure));
  return policy.fields
    .filter(
      (field) =>
        field.phases.includes(school.phaseGroup) &&
        (field.measures.some((measure) => measures.has(measure)) || field.indicators.some((code) => raised.has(code))),
    )
    .map(({ code }) => code);
}
