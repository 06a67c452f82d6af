import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { schoolFacts } from '../queries.ts';
import type { HeadlineYears } from '../rules/area-table.ts';
import type { SchoolFacts } from '../rules/facts.ts';

/** The open mainstream schools of an area with their headline figures, up to a day (ISO). */
export function areaSchools(
  db: Kysely<Database>,
  laCode: number,
  asAt: string,
  years: HeadlineYears,
): Promise<SchoolFacts[]> {
  return schoolFacts(db, { laCode, asAt, measures: [...years] });
}
