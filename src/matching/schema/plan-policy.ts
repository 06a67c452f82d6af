import { z } from 'zod';
import { type PolicyKind, policyHeader, words as text } from '../../policies.ts';
import type { MatchingPolicy } from '../rules/plan-policy.ts';
import { floorsSchema, uncoveredShape, weightsSchema } from './weights.ts';

const phase = z.strictObject({ furthestKm: z.number().positive(), source: text });

export const planPolicySchema = z
  .strictObject({
    kind: z.literal('matching policy'),
    ...policyHeader,
    phases: z.strictObject({ primary: phase, secondary: phase }),
    travel: z.strictObject({
      detour: z.number().min(1),
      urbanKmPerHour: z.number().positive(),
      ruralKmPerHour: z.number().positive(),
      source: text,
    }),
    weights: weightsSchema,
    floors: floorsSchema,
    uncovered: z.strictObject({ ...uncoveredShape, source: text }),
    mostCandidates: z.int().positive(),
    mostCandidatesSource: text,
  })
  .superRefine(({ uncovered }, context) => {
    for (const [better, worse] of [
      ['A', 'B'],
      ['B', 'C'],
      ['C', 'D'],
    ] as const) {
      if (uncovered[better] <= uncovered[worse]) continue;
      context.addIssue({
        code: 'custom',
        path: ['uncovered', worse],
        message: `it weighs less than ${better}, whose need is the smaller`,
      });
    }
  });

/** A matching policy file: policies/matching/, `"kind": "matching policy"`. */
export const planPolicyKind: PolicyKind<Omit<MatchingPolicy, 'id'>> = {
  folder: 'matching',
  kind: 'matching policy',
  schema: planPolicySchema,
};
