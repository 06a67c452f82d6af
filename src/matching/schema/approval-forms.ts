import { z } from 'zod';
import { OUTCOMES, type Outcome, type Says } from '../rules/approval/declaration.ts';
import type { PartnerState } from '../rules/approval/moves.ts';
import { CHANGE_KINDS, type ChangeKind } from '../rules/approval/standing.ts';
import { INTEREST_KINDS } from '../rules/sides.ts';
import { dayIn, number, type Read, readForm, text } from '../../need/schema/form-fields.ts';

const MOST = 2000;
const words = text('The words', { most: MOST }).transform((typed) => typed || null);
const ids = z
  .union([z.string(), z.array(z.string())])
  .catch([])
  .transform((value) => [value].flat().filter((id) => z.uuid().safeParse(id).success));
const noInterest = z.literal('yes', {
  error: 'Say that you have no interest in these schools, or declare it and leave those pairs to somebody else',
});

/** The form that puts a proposal forward. */
export function readPutForward(
  form: Record<string, unknown>,
  today: string,
): Read<{ proposal: string; answerBy: string; note: string | null }> {
  const answerBy = dayIn(form, 'answer');
  const errors: Record<string, string> =
    answerBy && answerBy >= today ? {} : { answer: 'Enter the day by which heads answer, today or later' };
  const read = readForm(z.object({ proposal: z.uuid({ error: 'Choose a proposal' }), note: words }), form, errors);
  return read.ok ? { ok: true, value: { ...read.value, answerBy: answerBy! } } : read;
}

/** The form that approves pairs as they were proposed. */
export const approveForm = z.object({
  forward: z.uuid().catch(''),
  line: ids.refine((lines) => lines.length > 0, { error: 'Choose at least one pair' }),
  words,
  noInterest,
});

/** The form that approves one pair, perhaps otherwise than proposed. */
export const approveOneForm = z.object({
  forward: z.uuid().catch(''),
  leader: text('Leader', { most: 100, missing: 'Choose a leader' }),
  days: number('Days', { least: 0.5, most: 200, missing: 'Enter how many days' }),
  differs: text('The reason', { most: MOST }).transform((typed) => typed || null),
  noInterest,
});

const says = {
  says: z.enum(['no interest', 'interest'], { error: 'Choose whether there is an interest' }),
  kind: z.enum(INTEREST_KINDS).nullable().catch(null),
  detail: text('What you say', { most: MOST }),
};

/** What a head says about interests. */
export function readSays(form: Record<string, unknown>, more: Record<string, string> = {}): Read<Says> {
  const read = readForm(z.object(says), form);
  const errors: Record<string, string> = { ...(read.ok ? {} : read.errors), ...more };
  if (read.ok && read.value.says === 'interest') {
    if (read.value.kind === null) errors.kind = 'Choose what kind of interest it is';
    if (read.value.detail === '') errors.detail = 'Say in a sentence what the interest is';
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const { kind, detail } = read.value;
  const value: Says =
    read.value.says === 'interest' ? { says: 'interest', kind: kind!, detail } : { says: 'no interest' };
  return { ok: true, value };
}

/** The form in which the service writes down what a head said by telephone or letter. */
export function readToldAnswer(
  form: Record<string, unknown>,
  today: string,
): Read<{ says: Says; how: 'telephone' | 'letter'; givenBy: string; on: string }> {
  const on = dayIn(form, 'on');
  const told = readForm(
    z.object({
      how: z.enum(['telephone', 'letter'], { error: 'Choose how the answer was given' }),
      givenBy: text('The name', { most: 200, missing: 'Enter who answered' }),
    }),
    form,
    on && on <= today ? {} : { on: 'Enter the day on which it was given, today or before' },
  );
  const said = readSays(form, told.ok ? {} : told.errors);
  if (!said.ok || !told.ok) return { ok: false, errors: said.ok ? {} : said.errors };
  return { ok: true, value: { says: said.value, ...told.value, on: on! } };
}

/** The form that decides on a declared interest. */
export const interestDecisionForm: z.ZodType<{ outcome: Outcome; words: string }> = z.object({
  outcome: z.enum(OUTCOMES, { error: 'Choose what becomes of the pair' }),
  words: text('The words', { most: MOST, missing: 'Enter why, or which safeguards were agreed' }),
});

/** The form in which somebody declares an interest of their own, or that it is over. */
export const ownInterestForm = z.object({
  kind: z.enum(['interest', 'interest withdrawn']).catch('interest'),
  urn: number('The school', { least: 1, most: 999_999_999, missing: 'Choose a school', whole: true }),
  interest: text('The interest', { most: MOST, missing: 'Enter what the interest is, or why it is over' }),
});

/** The form that records a change after approval. */
export function readChange(
  form: Record<string, unknown>,
  today: string,
): Read<{ kind: ChangeKind; leader: string; urn: number | null; on: string; reason: string }> {
  const on = dayIn(form, 'on');
  const read = readForm(
    z.object({
      kind: z.enum(CHANGE_KINDS, { error: 'Choose what happened' }),
      leader: text('Leader', { most: 100 }),
      urn: number('The URN', { least: 1, most: 999_999_999, whole: true }),
      reason: text('The reason', { most: 1900, missing: 'Enter why' }),
    }),
    form,
    on && on <= today ? {} : { on: 'Enter the day on which it happened, today or before' },
  );
  if (!read.ok) return read;
  const { kind, leader, urn } = read.value;
  const ofLeader = kind === 'leader withdraws' || kind === 'release withdrawn';
  if (ofLeader && leader === '') return { ok: false, errors: { leader: 'Choose the leader' } };
  if (!ofLeader && urn === null) return { ok: false, errors: { urn: 'Enter the URN of the school' } };
  return { ok: true, value: { ...read.value, on: on! } };
}

/** The form that plans anew around what stands. */
export const replanForm = z.object({
  name: text('The name', { most: 100, missing: 'Enter a name for the scenario' }),
  move: z.enum(['stay', 'move'], { error: 'Choose whether other pairs may move' }),
  price: number('The price of a change', { least: 0, most: 100_000, missing: 'Enter the price of a change' }),
});

/** The form that shares a proposal. */
export const shareForm = z.object({
  proposal: z.uuid({ error: 'Choose a proposal' }),
  reader: ids.refine((readers) => readers.length > 0, { error: 'Choose at least one person' }),
  words,
});

/** The form of a comment on a shared plan. */
export const commentForm = z.object({ comment: text('The comment', { most: MOST, missing: 'Enter a comment' }) });

const partnerWords = text('The words', { most: MOST, missing: 'Enter what is agreed, or why it ends' });

/** The form that invites an organisation to a round, by its code. */
export const invitingForm = z.object({
  code: number('The code', { least: 1, most: 999_999, missing: 'Enter the code or number', whole: true }),
  words: partnerWords,
});

/** The form that ends the part of an organisation. */
export const endingForm = z.object({ partner: z.uuid({ error: 'Choose an organisation' }), why: partnerWords });

/** The form in which a partner answers. */
export const invitationForm = z.object({
  to: z.enum(['joined', 'declined', 'ended'] satisfies PartnerState[], { error: 'Choose an answer' }),
  words: text('The words', { most: MOST, missing: 'Enter what you agree to, or why not' }),
});
