import type { MiddlewareHandler } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { identify } from '../../web/identify.ts';
import { noteRefusal } from '../commands/note-refusal.ts';
import { personOfSession } from '../queries/person-of-session.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';

/** Says for each request who asks, by the session's cookie, and enters refusals in the trail. Mount it before every room. */
export function whoAsks(db: Kysely<Database>, policy: SignInPolicy): MiddlewareHandler {
  return identify({
    personOf: (token, ip) => personOfSession(db, policy, token, ip),
    noteRefusal: (permission, person, subject, reason) => noteRefusal(db, permission, person, subject, reason),
  });
}
