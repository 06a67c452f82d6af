import { z } from 'zod';
import { deadlineRule } from '../../../calendar/due-after.ts';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import type { AgreementPolicy } from '../../rules/agreement/agreement-policy.ts';

const schema = z.strictObject({
  kind: z.literal('agreement rules'),
  ...policyHeader,
  objectives: z
    .strictObject({ least: z.int().min(1), most: z.int().max(20) })
    .refine(({ least, most }) => most >= least, { path: ['most'], error: 'must be at least as many as least' }),
  signWithin: deadlineRule,
  focusRule: words,
  beginsWith: z.strictObject({ confidentiality: words, bodyTold: words, exit: words, dataProtection: words }),
});

/** A file of rules of agreements: policies/placements/, `"kind": "agreement rules"`. */
export const agreementPolicyKind: PolicyKind<AgreementPolicy> = {
  folder: 'placements',
  kind: 'agreement rules',
  schema,
};
