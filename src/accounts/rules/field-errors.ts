import type { z } from 'zod';

/** What is wrong with each field of a form, by its name; a field that is right is not there. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The first fault of each field. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0])] ??= message;
  return errors;
}

/** The faults for the summary at the top of the page, each a link to its field. */
export function summaryOf(errors: FieldErrors): { text: string; href: string }[] {
  return Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }));
}

/** What was typed, to show it again. Anything that is not one text is left out. */
export function typedText(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}
