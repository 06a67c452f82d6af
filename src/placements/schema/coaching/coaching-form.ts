import { z } from 'zod';
import { type Read, readForm, text } from '../../../need/schema/form-fields.ts';

const coachingForm = z.object({ words: text('The note', { most: 8000, missing: 'Enter the note' }) });

/** Reads a coaching note. What is wrong is said without its words. */
export function readCoachingNote(form: Record<string, unknown>): Read<{ words: string }> {
  return readForm(coachingForm, form);
}
