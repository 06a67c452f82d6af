import type { CriteriaContext } from '../../src/leaders/rules/criteria-context.ts';
import type { DesignationCriterion, DesignationPolicy } from '../../src/leaders/rules/designation-policy.ts';
import { designationPolicyKind } from '../../src/leaders/schema.ts';
import { policyById } from '../../src/policies.ts';
import { assessing } from './assessing.ts';

/** The bundled designation policy, so that tests judge the rules as they are used. */
export const designation: DesignationPolicy = policyById(designationPolicyKind, 'local-leader');

/** The bundled policy on 6 July 2022 in an even country, where every median is 50. */
export const criteria: CriteriaContext = {
  policy: designation,
  standards: assessing.standards,
  pupilSpread: assessing.policy.pupilSpread,
  reference: assessing.reference,
  asAt: '2022-07-06',
};

/** The bundled policy's criterion of a rule. */
export function criterion<Rule extends DesignationCriterion['rule']>(
  rule: Rule,
): Extract<DesignationCriterion, { rule: Rule }> {
  const found = designation.criteria.find((candidate) => candidate.rule === rule);
  if (found === undefined) throw new Error(`The bundled designation policy has no criterion ${rule}`);
  return found as Extract<DesignationCriterion, { rule: Rule }>;
}
