import { type Kysely, sql } from 'kysely';
import type { Person } from '../../../access/roles.ts';
import { hashOfToken } from '../../../access/secret.ts';
import type { Database } from '../../../db/schema.ts';

/** Whose feed a token opens; null when there is none, or it was ended. The database does it as owner and notes that it was asked. */
export async function personOfFeed(
  db: Kysely<Database>,
  token: string,
): Promise<Pick<Person, 'id' | 'name' | 'email' | 'demonstration'> | null> {
  const { rows } = await sql<Pick<Person, 'id' | 'name' | 'email' | 'demonstration'>>`
    select * from person_of_feed(${hashOfToken(token)})`.execute(db);
  return rows[0] ?? null;
}
