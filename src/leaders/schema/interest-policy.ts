import { INTEREST_KINDS } from '../rules/interests.ts';
import type { InterestPolicy } from '../rules/interest-policy.ts';
import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';

const interestPolicy = z
  .strictObject({
    kind: z.literal('declarations of interest'),
    ...policyHeader,
    kinds: z
      .array(
        z.strictObject({
          code: z.enum(INTEREST_KINDS),
          label: words,
          hint: words,
          conflict: words,
          monthsAfter: z.int().min(0).max(120),
        }),
      )
      .min(1),
    answerDays: z.int().min(0).max(90),
    changePrice: z.number().min(0).max(100_000),
  })
  .superRefine(({ kinds }, context) => {
    for (const code of INTEREST_KINDS) {
      const count = kinds.filter((kind) => kind.code === code).length;
      if (count === 1) continue;
      const message =
        count === 0
          ? `"${code}" is missing: a plan knows interests of this kind, so a head must be able to declare one`
          : `"${code}" is there ${count} times: keep one`;
      context.addIssue({ code: 'custom', path: ['kinds'], message });
    }
  });

/** A file of what heads are asked about before approval: policies/matching/, `"kind": "declarations of interest"`. */
export const interestPolicyKind: PolicyKind<Omit<InterestPolicy, 'id'>> = {
  folder: 'matching',
  kind: 'declarations of interest',
  schema: interestPolicy,
};
