import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import type { RegisterPolicy } from '../../rules/register/register-policy.ts';

const days = z.int().min(1).max(1000);

export const registerPolicyKind: PolicyKind<Omit<RegisterPolicy, 'id'>> = {
  folder: 'designation',
  kind: 'leaders register',
  schema: z.strictObject({
    kind: z.literal('leaders register'),
    ...policyHeader,
    capacity: z.strictObject({
      staleAfterDays: days,
      answerDays: days,
      mostHalfDaysATerm: z.int().min(2).max(400),
      source: words,
    }),
    reviews: z.strictObject({ remindDays: days, source: words }),
    directory: z.strictObject({ pageSize: z.int().min(5).max(200), source: words }),
  }),
};
