import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import { MONEY_PARTIES } from '../../rules/money/agreed-terms.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';

const code = z.string().regex(/^[a-z][a-z-]{1,38}$/);
const party = z.enum([...MONEY_PARTIES, 'payer']);
const days = z.int().min(0).max(366);

const bill = z
  .strictObject({
    code,
    document: z.enum(['purchase order', 'invoice']),
    label: words,
    from: party,
    to: party,
    when: z.enum(['signature', 'first visit', 'month end']),
    withinDays: days,
    days: z.enum(['agreed', 'delivered']),
    amount: z.enum(['price', 'home share', 'broker share']),
    dueDays: days.nullable(),
  })
  .superRefine((one, context) => {
    const fault = (path: keyof typeof one, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (one.from === one.to) fault('to', 'nobody bills themself');
    if ((one.document === 'invoice') !== (one.dueDays !== null))
      fault('dueDays', 'an invoice has days in which it is paid, and an order has none');
    if ((one.days === 'delivered') !== (one.when === 'month end'))
      fault('days', 'what was delivered is billed at the end of a month, and what was agreed is not');
  });

const policy = z
  .strictObject({
    kind: z.literal('billing policy'),
    ...policyHeader,
    rounding: z.strictObject({ borneBy: z.enum(['broker', 'others']), vat: z.enum(['down', 'up']) }),
    overspend: z.enum(['warn', 'refuse']),
    vatBasisPoints: z.int().min(0).max(10_000),
    beginsWith: code,
    flows: z
      .array(
        z.strictObject({ code, label: words, billedAhead: z.boolean(), source: words, bills: z.array(bill).min(1) }),
      )
      .min(1),
  })
  .superRefine(({ flows, beginsWith }, context) => {
    if (!flows.some((flow) => flow.code === beginsWith))
      context.addIssue({ code: 'custom', path: ['beginsWith'], message: 'is none of the flows' });
    for (const [f, flow] of flows.entries()) {
      if (flows.findIndex((other) => other.code === flow.code) !== f)
        context.addIssue({ code: 'custom', path: ['flows', f, 'code'], message: 'stands twice' });
      for (const [b, { code: of }] of flow.bills.entries())
        if (flow.bills.findIndex((other) => other.code === of) !== b)
          context.addIssue({
            code: 'custom',
            path: ['flows', f, 'bills', b, 'code'],
            message: 'stands twice in its flow',
          });
    }
  });

/** A file of who bills whom: policies/placements/, `"kind": "billing policy"`. */
export const billingPolicyKind: PolicyKind<BillingPolicy> = {
  folder: 'placements',
  kind: 'billing policy',
  schema: policy,
};
