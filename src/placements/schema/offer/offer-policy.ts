import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import { OFFER_SIDES } from '../../rules/offer/offer.ts';
import { OTHER_REASON, type OfferPolicy } from '../../rules/offer/offer-policy.ts';

const code = z.string().regex(/^[a-z][a-z-]{1,58}$/);

const offerPolicy = z
  .strictObject({
    kind: z.literal('offers'),
    ...policyHeader,
    answer: z.strictObject({
      days: z.int().min(1).max(60),
      mostDays: z.int().min(1).max(60),
      mostMoreDays: z.int().min(1).max(60),
      reminderDaysBefore: z.array(z.int().min(0).max(60)),
      source: words,
    }),
    contact: z.strictObject({ days: z.int().min(1).max(60), source: words }),
    declineReasons: z.array(z.strictObject({ code, label: words, sides: z.array(z.enum(OFFER_SIDES)).min(1) })).min(1),
    fromRound: z.strictObject({ lead: code, field: code, source: words }),
    nextBest: z.strictObject({ shown: z.int().min(1).max(50), source: words }),
  })
  .superRefine(({ answer, declineReasons }, context) => {
    if (answer.days > answer.mostDays)
      context.addIssue({ code: 'custom', path: ['answer', 'days'], message: 'is more than "mostDays"' });
    for (const [k, reason] of declineReasons.entries())
      if (declineReasons.findIndex((one) => one.code === reason.code) !== k)
        context.addIssue({ code: 'custom', path: ['declineReasons', k, 'code'], message: 'stands twice' });
    if (!declineReasons.some((reason) => reason.code === OTHER_REASON && reason.sides.length === OFFER_SIDES.length))
      context.addIssue({
        code: 'custom',
        path: ['declineReasons'],
        message: `"${OTHER_REASON}" is missing for one side: nobody must be made to choose a reason that is not theirs`,
      });
  });

/** A file of how offers are answered: policies/placements/, `"kind": "offers"`. */
export const offerPolicyKind: PolicyKind<OfferPolicy> = { folder: 'placements', kind: 'offers', schema: offerPolicy };
