import { z } from 'zod';
import {
  type PolicyKind,
  policyHeader,
  measureCode as measure,
  startYear as year,
  words as text,
} from '../policies.ts';
import { INSPECTION_OUTCOMES } from '../schools/rules/facts.ts';
import type { SimilarPolicy } from './rules/similar-policy.ts';

const outcome = z.enum(INSPECTION_OUTCOMES);

const feature = z
  .strictObject({
    figure: z.union([measure, z.literal('idaci_score')]),
    year: year.nullable(),
    label: text,
    transform: z.enum(['none', 'log', 'square root']),
    weight: z.number().positive(),
    source: text,
  })
  .refine(
    ({ figure, year: of }) => (figure === 'idaci_score') === (of === null),
    'a published measure needs a year, and idaci_score has none',
  );

/** A similar schools policy file: policies/similar/, `"kind": "similar schools policy"`. */
export const similarPolicySchema: z.ZodType<Omit<SimilarPolicy, 'id'>> = z.strictObject({
  kind: z.literal('similar schools policy'),
  ...policyHeader,
  features: z.array(feature).min(1),
  leftOut: z.array(z.strictObject({ what: text, why: text })),
  fewestSharedFeatures: z.int().min(1),
  neighbours: z.int().min(1),
  nearbyKm: z.number().positive(),
  notIfLatest: z.array(outcome),
  better: z
    .array(
      z.strictObject({
        keyStage: z.enum(['ks2', 'ks4']),
        label: text,
        measures: z.array(measure).min(1),
        year,
        margin: z.number().min(0),
        source: text,
      }),
    )
    .min(1),
});

export const similarPolicyKind: PolicyKind<Omit<SimilarPolicy, 'id'>> = {
  folder: 'similar',
  kind: 'similar schools policy',
  schema: similarPolicySchema,
};
