import type { Field } from './adapter.ts';
import { always } from './fields.ts';

const FACTS = [
  'establishment_number',
  'open_date',
  'close_date',
  'low_age',
  'high_age',
  'gender',
  'religious_character',
  'admissions_policy',
  'street',
  'locality',
  'town',
  'county',
  'postcode',
  'website',
  'telephone',
  'head_title',
  'head_first_name',
  'head_last_name',
  'head_job_title',
  'urban_rural',
  'easting',
  'northing',
  'lsoa_code',
  'capacity',
];

/**
 * Every fact of a school that a register may leave out, as not known. A register spreads this under the facts that it
 * tells, so that nothing stays from another file in a row that names this one as its source.
 */
export const UNTOLD_FACTS: Readonly<Record<string, Field>> = Object.fromEntries(
  FACTS.map((fact) => [fact, always(null)]),
);
