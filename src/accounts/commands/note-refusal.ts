import type { Kysely } from 'kysely';
import type { Refusal } from '../../access/authorise.ts';
import type { Permission, Subject } from '../../access/permission.ts';
import type { Person } from '../../access/roles.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { refusalScope } from '../policy.ts';

/** Enters in the trail that a signed-in person was refused. A visitor sent to the sign-in page was refused nothing. */
export async function noteRefusal(
  db: Kysely<Database>,
  permission: Permission,
  person: Person | null,
  subject: Subject,
  reason: Refusal,
): Promise<void> {
  if (person === null) return;
  const scope = refusalScope(permission, person, subject);
  await writeAs(db, scope, async () => ({ result: undefined, outcome: 'refused', detail: { reason } }));
}
