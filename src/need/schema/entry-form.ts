import { z } from 'zod';
import type { EnteredIndicator } from '../rules/need-policy.ts';
import { dayIn } from './pack-forms.ts';

export const LONGEST_EVIDENCE = 1000;
export const LONGEST_NOTE = 2000;
/** What was seen longer ago than this says nothing of the school as it is. */
const OLDEST_YEARS = 10;

const typed = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());
/** What was seen, as it is sent. Days are ISO. */
export interface NewEntry {
  level: string;
  on: string;
  evidence: string;
  note: string | null;
}

/** The form for one indicator of the pack in force, on a day (ISO). Each message is for the field of the same name. */
export function entryForm(indicator: EnteredIndicator, today: string): z.ZodType<NewEntry> {
  const levels = [indicator.clearLevel, ...indicator.steps.map(({ level }) => level)];
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  return z.preprocess(
    (form) => ({ ...Object(form), on: dayIn(form, 'on') }),
    z.object({
      level: z.string({ error: 'Choose an answer' }).refine((level) => levels.includes(level), {
        error: 'Choose an answer',
      }),
      on: z
        .string({ error: 'Enter the day on which it was seen, like 3 6 2026' })
        .refine((on) => on <= today, { error: 'The day on which it was seen must be today or earlier' })
        .refine((on) => on >= oldest, {
          error: `The day on which it was seen must be in the last ${OLDEST_YEARS} years`,
        }),
      evidence: typed
        .refine((text) => text.length > 0, { error: 'Enter what was seen' })
        .refine((text) => text.length <= LONGEST_EVIDENCE, {
          error: `What was seen must be ${LONGEST_EVIDENCE} characters or fewer`,
        }),
      note: typed
        .refine((text) => text.length <= LONGEST_NOTE, {
          error: `The note must be ${LONGEST_NOTE} characters or fewer`,
        })
        .transform((text) => text || null),
    }),
  );
}

export const withdrawEntryForm = z.object({
  reason: typed
    .refine((text) => text.length > 0, { error: 'Enter why it is withdrawn' })
    .refine((text) => text.length <= LONGEST_EVIDENCE, {
      error: `Reason must be ${LONGEST_EVIDENCE} characters or fewer`,
    }),
});
