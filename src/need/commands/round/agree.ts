import { type Kysely, sql } from 'kysely';
import { actorOf, alone } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { recordAgreement as recording, withdrawAgreement as withdrawing } from '../../policy.ts';
import { readAgreements } from '../../queries/round/participation.ts';
import { type NewAgreement, stands } from '../../rules/round/agreement.ts';

/** Writes down that the scope's academy takes part in the rounds of the actor's local authority. What was agreed before stays in the history. */
export function recordAgreement(
  db: Kysely<Database>,
  scope: Scope<typeof recording.verb>,
  { agreedBy, agreedFor, on, until, scope: what }: NewAgreement,
): Promise<{ unchanged: boolean }> {
  const { urn, organisation, person, role } = actorOf(scope);
  return writeAs<{ unchanged: boolean }>(db, scope, async (transaction) => {
    await alone(transaction, 'need_agreement', urn);
    const [last] = (await readAgreements(transaction, { urn })).filter(
      ({ serviceId }) => serviceId === organisation.id,
    );
    const same =
      last?.takesPart === true &&
      last.agreedBy === agreedBy &&
      last.agreedFor === agreedFor &&
      last.on === on &&
      last.until === until &&
      last.scope === what;
    if (same) return { result: { unchanged: true }, detail: { unchanged: true } };
    await transaction
      .insertInto('need_agreement')
      .values({
        urn,
        organisation_id: organisation.id,
        service_id: organisation.id,
        takes_part: true,
        agreed_by: agreedBy,
        agreed_for: agreedFor,
        agreed_on: on,
        until,
        scope: what,
        recorded_by: person,
        recorded_in_role: role,
        recorded_at: sql<Date>`clock_timestamp()`,
      })
      .execute();
    return { result: { unchanged: false }, detail: { from: on, until } };
  });
}

export type Withdrawn = { ok: true } | { ok: false; reason: 'nothing to withdraw' };

/**
 * Withdraws the agreement of the scope's academy that stands on `today`, by the service or by the school itself, at once. Its decisions
 * and letters stay in the history and stand no longer.
 */
export function withdrawAgreement(
  db: Kysely<Database>,
  scope: Scope<typeof withdrawing.verb>,
  { agreementId, words, today }: { agreementId: string; words: string; today: string },
): Promise<Withdrawn> {
  const { urn, organisation, person, role } = actorOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Withdrawn>> => {
    await alone(transaction, 'need_agreement', urn);
    const all = await readAgreements(transaction, { urn });
    const asked = all.find(({ id }) => id === agreementId);
    const last = all.find(({ serviceId }) => serviceId === asked?.serviceId);
    if (asked === undefined || last?.id !== agreementId || !stands(last, today)) {
      const reason = 'nothing to withdraw';
      return { result: { ok: false, reason }, outcome: 'failed', detail: { reason } };
    }
    const fromSchool = organisation.kind === 'school' || organisation.kind === 'governing board';
    await transaction
      .insertInto('need_agreement')
      .values({
        urn,
        organisation_id: organisation.id,
        from_school: fromSchool,
        service_id: asked.serviceId,
        takes_part: false,
        agreed_by: words,
        agreed_for: last.agreedFor,
        agreed_on: today,
        until: null,
        scope: last.scope,
        recorded_by: person,
        recorded_in_role: role,
        recorded_at: sql<Date>`clock_timestamp()`,
      })
      .execute();
    return { result: { ok: true }, detail: { fromSchool } };
  });
}
