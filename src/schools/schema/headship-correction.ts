import { z } from 'zod';
import { isoDate } from '../../policies.ts';
import { CORRECTION_SAYS, type CorrectionSaid, type Span, STANDINGS } from '../rules/headship/correction.ts';

export const LONGEST_REASON = 2000;

/** What somebody typed into a box: ends of line as one sign, and without the sign that PostgreSQL cannot store. */
const typed = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim());

const iso = isoDate.refine((day) => day >= '1000-01-01');

/** The change of head that an address or a form names; null when it names none. */
export const spanInput = z
  .object({ notBefore: iso, notAfter: iso })
  .nullable()
  .catch(null) satisfies z.ZodType<Span | null>;

const NOT_A_DAY = 'Enter a real day, such as 1 9 2020, or leave all three boxes empty';

const whole = z.object({
  notBefore: iso,
  notAfter: iso,
  says: z.enum(CORRECTION_SAYS, { error: 'Choose what is right' }),
  'happened-day': typed,
  'happened-month': typed,
  'happened-year': typed,
  first: z.enum(['yes', 'no', 'not said']).catch('not said'),
  standing: z.enum([...STANDINGS, 'not said']).catch('not said'),
  reason: typed
    .refine((text) => text.length > 0, { error: 'Enter how you know' })
    .refine((text) => text.length <= LONGEST_REASON, {
      error: `How you know must be ${LONGEST_REASON} characters or fewer`,
    }),
});

/** The form that corrects a change of head. Each message is for the field that its path names. */
export const correctionForm = whole.transform((form, context): CorrectionSaid => {
  const { notBefore, notAfter, says, first, standing, reason } = form;
  const parts = [form['happened-day'], form['happened-month'], form['happened-year']];
  const happenedOn = parts.every((part) => part === '') ? null : dayOf(parts);
  const problem = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (happenedOn === undefined) problem('happened', NOT_A_DAY);
  const dated = says === 'another person' || says === 'vacancy';
  if (happenedOn && !dated) problem('happened', 'Give a day only where the head changed or the post became vacant');
  if (happenedOn && dated && (happenedOn <= notBefore || happenedOn > notAfter)) {
    problem('happened', 'The day must lie after the earlier extract and not after the later one');
  }
  return {
    notBefore,
    notAfter,
    says,
    happenedOn: happenedOn ?? null,
    // What does not go with the answer above it is as good as not said.
    firstHeadship: says !== 'another person' || first === 'not said' ? null : first === 'yes',
    standing: (says !== 'another person' && says !== 'same person') || standing === 'not said' ? null : standing,
    reason,
  };
});

/** The ISO date of a day typed as day, month and year; undefined when there is no such day. */
function dayOf([day = '', month = '', year = '']: readonly string[]): string | undefined {
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = iso.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}
