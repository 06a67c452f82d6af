import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import type { DateError } from '../../../web/form-date.ts';

/** What stands in the boxes of a form, and what is wrong with each. */
export interface FormShown {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** Days, by the prefix of their boxes. */
  dates: Readonly<Record<string, DateError>>;
}

export const NO_FORM: FormShown = { typed: {}, errors: {}, dates: {} };

/** The summary of what is wrong, each a link to its field. */
export function summaryOf({ errors, dates }: FormShown): { text: string; href: string }[] {
  return [
    ...Object.values(dates).map(({ text, href }) => ({ text, href })),
    ...Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` })),
  ];
}

/** What is wrong with a field, for its component. */
export function faultOf({ errors }: FormShown, field: string): { text: string } | undefined {
  return errors[field] === undefined ? undefined : { text: errors[field] };
}

/** Says that what was sent has been done. */
export function Done({ done, words }: { done: string | null; words: Readonly<Record<string, string>> }) {
  const said = done === null ? undefined : words[done];
  return said === undefined ? null : <NotificationBanner type="success">{said}</NotificationBanner>;
}

/** "3 applications", "1 application". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
