import { z } from 'zod';
import { isoDate, type PolicyKind, policyHeader, measureCode as measure, startYear as year } from '../policies.ts';
import { INSPECTION_OUTCOMES } from '../schools/rules/facts.ts';
import { ENTERED_CODES } from './rules/entry.ts';
import type { MinimumStandards } from './rules/minimum-standards.ts';
import type { NeedPolicy } from './rules/need-policy.ts';
import { crossFaults } from './schema/cross-checks.ts';
import { furtherIndicators } from './schema/further-indicators.ts';
import {
  context,
  keyStage,
  level,
  points,
  results,
  share,
  source,
  standardId,
  years,
} from './schema/indicator-fields.ts';

const category = z.enum(['A', 'B', 'C', 'D']);
const outcome = z.enum(INSPECTION_OUTCOMES);

export const indicatorCode = z.enum([
  'minimum_standard',
  'attainment',
  'progress',
  'coasting',
  'trend',
  'inspection',
  'repeat_below_good',
  'persistent_absence',
  'disadvantage',
  'falling_roll',
  'finance',
  'new_head',
  'pooled_attainment',
  'destinations',
  'pooled_progress',
  'disadvantage_gap',
  'overall_absence',
  'pupil_teacher_ratio',
  'absence_rise',
  'inclusion',
  'leadership_judgement',
  'education_judgement',
  'report_card_leadership',
  'report_card_areas',
  'category_of_concern',
  'head_post',
  ...ENTERED_CODES,
]);

const indicator = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('minimum_standard'),
    ...results,
    standard: standardId,
    points,
    certainty: share,
    doubtfulPoints: points,
  }),
  z.strictObject({ code: z.literal('attainment'), ...results, standard: standardId, points, certainty: share }),
  z.strictObject({
    code: z.literal('progress'),
    ...results,
    steps: z.array(z.strictObject({ level, points, standard: standardId, certainty: share })).min(1),
  }),
  z.strictObject({ code: z.literal('coasting'), ...results, standard: standardId, points }),
  z.strictObject({
    code: z.literal('trend'),
    ...results,
    measures: z.array(measure).min(1),
    fewestYears: z.int().min(2),
    drift: z.number().min(0).optional(),
    fall: z.number().positive(),
    certainty: share,
    endsBelow: z.number(),
    points,
  }),
  z.strictObject({
    code: z.literal('inspection'),
    ...context,
    steps: z.array(z.strictObject({ level, points, outcomes: z.array(outcome).min(1) })).min(1),
  }),
  z.strictObject({
    code: z.literal('repeat_below_good'),
    ...context,
    belowGood: z.array(outcome).min(1),
    steps: z.array(z.strictObject({ level, points, inARow: z.int().min(2) })).min(1),
  }),
  z.strictObject({
    code: z.literal('persistent_absence'),
    ...context,
    measure,
    years,
    steps: z.array(z.strictObject({ level, points, abovePercentile: share })).min(1),
  }),
  z.strictObject({
    code: z.literal('disadvantage'),
    ...context,
    measure,
    years,
    abovePercentile: share,
    idaciDecile: z.int().min(0).max(10),
    points,
  }),
  z.strictObject({
    code: z.literal('falling_roll'),
    ...context,
    fromYear: year,
    toYear: year,
    fewestPupils: z.int().min(0),
    steps: z.array(z.strictObject({ level, points, fallPercent: z.number().positive() })).min(1),
  }),
  z.strictObject({ code: z.literal('finance'), ...context, years, deficitPercent: z.number().positive(), points }),
  z.strictObject({
    code: z.literal('new_head'),
    ...context,
    schoolYears: z.int().min(1),
    newSchoolTypes: z.array(z.string().min(1)),
    points,
    headship: z
      .strictObject({
        classes: z.array(z.enum(['certain', 'likely'])).min(1),
        steps: z.array(z.strictObject({ level: z.enum(['new to the school', 'first headship']), points })).length(2),
        source,
      })
      .optional(),
  }),
  ...furtherIndicators,
]);

/** A need policy file: policies/need/, `"kind": "need policy"`. */
export const needPolicySchema: z.ZodType<Omit<NeedPolicy, 'id'>> = z
  .strictObject({
    kind: z.literal('need policy'),
    ...policyHeader,
    minimumStandards: z.string().min(1),
    categories: z
      .array(
        z.strictObject({
          code: category,
          label: z.string().min(1),
          fromPoints: points,
          daysPerYear: z.number().positive(),
          source,
        }),
      )
      .min(1)
      .refine(
        (list) =>
          list[0]?.fromPoints === 0 &&
          list.every((item, i) => i === 0 || item.fromPoints > (list[i - 1]?.fromPoints ?? 0)),
        'categories begin at 0 points and each must begin at more points than the one before it',
      ),
    inNeed: z.array(category).min(1),
    inherited: z.strictObject({ results: z.boolean(), inspections: z.boolean(), source }).optional(),
    atLeast: z.array(
      z.strictObject({
        category,
        when: z.array(z.strictObject({ indicator: indicatorCode, levels: z.array(level).nullable() })).min(1),
        reason: z.string().min(1),
        source,
      }),
    ),
    indicators: z.array(indicator).min(1),
    pupilSpread: z.array(
      z.strictObject({
        measure,
        standardDeviation: z.number().positive(),
        pupils: measure,
        lower: measure.nullable(),
        upper: measure.nullable(),
        source,
      }),
    ),
    pooling: z
      .strictObject({
        shares: z.array(z.strictObject({ measure, driftPupils: z.number().min(1), source })),
        scores: z.array(z.strictObject({ measure, drift: z.number().min(0), source })),
      })
      .optional(),
  })
  .superRefine((policy, context) => {
    for (const fault of crossFaults(policy)) context.addIssue({ code: 'custom', ...fault });
    policy.atLeast.forEach((rule, i) =>
      rule.when.forEach((condition, j) => {
        const levels = policy.indicators.filter(({ code }) => code === condition.indicator).map(levelsOf);
        if (levels.length === 0) {
          context.addIssue({
            code: 'custom',
            path: ['atLeast', i, 'when', j, 'indicator'],
            message: `no indicator of this policy has the code "${condition.indicator}"`,
          });
        }
        const unknown = condition.levels?.find((name) => !levels.flat().includes(name));
        if (unknown !== undefined) {
          context.addIssue({
            code: 'custom',
            path: ['atLeast', i, 'when', j, 'levels'],
            message: `"${unknown}" is not a level of ${condition.indicator}; its levels are ${levels.flat().join(', ') || 'none'}`,
          });
        }
      }),
    );
  });

function levelsOf(item: z.infer<typeof indicator>): string[] {
  if (item.code === 'minimum_standard') return ['certain', 'doubtful'];
  if (item.code === 'new_head')
    return item.headship ? ['new school', ...item.headship.steps.map(({ level: name }) => name)] : [];
  return 'steps' in item ? item.steps.map((step) => step.level) : [];
}

/** The file of the government's past minimum standards: policies/need/, `"kind": "minimum standards"`. */
export const minimumStandardsSchema = z.strictObject({
  kind: z.literal('minimum standards'),
  ...policyHeader,
  endedOn: isoDate,
  endedSource: source,
  standards: z.array(
    z.strictObject({
      id: standardId,
      name: z.string().min(1),
      keyStage,
      years,
      yearsUnder: z.int().min(1),
      smallestCohort: z.int().min(1),
      attainment: z.strictObject({ measure, atLeast: z.number() }).nullable(),
      progress: z.array(z.strictObject({ measure, atLeast: z.number() })).min(1),
      upperLimitBelow: z.number().nullable(),
      source,
    }),
  ),
});

export const needPolicyKind: PolicyKind<Omit<NeedPolicy, 'id'>> = {
  folder: 'need',
  kind: 'need policy',
  schema: needPolicySchema,
};

export const minimumStandardsKind: PolicyKind<
  Omit<MinimumStandards, 'id'> & { validFrom: string; validTo: string | null }
> = {
  folder: 'need',
  kind: 'minimum standards',
  schema: minimumStandardsSchema,
};
