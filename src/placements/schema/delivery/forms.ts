import { z } from 'zod';
import { number, type Read, readForm, text } from '../../../need/schema/form-fields.ts';
import { ACTION_STATES, type ActionState } from '../../rules/delivery/action.ts';
import { type Rating, RATINGS } from '../../rules/delivery/progress.ts';
import { WORKING_PARTS, type WorkingPart } from '../../rules/delivery/part.ts';
import { penceIn } from '../../rules/delivery/training.ts';

type Form = Record<string, unknown>;

/** The version of the record that a form was made from. */
export const version = z.coerce.number({ error: 'The page is out of date: load it again' }).int().min(1);

/** A number of days in halves, as half days: "1", "0.5", "2.5". */
function days(name: string) {
  return z
    .string()
    .catch('')
    .transform((typed, context): number => {
      const halves = Number(typed.trim() === '' ? Number.NaN : typed.trim()) * 2;
      if (Number.isInteger(halves) && halves >= 1 && halves <= 40) return halves;
      context.addIssue({ code: 'custom', message: `${name} must be half days from 0.5 to 20, such as 0.5, 1 or 1.5` });
      return 0;
    });
}

/** What a form says of an action, besides its days. */
export interface ActionForm {
  what: string;
  ownerPart: WorkingPart | null;
  ownerName: string | null;
  objective: string;
  criterion: string;
}

const actionForm = z.object({
  what: text('What is to be done', { most: 1000, missing: 'Enter what is to be done' }),
  ownerPart: z.enum(['', ...WORKING_PARTS], { error: 'Choose who does it from the list' }),
  ownerName: text('The name', { most: 200 }),
  objective: z.string({ error: 'Choose the objective' }),
  criterion: text('How it will be seen that it worked', {
    most: 1000,
    missing: 'Enter how it will be seen that it worked',
  }),
});

/** Reads an action; `objectives` are the keys to choose from. */
export function readAction(form: Form, objectives: readonly string[]): Read<ActionForm> {
  const more: Record<string, string> = {};
  if ((form.ownerPart ?? '') === '' && (typeof form.ownerName !== 'string' || form.ownerName.trim() === ''))
    more.ownerPart = 'Choose who does it, or enter a name';
  if (!objectives.includes(String(form.objective))) more.objective = 'Choose the objective';
  const read = readForm(actionForm, form, more);
  if (!read.ok) return read;
  const { ownerPart, ownerName, ...rest } = read.value;
  return {
    ok: true,
    value: { ...rest, ownerPart: ownerPart === '' ? null : ownerPart, ownerName: ownerName === '' ? null : ownerName },
  };
}

const stateForm = z.object({
  version,
  state: z.enum(ACTION_STATES, { error: 'Choose how far it is' }),
  reason: text('What there is to say', { most: 2000 }),
});

/** Reads how far an action is; dropping one asks why. */
export function readActionState(form: Form): Read<{ version: number; state: ActionState; reason: string | null }> {
  const read = readForm(stateForm, form);
  if (!read.ok) return read;
  const { reason, ...rest } = read.value;
  if (rest.state === 'dropped' && reason === '') return { ok: false, errors: { reason: 'Enter why it is dropped' } };
  return { ok: true, value: { ...rest, reason: reason === '' ? null : reason } };
}

/** What a form says of a visit, besides its days. */
export interface VisitForm {
  halfDays: number;
  place: string;
  purpose: string;
}

const visitForm = z.object({
  halfDays: days('Days of work'),
  place: text('Where', { most: 200, missing: 'Enter where the visit is' }),
  purpose: text('What it is for', { most: 2000, missing: 'Enter what the visit is for' }),
});

export function readVisit(form: Form): Read<VisitForm> {
  return readForm(visitForm, form);
}

const reasonForm = z.object({ version, reason: text('Why', { most: 2000, missing: 'Enter why' }) });

/** The version of a record, and why something is done with it. */
export function readReason(form: Form): Read<{ version: number; reason: string }> {
  return readForm(reasonForm, form);
}

const versionForm = z.object({ version });

export function readVersion(form: Form): Read<{ version: number }> {
  return readForm(versionForm, form);
}

/** What was said of one visit whose day has passed. */
export interface VisitTold {
  id: string;
  version: number;
  held: boolean;
  reason: string | null;
}

/** Reads which of the untold visits were held; those that nobody answered are left as they are. */
export function readTold(form: Form, visitIds: readonly string[]): Read<VisitTold[]> {
  const errors: Record<string, string> = {};
  const told: VisitTold[] = [];
  for (const id of visitIds) {
    const says = form[`held-${id}`];
    if (says !== 'yes' && says !== 'no') continue;
    const at = version.safeParse(form[`version-${id}`]);
    const reason = text('Why', { most: 2000 }).safeParse(form[`why-${id}`]);
    if (!at.success) errors[`held-${id}`] = 'The page is out of date: load it again';
    else if (!reason.success) errors[`why-${id}`] = 'Why must be 2000 characters or fewer';
    else if (says === 'no' && reason.data === '') errors[`why-${id}`] = 'Enter why the visit was not held';
    else told.push({ id, version: at.data, held: says === 'yes', reason: says === 'no' ? reason.data : null });
  }
  if (told.length === 0 && Object.keys(errors).length === 0)
    errors[`held-${visitIds[0] ?? ''}`] = 'Say of at least one visit whether it was held';
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: told };
}

/** What the school says before a visit. */
export interface SchoolPartForm {
  sinceLast: string;
  selfEvaluation: string;
  lookAt: string;
}

const schoolPartForm = z.object({
  sinceLast: text('What was done since the last visit', {
    most: 4000,
    missing: 'Enter what was done since the last visit',
  }),
  selfEvaluation: text('How the school sees itself', { most: 4000, missing: 'Enter how the school sees itself' }),
  lookAt: text('What to look at', { most: 4000 }),
});

export function readSchoolPart(form: Form): Read<SchoolPartForm> {
  return readForm(schoolPartForm, form);
}

/** What a form says of arranged training, besides its day. */
export interface TrainingForm {
  what: string;
  forWhom: string;
  people: number;
  provider: string;
  byLeader: boolean;
  halfDays: number;
  costPence: number | null;
}

const trainingForm = z.object({
  what: text('What it is', { most: 500, missing: 'Enter what the training is' }),
  forWhom: text('For whom', { most: 500, missing: 'Enter for whom it is, by role' }),
  people: number('How many people', {
    least: 1,
    most: 10_000,
    missing: 'Enter how many people it is for',
    whole: true,
  }),
  provider: text('Who gives it', { most: 200, missing: 'Enter who gives it' }),
  byLeader: z.enum(['yes', 'no'], { error: 'Say whether the leader gives it out of the days of this placement' }),
  halfDays: days('How long it takes'),
  cost: text('The cost', { most: 20 }).refine((typed) => typed === '' || penceIn(typed) !== null, {
    error: 'The cost must be pounds and pence, such as 250 or 1,250.50',
  }),
});

export function readTraining(form: Form): Read<TrainingForm> {
  const read = readForm(trainingForm, form);
  if (!read.ok) return read;
  const { cost, people, byLeader, ...rest } = read.value;
  return {
    ok: true,
    value: {
      ...rest,
      people: people ?? 1,
      byLeader: byLeader === 'yes',
      costPence: cost === '' ? null : penceIn(cost),
    },
  };
}

const progressForm = z.object({
  objective: z.string({ error: 'Choose the objective' }),
  rating: z.enum(RATINGS, { error: 'Choose red, amber or green' }),
  evidence: text('Evidence', { most: 4000, missing: 'Enter the evidence for it' }),
});

/** Reads how an objective stands; `objectives` are the keys to choose from. */
export function readProgress(
  form: Form,
  objectives: readonly string[],
): Read<{ objective: string; rating: Rating; evidence: string }> {
  const more: Record<string, string> = objectives.includes(String(form.objective))
    ? {}
    : { objective: 'Choose the objective' };
  return readForm(progressForm, form, more);
}

const wordsForm = z.object({ words: text('What you write', { most: 2000 }) });

/** Words in one box; with `missing` they must be there. */
export function readWords(form: Form, missing: string | null): Read<{ words: string | null }> {
  const read = readForm(wordsForm, form);
  if (!read.ok) return read;
  const { words } = read.value;
  if (words === '' && missing !== null) return { ok: false, errors: { words: missing } };
  return { ok: true, value: { words: words === '' ? null : words } };
}

const concernForm = z.object({
  what: text('What the concern is', { most: 2000, missing: 'Enter what the concern is' }),
  evidence: text('Evidence', { most: 4000, missing: 'Enter the evidence for it' }),
});

export function readConcern(form: Form): Read<{ what: string; evidence: string }> {
  return readForm(concernForm, form);
}
