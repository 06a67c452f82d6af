import type { IndicatorCode } from '../../need/rules/need-policy.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../../schools/rules/facts.ts';

/** What a lead head gives: help with the whole of leading the school. Every other kind of support is a field. */
export const LEAD = 'lead';

/** Code of a field of expertise ("phonics", "maths"): those that there are, and their names, are policy data. */
export type Field = string & Record<never, never>;

/** Code of what a leader is ("headteacher", "specialist"): which roles there are, and what each may give, are policy data. */
export type LeaderRole = string & Record<never, never>;

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
  /** Months after which a designation in this role is reviewed; null for a post, which nobody designates. */
  reviewMonths: number | null;
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
export function fieldOf(policy: Pick<SupportPolicy, 'fields'>, code: Field): FieldPolicy | undefined {
  return policy.fields.find((field) => field.code === code);
}

/** The role by its code, or undefined when the policy has none. */
export function roleOf(policy: Pick<SupportPolicy, 'roles'>, code: LeaderRole): RolePolicy | undefined {
  return policy.roles.find((role) => role.code === code);
}
