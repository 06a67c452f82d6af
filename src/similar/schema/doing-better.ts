import { z } from 'zod';
import { measureCode, type PolicyKind, policyHeader, startYear, words } from '../../policies.ts';
import type { DoingBetterPolicy } from '../rules/doing-better.ts';

const compared = {
  keyStage: z.enum(['ks2', 'ks4']),
  measure: measureCode,
  label: words,
  pupils: measureCode,
  years: z.array(startYear).min(1),
  source: words,
};

/** When a similar school does better: policies/similar/, `"kind": "doing better policy"`. */
export const doingBetterKind: PolicyKind<Omit<DoingBetterPolicy, 'id'>> = {
  folder: 'similar',
  kind: 'doing better policy',
  schema: z
    .strictObject({
      kind: z.literal('doing better policy'),
      ...policyHeader,
      similarShare: z.number().gt(0).max(1),
      selectiveApart: z.boolean(),
      lastYears: z.int().min(1),
      fewestYears: z.int().min(1),
      chance: z.number().gt(0.5).lt(1),
      measures: z
        .array(
          z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('share'), ...compared }),
            z.strictObject({ kind: z.literal('score'), standardDeviation: z.number().positive(), ...compared }),
          ]),
        )
        .min(1),
    })
    .superRefine(({ lastYears, fewestYears, measures }, context) => {
      if (fewestYears > lastYears)
        context.addIssue({ code: 'custom', path: ['fewestYears'], message: `it is more than lastYears, ${lastYears}` });
      measures.forEach(({ years }, i) => {
        if (years.length < fewestYears)
          context.addIssue({
            code: 'custom',
            path: ['measures', i, 'years'],
            message: `no school can have ${fewestYears} of ${years.length} years`,
          });
      });
    }),
};
