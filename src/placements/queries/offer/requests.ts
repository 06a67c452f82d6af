import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { Request } from '../../rules/offer/request.ts';

/** What was asked for with a placement; null where it was not asked for by a request, or its reader may not read it. */
export async function readRequest(transaction: ScopedTransaction, placementId: string): Promise<Request | null> {
  const row = await transaction
    .selectFrom('placement_request')
    .selectAll()
    .where('placement_id', '=', placementId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    detail: row.detail,
    when: row.wanted_when,
    onBehalfOf: row.on_behalf_of,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
  };
}

/** The services that a school may ask: its authority and its trusts, as far as they are here. */
export function servicesToAsk(
  db: Kysely<Database>,
  scope: Scope,
  urn: number,
): Promise<{ id: string; name: string }[]> {
  return readAs(db, scope, (transaction) => readServices(transaction, urn));
}

/** The same within a transaction. */
export async function readServices(
  transaction: ScopedTransaction,
  urn: number,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from services_of_school(${urn})`.execute(
    transaction,
  );
  return rows;
}

/** The schools that the acting service may ask for, by name; null for a hub, which serves any. */
export function schoolsToAskFor(db: Kysely<Database>, scope: Scope): Promise<{ urn: number; name: string }[] | null> {
  const organisation = scope.person?.acting?.organisation ?? null;
  if (organisation === null || (organisation.laCode === null && organisation.groupUid === null))
    return Promise.resolve(null);
  return readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('school as s')
      .select(['s.urn', 's.name'])
      .where('s.status', '=', 'Open')
      .$if(organisation.laCode !== null, (query) => query.where('s.la_code', '=', organisation.laCode!))
      .$if(organisation.laCode === null, (query) =>
        query.where((eb) =>
          eb.exists(
            eb
              .selectFrom('group_member as g')
              .select('g.urn')
              .whereRef('g.urn', '=', 's.urn')
              .where('g.group_uid', '=', organisation.groupUid!),
          ),
        ),
      )
      .orderBy('s.name')
      .execute(),
  );
}

/** The open placement of a kind that a school has with a service already; null when there is none. */
export async function openOfKind(
  transaction: ScopedTransaction,
  of: { organisationId: string; urn: number; support: string; supportType: string },
): Promise<string | null> {
  const row = await transaction
    .selectFrom('placement')
    .select('id')
    .where('organisation_id', '=', of.organisationId)
    .where('supported_urn', '=', of.urn)
    .where('support', '=', of.support)
    .where('support_type', '=', of.supportType)
    .where('state', 'not in', ['declined', 'withdrawn', 'signed off', 'closed'])
    .executeTakeFirst();
  return row?.id ?? null;
}
