import { authorise } from './authorise.ts';
import type { Permission, Subject, SubjectKind } from './permission.ts';
import type { Person, Role } from './roles.ts';
import type { Scope } from './scope.ts';
import type { ScopedTransaction } from './scoped-transaction.ts';

/** A person who acts in a role. */
export type ActingPerson = Person & { acting: NonNullable<Person['acting']> };

/** What rooms are given to say what waits for a person: a transaction in the person's name, and what they may do in the role they act in. */
export interface ActingReader {
  transaction: ScopedTransaction;
  person: ActingPerson;
  /** ISO day in London. */
  today: string;
  /** Whether the person may do this to that. */
  may: <V extends string, K extends SubjectKind>(
    permission: Permission<V, K>,
    subject: Extract<Subject, { kind: K }>,
  ) => boolean;
}

/** A reader of this transaction. `secondFactorRoles` as of `authorise`. Throws for a scope of nobody who acts: a fault of ours. */
export function actingReader(
  transaction: ScopedTransaction,
  { person, verb }: Scope,
  { today, secondFactorRoles }: { today: string; secondFactorRoles: readonly Role[] },
): ActingReader {
  if (person?.acting == null) throw new Error(`${verb} is read by a person who acts in a role`);
  return {
    transaction,
    person: { ...person, acting: person.acting },
    today,
    may: (permission, subject) => authorise(permission, person, subject, { secondFactorRoles }).ok,
  };
}

/** The school that somebody acts for, as the subject of permissions; null for those who act for none. */
export function ownSchool({ acting }: ActingPerson): Extract<Subject, { kind: 'school' }> | null {
  // Which area and trusts it lies in decides nothing about those who act for the school itself.
  return acting.organisation.urn === null
    ? null
    : { kind: 'school', urn: acting.organisation.urn, laCode: -1, groupUids: [] };
}
