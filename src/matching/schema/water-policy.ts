import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { Water } from '../rules/travel/travel-policy.ts';

/** "556.8 176.5, 538.7 179.7": kilometres east and north on the National Grid, to [easting, northing] in metres. */
const points = z
  .string()
  .regex(/^\d{1,3}\.\d \d{1,4}\.\d(, \d{1,3}\.\d \d{1,4}\.\d)*$/, 'Write kilometres as "556.8 176.5, 538.7 179.7"')
  .transform((text) =>
    text.split(', ').map((point): [number, number] => {
      const [east, north] = point.split(' ');
      return [Math.round(Number(east) * 1000), Math.round(Number(north) * 1000)];
    }),
  );

const way = z
  .strictObject({ by: words, points, ferryMinutes: z.number().positive().nullable().default(null) })
  .refine(({ points, ferryMinutes }) => ferryMinutes === null || points.length === 2, {
    path: ['points'],
    message: 'a ferry has two ends',
  });

const waterPolicy = z.strictObject({
  kind: z.literal('water policy'),
  ...policyHeader,
  ferrySource: words,
  waters: z
    .array(
      z.strictObject({
        name: words,
        line: points.refine((line) => line.length >= 2, 'a line has two points or more'),
        ways: z.array(way).min(1),
      }),
    )
    .superRefine((waters, context) => {
      const seen = new Set<string>();
      waters.forEach(({ name }, k) => {
        if (seen.has(name)) context.addIssue({ code: 'custom', path: [k, 'name'], message: `${name} is there twice` });
        seen.add(name);
      });
    }),
});

/** Waters and their ways: policies/travel/, `"kind": "water policy"`. */
export const waterPolicyKind: PolicyKind<{
  title: string;
  validFrom: string;
  validTo: string | null;
  waters: Water[];
}> = { folder: 'travel', kind: 'water policy', schema: waterPolicy };
