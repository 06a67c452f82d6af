import { z } from 'zod';
import { type Read, readForm, text } from '../../../need/schema/form-fields.ts';

/** Notes of a contracting meeting. */
export interface MeetingNotes {
  /** ISO day. */
  heldOn: string;
  present: string;
  workingStyle: string;
  access: string;
  /** How the authority is told when the school is in a category. */
  authorityTold: string;
}

const form = z.object({
  present: text('Who was there', { most: 1000, missing: 'Enter who was there' }),
  workingStyle: text('How they will work', { most: 2000, missing: 'Enter how they will work together' }),
  access: text('Access', { most: 2000, missing: 'Enter what the leader has access to' }),
  authorityTold: text('How the authority is told', {
    most: 2000,
    missing: 'Enter how the authority is told, or that the school is in no category',
  }),
});

/** Reads the notes; `held` is the day that was read already, with what was wrong with it among `errors`. */
export function readMeeting(
  input: Record<string, unknown>,
  held: string | null,
  errors: Record<string, string>,
): Read<MeetingNotes> {
  const read = readForm(form, input, errors);
  return read.ok ? { ok: true, value: { ...read.value, heldOn: held! } } : read;
}
