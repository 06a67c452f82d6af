import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import { hashOfToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';

interface PersonOfLink {
  id: string;
  name: string;
  email: string;
}

/** Whose password the link of a mail sets; null when it was used, has expired, or never was. */
export async function personOfResetLink(
  db: Kysely<Database>,
  scope: Scope<'sign-in.password-reset'>,
  token: string,
): Promise<PersonOfLink | null> {
  return readAs(db, scope, async (transaction) => {
    const found = await transaction
      .selectFrom('reset_link as r')
      .innerJoin('person as p', 'p.id', 'r.person_id')
      .select(['p.id', 'p.name', 'p.email'])
      .where('r.token_hash', '=', hashOfToken(token))
      .where('r.used_at', 'is', null)
      .where('r.expires_at', '>', sql<Date>`now()`)
      .where('p.erased_at', 'is', null)
      .where('p.restricted_at', 'is', null)
      .executeTakeFirst();
    return found === undefined || found.email === null ? null : { ...found, email: found.email };
  });
}
