import { z } from 'zod';
import { type PolicyKind, policyHeader, words as text } from '../../policies.ts';
import type { PlanPolicy } from '../rules/plan-policy.ts';

const weight = z.number().nonnegative();
const phase = z.strictObject({ furthestKm: z.number().positive(), source: text });

const planPolicy = z.strictObject({
  kind: z.literal('matching policy'),
  ...policyHeader,
  phases: z.strictObject({ primary: phase, secondary: phase }),
  travel: z.strictObject({
    detour: z.number().min(1),
    urbanKmPerHour: z.number().positive(),
    ruralKmPerHour: z.number().positive(),
    source: text,
  }),
  costs: z.strictObject({
    perMinute: weight,
    perUnitOfContext: weight,
    unknownContext: weight,
    perMeasureShareNotStronger: weight,
    source: text,
  }),
  uncovered: z.strictObject({ A: weight, B: weight, C: weight, D: weight, perPoint: weight, source: text }),
  mostCandidates: z.int().positive(),
  mostCandidatesSource: text,
});

/** A matching policy file: policies/matching/, `"kind": "matching policy"`. */
export const planPolicyKind: PolicyKind<Omit<PlanPolicy, 'id'>> = {
  folder: 'matching',
  kind: 'matching policy',
  schema: planPolicy,
};
