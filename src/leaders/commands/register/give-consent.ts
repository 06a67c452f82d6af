import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { keepRegister, sayOfOneself } from '../../policy.ts';
import { entrySeen } from '../../queries/register/entries.ts';
import { actorIn } from '../../rules/register/actor.ts';
import type { NewConsent } from '../../rules/register/consent.ts';

export type ConsentGiven = { ok: true } | { ok: false; reason: 'no such leader' | 'over' };

/**
 * Writes down whether a leader is in the public directory and what it shows: said by themself on the site, or, by their service, as they
 * gave it in writing. The newest counts; withdrawing takes them out at once.
 */
export function giveConsent(
  db: Kysely<Database>,
  scope: Scope<typeof keepRegister.verb | typeof sayOfOneself.verb>,
  leaderId: string,
  { consents, shows, givenOn }: NewConsent,
): Promise<ConsentGiven> {
  const { person, role } = actorIn(scope);
  const how = scope.subject.kind === 'person' ? 'site' : 'in writing';
  return writeAs(db, scope, async (transaction): Promise<Written<ConsentGiven>> => {
    const detail = { step: 'consent', leader: leaderId, consents, shows };
    const entry = await entrySeen(transaction, scope, leaderId);
    const reason = entry === null ? 'no such leader' : consents && entry.status === 'ended' ? 'over' : null;
    if (entry === null || reason !== null)
      return { result: { ok: false, reason: reason! }, outcome: 'failed', detail: { ...detail, reason } };
    await transaction
      .insertInto('leader_consent')
      .values({
        leader_id: leaderId,
        organisation_id: entry.organisationId,
        consents,
        shows: consents ? [...shows] : [],
        how,
        given_on: givenOn,
        recorded_by: person,
        recorded_in_role: role,
      })
      .execute();
    return { result: { ok: true }, detail };
  });
}
