import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { demonstrationEmail } from '../rules/demonstration-email.ts';
import type { DemonstrationPeople } from '../schema/demonstration-people.ts';

type InventedOrganisation = DemonstrationPeople['organisations'][string];

/**
 * Makes the invented organisations and people of the policy file that are not there yet, and gives back roles that were ended while
 * trying out. Where the database has a real organisation of the same area or school, the invented one and its roles are left out.
 */
export async function prepareDemonstration(
  db: Kysely<Database>,
  scope: Scope<'demonstration.prepare'>,
  { organisations, people }: Pick<DemonstrationPeople, 'organisations' | 'people'>,
): Promise<void> {
  await writeAs(db, scope, async (transaction) => {
    // Two sites may start at once on a database of one's own.
    await sql`select pg_advisory_xact_lock(hashtext('alongside demonstration'))`.execute(transaction);
    const ids = new Map<string, string>();
    for (const [key, organisation] of Object.entries(organisations)) {
      const id = await organisationId(transaction, organisation);
      if (id !== null) ids.set(key, id);
    }
    const personIds = await personIdsOf(transaction, people);
    const memberships = Object.entries(people).flatMap(([key, { roles }]) =>
      roles.flatMap(([organisation, role]) => {
        const [personId, organisationId] = [personIds.get(demonstrationEmail(key)), ids.get(organisation)];
        if (personId === undefined || organisationId === undefined) return [];
        return [{ person_id: personId, organisation_id: organisationId, role, granted_by: 'demonstration' as const }];
      }),
    );
    if (memberships.length > 0) {
      await transaction
        .insertInto('membership')
        .values(memberships)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return { result: undefined, detail: { organisations: ids.size, people: personIds.size } };
  });
}

/** The invented organisation, made when it is missing; null when a real one stands in its place. */
async function organisationId(
  transaction: ScopedTransaction,
  { kind, name, key }: InventedOrganisation,
): Promise<string | null> {
  const keys = {
    la_code: kind === 'local authority' ? key : null,
    group_uid: kind === 'trust' ? key : null,
    urn: kind === 'school' || kind === 'governing board' ? key : null,
  };
  const found = await transaction
    .selectFrom('organisation')
    .select(['id', 'demonstration'])
    .where('kind', '=', kind)
    .where((eb) =>
      key === null
        ? eb.and([eb('name', '=', name), eb('demonstration', '=', true)])
        : eb(eb.fn.coalesce('la_code', 'group_uid', 'urn'), '=', key),
    )
    .executeTakeFirst();
  if (found !== undefined) return found.demonstration ? found.id : null;
  const made = await transaction
    .insertInto('organisation')
    .values({ kind, name, demonstration: true, ...keys })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** The invented people by address, those who were missing made. A real person who has such an address is none of them. */
async function personIdsOf(
  transaction: ScopedTransaction,
  people: DemonstrationPeople['people'],
): Promise<Map<string, string>> {
  const wanted = Object.entries(people).map(([key, { name }]) => ({
    name,
    email: demonstrationEmail(key),
    demonstration: true,
  }));
  await transaction
    .insertInto('person')
    .values(wanted)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
  const found = await transaction
    .selectFrom('person')
    .select(['id', 'email'])
    .where('demonstration', '=', true)
    .where(
      'email',
      'in',
      wanted.map(({ email }) => email),
    )
    .execute();
  return new Map(found.map(({ id, email }) => [email!, id]));
}
