import { describe, expect, it } from 'vitest';
import { checked, policiesOf, policyAsAt, policyById } from '../../../policies.ts';
import { supportPolicyKind } from '../support-policy.ts';
import { designationProcessKind } from './process.ts';
import { ruleSetKind } from './rule-set.ts';

const today = '2026-11-22';

describe('policies of designation', () => {
  it('give rules for roles that somebody designates', () => {
    const { roles } = policyAsAt(supportPolicyKind, today);
    const sets = policiesOf(ruleSetKind);
    expect(sets.map(({ role }) => role).toSorted()).toEqual(['local-leader', 'national-leader', 'specialist']);
    for (const { role } of sets) expect(roles.find(({ code }) => code === role)?.reviewMonths, role).toBeGreaterThan(0);
  });

  it('say file, key and mend of a rule that speaks of no question', () => {
    const { id: _id, ...set } = policyById(ruleSetKind, 'rules-lle-2016');
    const rules = set.rules.map((rule) => (rule.by === 'person' ? { ...rule, answer: 'nothing' } : rule));
    expect(() => checked({ ...set, rules }, ruleSetKind.schema, 'policies/designation/x.json')).toThrow(
      'policies/designation/x.json: "rules" is not valid: "nothing" of the rule "stays" is the key of no question',
    );
  });

  it('refuse days of a process that cannot be kept', () => {
    const { id: _id, ...process } = policyAsAt(designationProcessKind, today);
    const late = { ...process, remindBeforeDays: process.referenceDays };
    expect(() => checked(late, designationProcessKind.schema, 'x.json')).toThrow('"remindBeforeDays" is not valid');
  });
});
