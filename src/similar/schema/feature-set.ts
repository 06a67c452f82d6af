import { z } from 'zod';
import { measureCode, type PolicyKind, policyHeader, startYear, words } from '../../policies.ts';
import type { FeatureSet, OwnFeaturesPolicy } from '../rules/feature-set.ts';
import { PUBLISHED_INPUTS } from '../rules/similar-policy.ts';
import { similarFeatureSchema, similarLeftOutSchema } from '../schema.ts';

/** A feature set file: policies/similar/, `"kind": "feature set"`. Where phases differ, a set has a file for each. */
export const featureSetSchema: z.ZodType<Omit<FeatureSet, 'id'>> = z
  .strictObject({
    kind: z.literal('feature set'),
    ...policyHeader,
    set: z.string().regex(/^[a-z][a-z-]*$/),
    purpose: words,
    phaseGroups: z.array(z.enum(['primary', 'secondary'])).min(1),
    features: z.array(similarFeatureSchema).min(1),
    leftOut: similarLeftOutSchema,
    fewestSharedFeatures: z.int().min(1),
    kept: z.int().min(1).max(60),
    prefer: z.strictObject({ same: z.literal('region'), among: z.int().min(1) }).nullable(),
  })
  .superRefine((set, context) => {
    if (set.fewestSharedFeatures > set.features.length)
      context.addIssue({
        code: 'custom',
        path: ['fewestSharedFeatures'],
        message: `it is more than the ${set.features.length} features there are`,
      });
    if (set.prefer !== null && set.prefer.among < set.kept)
      context.addIssue({ code: 'custom', path: ['prefer', 'among'], message: `it must not be less than kept` });
    const figures = set.features.map(({ figure }) => figure);
    if (new Set(figures).size < figures.length)
      context.addIssue({ code: 'custom', path: ['features'], message: 'a figure is there twice' });
  });

export const featureSetKind: PolicyKind<Omit<FeatureSet, 'id'>> = {
  folder: 'similar',
  kind: 'feature set',
  schema: featureSetSchema,
};

/** What visitors make sets of: policies/similar/, `"kind": "features of own sets"`. */
export const ownFeaturesKind: PolicyKind<Omit<OwnFeaturesPolicy, 'id'>> = {
  folder: 'similar',
  kind: 'features of own sets',
  schema: z.strictObject({
    kind: z.literal('features of own sets'),
    ...policyHeader,
    mostWeight: z.int().min(1).max(10),
    features: z
      .array(
        z
          .strictObject({
            figure: z.union([measureCode, z.enum(['idaci_score', ...PUBLISHED_INPUTS])]),
            plus: measureCode.optional(),
            year: startYear.nullable(),
            label: words,
            transform: z.enum(['none', 'log', 'square root']),
            source: words,
          })
          .refine(
            ({ figure, year }) => measureCode.safeParse(figure).success === (year !== null),
            'a published measure needs a year, and nothing else has one',
          ),
      )
      .min(1),
  }),
};
