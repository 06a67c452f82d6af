import { type Kysely, sql } from 'kysely';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { DecisionRefused, RequestKind } from '../rules/data-request.ts';
import type { Decision } from '../schema/data-request-input.ts';

type Decided = { ok: true } | { ok: false; reason: DecisionRefused | 'none' };

interface OpenRequest {
  id: string;
  personId: string;
  email: string | null;
  kind: RequestKind;
  decidedAt: Date | null;
}

/**
 * Decides a request made to the acting organisation and, where it is granted, does what it asks: corrects, erases, restricts or
 * lifts, in the same transaction. The answer goes to the person by mail, at the address they had until now. `none` when the
 * organisation has no such request; the other reasons are DECISION_REFUSED's.
 */
export async function decideDataRequest(
  db: Kysely<Database>,
  scope: Scope<'data-request.decide'>,
  id: string,
  { outcome, answer }: Decision,
  now: Date,
): Promise<Decided> {
  return writeAs(db, scope, async (transaction): Promise<Written<Decided>> => {
    const administrator = scope.person!;
    const organisationId = administrator.acting!.organisation.id;
    const request = await openRequest(transaction, id, organisationId);
    if (request === undefined) return refusal('none', { request: id });
    const told = { request: id, kind: request.kind, person: request.personId, decision: outcome };
    if (request.decidedAt !== null) return refusal('decided already', told);
    if (outcome === 'held' && request.kind !== 'erasure') return refusal('not restricted by it', told);
    if (outcome === 'done') {
      const done = await carryOut(transaction, request);
      if (done !== 'done') return refusal(done, told);
    }
    await transaction
      .updateTable('person_request')
      .set({ decided_at: now, decided_by: administrator.id, outcome, answer })
      .where('id', '=', id)
      .execute();
    const erased = outcome === 'done' && request.kind === 'erasure';
    if (erased) {
      await transaction
        .insertInto('destruction_log')
        .values({
          rule: 'a request for erasure',
          record_kind: 'a person’s name, address and account',
          records: 1,
          oldest: null,
          newest: null,
          person_id: request.personId,
          done_by: administrator.id,
        })
        .execute();
    }
    if (request.email !== null) {
      await queueMail(transaction, {
        to: request.email,
        template: { name: 'data request answered', kind: request.kind, answer },
        organisationId,
        // After an erasure the letter is nobody's.
        personId: erased ? null : request.personId,
      });
    }
    return { result: { ok: true }, detail: told };
  });
}

function refusal(reason: DecisionRefused | 'none', detail: Record<string, string>): Written<Decided> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { ...detail, reason } };
}

/** Locked, so that of two who decide at once one finds it decided. */
async function openRequest(
  transaction: ScopedTransaction,
  id: string,
  organisationId: string,
): Promise<OpenRequest | undefined> {
  const { rows } = await sql<OpenRequest>`
    select r.id, r.person_id as "personId", p.email, r.kind, r.decided_at as "decidedAt"
    from person_request r join person p on p.id = r.person_id
    where r.id = ${id} and r.organisation_id = ${organisationId} for update of r`.execute(transaction);
  return rows[0];
}

async function carryOut(
  transaction: ScopedTransaction,
  { id, kind, personId }: OpenRequest,
): Promise<'done' | DecisionRefused> {
  switch (kind) {
    case 'access':
      // The copy itself is given by a person, or taken from the account page.
      return 'done';
    case 'correction':
      return answerOf(transaction, sql`correct_person(${id})`);
    case 'erasure':
      return answerOf(transaction, sql`erase_person(${personId})`);
    case 'restriction':
      return answerOf(transaction, sql`restrict_person(${personId}, true)`);
    case 'lifting a restriction':
      return answerOf(transaction, sql`restrict_person(${personId}, false)`);
  }
}

/** The functions of migration 008 do what the site's own role may not, and say what stands against it. */
async function answerOf(
  transaction: ScopedTransaction,
  call: ReturnType<typeof sql>,
): Promise<'done' | DecisionRefused> {
  const { rows } = await sql<{ answer: 'done' | DecisionRefused }>`select ${call} as answer`.execute(transaction);
  return rows[0]!.answer;
}
