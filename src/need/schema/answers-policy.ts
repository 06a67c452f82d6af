import { z } from 'zod';
import { measureCode, type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { AnswersPolicy } from '../rules/themes/answers-policy.ts';

/** A file that says which kind of support answers which need: policies/need/, `"kind": "answers to need"`. */
export const answersPolicyKind: PolicyKind<Omit<AnswersPolicy, 'id'>> = {
  folder: 'need',
  kind: 'answers to need',
  schema: z.strictObject({
    kind: z.literal('answers to need'),
    ...policyHeader,
    fewestSchools: z.int().min(2),
    answers: z
      .array(
        z.strictObject({
          indicator: words,
          measure: measureCode.optional(),
          kind: z.enum(['head alongside', 'specialist leader', 'training', 'review', 'governance review', 'service']),
          text: words,
          source: words,
        }),
      )
      .min(1),
  }),
};
