import { z } from 'zod';
import type { Answers, Asked } from '../rules/import-job.ts';

/** What is wrong with a field, by its name. */
export interface FieldProblem {
  field: string;
  message: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Read<T> = { ok: true; value: T } | { ok: false; problem: FieldProblem };

const text = (fields: Fields, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value.trim() : '';
};

/** What a person typed of files that do not say it themselves; blank is nothing said. */
export function readGiven(fields: Fields): Read<{ year: number | null; asAt: string | null }> {
  const year = readYear(fields, 'year');
  if (!year.ok) return year;
  const asAt = readDay(fields, 'as-at');
  return asAt.ok ? { ok: true, value: { year: year.value, asAt: asAt.value } } : asAt;
}

/** One question that a check asks: a year or a day, of a file within what was sent. */
export interface Question {
  position: number;
  file: string;
  asks: Asked;
}

/** The answers to questions, by the position of what was sent; a question left blank stays asked. At least one must be answered. */
export function readAnswers(fields: Fields, questions: readonly Question[]): Read<Map<number, Answers>> {
  const answers = new Map<number, Answers>();
  for (const [index, { position, file, asks }] of questions.entries()) {
    const name = fieldOf(index, asks);
    const read = asks === 'year' ? readYear(fields, name) : readDay(fields, name);
    if (!read.ok) return read;
    if (read.value === null) continue;
    const said = typeof read.value === 'number' ? { year: read.value } : { asAt: read.value };
    answers.set(position, { ...answers.get(position), [file]: said });
  }
  const [first] = questions;
  if (answers.size > 0 || first === undefined) return { ok: true, value: answers };
  return { ok: false, problem: { field: fieldOf(0, first.asks), message: 'Enter the year or the day of a file' } };
}

/** Name of the field of a question; of a day, what stands before its parts. */
export function fieldOf(index: number, asks: Asked): string {
  return `${asks}-${index}`;
}

const FIRST_YEAR = 2000;

function readYear(fields: Fields, field: string): Read<number | null> {
  const typed = text(fields, field);
  if (typed === '') return { ok: true, value: null };
  if (/^20\d\d$/.test(typed)) return { ok: true, value: Number(typed) };
  const message = `Year must be a year from ${FIRST_YEAR} on, such as 2018 for 2018-19`;
  return { ok: false, problem: { field, message } };
}

function readDay(fields: Fields, field: string): Read<string | null> {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => text(fields, `${field}-${part}`));
  if (!day && !month && !year) return { ok: true, value: null };
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const isDay = /^20\d\d-\d\d-\d\d$/.test(iso) && z.iso.date().safeParse(iso).success;
  if (isDay) return { ok: true, value: iso };
  return { ok: false, problem: { field, message: 'Day must be a real day, such as 6 7 2022' } };
}

/** What a button asks for. */
export const deedForm = z.object({ do: z.enum(['load', 'discard', 'cancel', 'again', 'answer']) });
