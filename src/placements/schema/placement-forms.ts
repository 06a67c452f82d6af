import { z } from 'zod';
import { type Read, readForm, text } from '../../need/schema/form-fields.ts';

/** The version of the placement that a form was made from. A form without one is not ours. */
export const version = z.coerce.number({ error: 'The page is out of date: load it again' }).int().min(1);

const moveForm = z.object({ version, reason: text('Reason', { most: 2000 }) });

/** A move with its reason, where one is asked for. */
export function readMove(
  form: Record<string, unknown>,
  asksWhy: boolean,
): Read<{ version: number; reason: string | null }> {
  const read = readForm(moveForm, form);
  if (!read.ok) return read;
  const { reason } = read.value;
  if (asksWhy && reason === '') return { ok: false, errors: { reason: 'Enter why' } };
  return { ok: true, value: { version: read.value.version, reason: reason === '' ? null : reason } };
}

/** What a service may change of a placement besides its state. */
export interface PlacementEdit {
  version: number;
  focus: string;
  hopedOutcome: string | null;
  supportType: string;
  risk: 'red' | 'amber' | 'green' | null;
  assignedTo: string | null;
}

const editForm = z.object({
  version,
  focus: text('What it is about', { most: 2000, missing: 'Enter what the placement is about' }),
  hopedOutcome: text('What is hoped for', { most: 2000 }),
  supportType: z.string({ error: 'Choose the kind of help' }),
  risk: z.enum(['', 'red', 'amber', 'green'], { error: 'Choose the risk, or none' }),
  assignedTo: z.union([z.literal(''), z.uuid()], { error: 'Choose the broker from the list' }),
});

/** Reads the form in which a service changes a placement. `types` and `brokers` are those to choose from. */
export function readEdit(
  form: Record<string, unknown>,
  types: readonly string[],
  brokers: readonly string[],
): Read<PlacementEdit> {
  const read = readForm(editForm, form);
  if (!read.ok) return read;
  const { hopedOutcome, risk, assignedTo, supportType, ...rest } = read.value;
  const errors: Record<string, string> = {};
  if (!types.includes(supportType)) errors.supportType = 'Choose the kind of help';
  if (assignedTo !== '' && !brokers.includes(assignedTo)) errors.assignedTo = 'Choose the broker from the list';
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: {
      ...rest,
      supportType,
      hopedOutcome: hopedOutcome === '' ? null : hopedOutcome,
      risk: risk === '' ? null : risk,
      assignedTo: assignedTo === '' ? null : assignedTo,
    },
  };
}
