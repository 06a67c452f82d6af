import { z } from 'zod';
import { measureCode as measure, startYear as year, words } from '../../policies.ts';
import { INSPECTION_SCHEMES } from '../../schools/rules/facts.ts';
import { ENTERED_CODES } from '../rules/entry.ts';
import { context, level, points, results, share, standardId, years } from './indicator-fields.ts';

const group = z.strictObject({ measure, pupils: measure });
const saying = words.refine((text) => text.includes('{figure}'), 'it must say where the figure stands, by {figure}');
const newerScheme = z.enum(INSPECTION_SCHEMES).exclude(['overall grade']);

/** The indicators that came with the pack of July 2022: several years together, gaps, inspections of newer schemes, and entries. */
export const furtherIndicators = [
  z.strictObject({
    code: z.enum(['pooled_attainment', 'destinations']),
    ...results,
    measure,
    pupils: measure,
    did: words,
    steps: z
      .array(z.strictObject({ level, points, below: z.number().min(0).max(100), line: words, certainty: share }))
      .min(1),
  }),
  z.strictObject({
    code: z.literal('pooled_progress'),
    ...results,
    steps: z.array(z.strictObject({ level, points, standard: standardId, certainty: share })).min(1),
  }),
  z.strictObject({
    code: z.literal('disadvantage_gap'),
    ...results,
    disadvantaged: group,
    other: group,
    did: words,
    over: z.number().min(0).max(100),
    certainty: share,
    points,
  }),
  z.strictObject({
    code: z.enum(['overall_absence', 'pupil_teacher_ratio']),
    ...context,
    measure,
    years,
    saying,
    note: words.optional(),
    steps: z.array(z.strictObject({ level, points, abovePercentile: share })).min(1),
  }),
  z.strictObject({
    code: z.literal('absence_rise'),
    ...context,
    measure,
    fromYear: year,
    toYear: year,
    steps: z.array(z.strictObject({ level, points, pointsMore: z.number().positive() })).min(1),
  }),
  z.strictObject({
    code: z.literal('inclusion'),
    ...context,
    shown: z.array(z.strictObject({ measure, saying })).min(1),
    years,
  }),
  z.strictObject({
    code: z.enum(['leadership_judgement', 'education_judgement', 'report_card_leadership', 'report_card_areas']),
    ...context,
    scheme: newerScheme,
    areas: z.array(words),
    steps: z.array(z.strictObject({ level, points, grades: z.array(words).min(1) })).min(1),
  }),
  z.strictObject({
    code: z.literal('category_of_concern'),
    ...context,
    schemes: z.array(newerScheme).min(1),
    steps: z.array(z.strictObject({ level, points, publishedAs: z.array(words).min(1) })).min(1),
  }),
  z.strictObject({
    code: z.literal('head_post'),
    ...context,
    steps: z.array(z.strictObject({ level: z.enum(['acting or interim', 'vacant']), points })).length(2),
  }),
  z
    .strictObject({
      code: z.enum(ENTERED_CODES),
      ...context,
      question: words,
      clearLevel: level,
      steps: z.array(z.strictObject({ level, points })).min(1),
      validMonths: z.int().min(1),
    })
    .refine(
      ({ clearLevel, steps }) => new Set([clearLevel, ...steps.map((step) => step.level)]).size === steps.length + 1,
      'the clear level and the levels of the steps must all differ',
    ),
] as const;
