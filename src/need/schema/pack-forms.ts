import { z } from 'zod';

export const LONGEST_PACK_REASON = 2000;

const typed = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());
const part = z
  .string()
  .catch('')
  .transform((text) => text.trim());

/** The day from which a pack holds, in three boxes, and why it does. Each message is for the field of the same name. */
export const publishForm = z
  .object({
    'from-day': part,
    'from-month': part,
    'from-year': part,
    reason: typed
      .refine((text) => text.length > 0, { error: 'Enter why this pack is published' })
      .refine((text) => text.length <= LONGEST_PACK_REASON, {
        error: `Reason must be ${LONGEST_PACK_REASON} characters or fewer`,
      }),
  })
  .transform((form, context) => {
    const from = isoDay(form['from-year'], form['from-month'], form['from-day']);
    if (from === null) {
      context.addIssue({ code: 'custom', path: ['from'], message: 'Enter a day, like 1 9 2027' });
      return z.NEVER;
    }
    return { from, reason: form.reason };
  });

export const withdrawForm = z.object({
  why: typed.refine((text) => text.length <= LONGEST_PACK_REASON, {
    error: `Reason must be ${LONGEST_PACK_REASON} characters or fewer`,
  }),
});

/** An ISO day of three boxes; null when there is no such day. */
export function isoDay(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(text).success ? text : null;
}
