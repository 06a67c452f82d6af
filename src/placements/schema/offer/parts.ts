import { halfDaysTyped } from '../../../calendar/half-days.ts';
import { z } from 'zod';

/** Days as a person types them ("2", "2.5"), as whole half days; null for an empty box, unless `missing` says that it must be there. */
export function days(name: string, { missing, most = 400 }: { missing?: string; most?: number } = {}) {
  return z
    .string()
    .catch('')
    .transform((typed, context): number | null => {
      if (typed.trim() === '') {
        if (missing !== undefined) context.addIssue({ code: 'custom', message: missing });
        return null;
      }
      const halfDays = halfDaysTyped(typed);
      if (halfDays !== null && halfDays >= 1 && halfDays <= 2 * most) return halfDays;
      context.addIssue({ code: 'custom', message: `${name} must be whole or half days, from 0.5 to ${most}` });
      return null;
    });
}

/** Pounds as a person types them ("1,200", "1200.50"), as pence; null for an empty box. */
export function pounds(name: string) {
  return z
    .string()
    .catch('')
    .transform((typed, context): number | null => {
      const said = typed.replaceAll(/[£,\s]/g, '');
      if (said === '') return null;
      if (/^\d{1,7}(\.\d{1,2})?$/.test(said)) return Math.round(Number(said) * 100);
      context.addIssue({ code: 'custom', message: `${name} must be pounds, such as 1200 or 1200.50` });
      return null;
    });
}

/** An address for mail, in small letters; null for an empty box, unless `missing` says that it must be there. */
export function email(missing?: string) {
  return z
    .string()
    .catch('')
    .transform((typed, context): string | null => {
      const said = typed.trim().toLowerCase();
      if (said === '') {
        if (missing !== undefined) context.addIssue({ code: 'custom', message: missing });
        return null;
      }
      if (said.length <= 254 && z.email().safeParse(said).success) return said;
      context.addIssue({ code: 'custom', message: 'Enter an email address like name@example.org' });
      return null;
    });
}
