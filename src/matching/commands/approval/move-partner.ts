import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import type { answerPool, invitePartner } from '../../policy.ts';
import { partnersOf, serviceToInvite } from '../../queries/approval/partners.ts';
import { pooledRounds } from '../../queries/approval/pool.ts';
import { mayMovePartner, type PartnerState } from '../../rules/approval/moves.ts';
import { inRound } from './in-round.ts';

export type PartnerMoved =
  | { ok: true }
  | { ok: false; reason: 'no such round' | 'over' | 'no such partner' | 'not from here' };

interface Step {
  to: PartnerState;
  /** What is agreed, or why it ends. */
  words: string;
}

/** The service that runs a round invites another to it, with what is to be agreed, or ends its part. */
export function movePartner(
  db: Kysely<Database>,
  scope: Scope<typeof invitePartner.verb>,
  roundId: string,
  named: { partnerId: string } | { code: number },
  { to, words }: Step,
  linkTo: (partnerId: string) => string,
): Promise<PartnerMoved> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<PartnerMoved>> => {
    const detail = { round: roundId, step: to };
    const failed = (reason: Extract<PartnerMoved, { ok: false }>['reason']): Written<PartnerMoved> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...detail, reason },
    });
    const found = await inRound(transaction, organisation.id, roundId, to === 'invited' ? 'pool' : 'replan');
    if (!found.ok) return failed(found.reason);
    const partnerId = 'code' in named ? await serviceToInvite(transaction, named.code) : named.partnerId;
    const partner = (await partnersOf(transaction, roundId)).find(({ id }) => id === partnerId);
    if (partnerId === null || (partner === undefined && !('code' in named))) return failed('no such partner');
    if (!mayMovePartner(partner?.state ?? null, to, 'lead')) return failed('not from here');
    await addStep(
      transaction,
      { round_id: roundId, organisation_id: organisation.id, partner_id: partnerId },
      to,
      words,
      {
        made_by: person,
        made_in_role: role,
        made_for: organisation.id,
      },
    );
    if (to === 'invited') await tellLeads(transaction, roundId, partnerId, organisation, linkTo(partnerId));
    return { result: { ok: true }, detail: { ...detail, partner: partnerId } };
  });
}

/** A service answers an invitation to a round of another, or ends its part in it. */
export function answerInvitation(
  db: Kysely<Database>,
  scope: Scope<typeof answerPool.verb>,
  roundId: string,
  { to, words }: Step,
): Promise<PartnerMoved> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<PartnerMoved>> => {
    const detail = { round: roundId, step: to };
    const failed = (reason: Extract<PartnerMoved, { ok: false }>['reason']): Written<PartnerMoved> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...detail, reason },
    });
    const round = (await pooledRounds(transaction)).find(({ id }) => id === roundId);
    if (round === undefined) return failed('no such round');
    if (!mayMovePartner(round.state, to, 'partner')) return failed('not from here');
    await addStep(
      transaction,
      { round_id: roundId, organisation_id: round.organisationId, partner_id: organisation.id },
      to,
      words,
      { made_by: person, made_in_role: role, made_for: organisation.id },
    );
    return { result: { ok: true }, detail };
  });
}

async function addStep(
  transaction: ScopedTransaction,
  between: { round_id: string; organisation_id: string; partner_id: string },
  state: PartnerState,
  words: string,
  made: { made_by: string; made_in_role: string; made_for: string },
): Promise<void> {
  await transaction
    .insertInto('planning_partner')
    .values({ ...between, state, words, ...made })
    .execute();
}

async function tellLeads(
  transaction: ScopedTransaction,
  roundId: string,
  partnerId: string,
  { id, name }: { id: string; name: string },
  link: string,
): Promise<void> {
  const { rows } = await sql<{ person_id: string; email: string }>`
    select * from leads_of_partner(${roundId}, ${partnerId})`.execute(transaction);
  for (const { person_id, email } of rows)
    if (isMailAddress(email))
      await queueMail(transaction, {
        to: email,
        template: { name: 'invited to a round', organisation: name, link },
        organisationId: id,
        personId: person_id,
      });
}
