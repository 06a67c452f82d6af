import { type DateAsked, readDate } from '../../../web/form-date.ts';

/** A typed day; its fault stands under the name of the box that is wrong, as forms tell their faults. */
export function dayTyped(
  form: Record<string, unknown>,
  prefix: string,
  asked: DateAsked,
): { day: string | null; errors: Record<string, string> } {
  const read = readDate(form, prefix, asked);
  if (read.ok) return { day: read.day, errors: {} };
  return { day: null, errors: { [read.error.href.slice(1)]: read.error.text } };
}
