import { z } from 'zod';
import { MEASURES } from '../../opendata/rules/measures.ts';
import { measureCode, type PolicyKind, policyHeader, startYear, words } from '../../policies.ts';
import type { HiddenPolicy } from '../rules/hidden/hidden-policy.ts';

const line = z.strictObject({ points: z.number().min(0).max(100), chance: z.number().min(0.5).max(1) });
const share = measureCode.refine((code) => MEASURES[code].unit === 'percent', 'it must be a percentage of pupils');
const count = measureCode.refine((code) => MEASURES[code].unit === 'count', 'it must be a number of pupils');
const drift = z.number().min(1);

/** A file that says which gaps of disadvantaged pupils are told: policies/need/, `"kind": "hidden gap policy"`. */
export const hiddenPolicyKind: PolicyKind<Omit<HiddenPolicy, 'id'>> = {
  folder: 'need',
  kind: 'hidden gap policy',
  schema: z.strictObject({
    kind: z.literal('hidden gap policy'),
    ...policyHeader,
    fewestPupils: z.int().min(1),
    fewestPupilsSource: words,
    measures: z
      .array(
        z.strictObject({
          phaseGroup: z.enum(['primary', 'secondary']),
          title: words,
          all: share,
          disadvantaged: share,
          other: share,
          pupilsDisadvantaged: count,
          pupilsOther: count,
          years: z.array(startYear).min(1),
          driftPupils: z.strictObject({ disadvantaged: drift, other: drift }),
          driftSource: words,
          behindOthers: line,
          behindEngland: line,
          linesSource: words,
        }),
      )
      .min(1)
      .superRefine((measures, context) => {
        const phases = measures.map(({ phaseGroup }) => phaseGroup);
        for (const [index, { phaseGroup, years }] of measures.entries()) {
          if (phases.indexOf(phaseGroup) !== index)
            context.addIssue({
              code: 'custom',
              path: [index, 'phaseGroup'],
              message: 'each phase may have one measure',
            });
          if (years.some((year, at) => at > 0 && year >= (years[at - 1] ?? 0)))
            context.addIssue({ code: 'custom', path: [index, 'years'], message: 'the newest year comes first' });
        }
      }),
  }),
};
