import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { PlanningRoundPolicy } from '../rules/round/round-policy.ts';

const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
  error: 'give month and day, such as "09-01"',
});
const term = z.strictObject({ from: dayOfYear, to: dayOfYear });

const planningRoundPolicy = z
  .strictObject({
    kind: z.literal('planning round'),
    ...policyHeader,
    terms: z.strictObject({ autumn: term, spring: term, summer: term, source: words }),
    shareOfYear: z.strictObject({ terms: z.int().min(1).max(6), source: words }),
    search: z.strictObject({
      seconds: z.number().positive(),
      mostSeconds: z.number().positive(),
      atOnce: z.int().min(1).max(8),
      seed: z.int().min(1),
      source: words,
    }),
  })
  .superRefine(({ terms, search }, context) => {
    for (const name of ['autumn', 'spring', 'summer'] as const)
      if (terms[name].to <= terms[name].from)
        context.addIssue({ code: 'custom', path: ['terms', name, 'to'], message: 'a term ends after it begins' });
    if (search.seconds > search.mostSeconds)
      context.addIssue({ code: 'custom', path: ['search', 'seconds'], message: 'is more than mostSeconds' });
  });

/** A file of how planning rounds are held: policies/matching/, `"kind": "planning round"`. */
export const planningRoundPolicyKind: PolicyKind<PlanningRoundPolicy> = {
  folder: 'matching',
  kind: 'planning round',
  schema: planningRoundPolicy,
};
