import { z } from 'zod';
import { type PolicyKind, policyHeader, startYear, words } from '../../policies.ts';
import type { Publishing } from '../rules/data-currency.ts';
import { DATASET_IDS } from '../rules/datasets.ts';
import { STAGES } from '../rules/stages.ts';

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'a month such as 2025-10');

const release = z.strictObject({
  stage: z.enum(STAGES),
  month: z.int().min(1).max(12),
  yearsAfterStart: z.int().min(0).max(5),
});

const named = { dataset: z.enum(DATASET_IDS), source: words };

const publishing = z.discriminatedUnion('every', [
  z.strictObject({ ...named, every: z.literal('day') }),
  z.strictObject({ ...named, every: z.literal('month'), monthsToPublish: z.int().min(0).max(12) }),
  z.strictObject({
    ...named,
    every: z.literal('year'),
    releases: z.array(release).default([]),
    without: z.array(z.strictObject({ year: startYear, why: words })).default([]),
  }),
  z.strictObject({
    ...named,
    every: z.literal('once'),
    why: words.nullable().default(null),
    followedBy: z.strictObject({ on: month, what: words }).nullable().default(null),
  }),
]);

/** When each dataset is published: policies/data/, `"kind": "publication calendar"`. */
export const publicationCalendarKind: PolicyKind<{
  datasets: Publishing[];
  validFrom: string;
  validTo: string | null;
}> = {
  folder: 'data',
  kind: 'publication calendar',
  schema: z.strictObject({ kind: z.literal('publication calendar'), ...policyHeader, datasets: z.array(publishing) }),
};
