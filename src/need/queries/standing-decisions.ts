import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import type { TenantDatabase } from '../../db/tenant-schema.ts';
import type { Assessment } from '../rules/assessment.ts';
import type { Decision } from '../rules/decision.ts';
import { serviceOf } from '../rules/service-of.ts';

/** Which assessment of England: its policy and its date. */
export type Run = Pick<Assessment, 'policyId' | 'asAt'>;

/**
 * The decision that stands on each school for the reader, by URN: the newest of their own organisation on this assessment; or on an
 * earlier one, from the school's first round on, for what was decided there and put in a letter holds until a person decides again. Each
 * service judges for itself, and an academy's authority only while their agreement stands. `ofService` says with whose eyes a school or
 * the operator reads; without it a school reads the newest of whichever service judged it, and an operator that of its local authority.
 */
export function standingDecisions(
  db: Kysely<Database>,
  scope: Scope,
  { policyId, asAt }: Run,
  urns?: readonly number[],
  ofService?: string,
): Promise<Map<number, Decision>> {
  return readAs(db, scope, async (transaction) => {
    let query = transaction
      .selectFrom('need_moderation as m')
      .select(['m.urn', 'm.computed_category', 'm.category', 'm.decided_in_role', 'm.decided_at'])
      .distinctOn('m.urn')
      .where((eb) =>
        eb.or([
          eb.and([eb('m.policy_id', '=', policyId), eb('m.as_at', '=', asAt)]),
          eb.and([eb('m.as_at', '<=', asAt), isSinceARound(eb)]),
        ]),
      )
      .where(sql<boolean>`takes_part(m.organisation_id, m.urn)`)
      .orderBy('m.urn')
      .orderBy('m.decided_at', 'desc');
    if (urns !== undefined) query = query.where('m.urn', '=', sql<number>`any(${[...urns]}::int[])`);
    const service = ofService ?? serviceOf(scope);
    if (service !== null) query = query.where('m.organisation_id', '=', service);
    if (scope.person === null) query = query.where(isOfItsAuthority);
    const rows = await query.execute();
    return new Map(
      rows.map((row) => [
        row.urn,
        {
          computed: row.computed_category,
          category: row.category,
          role: row.decided_in_role,
          at: row.decided_at.toISOString(),
        },
      ]),
    );
  });
}

type OfDecisions = ExpressionBuilder<TenantDatabase & { m: TenantDatabase['need_moderation'] }, 'm'>;

function isSinceARound(eb: OfDecisions) {
  return eb.exists(
    eb
      .selectFrom('need_moderation as r')
      .where('r.round_id', 'is not', null)
      .whereRef('r.urn', '=', 'm.urn')
      .whereRef('r.organisation_id', '=', 'm.organisation_id')
      .whereRef('r.decided_at', '<=', 'm.decided_at'),
  );
}

function isOfItsAuthority(eb: OfDecisions) {
  return eb.exists(
    eb
      .selectFrom('organisation as o')
      .innerJoin('school as s', 's.la_code', 'o.la_code')
      .whereRef('o.id', '=', 'm.organisation_id')
      .whereRef('s.urn', '=', 'm.urn'),
  );
}
