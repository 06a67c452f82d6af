import { z } from 'zod';
import { type Read, readForm, text } from '../../../need/schema/form-fields.ts';
import type { Question } from '../../rules/life/life-policy.ts';
import type { ObjectiveStatus, ReviewWords } from '../../rules/life/review.ts';

const LONG = 2000;
const orNull = (name: string) => text(name, { most: LONG }).transform((typed) => (typed === '' ? null : typed));

type Form = Record<string, unknown>;
type Errors = Record<string, string>;

const reviewForm = z.object({
  working: orNull('Whether it is working'),
  appropriate: orNull('Whether it is the right help'),
  change: orNull('What should change'),
  continues: z.enum(['continue', 'change', 'extend', 'end']).nullable().catch(null),
  nextSteps: orNull('Next steps'),
});

const statusForm = z.object({
  status: z.enum(['green', 'amber', 'red']).nullable().catch(null),
  details: text('Details', { most: LONG }),
});

/** What the service writes of a review: it may be half filled. `objectives` are the keys of the agreement in force. */
export function readReviewForm(
  form: Form,
  { held, exit }: { held: string | null; exit: string | null },
  errors: Errors,
  objectives: readonly number[],
): Read<ReviewWords> {
  const more: Errors = { ...errors };
  const said = objectives.flatMap((objective): ObjectiveStatus[] => {
    const fields = { status: form[`status-${objective}`], details: form[`details-${objective}`] };
    const read = readForm(statusForm, fields);
    if (read.ok) return [{ objective, ...read.value }];
    more[`details-${objective}`] = read.errors.details ?? 'Enter the details';
    return [];
  });
  const read = readForm(reviewForm, form, more);
  return read.ok ? { ok: true, value: { ...read.value, heldOn: held, exitOn: exit, objectives: said } } : read;
}

const answerForm = z.object({
  part: z.enum(['leader', 'supported head']).nullable().catch(null),
  working: text('Whether it is working', { most: LONG, missing: 'Enter whether it is working' }),
  appropriate: text('Whether it is the right help', { most: LONG, missing: 'Enter whether it is the right help' }),
  change: text('What should change', { most: LONG, missing: 'Enter what should change, or that nothing should' }),
});

/** An answer in a review; `part` says whose it is, where the service writes it down. */
export function readReviewAnswer(form: Form) {
  return readForm(answerForm, form);
}

/** The answers to the questions of an evaluation or a reflection, by code; with why, where it takes the place of an earlier one. */
export function readAnswers(
  form: Form,
  questions: readonly Question[],
): Read<{ answers: Record<string, string>; reason: string | null }> {
  const fields: Record<string, ReturnType<typeof text>> = { reason: text('Why', { most: LONG }) };
  for (const { code, label } of questions)
    fields[`answer-${code}`] = text('The answer', { most: LONG, missing: `Answer: ${label}` });
  const schema: z.ZodType<Record<string, string>> = z.object(fields);
  const read = readForm(schema, form);
  if (!read.ok) return read;
  const answers = Object.fromEntries(questions.map(({ code }) => [code, read.value[`answer-${code}`]!]));
  return { ok: true, value: { answers, reason: read.value.reason || null } };
}

const impactForm = z.object({
  value: text('The figure', { most: 200, missing: 'Enter what the measure came to, or that there is no figure' }),
  source: text('Where it is from', { most: 400, missing: 'Enter where it is from' }),
  confidence: z.enum(['high', 'medium', 'low'], { error: 'Choose how sure it is' }),
  words: text('What happened', { most: LONG, missing: 'Enter what happened' }),
});

/** What an objective came to; `asAt` is the day that was read already. */
export function readImpact(form: Form, asAt: string | null, errors: Errors) {
  const read = readForm(impactForm, form, errors);
  return read.ok ? ({ ok: true, value: { ...read.value, asAt: asAt! } } as const) : read;
}

const followUpForm = z.object({
  who: text('Who was spoken with', { most: 400, missing: 'Enter who was spoken with' }),
  lasted: text('What lasted', { most: LONG, missing: 'Enter what lasted' }),
  newNeed: text('New need', { most: LONG }).transform((typed) => (typed === '' ? null : typed)),
});

/** A follow-up; `held` is the day that was read already. */
export function readFollowUp(form: Form, held: string | null, errors: Errors) {
  const read = readForm(followUpForm, form, errors);
  return read.ok ? ({ ok: true, value: { ...read.value, heldOn: held! } } as const) : read;
}
