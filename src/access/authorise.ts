import type { Grant, Permission, Subject, SubjectKind } from './permission.ts';
import { partIn } from './placement-parts.ts';
import type { Organisation, Person, Role } from './roles.ts';
import { mintScope, type Scope } from './scope.ts';

/** Why a person may not: sign in first, add the second factor first, choose another role, or no. */
export type Refusal = 'sign in' | 'second factor' | 'role' | 'not yours';

export type Verdict<V extends string> = { ok: true; scope: Scope<V> } | { ok: false; reason: Refusal };

/**
 * Whether a person may do what the permission names to the subject; if so, the scope that queries and commands ask for.
 * `secondFactorRoles` are the roles that must have signed in with two factors (policies/access/).
 */
export function authorise<V extends string, K extends SubjectKind>(
  permission: Permission<V, K>,
  person: Person | null,
  subject: Extract<Subject, { kind: K }>,
  { secondFactorRoles, ip = null }: { secondFactorRoles: readonly Role[]; ip?: string | null },
): Verdict<V> {
  const granted = {
    ok: true,
    scope: mintScope<V>({ verb: permission.verb, subject, person, purpose: null, link: null, ip: person?.ip ?? ip }),
  } as const;
  if (permission.who === 'everyone') return granted;
  if (person === null) return { ok: false, reason: 'sign in' };
  if (permission.who === 'signed-in') {
    const target: Subject = subject;
    return target.kind !== 'person' || target.personId === person.id ? granted : { ok: false, reason: 'not yours' };
  }
  const { acting } = person;
  const grants = acting === null ? [] : grantsOf(permission.who, acting);
  if (acting === null || grants.length === 0) return { ok: false, reason: 'role' };
  if (!isOwn(acting.organisation, person, subject, grants)) return { ok: false, reason: 'not yours' };
  if (secondFactorRoles.includes(acting.role) && !person.secondFactor) return { ok: false, reason: 'second factor' };
  return granted;
}

function grantsOf(who: readonly Grant[], { organisation, role }: NonNullable<Person['acting']>): Grant[] {
  return who.filter(({ kinds, roles }) => kinds.includes(organisation.kind) && roles.includes(role));
}

/** Whether the subject has to do with the organisation: its area, its schools, itself. The database's `acting_covers` says the same in SQL. */
function isOwn(organisation: Organisation, person: Person, subject: Subject, grants: readonly Grant[]): boolean {
  switch (subject.kind) {
    case 'site':
      return true;
    case 'person':
      return subject.personId === person.id;
    case 'organisation':
      return subject.organisationId === organisation.id;
    case 'area':
      return organisation.laCode === subject.laCode;
    case 'trust':
      return organisation.groupUid === subject.groupUid;
    case 'school':
      return (
        organisation.laCode === subject.laCode ||
        organisation.urn === subject.urn ||
        (organisation.groupUid !== null && subject.groupUids.includes(organisation.groupUid))
      );
    case 'placement': {
      const part = partIn(subject, person);
      return part !== null && grants.some(({ parts }) => parts === undefined || parts.includes(part));
    }
  }
}
