import { authorise } from '../../src/access/authorise.ts';
import type { Permission, Subject, SubjectKind } from '../../src/access/permission.ts';
import type { Organisation, Person, Role } from '../../src/access/roles.ts';
import type { Scope } from '../../src/access/scope.ts';
import type { Member } from './people.ts';

/** A person of the database, acting for an organisation. */
export function actingAs({ personId, membershipId, email }: Member, organisation: Organisation, role: Role): Person {
  const acting = { membershipId, role, organisation };
  const session = { sessionId: membershipId, secondFactor: true, demonstration: false, ip: null };
  return { id: personId, name: `Invented ${role}`, email, ...session, acting };
}

/** The scope that a person is granted. Throws when they are refused: then the test asks for what they may not do. */
export function granted<V extends string, K extends SubjectKind>(
  permission: Permission<V, K>,
  person: Person,
  subject: Extract<Subject, { kind: K }>,
): Scope<V> {
  const verdict = authorise(permission, person, subject, { secondFactorRoles: [] });
  if (!verdict.ok) throw new Error(`${person.name} is refused to ${permission.title}: ${verdict.reason}`);
  return verdict.scope;
}
