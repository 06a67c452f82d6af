import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { SupportTypes } from '../rules/support-types.ts';

const supportTypes = z
  .strictObject({
    kind: z.literal('support types'),
    ...policyHeader,
    types: z.array(z.strictObject({ code: z.string().regex(/^[a-z][a-z-]{1,58}$/), label: words })).min(1),
  })
  .superRefine(({ types }, context) => {
    for (const [k, { code }] of types.entries())
      if (types.findIndex((other) => other.code === code) !== k)
        context.addIssue({ code: 'custom', path: ['types', k, 'code'], message: 'stands twice' });
  });

/** A file of kinds of help: policies/placements/, `"kind": "support types"`. */
export const supportTypesKind: PolicyKind<SupportTypes> = {
  folder: 'placements',
  kind: 'support types',
  schema: supportTypes,
};
