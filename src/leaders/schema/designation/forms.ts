import { z } from 'zod';
import { type Read, readForm, text } from '../../../need/schema/form-fields.ts';
import type { RefereeNamed } from '../../rules/designation/application.ts';
import {
  GROUNDS_WORDS,
  REVIEW_OUTCOMES,
  type ReviewGrounds,
  type ReviewOutcome,
} from '../../rules/designation/review.ts';
import type { Question, RefereeAsked, RefereeKind, RuleSet } from '../../rules/designation/rule-set.ts';
import { type Ruling, RULINGS } from '../../rules/designation/rulings.ts';

const MOST = 2000;

/** The form that opens a round: all but its days. */
export const openRoundForm = z.object({
  ruleSet: text('The rules', { most: 200, missing: 'Choose a role' }),
  words: text('The words', { most: MOST }).transform((typed) => typed || null),
});

export const namePanelForm = z.object({
  person: z.uuid({ error: 'Choose a person' }),
  part: z.enum(['chair', 'member', 'appeal'], { error: 'Choose what the person does' }),
});

export const endSeatForm = z.object({ seat: z.uuid() });

/** Answers to questions of a policy, each with its limit: what is saved of a step, whether or not it is complete. */
export function readAnswers(
  questions: readonly Question[],
  form: Record<string, unknown>,
): Read<Record<string, string>> {
  const fields = questions.map(({ key, label, most, type }) => {
    const box = text(`“${label}”`, { most });
    if (type === 'tick') return [key, box.transform((typed) => (typed === 'yes' ? 'yes' : ''))] as const;
    if (type === 'yes or no')
      return [key, box.transform((typed) => (typed === 'yes' || typed === 'no' ? typed : ''))] as const;
    return [key, box] as const;
  });
  return readForm(z.object(Object.fromEntries(fields)) as z.ZodType<Record<string, string>>, form);
}

const mailAddress = z.email();

/** Referees as they are typed; addresses that are there must be addresses, and no two referees share one. */
export function readReferees(
  asked: readonly RefereeAsked[],
  form: Record<string, unknown>,
): Read<Partial<Record<RefereeKind, RefereeNamed>>> {
  const named: Partial<Record<RefereeKind, RefereeNamed>> = {};
  const errors: Record<string, string> = {};
  for (const { from, title } of asked) {
    const read = readForm(
      z.object({
        [`${from}-name`]: text('The name', { most: 200 }),
        [`${from}-position`]: text('The position', { most: 200 }),
        [`${from}-email`]: text('The address', { most: 254 }).transform((typed) => typed.toLowerCase()),
      }),
      form,
    );
    if (!read.ok) {
      Object.assign(errors, read.errors);
      continue;
    }
    const [name = '', position = '', email = ''] = ['name', 'position', 'email'].map(
      (box) => (read.value as Record<string, string>)[`${from}-${box}`],
    );
    if (email !== '' && !mailAddress.safeParse(email).success)
      errors[`${from}-email`] = `${title}: enter an email address in the correct format, like name@example.org`;
    else if (email !== '' && Object.values(named).some((one) => one.email === email))
      errors[`${from}-email`] = `${title}: the other referee has this address; the two must be different people`;
    named[from] = { name, position, email };
  }
  return Object.keys(errors).length === 0 ? { ok: true, value: named } : { ok: false, errors };
}

/** What a referee sends. Everything is asked for, since it is sent once. */
export function readReference(
  asked: Pick<RefereeAsked, 'questions'>,
  form: Record<string, unknown>,
): Read<{ supports: boolean; words: string; answers: Record<string, string> }> {
  const answers = readAnswers(asked.questions, form);
  const errors: Record<string, string> = answers.ok ? {} : { ...answers.errors };
  if (answers.ok)
    for (const { key, label } of asked.questions)
      if (answers.value[key] === '') errors[key] = `Answer: ${label.replace(/\?$/, '')}`;
  const own = readForm(
    z.object({
      supports: z.enum(['yes', 'no'], { error: 'Choose whether you support the application' }),
      words: text('Your reason', { most: 4000, missing: 'Enter your reason' }),
    }),
    form,
    errors,
  );
  if (!own.ok || !answers.ok) return { ok: false, errors: own.ok ? errors : own.errors };
  return {
    ok: true,
    value: { supports: own.value.supports === 'yes', words: own.value.words, answers: answers.value },
  };
}

export const rulingForm: z.ZodType<{ rule: string; verdict: Ruling; reason: string }> = z.object({
  rule: z.string().max(40).catch(''),
  verdict: z.enum(RULINGS, { error: 'Choose what you decide' }),
  reason: text('The reason', { most: MOST, missing: 'Enter your reason' }),
});

/** A declaration of interest: with one, what it is in a sentence. */
export function readInterest(form: Record<string, unknown>): Read<{ hasInterest: boolean; words: string | null }> {
  const read = readForm(
    z.object({
      interest: z.enum(['yes', 'no'], { error: 'Choose whether you have an interest' }),
      words: text('The interest', { most: MOST }),
    }),
    form,
  );
  if (!read.ok) return read;
  const hasInterest = read.value.interest === 'yes';
  if (hasInterest && read.value.words === '') return { ok: false, errors: { words: 'Say in a sentence what it is' } };
  return { ok: true, value: { hasInterest, words: hasInterest ? read.value.words : null } };
}

/** Scores of one member: a score and words for each criterion. */
export function readScores(
  { criteria, scale }: Pick<RuleSet, 'criteria' | 'scale'>,
  form: Record<string, unknown>,
): Read<Record<string, { score: number; words: string }>> {
  const scores: Record<string, { score: number; words: string }> = {};
  const errors: Record<string, string> = {};
  for (const { key, label } of criteria) {
    const score = scale.find((one) => String(one.score) === form[`${key}-score`])?.score;
    const words = readForm(z.object({ words: text(`Your words on “${label}”`, { most: MOST }) }), {
      words: form[`${key}-words`],
    });
    if (score === undefined) errors[`${key}-score`] = `Choose a score for “${label}”`;
    if (!words.ok) errors[`${key}-words`] = words.errors.words!;
    else if (words.value.words === '') errors[`${key}-words`] = `Enter why you give “${label}” this score`;
    else if (score !== undefined) scores[key] = { score, words: words.value.words };
  }
  return Object.keys(errors).length === 0 ? { ok: true, value: scores } : { ok: false, errors };
}

/** A move of an application: where to, from which version, and the reason where one is asked for. */
export const moveForm = z.object({
  to: z.string().max(40).catch(''),
  version: z.coerce.number().int().min(0).max(1000).catch(-1),
  words: text('The reason', { most: 4000 }),
});

/** Another referee in place of one who does not answer, or the same with another address. */
export const askAnewForm = z.object({
  reference: z.uuid(),
  name: text('The name', { most: 200, missing: 'Enter the name of the referee' }),
  position: text('The position', { most: 200, missing: 'Enter their position' }),
  email: text('The address', { most: 254, missing: 'Enter their email address' })
    .transform((typed) => typed.toLowerCase())
    .refine((typed) => typed === '' || mailAddress.safeParse(typed).success, {
      error: 'Enter an email address in the correct format, like name@example.org',
    }),
});

export const reviewDecisionForm: z.ZodType<{ outcome: ReviewOutcome; words: string }> = z.object({
  outcome: z.enum(REVIEW_OUTCOMES, { error: 'Choose what becomes of the designation' }),
  words: text('The reason', { most: 4000, missing: 'Enter the reason; conditions too, where there are any' }),
});

export const reviewWordsForm = z.object({
  words: text('The words', { most: 4000, missing: 'Enter what should be looked at' }),
});

export const movedForm = z.object({
  urn: text('The URN', { most: 9, missing: 'Enter the URN of the new school' })
    .refine((typed) => typed === '' || /^\d{1,9}$/.test(typed), { error: 'A URN is a number of six digits' })
    .transform(Number),
  words: text('The words', { most: MOST, missing: 'Enter where this is known from' }),
});

export const raiseReviewForm: z.ZodType<{ designation: string; grounds: ReviewGrounds; words: string }> = z.object({
  designation: z.uuid({ error: 'Choose a designation' }),
  grounds: z
    .enum(Object.keys(GROUNDS_WORDS) as ReviewGrounds[], { error: 'Choose the grounds' })
    .refine((grounds) => grounds === 'conduct' || grounds === 'delivery', { error: 'Choose the grounds' }),
  words: text('The words', { most: 4000, missing: 'Enter what happened, and how it is known' }),
});
