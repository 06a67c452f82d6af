import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { headshipsOf } from '../../../schools/queries/headships.ts';
import { inspectionRecords } from '../../../schools/queries/inspection-records.ts';
import { prospectOf } from '../../queries.ts';
import type { EligibilityFacts } from '../../rules/designation/eligibility.ts';

/** What is published of a school that the rules of a role read: its record, its heads, its inspections. */
export async function publishedForCheck(
  db: Kysely<Database>,
  urn: number,
): Promise<Pick<EligibilityFacts, 'record' | 'heads' | 'inspections'>> {
  const [record, { headships }, inspections] = await Promise.all([
    prospectOf(db, urn),
    headshipsOf(db, urn),
    inspectionRecords(db, [urn]),
  ]);
  return {
    record: record === null ? null : { asAt: record.asAt, checks: record.checks },
    heads: headships,
    inspections: inspections.get(urn) ?? [],
  };
}
