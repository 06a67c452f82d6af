import { type Kysely, sql } from 'kysely';
import type { OrganisationKind } from '../../access/roles.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { OrganisationRecord } from '../rules/organisation-record.ts';

export interface OrganisationNamed {
  kind: OrganisationKind;
  /** Null for the kinds without one, which are known by their name. */
  key: number | null;
  name: string;
}

/**
 * The organisation of this kind and key (or name, where the kind has no key), made when there is none. `state` closes it,
 * after which nobody acts for it, or opens it again; its people and records stay.
 */
export function keepOrganisation(
  db: Kysely<Database>,
  scope: Scope<'operator.organisation'>,
  named: OrganisationNamed,
  state: 'open' | 'closed' | null,
): Promise<OrganisationRecord & { made: boolean }> {
  return writeAs(db, scope, async (transaction): Promise<Written<OrganisationRecord & { made: boolean }>> => {
    const found = await find(transaction, named);
    const id = found?.id ?? (await make(transaction, named));
    if (state !== null) {
      await transaction
        .updateTable('organisation')
        .set({ closed_at: state === 'closed' ? sql<Date>`coalesce(closed_at, now())` : null })
        .where('id', '=', id)
        .execute();
    }
    const row = await transaction
      .selectFrom('organisation')
      .select(['id', 'kind', 'name', 'closed_at as closedAt'])
      .select((eb) => eb.fn.coalesce('la_code', 'group_uid', 'urn').as('key'))
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const made = found === undefined;
    return { result: { ...row, made }, detail: { organisation: id, made, state } };
  });
}

function find(transaction: ScopedTransaction, { kind, key, name }: OrganisationNamed) {
  const ofKind = transaction.selectFrom('organisation').select('id').where('kind', '=', kind);
  return (
    key === null
      ? ofKind.where(sql`lower(name)`, '=', name.toLowerCase())
      : ofKind.where((eb) => eb(eb.fn.coalesce('la_code', 'group_uid', 'urn'), '=', key))
  ).executeTakeFirst();
}

async function make(transaction: ScopedTransaction, { kind, key, name }: OrganisationNamed): Promise<string> {
  const { id } = await transaction
    .insertInto('organisation')
    .values({
      kind,
      name,
      la_code: kind === 'local authority' ? key : null,
      group_uid: kind === 'trust' ? key : null,
      urn: kind === 'school' || kind === 'governing board' ? key : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
