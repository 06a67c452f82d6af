import { z } from 'zod';
import { MEASURE_CODES, type MeasureCode } from '../opendata/rules/measures.ts';
import { type PolicyKind, policyHeader } from '../policies.ts';
import type { SimilarPolicy } from './rules/similar-policy.ts';

const measure = z.enum(MEASURE_CODES as [MeasureCode, ...MeasureCode[]]);
const year = z.int().min(2000).max(2100);
const outcome = z.enum([
  'Outstanding',
  'Good',
  'Requires improvement',
  'Satisfactory',
  'Inadequate',
  'Special measures',
  'Serious weaknesses',
]);
const text = z.string().min(1);

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
