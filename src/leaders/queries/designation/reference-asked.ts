import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { ReferenceAsked } from '../../rules/designation/reference-asked.ts';

/** What the presented link is for, within a transaction; null where it is unknown, expired or ended. */
export async function readReferenceAsked(transaction: ScopedTransaction): Promise<ReferenceAsked | null> {
  const { rows } = await sql<ReferenceAsked>`
    select r.id, r.application_id as "applicationId", r.organisation_id as "organisationId", r.organisation, r.referee, r.name, r.applicant,
      r.urn, s.name as school, r.rule_set as "ruleSet", coalesce(r.answers, '{}') as capacity, r.due_on as "dueOn", r.answered
    from reference_asked() r join school s on s.urn = r.urn`.execute(transaction);
  return rows[0] ?? null;
}

/** The same, with how the link stands where it opens nothing. */
export function referenceAsked(
  db: Kysely<Database>,
  scope: Scope<'designation.refer'>,
): Promise<{ asked: ReferenceAsked | null; standing: 'open' | 'ended' | 'expired' | null }> {
  return readAs(db, scope, async (transaction) => {
    const { rows } = await sql<{ standing: 'open' | 'ended' | 'expired' | null }>`
      select link_standing('reference') as standing`.execute(transaction);
    return { asked: await readReferenceAsked(transaction), standing: rows[0]?.standing ?? null };
  });
}
