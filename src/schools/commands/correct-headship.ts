import { type Kysely, sql } from 'kysely';
import { actorOf, alone } from '../../access/on-school.ts';
import type { Scope } from '../../access/scope.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { correctHeadship as permission } from '../policy.ts';
import { headshipsOf } from '../queries/headships.ts';
import type { CorrectionSaid } from '../rules/headship/correction.ts';

/** `unchanged` when the organisation says the same already, so that a form sent twice counts once. */
export type Corrected =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'no such change' | 'nothing to withdraw' };

/**
 * Adds what the actor's organisation says of a change of head at the scope's school. What was said before stays; the newest counts.
 * The change must lie between two extracts held that follow each other and both tell who heads the school.
 */
export async function correctHeadship(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  said: CorrectionSaid,
): Promise<Corrected> {
  const { urn, organisation, person, role } = actorOf(scope);
  const { stretches, policy } = await headshipsOf(db, urn);
  const stretch = stretches.find(
    ({ notBefore, notAfter }) => notBefore === said.notBefore && notAfter === said.notAfter,
  );
  return writeAs<Corrected>(db, scope, async (transaction) => {
    if (stretch === undefined) return failed('no such change');
    await alone(transaction, 'headship_correction', urn);
    const standing = await newestOwn(transaction, urn, organisation.id, said);
    const withdraws = said.says === 'withdrawn';
    if (withdraws && (standing === undefined || standing.says === 'withdrawn')) return failed('nothing to withdraw');
    const detail = {
      after: said.notBefore,
      by: said.notAfter,
      from: standing?.says ?? stretch.class,
      to: said.says,
    };
    if (standing !== undefined && isSame(standing, said)) {
      return { result: { ok: true, unchanged: true }, detail: { ...detail, unchanged: true } };
    }
    await transaction
      .insertInto('headship_correction')
      .values({
        urn,
        organisation_id: organisation.id,
        from_school: organisation.kind === 'school' || organisation.kind === 'governing board',
        not_before: said.notBefore,
        not_after: said.notAfter,
        policy_id: policy.id,
        published_class: stretch.class,
        says: said.says,
        happened_on: said.happenedOn,
        first_headship: said.firstHeadship,
        standing: said.standing,
        reason: said.reason,
        made_by: person,
        made_in_role: role,
        // The clock, not the start of the transaction: of two that waited for each other, the later one is the newest.
        made_at: sql<Date>`clock_timestamp()`,
      })
      .execute();
    return { result: { ok: true, unchanged: false }, detail };
  });
}

function failed(reason: 'no such change' | 'nothing to withdraw'): Written<Corrected> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { reason } };
}

function newestOwn(
  transaction: ScopedTransaction,
  urn: number,
  organisationId: string,
  { notBefore, notAfter }: CorrectionSaid,
) {
  return transaction
    .selectFrom('headship_correction')
    .select(['says', 'happened_on', 'first_headship', 'standing', 'reason'])
    .where('urn', '=', urn)
    .where('organisation_id', '=', organisationId)
    .where('not_before', '=', notBefore)
    .where('not_after', '=', notAfter)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type Standing = NonNullable<Awaited<ReturnType<typeof newestOwn>>>;

function isSame(standing: Standing, said: CorrectionSaid): boolean {
  return (
    standing.says === said.says &&
    standing.happened_on === said.happenedOn &&
    standing.first_headship === said.firstHeadship &&
    standing.standing === said.standing &&
    standing.reason === said.reason
  );
}
