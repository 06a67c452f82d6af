import { type Kysely, sql } from 'kysely';
import type { Organisation } from '../../../access/roles.ts';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { KnownTerms, YearTerms } from '../../../calendar/terms.ts';
import type { Database } from '../../../db/schema.ts';
import { publishedTerms } from '../../../england-calendar.ts';

/**
 * The term dates that a service counts with in a school year: its own where it entered some, or else the published ones of its area, or
 * general ones; null when nothing is known of the year. Open to whoever works with the service: days of term are no secret.
 */
export async function termsOfService(
  db: Kysely<Database>,
  { id, laCode }: Pick<Organisation, 'id' | 'laCode'>,
  schoolYear: number,
): Promise<KnownTerms | null> {
  const { rows } = await sql<{ terms: YearTerms | null }>`
    select terms_of_service(${id}, ${schoolYear}) as terms`.execute(db);
  const own = rows[0]?.terms ?? null;
  if (own === null) return publishedTerms(laCode, schoolYear);
  return { schoolYear, terms: own, source: 'Entered by the service', standing: 'own' };
}

/** One entry of term dates; null terms went back to the published ones. */
export interface EnteredTerms {
  schoolYear: number;
  terms: YearTerms | null;
  by: string | null;
  role: string;
  at: string;
}

/** What the service of the scope entered of a school year, the newest first. */
export async function termsHistory(
  db: Kysely<Database>,
  scope: Scope<'terms.read' | 'terms.change'>,
  schoolYear: number,
): Promise<EnteredTerms[]> {
  return readAs(db, scope, async (transaction) => {
    const rows = await transaction
      .selectFrom('service_terms as t')
      .select(['t.school_year', 't.terms', 't.entered_in_role', 't.entered_at'])
      .select((eb) => sql<string | null>`author_of_terms(${eb.ref('t.entered_by')})`.as('by'))
      .where('t.organisation_id', '=', scope.person!.acting!.organisation.id)
      .where('t.school_year', '=', schoolYear)
      .orderBy('t.entered_at', 'desc')
      .execute();
    return rows.map((row) => ({
      schoolYear: row.school_year,
      terms: row.terms as YearTerms | null,
      by: row.by,
      role: row.entered_in_role,
      at: row.entered_at.toISOString(),
    }));
  });
}
