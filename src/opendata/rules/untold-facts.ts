import type { Field } from './adapter.ts';
import { always } from './fields.ts';
import { STATE_FACTS } from './state-facts.ts';

/** What every register tells of a school. */
const ALWAYS_TOLD: readonly string[] = [
  'la_code',
  'la_name',
  'name',
  'phase',
  'establishment_type',
  'type_group',
  'status',
];

/** Its head, who is no part of its state. */
const HEAD = ['head_title', 'head_first_name', 'head_last_name', 'head_job_title'];

/**
 * Every fact of a school that a register may leave out, as not known. A register spreads this under the facts that it
 * tells, so that nothing stays from another file in a row that names this one as its source.
 */
export const UNTOLD_FACTS: Readonly<Record<string, Field>> = Object.fromEntries(
  [...STATE_FACTS.filter((fact) => !ALWAYS_TOLD.includes(fact)), ...HEAD].map((fact) => [fact, always(null)]),
);
