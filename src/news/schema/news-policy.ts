import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { NewsPolicy } from '../rules/news-policy.ts';

const share = z.number().min(0).max(1);
const within = z.strictObject({ withinMonths: z.int().min(1), source: words });

/** The policies that say what of an import is news. */
export const newsPolicyKind: PolicyKind<Omit<NewsPolicy, 'id'>> = {
  folder: 'news',
  kind: 'news policy',
  schema: z.strictObject({
    kind: z.literal('news policy'),
    ...policyHeader,
    spans: z.strictObject({ longestMonths: z.int().min(1), source: words }),
    heads: z.strictObject({ classes: z.array(z.enum(['certain', 'likely'])).min(1), source: words }),
    inspections: within,
    openings: within,
    results: z.array(
      z.strictObject({
        indicator: z.enum(['minimum_standard', 'progress', 'attainment']),
        levels: z.array(words).min(1).nullable(),
        certainty: share,
        words,
        source: words,
      }),
    ),
    rollFall: z.strictObject({
      steps: z
        .array(z.strictObject({ yearsApart: z.int().min(1), fallPercent: z.number().positive() }))
        .min(1)
        .refine(
          (steps) => steps.every((step, i) => i === 0 || step.yearsApart > steps[i - 1]!.yearsApart),
          'each step must be of more years than the one before it',
        ),
      fewestPupils: z.int().min(1),
      source: words,
    }),
    digest: z.strictObject({ mostLines: z.int().min(1).max(200), source: words }),
  }),
};
