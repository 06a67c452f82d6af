import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';

const hour = z.int().min(0).max(23);
const days = z.int().min(1).max(365);

const reminderPolicy = z.strictObject({
  kind: z.literal('reminders'),
  ...policyHeader,
  /** Letters about work leave on working days, in these hours on London's clocks: `from` and up to, without, `to`. */
  hours: z
    .strictObject({ from: hour, to: hour, source: words })
    .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later than "from"' }),
  reminders: z.strictObject({
    daysBefore: z.array(days),
    onTheDay: z.boolean(),
    daysAfter: z.array(days),
    /** A step that was missed is made up for within so many days. */
    lateSteps: z.int().min(0).max(30),
    source: words,
  }),
  weekly: z.strictObject({ fromHour: hour, source: words }),
  /** Lines of a letter; the rest is on the page. */
  mostLines: z.int().min(1).max(200),
});
export type ReminderPolicy = z.infer<typeof reminderPolicy>;

/** `policies/calendar/reminders-*.json`. */
export const reminderPolicyKind: PolicyKind<ReminderPolicy> = {
  folder: 'calendar',
  kind: 'reminders',
  schema: reminderPolicy,
};
