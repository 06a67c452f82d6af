import { describe, expect, it } from 'vitest';
import { rolesGiven, type RoleMapping } from './claims-to-roles.ts';

const local: RoleMapping = {
  when: [{ claim: 'roles', is: ['broker', 'senior-broker'] }],
  role: 'broker',
  organisation: { kind: 'local authority', keyFrom: 'organisation.localAuthority.code' },
};

describe('from claims to roles', () => {
  it('finds claims within claims, and keys written as text', () => {
    const claims = { roles: ['x', 'broker'], organisation: { localAuthority: { code: '821' } } };
    expect(rolesGiven(claims, [local])).toEqual([
      { role: 'broker', organisation: { kind: 'local authority', key: 821 } },
    ]);
  });

  it('takes each key where there are several, and each role once', () => {
    const claims = {
      roles: ['broker', 'senior-broker'],
      organisation: [{ localAuthority: { code: 821 } }, { localAuthority: { code: 332 } }],
    };
    expect(rolesGiven(claims, [local, local]).map(({ organisation }) => organisation)).toEqual([
      { kind: 'local authority', key: 821 },
      { kind: 'local authority', key: 332 },
    ]);
  });

  it.each([
    [{}],
    [{ roles: 'Broker', organisation: { localAuthority: { code: '821' } } }],
    [{ roles: 'brokers', organisation: { localAuthority: { code: '821' } } }],
    [{ roles: [{ name: 'broker' }], organisation: { localAuthority: { code: '821' } } }],
    [{ roles: 'broker' }],
    [{ roles: 'broker', organisation: null }],
    [{ roles: 'broker', organisation: { localAuthority: { code: null } } }],
    [{ roles: 'broker', organisation: { localAuthority: { code: '821; drop' } } }],
    [{ roles: 'broker', organisation: { localAuthority: { code: '-821' } } }],
    [{ roles: 'broker', organisation: { localAuthority: { code: '999999999999' } } }],
  ])('gives nothing for %j', (claims) => {
    expect(rolesGiven(claims, [local])).toEqual([]);
  });

  it('asks for every condition of a line', () => {
    const both: RoleMapping = { ...local, when: [...local.when, { claim: 'organisation.category.id', is: ['002'] }] };
    const organisation = { localAuthority: { code: 821 }, category: { id: '002' } };
    expect(rolesGiven({ roles: 'broker', organisation }, [both])).toHaveLength(1);
    expect(rolesGiven({ roles: 'broker', organisation: { ...organisation, category: { id: '001' } } }, [both])).toEqual(
      [],
    );
  });

  it('joins no role of one member of a list with the organisation of another', () => {
    const each: RoleMapping = {
      each: 'organisations',
      when: [{ claim: 'roles', is: ['head'] }],
      role: 'headteacher',
      organisation: { kind: 'school', keyFrom: 'urn' },
    };
    const claims = { organisations: [{ urn: 1, roles: ['head'] }, { urn: 2, roles: ['clerk'] }, 'head', null] };
    expect(rolesGiven(claims, [each])).toEqual([{ role: 'headteacher', organisation: { kind: 'school', key: 1 } }]);
  });

  it('takes a path as a list of names, for names that hold dots', () => {
    const named: RoleMapping = {
      ...local,
      when: [{ claim: ['https://example.org/roles'], is: ['b'] }],
      organisation: { kind: 'trust', key: 7 },
    };
    expect(rolesGiven({ 'https://example.org/roles': ['b'] }, [named])).toEqual([
      { role: 'broker', organisation: { kind: 'trust', key: 7 } },
    ]);
  });

  it('finds nothing that every object has by itself', () => {
    const inherited: RoleMapping = {
      ...local,
      when: [{ claim: 'constructor.name', is: ['Object'] }],
      organisation: { kind: 'trust', key: 7 },
    };
    expect(rolesGiven({}, [inherited])).toEqual([]);
  });
});
