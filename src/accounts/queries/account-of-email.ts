import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';

interface LocalAccount {
  personId: string;
  passwordHash: string;
  /** Whether the person has signed in from the address of this request before, as far back as sessions are kept. */
  knownAddress: boolean;
}

/** The account with a password of an e-mail address, in small letters; null when nobody who may sign in has one. */
export async function accountOfEmail(
  db: Kysely<Database>,
  scope: Scope<'sign-in.password'>,
  email: string,
): Promise<LocalAccount | null> {
  return readAs(db, scope, async (transaction) => {
    const found = await transaction
      .selectFrom('person as p')
      .innerJoin('local_account as a', 'a.person_id', 'p.id')
      .select((eb) => [
        'p.id as personId',
        'a.password_hash as passwordHash',
        eb
          .exists(
            eb
              .selectFrom('session as s')
              .select('s.id')
              .whereRef('s.person_id', '=', 'p.id')
              .where('s.ip', '=', scope.ip),
          )
          .$castTo<boolean>()
          .as('knownAddress'),
      ])
      .where('p.email', '=', email)
      .where('a.password_hash', 'is not', null)
      .where('p.erased_at', 'is', null)
      .where('p.restricted_at', 'is', null)
      .$narrowType<{ passwordHash: string }>()
      .executeTakeFirst();
    return found ?? null;
  });
}
