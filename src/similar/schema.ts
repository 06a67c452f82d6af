import { z } from 'zod';
import {
  type PolicyKind,
  policyHeader,
  measureCode as measure,
  startYear as year,
  words as text,
} from '../policies.ts';
import { INSPECTION_OUTCOMES } from '../schools/rules/facts.ts';
import { PUBLISHED_INPUTS, type SimilarFeature, type SimilarPolicy } from './rules/similar-policy.ts';

const outcome = z.enum(INSPECTION_OUTCOMES);

const scale = z.union([z.enum(['standard deviation', 'range']), z.strictObject({ unit: z.number().positive() })]);

const withoutYear = z.enum(['idaci_score', ...PUBLISHED_INPUTS]);

/** A feature as it stands in a policy file; without a scale, it is the standard deviation. */
export const similarFeatureSchema: z.ZodType<SimilarFeature> = z
  .strictObject({
    figure: z.union([measure, withoutYear]),
    plus: measure.optional(),
    year: year.nullable(),
    label: text,
    transform: z.enum(['none', 'log', 'square root']),
    scale: scale.default('standard deviation'),
    weight: z.number().positive(),
    source: text,
  })
  .refine(
    ({ figure, year: of }) => withoutYear.safeParse(figure).success === (of === null),
    'a published measure needs a year; idaci_score and the inputs of the Department have none',
  )
  .refine(
    ({ plus, year: of }) => plus === undefined || of !== null,
    'only a published measure can have another added to it',
  );

/** What a set leaves out, and why. */
export const similarLeftOutSchema = z.array(z.strictObject({ what: text, why: text }));

/** A similar schools policy file: policies/similar/, `"kind": "similar schools policy"`. */
export const similarPolicySchema: z.ZodType<Omit<SimilarPolicy, 'id'>> = z.strictObject({
  kind: z.literal('similar schools policy'),
  ...policyHeader,
  purpose: text,
  features: z.array(similarFeatureSchema).min(1),
  leftOut: similarLeftOutSchema,
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
