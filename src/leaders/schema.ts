import { z } from 'zod';
import {
  type PolicyKind,
  policyHeader,
  measureCode as measure,
  startYear as year,
  words as text,
} from '../policies.ts';
import { INSPECTION_OUTCOMES } from '../schools/rules/facts.ts';
import type { DesignationPolicy } from './rules/designation-policy.ts';

const keyStage = z.enum(['ks2', 'ks4']);
const years = z.array(year).min(1);
const common = { label: text, whenNotKnown: z.enum(['fails', 'passes']), source: text };

const criterion = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('grade'),
    ...common,
    outcomes: z.array(z.enum(INSPECTION_OUTCOMES)).min(1),
    withinYears: z.number().positive(),
  }),
  z.strictObject({
    rule: z.literal('above_minimum'),
    ...common,
    standards: z
      .array(
        z.strictObject({
          keyStage,
          standard: z.enum(['ks2-floor', 'ks2-coasting', 'ks4-floor', 'ks4-coasting']),
          years,
          newestProgress: year,
        }),
      )
      .min(1),
  }),
  z.strictObject({
    rule: z.literal('consistent'),
    ...common,
    series: z
      .array(
        z.strictObject({
          keyStage,
          label: text,
          measures: z.array(measure).min(1),
          years: years.min(2),
          line: z.union([z.number(), z.literal('national median')]),
          mustEndAtLine: z.boolean(),
        }),
      )
      .min(1),
  }),
]);

/** A designation policy file: policies/designation/, `"kind": "designation policy"`. */
export const designationPolicySchema: z.ZodType<Omit<DesignationPolicy, 'id'>> = z.strictObject({
  kind: z.literal('designation policy'),
  ...policyHeader,
  criteria: z.array(criterion).min(1),
  inherited: z.strictObject({ results: z.boolean(), inspections: z.boolean(), source: text }).optional(),
  capacity: z.strictObject({
    weeksAYear: z.number().positive().max(52),
    bands: z
      .array(
        z.strictObject({
          fromRoll: z.int().min(0),
          daysAWeek: z.number().positive().max(5),
          mostSchools: z.int().min(1),
        }),
      )
      .min(1)
      .refine((bands) => bands[0]?.fromRoll === 0, 'the first band must begin at a roll of 0')
      .refine(
        (bands) => bands.every((band, i) => i === 0 || band.fromRoll > (bands[i - 1]?.fromRoll ?? 0)),
        'each band must begin at a larger roll than the one before it',
      ),
    rollYear: year,
    source: text,
  }),
  notJudged: z.array(text),
});

export const designationPolicyKind: PolicyKind<Omit<DesignationPolicy, 'id'>> = {
  folder: 'designation',
  kind: 'designation policy',
  schema: designationPolicySchema,
};
