import { z } from 'zod';
import { deadlineRule } from '../../../calendar/due-after.ts';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import type { DeliveryPolicy } from '../../rules/delivery/delivery-policy.ts';
import type { PowersPolicy } from '../../rules/delivery/powers.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);
const unique = (list: readonly { code: string }[]) => new Set(list.map((one) => one.code)).size === list.length;
const TWICE = { error: 'a code stands twice' };

const delivery = z.strictObject({
  kind: z.literal('delivery rules'),
  ...policyHeader,
  noteWithin: deadlineRule,
  remindEveryDays: z.int().min(1).max(60),
  ratings: z.strictObject({ red: words, amber: words, green: words }),
  escalation: z
    .array(
      z.strictObject({
        code,
        label: words,
        missing: words,
        items: z
          .array(z.strictObject({ code, label: words }))
          .min(1)
          .refine(unique, TWICE),
      }),
    )
    .min(1)
    .refine(unique, TWICE),
});

/** A file of rules for the work of placements: policies/placements/, `"kind": "delivery rules"`. */
export const deliveryKind: PolicyKind<DeliveryPolicy> = {
  folder: 'placements',
  kind: 'delivery rules',
  schema: delivery,
};

const SERVICES = ['local authority', 'trust', 'hub'] as const;
const SCHOOLS = ['maintained', 'academy'] as const;

const powers = z
  .strictObject({
    kind: z.literal('intervention powers'),
    ...policyHeader,
    sets: z.array(
      z
        .strictObject({
          service: z.enum(SERVICES),
          school: z.enum(SCHOOLS),
          says: words,
          powers: z
            .array(z.strictObject({ code, label: words, means: words, after: z.array(code), orCategory: z.boolean() }))
            .min(1)
            .refine(unique, TWICE),
        })
        .refine(
          (set) =>
            set.powers.every(({ after }, place) =>
              after.every((before) => set.powers.slice(0, place).some((power) => power.code === before)),
            ),
          { path: ['powers'], error: 'a power comes after one that does not stand before it' },
        ),
    ),
  })
  .superRefine(({ sets }, context) => {
    for (const service of SERVICES)
      for (const school of SCHOOLS)
        if (sets.filter((set) => set.service === service && set.school === school).length !== 1)
          context.addIssue({
            code: 'custom',
            path: ['sets'],
            message: `there must be one set for ${service}, ${school}`,
          });
  });

/** A file of what services may do when a school does not take part: policies/placements/, `"kind": "intervention powers"`. */
export const powersKind: PolicyKind<PowersPolicy> = {
  folder: 'placements',
  kind: 'intervention powers',
  schema: powers,
};
