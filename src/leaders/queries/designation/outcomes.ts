import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { answerForDesignation } from '../../policy.ts';
import type { OutcomeShown, ReviewOutcomeShown } from '../../rules/designation/outcomes.ts';
import { roleTitle } from './rounds.ts';

/** Outcomes of a school for its accountable officer. */
export function outcomesOf(
  db: Kysely<Database>,
  scope: Scope<typeof answerForDesignation.verb>,
  urn: number,
): Promise<{ applications: OutcomeShown[]; reviews: ReviewOutcomeShown[] }> {
  return readAs(db, scope, async (transaction) => ({
    applications: await readOutcomes(transaction, urn),
    reviews: await readReviewOutcomes(transaction, urn),
  }));
}

export async function readOutcomes(transaction: ScopedTransaction, urn: number): Promise<OutcomeShown[]> {
  const { rows } = await sql<Omit<OutcomeShown, 'title'> & { role: string }>`
    select application_id as "applicationId", organisation_id as "organisationId", organisation, role, process, applicant, state, words,
      decided_on as "decidedOn", moves, appealed
    from designation_outcomes(${urn})`.execute(transaction);
  return rows.map(({ role, ...outcome }) => ({ ...outcome, title: roleTitle(role) }));
}

async function readReviewOutcomes(transaction: ScopedTransaction, urn: number): Promise<ReviewOutcomeShown[]> {
  const { rows } = await sql<Omit<ReviewOutcomeShown, 'title'> & { role: string }>`
    select review_id as "reviewId", organisation, leader, role, stands, words, decided_on as "decidedOn", number
    from review_outcomes(${urn})`.execute(transaction);
  return rows.map(({ role, ...outcome }) => ({ ...outcome, title: roleTitle(role) }));
}
