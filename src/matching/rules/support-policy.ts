import type { IndicatorCode } from '../../need/rules/need-policy.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../../schools/rules/facts.ts';
import { type Field, LEAD, type Leader, type LeaderRole, type Need } from './sides.ts';
import type { Failing } from './strength.ts';

/** Who may give what: a file in policies/matching/, `"kind": "support fields"`. */
export interface SupportPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  roles: readonly RolePolicy[];
  fields: readonly FieldPolicy[];
}

export interface RolePolicy {
  code: LeaderRole;
  /** "local leader of education". */
  label: string;
  /** May be a school's lead head. */
  leads: boolean;
  /** Fields that the role itself stands for, whoever holds it. */
  fields: readonly Field[];
  source: string;
}

export interface FieldPolicy {
  code: Field;
  label: string;
  phases: readonly PhaseGroup[];
  /** A leader of one phase may give it in the other. */
  acrossPhases: boolean;
  /** Measures whose failing asks for this field, and by which a home school is seen to be strong in it. */
  measures: readonly MeasureCode[];
  /** Indicators that ask for it when they are raised. */
  indicators: readonly IndicatorCode[];
  source: string;
}

/** The field by its code, or undefined when the policy has none. */
export function fieldOf(policy: SupportPolicy, code: Field): FieldPolicy | undefined {
  return policy.fields.find((field) => field.code === code);
}

export function roleOf(policy: SupportPolicy, code: LeaderRole): RolePolicy | undefined {
  return policy.roles.find((role) => role.code === code);
}

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
