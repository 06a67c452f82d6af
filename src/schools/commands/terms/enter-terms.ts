import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import type { YearTerms } from '../../../calendar/terms.ts';
import type { Database } from '../../../db/schema.ts';

/**
 * Enters the term dates of the scope's service for a school year, or with null goes back to the published ones. What was entered before
 * stays as history; entering what stands already adds nothing, so that a form sent twice makes one entry.
 */
export async function enterTerms(
  db: Kysely<Database>,
  scope: Scope<'terms.change'>,
  { schoolYear, terms }: { schoolYear: number; terms: YearTerms | null },
): Promise<void> {
  const { organisation, person, role } = memberOf(scope);
  await writeAs(db, scope, async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('service_terms'), hashtext(${organisation.id}))`.execute(
      transaction,
    );
    const { rows } = await sql<{ stands: boolean }>`
      select terms_of_service(${organisation.id}, ${schoolYear}) is not distinct from ${
        terms === null ? null : JSON.stringify(terms)
      }::jsonb as stands`.execute(transaction);
    const added = rows[0]?.stands !== true;
    if (added) {
      await transaction
        .insertInto('service_terms')
        .values({
          organisation_id: organisation.id,
          school_year: schoolYear,
          terms: terms === null ? null : JSON.stringify(terms),
          entered_by: person,
          entered_in_role: role,
        })
        .execute();
    }
    return { result: null, detail: { schoolYear, own: terms !== null, added } };
  });
}
