import { describe, expect, it } from 'vitest';
import type { Organisation, Person, Role } from '../../../access/roles.ts';
import { ownPages } from './own-pages.ts';

function acting(role: Role, change: Partial<Organisation>): Person {
  const organisation: Organisation = {
    id: 'o',
    kind: 'local authority',
    name: 'Invented',
    laCode: null,
    groupUid: null,
    urn: null,
    ...change,
  };
  return {
    id: 'p',
    name: 'Invented',
    email: null,
    demonstration: false,
    sessionId: 's',
    secondFactor: true,
    acting: { membershipId: 'm', role, organisation },
    ip: null,
  };
}

const linksOf = (person: Person | null) => ownPages(person)?.links.map(({ to, key }) => `${to} ${key}`);

describe('the pages of a role', () => {
  it('is the area for its service, with need and plan for those who judge', () => {
    expect(linksOf(acting('broker', { laCode: 821 }))).toEqual([
      'need of area 821',
      'plan 821',
      'area 821',
      'need rounds null',
      'planning null',
      'pool null',
      'need packs null',
      'placements null',
      'money null',
      'register null',
      'designation null',
      'terms null',
    ]);
    expect(linksOf(acting('read-only', { laCode: 821 }))).toEqual(['area 821']);
  });

  it('is the school for its head, who sees its need, and for others of it', () => {
    expect(linksOf(acting('headteacher', { kind: 'school', urn: 109_553 }))).toEqual([
      'need of school 109553',
      'school 109553',
      'declarations 109553',
      'school placements 109553',
      'offers to school 109553',
      'own entry null',
      'own designation 109553',
    ]);
    expect(linksOf(acting('finance officer', { kind: 'school', urn: 109_553 }))).toEqual(['school 109553']);
  });

  it('is the account page for administrators, and nowhere for a visitor', () => {
    expect(linksOf(acting('administrator', { kind: 'hub' }))).toEqual(['terms null', 'account null']);
    expect(ownPages(null)).toBeNull();
    expect(ownPages({ ...acting('broker', {}), acting: null })).toBeNull();
  });
});
