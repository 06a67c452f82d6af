import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { AddOutcome, Comparison } from '../rules/compare-outcome.ts';
import { searchIntent, SHORTEST_SEARCH } from '../rules/search-intent.ts';
import { schoolRecord } from './school-record.ts';
import { exactSchool, searchSchools } from './search.ts';

/** The records of schools in the order asked for, and the URNs that no register holds. */
export async function comparedSchools(
  db: Kysely<Database>,
  urns: readonly number[],
  asAt: string,
): Promise<Pick<Comparison, 'schools' | 'unknown'>> {
  const records = await Promise.all(urns.map((urn) => schoolRecord(db, urn, asAt)));
  return {
    schools: records.filter((record) => record !== null),
    unknown: urns.filter((_, index) => records[index] === null),
  };
}

/**
 * Finds the school that somebody wants beside those compared. The URN when what was typed means one school that is not
 * there yet; else what is wrong, or which schools it may be.
 */
export async function addToComparison(
  db: Kysely<Database>,
  typed: string,
  compared: readonly number[],
): Promise<number | AddOutcome> {
  const wrong = (error: string): AddOutcome => ({ typed, error, choices: [] });
  const intent = searchIntent(typed);
  if (intent.kind === 'nothing') return wrong('Enter the URN, name or town of a school');
  if (intent.kind === 'too short') return wrong(`Enter ${SHORTEST_SEARCH} characters or more of the name or town`);
  const exact = await exactSchool(db, intent);
  if (exact !== null) return compared.includes(exact) ? wrong('That school is already in the comparison') : exact;
  if (intent.kind === 'urn')
    return wrong(`There is no school with URN ${intent.urn}: check the number, or type its name`);
  const { hits } = await searchSchools(db, intent, { closed: false }, 1);
  const choices = hits.filter(({ urn }) => !compared.includes(urn));
  if (choices.length === 0)
    return wrong(`No other open school was found for “${typed.trim()}”: check the spelling, or type its URN`);
  return choices.length === 1 ? choices[0]!.urn : { typed, error: null, choices };
}
