import type { Kysely } from 'kysely';
import type { OrganisationKind, Role } from '../../access/roles.ts';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';

/** A role that the person holds now. `since` is ISO. */
export interface HeldRole {
  membershipId: string;
  role: Role;
  organisation: string;
  kind: OrganisationKind;
  since: string;
  /** The one they act in. */
  acting: boolean;
}

export interface OwnAccount {
  name: string;
  email: string | null;
  roles: HeldRole[];
  /** ISO; null for those who sign in elsewhere, and for invented people. */
  passwordSince: string | null;
  /** Null where none is set up here; `since` is ISO. */
  secondFactor: { since: string; recoveryCodesLeft: number } | null;
  /** Others than the present one. */
  otherSessions: number;
}

/** The account of whoever asks, with the roles they hold and how they sign in. */
export async function ownAccount(
  db: Kysely<Database>,
  scope: Scope<'account.read' | 'account.change'>,
): Promise<OwnAccount> {
  const { id, name, email, sessionId, acting } = scope.person!;
  return readAs(db, scope, async (transaction) => {
    const roles = await transaction
      .selectFrom('membership as m')
      .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
      .select(['m.id', 'm.role', 'o.name', 'o.kind', 'm.started_at'])
      .where('m.person_id', '=', id)
      .where('m.ended_at', 'is', null)
      .where('o.closed_at', 'is', null)
      .orderBy('m.started_at')
      .orderBy('o.name')
      .execute();
    const local = await transaction
      .selectFrom('local_account')
      .select((eb) => [
        'password_hash',
        'password_set_at',
        'totp_confirmed_at',
        eb
          .selectFrom('recovery_code as r')
          .select((r) => r.fn.countAll<number>().as('left'))
          .where('r.person_id', '=', id)
          .where('r.used_at', 'is', null)
          .as('codes_left'),
      ])
      .where('person_id', '=', id)
      .executeTakeFirst();
    const others = await transaction
      .selectFrom('session')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', id)
      .where('id', '<>', sessionId)
      .where('ended_at', 'is', null)
      .where('idle_until', '>', new Date())
      .where('ends_at', '>', new Date())
      .executeTakeFirstOrThrow();
    return {
      name,
      email,
      roles: roles.map((one) => ({
        membershipId: one.id,
        role: one.role as Role,
        organisation: one.name,
        kind: one.kind,
        since: one.started_at.toISOString(),
        acting: one.id === acting?.membershipId,
      })),
      passwordSince: local?.password_hash ? (local.password_set_at?.toISOString() ?? null) : null,
      secondFactor: local?.totp_confirmed_at
        ? { since: local.totp_confirmed_at.toISOString(), recoveryCodesLeft: local.codes_left ?? 0 }
        : null,
      otherSessions: others.count,
    };
  });
}
