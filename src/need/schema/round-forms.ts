import { z } from 'zod';
import { isoDate } from '../../policies.ts';
import { type AnswerDraft, STANCES } from '../rules/round/answer.ts';
import type { NewAgreement } from '../rules/round/agreement.ts';
import type { NewRound } from '../rules/round/round.ts';
import type { EvaluationArea } from '../rules/round/round-policy.ts';
import { ROUND_STATES } from '../rules/round/state.ts';
import type { Term } from '../rules/round/term.ts';
import { LONGEST_REASON } from './moderation-form.ts';

/** Longest text of one box of a self-evaluation: ten sentences, so that the whole form stays within what a form may be. */
export const LONGEST_PART = 1000;

/** What somebody typed into a box: ends of line as one sign, and without the sign that PostgreSQL cannot store. */
const typed = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim());

const limited = (name: string, longest = LONGEST_REASON) =>
  typed.refine((text) => text.length <= longest, { error: `${name} must be ${longest} characters or fewer` });

const needed = (name: string, error: string, longest = LONGEST_REASON) =>
  limited(name, longest).refine((text) => text.length > 0, { error });

const optional = (name: string) => limited(name).transform((text) => text || null);

/** A day of three boxes with the prefix; undefined where they are empty, null where they name no day. */
function dayIn(form: Record<string, unknown>, prefix: string): string | null | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    typed.parse(form[`${prefix}-${part}`]),
  );
  if (day === '' && month === '' && year === '') return undefined;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const parsed = isoDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.success && parsed.data >= '2000-01-01' && parsed.data < '2100-01-01' ? parsed.data : null;
}

/** A form's answer: what it says, or what is wrong with each field. */
export type Read<T> = { ok: true; value: T } | { ok: false; errors: Record<string, string> };

function read<T>(schema: z.ZodType<T>, input: unknown, more: Record<string, string> = {}): Read<T> {
  const parsed = schema.safeParse(input);
  const errors = parsed.success
    ? more
    : { ...Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('-'), message])), ...more };
  return parsed.success && Object.keys(errors).length === 0 ? { ok: true, value: parsed.data } : { ok: false, errors };
}

/** The form that opens a round. */
export function readNewRound(form: Record<string, unknown>): Read<NewRound> {
  const named = { panel: 'the panel', letters: 'the letters', answer: 'answers' } as const;
  const days = { panel: dayIn(form, 'panel'), letters: dayIn(form, 'letters'), answer: dayIn(form, 'answer') };
  const errors: Record<string, string> = {};
  for (const key of ['panel', 'letters', 'answer'] as const)
    if (!days[key]) errors[key] = `Enter a real day for ${named[key]}, such as 14 10 2026`;
  const { panel, letters, answer } = days;
  if (panel && letters && letters < panel) errors.letters = 'Letters cannot go before the panel';
  if (letters && answer && answer < letters) errors.answer = 'Answers cannot be asked for before the letters go';
  const schema = z.object({
    term: z
      .string({ error: 'Choose a term' })
      .regex(/^20\d\d (autumn|spring|summer)$/, { error: 'Choose a term' })
      .transform((text): Pick<NewRound, 'schoolYear' | 'term'> => {
        const [year, term] = text.split(' ') as [string, Term];
        return { schoolYear: Number(year), term };
      }),
  });
  const result = read(schema, form, errors);
  if (!result.ok) return result;
  return { ok: true, value: { ...result.value.term, panelOn: panel!, lettersOn: letters!, answerBy: answer! } };
}

/** The form that takes a round on or back. */
export const stepForm = z.object({
  to: z.enum(ROUND_STATES, { error: 'Choose a step' }),
  words: optional('The reason'),
});

/** The form of who sits on the panel, and of a note. */
export function readPanelNote(form: Record<string, unknown>): Read<{ kind: 'present' | 'note'; words: string }> {
  const kind = form.kind === 'note' ? 'note' : 'present';
  const error = kind === 'note' ? 'Enter a note' : 'Enter who sits on the panel';
  const result = read(z.object({ words: needed(kind === 'note' ? 'The note' : 'Names', error) }), form);
  return result.ok
    ? { ok: true, value: { kind, words: result.value.words } }
    : { ok: false, errors: { [kind]: result.errors.words! } };
}

/** The form that declares or withdraws an interest in one school. */
export function readInterest(
  form: Record<string, unknown>,
): Read<{ kind: 'interest' | 'interest withdrawn'; words: string }> {
  const kind = form.kind === 'interest withdrawn' ? 'interest withdrawn' : 'interest';
  const result = read(
    z.object({ interest: needed('The interest', 'Enter what the interest is, or why it is over') }),
    form,
  );
  return result.ok ? { ok: true, value: { kind, words: result.value.interest } } : result;
}

/** The form that decides on one school in a round. */
export const roundDecisionForm = z.object({
  category: z.enum(['A', 'B', 'C', 'D'], { error: 'Choose a category' }),
  reason: optional('Reason'),
  noInterest: z.literal('yes', {
    error: 'Say that you have no interest in this school, or declare it and leave the decision to somebody else',
  }),
});

/** The form that confirms the clear cases. */
export const clearForm = z.object({
  urn: z
    .union([z.string(), z.array(z.string())], { error: 'Choose at least one school' })
    .transform((value) =>
      [value]
        .flat()
        .filter((urn) => /^\d{1,9}$/.test(urn))
        .map(Number),
    )
    .refine((urns) => urns.length > 0, { error: 'Choose at least one school' }),
  noInterest: z.literal('yes', { error: 'Say that you have no interest in any of these schools' }),
});

/** The form that says on which day a letter was posted. */
export function readPosted(form: Record<string, unknown>, today: string): Read<{ on: string }> {
  const on = dayIn(form, 'posted');
  if (!on || on > today)
    return { ok: false, errors: { posted: 'Enter the day on which the letter was posted, today or before' } };
  return { ok: true, value: { on } };
}

/** The school's answer, whole or in part: a draft may be anything. */
export function readAnswer(form: Record<string, unknown>, areas: readonly EvaluationArea[]): Read<AnswerDraft> {
  const part = (name: string) => limited(name, LONGEST_PART);
  const errors: Record<string, string> = {};
  const evaluations = areas.map(({ code, label }) => {
    const said = { code, area: label, claim: '', evidence: '', next: '' };
    for (const key of ['claim', 'evidence', 'next'] as const) {
      const parsed = part(`${label}: this box`).safeParse(form[`${code}-${key}`]);
      if (parsed.success) said[key] = parsed.data;
      else errors[`${code}-${key}`] = parsed.error.issues[0]!.message;
    }
    return said;
  });
  const result = read(
    z.object({ words: limited('What you say'), stance: z.enum(STANCES).nullable().catch(null) }),
    form,
    errors,
  );
  return result.ok ? { ok: true, value: { ...result.value, evaluations } } : result;
}

/** What a draft still lacks to be sent; empty when it may go. */
export function lacking({ stance, words }: Pick<AnswerDraft, 'stance' | 'words'>): Record<string, string> {
  if (stance === null) return { stance: 'Choose whether you agree, do not agree, or ask for a conversation' };
  if (stance === 'disagree' && words === '') return { words: 'Enter why you do not agree' };
  return {};
}

/** The form that writes an academy's agreement down. */
export function readAgreement(form: Record<string, unknown>): Read<NewAgreement> {
  const [on, until] = [dayIn(form, 'on'), dayIn(form, 'until')];
  const errors: Record<string, string> = {};
  if (!on) errors.on = 'Enter the day from which it holds, such as 1 9 2026';
  if (until === null) errors.until = 'Enter a real day, or leave all three boxes empty';
  if (on && until && until < on) errors.until = 'It cannot end before it begins';
  const schema = z.object({
    agreedBy: needed('Who agreed', 'Enter who agreed, with their role', 200),
    agreedFor: z.enum(['trust', 'academy'], { error: 'Choose for whom they agreed' }),
    scope: needed('What was agreed', 'Enter what was agreed'),
  });
  const result = read(schema, form, errors);
  if (!result.ok) return result;
  return { ok: true, value: { ...result.value, on: on!, until: until ?? null } };
}

/** The form that withdraws it. */
export const withdrawalForm = z.object({ words: needed('Who withdraws', 'Enter who withdraws it', 200) });
