import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import type { PublishedRates } from '../../rules/money/rates.ts';

const basisPoints = z.int().min(1).max(10_000);
const pencePerDay = z.int().min(1).max(1_000_000);

/** One of the ways of brokerage, as policies and agreements hold it. */
export const brokerageSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('percentage inside'), basisPoints }),
  z.strictObject({ way: z.literal('percentage added'), basisPoints }),
  z.strictObject({ way: z.literal('flat fee inside'), pencePerDay }),
  z.strictObject({ way: z.literal('none') }),
]);

const rates = z.strictObject({
  kind: z.literal('published rates'),
  ...policyHeader,
  lists: z
    .array(
      z.strictObject({
        body: words,
        source: words,
        note: words,
        rates: z.array(z.strictObject({ role: z.string().regex(/^[a-z][a-z-]{1,58}$/), pencePerDay })).min(1),
        brokerage: brokerageSchema.nullable(),
      }),
    )
    .min(1),
});

/** A file of day rates that bodies published: policies/placements/, `"kind": "published rates"`. */
export const publishedRatesKind: PolicyKind<PublishedRates> = {
  folder: 'placements',
  kind: 'published rates',
  schema: rates,
};
