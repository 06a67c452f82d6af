import { describe, expect, it } from 'vitest';
import { ROLES } from '../../access/roles.ts';
import { policiesOf, policyAsAt } from '../../policies.ts';
import { retentionPolicyKind } from './retention-policy.ts';
import { signInPolicyKind } from './sign-in-policy.ts';

describe('the policies of sign-in and retention', () => {
  it('hold today and are well formed', () => {
    expect(policyAsAt(signInPolicyKind, '2026-11-21').title).toContain('sign in');
    expect(policyAsAt(retentionPolicyKind, '2026-11-21').title).toContain('kept');
  });

  it('ask every role for a second factor, as the cyber security standards for schools do', () => {
    for (const policy of policiesOf(signInPolicyKind)) {
      expect(policy.secondFactorRoles.toSorted(), policy.id).toEqual([...ROLES].toSorted());
    }
  });
});
