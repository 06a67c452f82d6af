import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorise } from './authorise.ts';
import { definePermission, type Permission, type Subject } from './permission.ts';
import { type Organisation, ORGANISATION_KINDS, type Person, type Role, ROLES } from './roles.ts';

const SECOND_FACTOR: Role[] = ['broker', 'administrator'];

function organisation(change: Partial<Organisation> = {}): Organisation {
  return { id: 'o1', kind: 'local authority', name: 'Luton', laCode: 821, groupUid: null, urn: null, ...change };
}

function person(role: Role, change: Partial<Organisation> = {}, secondFactor = true): Person {
  return {
    id: 'p1',
    name: 'Invented',
    email: null,
    demonstration: false,
    sessionId: 's1',
    secondFactor,
    acting: { membershipId: 'm1', role, organisation: organisation(change) },
    ip: '192.0.2.1',
  };
}

const readSchool = definePermission({
  verb: 'test.school',
  title: 'read a school',
  about: 'school',
  class: 'triage',
  who: [
    { kinds: ['local authority', 'trust'], roles: ['broker'] },
    { kinds: ['school', 'governing board'], roles: ['headteacher'] },
  ],
});
const SCHOOL = { kind: 'school', urn: 100_001, laCode: 821, groupUids: [5001] } as const;

function verdict(who: Person | null, subject: Extract<Subject, { kind: 'school' }> = SCHOOL) {
  const found = authorise(readSchool, who, subject, { secondFactorRoles: SECOND_FACTOR });
  return found.ok ? 'granted' : found.reason;
}

describe('who may', () => {
  it('grants what is one’s own, by area, by trust, by school and by board', () => {
    expect(verdict(person('broker'))).toBe('granted');
    expect(verdict(person('broker', { kind: 'trust', laCode: null, groupUid: 5001 }))).toBe('granted');
    expect(verdict(person('headteacher', { kind: 'school', laCode: null, urn: 100_001 }))).toBe('granted');
    expect(verdict(person('headteacher', { kind: 'governing board', laCode: null, urn: 100_001 }))).toBe('granted');
  });

  it('refuses what is another’s', () => {
    expect(verdict(person('broker', { laCode: 332 }))).toBe('not yours');
    expect(verdict(person('broker', { kind: 'trust', laCode: null, groupUid: 5002 }))).toBe('not yours');
    expect(verdict(person('headteacher', { kind: 'school', laCode: null, urn: 100_002 }))).toBe('not yours');
  });

  it('does not take a missing key for a school’s missing key', () => {
    const hub = { kind: 'local authority', laCode: null } as const;
    expect(verdict(person('broker', hub), { ...SCHOOL, groupUids: [] })).toBe('not yours');
  });

  it('asks for sign-in, a role, and a second factor, in that order', () => {
    expect(verdict(null)).toBe('sign in');
    expect(verdict(person('adviser'))).toBe('role');
    expect(verdict({ ...person('broker'), acting: null })).toBe('role');
    expect(verdict(person('broker', {}, false))).toBe('second factor');
    expect(verdict(person('broker', { laCode: 332 }, false))).toBe('not yours');
  });

  it('gives a scope that carries the deed, the subject, who acts and from where, and cannot be changed', () => {
    const found = authorise(readSchool, person('broker'), SCHOOL, { secondFactorRoles: SECOND_FACTOR });
    expect(found).toMatchObject({
      ok: true,
      scope: { verb: 'test.school', subject: SCHOOL, ip: '192.0.2.1', purpose: null },
    });
    expect(found.ok && Object.isFrozen(found.scope)).toBe(true);
  });

  it('grants a role nothing that its permission does not name, whatever the organisation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.constantFrom(...ORGANISATION_KINDS), (role, kind) => {
        const named = (readSchool as Permission).who;
        const isNamed =
          typeof named !== 'string' && named.some(({ kinds, roles }) => kinds.includes(kind) && roles.includes(role));
        const all = person(role, { kind, laCode: 821, groupUid: 5001, urn: 100_001 });
        expect(verdict(all)).toBe(isNamed ? 'granted' : 'role');
      }),
    );
  });
});
