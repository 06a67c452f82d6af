import { z } from 'zod';
import { number, type Read, readForm, text } from '../../../need/schema/form-fields.ts';
import { ANSWERS, type AnswerKind, type OfferSide, type Terms } from '../../rules/offer/offer.ts';
import { OTHER_REASON, type OfferPolicy } from '../../rules/offer/offer-policy.ts';
import { version } from '../placement-forms.ts';
import { days, email } from './parts.ts';

const MOST = 2000;
const words = text('The words', { most: MOST }).transform((typed) => typed || null);

/** The form that puts an entry of the register on the short list. */
export const listedForm = z.object({ leader: z.uuid({ error: 'Choose a leader of the register' }) });

/** The form that puts a leader on the short list who is in no register. */
export const enteredForm = z.object({
  name: text('The name', { most: 200, missing: 'Enter the name of the leader' }),
  email: email(),
  urn: number('The home school', {
    least: 1,
    most: 999_999_999,
    missing: 'Enter the URN of the home school',
    whole: true,
  }),
  why: text('The reason', { most: MOST, missing: 'Enter why this leader would suit' }),
});

/** The form that takes somebody off the short list. */
export const removalForm = z.object({ why: text('The reason', { most: MOST, missing: 'Enter why' }) });

/** A new offer as it was typed; days of the form are read before. */
export interface NewOffer extends Terms {
  version: number;
  name: string;
  email: string;
  releaseBy: 'home head' | 'home board';
  releaseEmail: string;
  answerBy: string;
  words: string | null;
}

const newOffer = z.object({
  version,
  name: text('The name', { most: 200, missing: 'Enter the name of the leader' }),
  email: email('Enter the email address of the leader'),
  releaseBy: z.enum(['home head', 'home board'], { error: 'Choose who releases the leader' }),
  releaseEmail: email('Enter the email address of whoever releases them'),
  halfDays: days('The days', { missing: 'Enter how many days' }),
  words,
});

/** The form of an offer. `dates` were read from its boxes, with their faults. */
export function readNewOffer(
  form: Record<string, unknown>,
  dates: { startsOn: string | null; endsOn: string | null; answerBy: string | null; errors: Record<string, string> },
): Read<NewOffer> {
  const { startsOn, endsOn, answerBy } = dates;
  const errors = { ...dates.errors };
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    errors['ends-day'] = 'The last day must not be before the first';
  const read = readForm(newOffer, form, errors);
  if (!read.ok) return read;
  const { email: address, releaseEmail, halfDays, ...rest } = read.value;
  if (address === releaseEmail)
    return {
      ok: false,
      errors: { releaseEmail: 'Nobody releases themself: enter the address of the head or of the board' },
    };
  const terms = { halfDays: halfDays!, startsOn: startsOn!, endsOn: endsOn! };
  return { ok: true, value: { ...rest, ...terms, email: address!, releaseEmail: releaseEmail!, answerBy: answerBy! } };
}

/** An answer as it was typed. */
export interface AnswerTyped {
  answer: AnswerKind;
  reason: string | null;
  words: string | null;
  counter: Terms | null;
  moreDays: number | null;
}

/** The form in which one side answers an offer. `open` are the answers that are open to it. */
export function readAnswer(
  form: Record<string, unknown>,
  side: OfferSide,
  policy: Pick<OfferPolicy, 'answer' | 'declineReasons'>,
  open: readonly AnswerKind[],
  dates: { startsOn: string | null; endsOn: string | null; errors: Record<string, string> },
): Read<AnswerTyped> {
  const chosen = z.enum(ANSWERS).safeParse(form.said);
  if (!chosen.success || !open.includes(chosen.data)) return { ok: false, errors: { said: 'Choose your answer' } };
  const answer = chosen.data;
  const boxes = { ...blank(form), ...Object.fromEntries(FIELDS[answer].map((name) => [name, form[name]])) };
  const read = readForm(
    z.object({
      words,
      halfDays: days('The days', answer === 'counter' ? { missing: 'Enter how many days you offer' } : {}),
      moreDays: number('The days', { least: 1, most: policy.answer.mostMoreDays, whole: true }),
      reason: z.string().catch(''),
    }),
    boxes,
    answer === 'counter' ? dates.errors : {},
  );
  const errors: Record<string, string> = read.ok ? {} : { ...read.errors };
  const typed = read.ok ? read.value : null;
  if (typed !== null) {
    const codes = policy.declineReasons.filter(({ sides }) => sides.includes(side)).map(({ code }) => code);
    if (answer === 'conditions' && typed.words === null) errors.words = 'Enter your conditions';
    if (answer === 'undecided' && typed.moreDays === null) errors.moreDays = 'Enter how many more days you need';
    if (answer === 'decline' && !codes.includes(typed.reason)) errors.reason = 'Choose why';
    if (answer === 'decline' && typed.reason === OTHER_REASON && typed.words === null)
      errors.words = 'Enter the other reason';
    if (answer === 'counter' && dates.startsOn! > dates.endsOn!)
      errors['ends-day'] = 'The last day must not be before the first';
  }
  if (typed === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: {
      answer,
      reason: answer === 'decline' ? typed.reason : null,
      words: typed.words,
      counter:
        answer === 'counter' ? { halfDays: typed.halfDays!, startsOn: dates.startsOn!, endsOn: dates.endsOn! } : null,
      moreDays: answer === 'undecided' ? typed.moreDays : null,
    },
  };
}

/** What each answer reads besides; what was typed for another answer does not count. */
const FIELDS: Readonly<Record<AnswerKind, readonly string[]>> = {
  accept: [],
  conditions: ['words'],
  counter: ['words', 'halfDays'],
  undecided: ['words', 'moreDays'],
  decline: ['words', 'reason'],
};

function blank(form: Record<string, unknown>): Record<string, unknown> {
  return { ...form, words: '', halfDays: '', moreDays: '', reason: '' };
}

/** The form in which the service answers conditions or a counter-offer. */
export function readReply(
  form: Record<string, unknown>,
): Read<{ answerId: string; accepted: boolean; words: string | null }> {
  const read = readForm(
    z.object({
      answerId: z.uuid({ error: 'The page is out of date: load it again' }),
      reply: z.enum(['agree', 'refuse'], { error: 'Choose whether the service agrees' }),
      words,
    }),
    form,
  );
  if (!read.ok) return read;
  const { answerId, reply, words: said } = read.value;
  if (reply === 'refuse' && said === null) return { ok: false, errors: { words: 'Enter why not' } };
  return { ok: true, value: { answerId, accepted: reply === 'agree', words: said } };
}

/** The form that ends an offer, or an acceptance before the first contact. */
export const endOfferForm = z.object({ version, why: text('The reason', { most: MOST, missing: 'Enter why' }) });

/** The form that notes the first contact; its day is read before. */
export const contactForm = z.object({ version, words });

/** The form in which a head objects to a leader. */
export const objectionForm = z.object({
  why: text('The reason', { most: MOST, missing: 'Enter what you have against it' }),
});

const why = text('The words', { most: MOST, missing: 'Enter why' });

/** The form in which the service answers an objection. */
export const objectionAnswerForm = z.object({
  version,
  outcome: z.enum(['leader stays', 'leader goes'], { error: 'Choose what becomes of it' }),
  words: why,
});

/** The form in which a head takes an objection back. */
export const takeBackForm = z.object({ version, words: why });
