import type { StateFact } from '../../../opendata/rules/state-facts.ts';
import { sameCategory, sameName } from './same-words.ts';
import type { StateValues } from './told-state.ts';

/** A fact of a school as people read it, of one or more columns of the register. */
export interface ShownFact {
  id: string;
  label: string;
  /** Its columns: a register tells the fact when it tells the first. */
  of: readonly [StateFact, ...StateFact[]];
  /** Null where the register leaves it blank. */
  text: (values: StateValues) => string | null;
  /** Whether two registers say the same, however they write it. */
  same: (one: StateValues, other: StateValues) => boolean;
  /** Whether a change in it is part of the school's story; false for what is typed anew every month. */
  followed: boolean;
}

/** The facts of a school's record, in the order in which they are shown. */
export const SHOWN_FACTS: readonly ShownFact[] = [
  one('name', 'Name', { same: sameName }),
  one('status', 'Status'),
  one('establishment_type', 'Type'),
  one('phase', 'Phase'),
  {
    ...one('low_age', 'Ages'),
    of: ['low_age', 'high_age'],
    text: ({ low_age: low, high_age: high }) => (low === null || high === null ? null : `${low} to ${high}`),
    same: (a, b) => a.low_age === b.low_age && a.high_age === b.high_age,
  },
  one('gender', 'Gender'),
  {
    ...one('la_code', 'Local authority'),
    of: ['la_code', 'la_name'],
    text: ({ la_code: code, la_name: name }) => `${name} (${code})`,
  },
  {
    ...one('establishment_number', 'LAESTAB', { followed: false }),
    of: ['establishment_number', 'la_code'],
    text: ({ la_code: code, establishment_number: number }) =>
      number === null ? null : `${code}/${String(number).padStart(4, '0')}`,
  },
  {
    ...one('street', 'Address'),
    of: ['street', 'locality', 'town', 'county', 'postcode'],
    text: ({ street, locality, town, county, postcode }) =>
      [street, locality, town, county, postcode].filter((line) => line !== null).join(', ') || null,
    // Registers leave out different lines of the same address; another place has another postcode.
    same: (a, b) => a.postcode === b.postcode,
  },
  one('capacity', 'Capacity'),
  one('religious_character', 'Religious character'),
  one('admissions_policy', 'Admissions'),
  one('open_date', 'Day of opening'),
  one('close_date', 'Day of closing'),
  one('telephone', 'Telephone', { followed: false }),
  one('website', 'Website', { followed: false }),
];

interface Particular {
  same?: (a: string, b: string) => boolean;
  followed?: boolean;
}

function one(column: StateFact, label: string, { same = sameCategory, followed = true }: Particular = {}): ShownFact {
  return {
    id: column,
    label,
    of: [column],
    text: (values) => (values[column] === null ? null : String(values[column])),
    same: (a, b) => same(String(a[column]), String(b[column])),
    followed,
  };
}
