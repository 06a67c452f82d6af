import { z } from 'zod';
import { deadlineRule } from '../../../calendar/due-after.ts';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import type { Defined, LifePolicy } from '../../rules/life/life-policy.ts';

/** Each of the codes once, with what it means. */
const defined = <Code extends string>(codes: readonly Code[]): z.ZodType<Defined<Code>[]> =>
  z
    .array(z.strictObject({ code: z.enum(codes), label: words, means: words }))
    .refine((list) => codes.every((code) => list.filter((one) => one.code === code).length === 1), {
      error: `must hold each of ${codes.join(', ')} once`,
    });

const questions = z
  .array(z.strictObject({ code: z.string().regex(/^[a-z][a-z-]{1,30}$/), label: words }))
  .min(1)
  .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, { error: 'a code stands twice' });

const schema = z.strictObject({
  kind: z.literal('placement life rules'),
  ...policyHeader,
  review: z.strictObject({
    dueAfterShare: z.number().gt(0).lt(1),
    toldDaysBefore: z.int().min(0).max(100),
    statuses: defined(['green', 'amber', 'red']),
  }),
  evaluation: z.strictObject({ answerWithin: deadlineRule, evaluation: questions, reflection: questions }),
  impact: z.strictObject({ caution: words, confidence: defined(['high', 'medium', 'low']) }),
  followUp: z
    .array(z.strictObject({ months: z.int().min(1).max(60), within: deadlineRule }))
    .min(1)
    .refine((list) => list.every(({ months }, place) => place === 0 || months > list[place - 1]!.months), {
      error: 'must stand in the order of their months',
    }),
});

/** A file of rules of the life of a placement: policies/placements/, `"kind": "placement life rules"`. */
export const lifePolicyKind: PolicyKind<LifePolicy> = { folder: 'placements', kind: 'placement life rules', schema };
