import { formState } from '../../../need/routes/round/asked-for.tsx';
import { type DateAsked, type DateError, readDate } from '../../../web/form-date.ts';
import type { DatedForm } from '../../pages/agreement/form-fields.tsx';

/** The typed days of a form, by the prefix of their boxes: the ISO days, and what is wrong with them. */
export interface DatesRead<Names extends string> {
  days: Record<Names, string | null>;
  /** By the id of the first box that is wrong. */
  errors: Record<string, string>;
  dates: Partial<Record<Names, DateError>>;
}

/** Reads every day that a form asks for. */
export function readDates<Names extends string>(
  form: Record<string, unknown>,
  asked: Readonly<Record<Names, DateAsked>>,
): DatesRead<Names> {
  const read: DatesRead<Names> = { days: {} as Record<Names, string | null>, errors: {}, dates: {} };
  for (const [prefix, how] of Object.entries(asked) as [Names, DateAsked][]) {
    const one = readDate(form, prefix, how);
    read.days[prefix] = one.ok ? one.day : null;
    if (one.ok) continue;
    read.errors[one.error.href.slice(1)] = one.error.text;
    read.dates[prefix] = one.error;
  }
  return read;
}

/** A form with dates that comes back: what was typed, and what is wrong. */
export function datedForm(
  form: Record<string, unknown> = {},
  errors: Record<string, string> = {},
  dates: Partial<Record<string, DateError>> = {},
): DatedForm {
  const known = Object.entries(dates).filter((entry): entry is [string, DateError] => entry[1] !== undefined);
  return { ...formState(form, errors), dates: Object.fromEntries(known) };
}
