import { hashOfToken, newToken } from '../../../src/access/secret.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { type Member, tenant } from '../../factories/people.ts';

/** A calendar feed of somebody: whoever knows its token reads it. */
export async function feedOf(owner: TestDatabase['db'], { personId }: Member): Promise<string> {
  const token = newToken();
  await tenant(owner)
    .insertInto('calendar_feed')
    .values({ person_id: personId, token_hash: hashOfToken(token), ended_at: null, read_at: null })
    .execute();
  return token;
}
