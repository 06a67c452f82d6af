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
    for (const [key, { name, roles }] of Object.entries(people)) {
      const personId = await personIdOf(transaction, demonstrationEmail(key), name);
      const held = roles.flatMap(([organisation, role]) => {
        const id = ids.get(organisation);
        return id === undefined ? [] : [{ organisation_id: id, role }];
      });
      for (const { organisation_id, role } of held) {
        await transaction
          .insertInto('membership')
          .values({ person_id: personId, organisation_id, role, granted_by: 'demonstration' })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    }
    return { result: undefined, detail: { organisations: ids.size, people: Object.keys(people).length } };
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

async function personIdOf(transaction: ScopedTransaction, email: string, name: string): Promise<string> {
  const found = await transaction.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst();
  if (found !== undefined) return found.id;
  const made = await transaction
    .insertInto('person')
    .values({ name, email, demonstration: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}
