import { z } from 'zod';
import { isoDate } from '../../policies.ts';

/** A form's answer: what it says, or what is wrong with each field. */
export type Read<T> = { ok: true; value: T } | { ok: false; errors: Record<string, string> };

/** Reads a form; `more` are faults that were found otherwise. */
export function readForm<T>(schema: z.ZodType<T>, input: unknown, more: Record<string, string> = {}): Read<T> {
  const parsed = schema.safeParse(input);
  const own = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('-'), message] as const);
  const errors = { ...Object.fromEntries(own), ...more };
  return parsed.success && Object.keys(errors).length === 0 ? { ok: true, value: parsed.data } : { ok: false, errors };
}

/** What somebody typed into a box: ends of line as one sign, and without the sign that PostgreSQL cannot store. With `missing` it must be there. */
export function text(name: string, { most, missing }: { most: number; missing?: string }) {
  return z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').replaceAll('\0', '').trim())
    .refine((typed) => typed.length <= most, { error: `${name} must be ${most} characters or fewer` })
    .refine((typed) => missing === undefined || typed !== '', { error: missing ?? '' });
}

/** A number in a box, or null for an empty one; with `missing` it must be there. At most three decimals. */
export function number(
  name: string,
  { least, most, missing, whole = false }: { least: number; most: number; missing?: string; whole?: boolean },
) {
  const range = `${name} must be ${whole ? 'a whole number' : 'a number'} from ${least} to ${most.toLocaleString('en-GB')}`;
  return z
    .string()
    .catch('')
    .transform((typed, context): number | null => {
      const said = typed.trim().replaceAll(',', '');
      if (said === '') {
        if (missing !== undefined) context.addIssue({ code: 'custom', message: missing });
        return null;
      }
      const value = /^\d{1,9}(\.\d{1,3})?$/.test(said) ? Number(said) : Number.NaN;
      if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
      context.addIssue({ code: 'custom', message: range });
      return null;
    });
}

/** A day of three boxes with the prefix; undefined where they are empty, null where they name no day. */
export function dayIn(form: Record<string, unknown>, prefix: string): string | null | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => {
    const typed = form[`${prefix}-${part}`];
    return typeof typed === 'string' ? typed.trim() : '';
  });
  if (day === '' && month === '' && year === '') return undefined;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const parsed = isoDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.success && parsed.data >= '2000-01-01' && parsed.data < '2100-01-01' ? parsed.data : null;
}
