import { z } from 'zod';

export const LONGEST_PACK_REASON = 2000;

const typed = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());
/** The day from which a pack holds, in three boxes, and why it does. Each message is for the field of the same name. */
export const publishForm = z.preprocess(
  (form) => ({ ...Object(form), from: dayIn(form, 'from') }),
  z.object({
    from: z.string({ error: 'Enter a day, like 1 9 2027' }),
    reason: typed
      .refine((text) => text.length > 0, { error: 'Enter why this pack is published' })
      .refine((text) => text.length <= LONGEST_PACK_REASON, {
        error: `Reason must be ${LONGEST_PACK_REASON} characters or fewer`,
      }),
  }),
);

export const withdrawForm = z.object({
  why: typed.refine((text) => text.length <= LONGEST_PACK_REASON, {
    error: `Reason must be ${LONGEST_PACK_REASON} characters or fewer`,
  }),
});

/** The ISO day of the three boxes of a date in a form; null when there is no such day. */
export function dayIn(form: unknown, name: string): string | null {
  const sent = Object(form) as Record<string, unknown>;
  const box = (part: string) => {
    const value = sent[`${name}-${part}`];
    return typeof value === 'string' ? value.trim() : '';
  };
  const [year, month, day] = [box('year'), box('month'), box('day')];
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(text).success ? text : null;
}
