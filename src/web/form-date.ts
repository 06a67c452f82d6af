import { dayInWords } from '../opendata/rules/london-time.ts';

export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePartName = (typeof DATE_PARTS)[number];

/** The six ways in which a typed date can be wrong. */
export type DateFault =
  | 'missing'
  | 'missing part'
  | 'not a number'
  | 'no such day'
  | 'year out of range'
  | 'wrong side';

/** What is wrong with a typed date: one message, linked to the first box that is wrong. */
export interface DateError {
  fault: DateFault;
  /** "The day of the visit must include a month". */
  text: string;
  /** "#visit-month". */
  href: string;
  /** The boxes to mark. */
  parts: readonly DatePartName[];
}

export interface DateAsked {
  /** How the date is called within a sentence: "the day of the visit". */
  name: string;
  /** False where it may be left empty; the day is then null. */
  required?: boolean;
  /** On which side of `today` it must lie. */
  when?: 'past' | 'today or past' | 'today or future' | 'future';
  /** ISO day in London; needed with `when`. */
  today?: string;
}

export type DateRead<D = string | null> = { ok: true; day: D } | { ok: false; error: DateError };

const FIRST_YEAR = 2000;
const LAST_YEAR = 2050;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Form = Readonly<Record<string, unknown>>;

/**
 * Reads a day that was typed into three boxes `<prefix>-day`, `<prefix>-month` and `<prefix>-year` (form-date-input.tsx draws them). The
 * month may be written as a word. The one reader for every form, so that the same slip gets the same answer everywhere.
 */
export function readDate(form: Form, prefix: string, asked: DateAsked & { required?: true }): DateRead<string>;
export function readDate(form: Form, prefix: string, asked: DateAsked): DateRead;
export function readDate(form: Form, prefix: string, asked: DateAsked): DateRead {
  const { required = true, when, today } = asked;
  const typed = typedDate(form, prefix);
  const wrong = (fault: DateFault, text: string, parts: readonly DatePartName[] = DATE_PARTS): DateRead => ({
    ok: false,
    error: { fault, text, parts, href: `#${prefix}-${parts[0]}` },
  });
  const name = capital(asked.name);
  const missing = DATE_PARTS.filter((part) => typed[part] === '');
  if (missing.length === 3) return required ? wrong('missing', `Enter ${asked.name}`) : { ok: true, day: null };
  if (missing.length > 0) return wrong('missing part', `${name} must include a ${missing.join(' and a ')}`, missing);
  const [day, month, year] = [numberIn(typed.day), monthIn(typed.month), numberIn(typed.year)];
  const unreadable = DATE_PARTS.filter((_, place) => Number.isNaN([day, month, year][place]));
  if (unreadable.length > 0) {
    return wrong('not a number', `${name} must be written in numbers, such as 27 3 2027`, unreadable);
  }
  if (month < 1 || month > 12) return wrong('no such day', `${name} must have a month from 1 to 12`, ['month']);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return wrong('year out of range', `${name} must have a year from ${FIRST_YEAR} to ${LAST_YEAR}`, ['year']);
  }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > last) {
    return wrong('no such day', `${name} must be a real day: ${monthWord(month)} ${year} has ${last} days`, ['day']);
  }
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  if (when !== undefined && today !== undefined && !isOnSide(iso, when, today)) {
    return wrong('wrong side', `${name} must be ${SIDE_WORDS[when]}`);
  }
  return { ok: true, day: iso };
}

/** The three boxes as they were typed, without spaces around, to be shown again: `{ day, month, year }`. */
export function typedDate(form: Form, prefix: string): Record<DatePartName, string> {
  const of = (part: DatePartName) => {
    const value = form[`${prefix}-${part}`];
    return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 20) : '';
  };
  return { day: of('day'), month: of('month'), year: of('year') };
}

/** An ISO day as the boxes hold it, for a form that begins with a date; all empty for null. */
export function dateBoxes(prefix: string, isoDay: string | null): Record<string, string> {
  const [year = '', month = '', day = ''] = isoDay?.split('-') ?? [];
  return { [`${prefix}-day`]: withoutZero(day), [`${prefix}-month`]: withoutZero(month), [`${prefix}-year`]: year };
}

/** What to ask back when a date that may lie in the past does: null when it does not. A warning, no error. */
export function pastWarning(isoDay: string, today: string): string | null {
  return isoDay < today ? `${dayInWords(isoDay)} has passed already.` : null;
}

const SIDE_WORDS = {
  past: 'in the past',
  'today or past': 'today or in the past',
  'today or future': 'today or in the future',
  future: 'in the future',
} as const;

function isOnSide(day: string, when: NonNullable<DateAsked['when']>, today: string): boolean {
  if (day === today) return when === 'today or past' || when === 'today or future';
  return day < today ? when === 'past' || when === 'today or past' : when === 'future' || when === 'today or future';
}

function numberIn(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

/** A month in figures or as a word: "3", "March", "mar". */
function monthIn(text: string): number {
  const word = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  const isMonth =
    word !== -1 &&
    monthWord(word + 1)
      .toLowerCase()
      .startsWith(text.toLowerCase());
  return isMonth ? word + 1 : numberIn(text);
}

function monthWord(month: number): string {
  return dayInWords(`2000-${pad(month)}-01`).split(' ')[1]!;
}

function withoutZero(text: string): string {
  return text.replace(/^0/, '');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
