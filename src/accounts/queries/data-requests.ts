import type { Kysely } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { DataRequest } from '../rules/data-request.ts';

/** A person of the acting organisation, now or once, for choosing. */
export interface KnownPerson {
  id: string;
  name: string;
  restricted: boolean;
}

/** The requests made to the acting organisation, those still to decide first and of them the most urgent; and its people. */
export async function dataRequests(
  db: Kysely<Database>,
  scope: Scope<'data-request.read' | 'data-request.decide'>,
): Promise<{ requests: DataRequest[]; people: KnownPerson[] }> {
  return readAs(db, scope, async (transaction) => ({
    requests: await requestsOf(transaction, scope)
      .orderBy((eb) => eb('r.decided_at', 'is not', null))
      .orderBy('r.due_on')
      .orderBy('r.received_at', 'desc')
      .execute(),
    people: await knownPeople(transaction, scope),
  }));
}

/** One request to the acting organisation; null when it has none by this id. */
export async function dataRequest(
  db: Kysely<Database>,
  scope: Scope<'data-request.read' | 'data-request.decide'>,
  id: string,
): Promise<DataRequest | null> {
  return readAs(
    db,
    scope,
    async (transaction) => (await requestsOf(transaction, scope).where('r.id', '=', id).executeTakeFirst()) ?? null,
  );
}

export interface LegalHold {
  id: string;
  person: string;
  reason: string;
  placedAt: Date;
  placedBy: string | null;
  liftedAt: Date | null;
}

/** The holds of the acting organisation, those that stand first. */
export async function legalHolds(
  db: Kysely<Database>,
  scope: Scope<'data-request.read' | 'data-request.decide'>,
): Promise<{ holds: LegalHold[]; people: KnownPerson[] }> {
  return readAs(db, scope, async (transaction) => ({
    holds: await transaction
      .selectFrom('legal_hold as h')
      .innerJoin('person as p', 'p.id', 'h.person_id')
      .leftJoin('person as by', 'by.id', 'h.placed_by')
      .select(['h.id', 'p.name as person', 'h.reason', 'h.placed_at as placedAt', 'by.name as placedBy'])
      .select('h.lifted_at as liftedAt')
      .where('h.organisation_id', '=', actingIn(scope))
      .orderBy((eb) => eb('h.lifted_at', 'is not', null))
      .orderBy('h.placed_at', 'desc')
      .execute(),
    people: await knownPeople(transaction, scope),
  }));
}

export interface Destruction {
  at: Date;
  rule: string;
  kind: string;
  records: number;
  oldest: Date | null;
  newest: Date | null;
  personId: string | null;
  doneBy: string | null;
}

const NEWEST = 500;

/** What was destroyed, newest first: by the schedule for the whole site, and for people of the acting organisation. */
export async function destructionLog(db: Kysely<Database>, scope: Scope<'data-request.read'>): Promise<Destruction[]> {
  return readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('destruction_log as d')
      .leftJoin('person as by', 'by.id', 'd.done_by')
      .select([
        'd.at',
        'd.rule',
        'd.record_kind as kind',
        'd.records',
        'd.oldest',
        'd.newest',
        'd.person_id as personId',
      ])
      .select('by.name as doneBy')
      .orderBy('d.id', 'desc')
      .limit(NEWEST)
      .execute(),
  );
}

/** The organisation that a request of the person goes to: the one they act for, or else the last in which they held a role. */
export async function askedOrganisation(
  transaction: ScopedTransaction,
  scope: Scope,
): Promise<{ id: string; name: string } | null> {
  const { acting, id } = scope.person!;
  if (acting !== null) return { id: acting.organisation.id, name: acting.organisation.name };
  const last = await transaction
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['o.id', 'o.name'])
    .where('m.person_id', '=', id)
    .orderBy((eb) => eb('m.ended_at', 'is not', null))
    .orderBy('m.ended_at', 'desc')
    .executeTakeFirst();
  return last ?? null;
}

function requestsOf(transaction: ScopedTransaction, scope: Scope) {
  return transaction
    .selectFrom('person_request as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('person as by', 'by.id', 'r.decided_by')
    .select([
      'r.id',
      'r.person_id as personId',
      'p.name as person',
      'r.kind',
      'r.words',
      'r.new_name as newName',
      'r.new_email as newEmail',
      'r.received_at as receivedAt',
      'r.due_on as dueOn',
      'r.decided_at as decidedAt',
      'by.name as decidedBy',
      'r.outcome',
      'r.answer',
    ])
    .select((eb) => eb('r.recorded_by', 'is not', null).$castTo<boolean>().as('recorded'))
    .where('r.organisation_id', '=', actingIn(scope));
}

async function knownPeople(transaction: ScopedTransaction, scope: Scope): Promise<KnownPerson[]> {
  return transaction
    .selectFrom('person as p')
    .select(['p.id', 'p.name'])
    .select((eb) => eb('p.restricted_at', 'is not', null).$castTo<boolean>().as('restricted'))
    .where('p.erased_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('m.organisation_id', '=', actingIn(scope)),
      ),
    )
    .orderBy('p.name')
    .execute();
}

function actingIn({ person }: Scope): string {
  const id = person?.acting?.organisation.id;
  if (id === undefined) throw new Error('Requests of an organisation are read by somebody who acts for it');
  return id;
}
