import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rolesGiven } from '../rules/claims-to-roles.ts';
import { providersFile } from '../schema/providers-file.ts';
import { providersOf } from './providers.ts';

const folder = mkdtempSync(join(tmpdir(), 'alongside-providers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const right = { id: 'one', name: 'One', issuer: 'https://id.example.org', clientId: 'a', clientSecret: 'hush' };

function read(...providers: Record<string, unknown>[]) {
  const file = join(folder, 'providers.json');
  writeFileSync(file, JSON.stringify({ providers }));
  return providersOf(file);
}

describe('the providers file', () => {
  it('is not needed', () => {
    expect(providersOf(null)).toEqual([]);
  });

  it('gives what it does not say its safe value', () => {
    expect(read(right)).toMatchObject([
      {
        clientSecret: 'hush',
        trustsEmail: 'never',
        assuresSecondFactor: false,
        roles: [],
        scope: 'openid profile email',
      },
    ]);
  });

  it('takes a secret from a file beside it', () => {
    writeFileSync(join(folder, 'one.secret'), 'hush from a file\n');
    const { clientSecret: _secret, ...rest } = right;
    expect(read({ ...rest, clientSecretFile: 'one.secret' })[0]!.clientSecret).toBe('hush from a file');
    expect(() => read({ ...rest, clientSecretFile: 'none.secret' })).toThrow(/none\.secret cannot be read.*ENOENT/);
  });

  it('takes http for this machine alone', () => {
    expect(read({ ...right, issuer: 'http://127.0.0.1:5000' })).toHaveLength(1);
    expect(() => read({ ...right, issuer: 'http://id.example.org' })).toThrow(/providers\.0\.issuer.*https/);
    expect(() => read({ ...right, issuer: 'http://localhost.example.org' })).toThrow(/providers\.0\.issuer/);
  });

  it.each([
    ['"providers.0.secret" is not a known key', { ...right, secret: 'x' }],
    ['"providers.0.issuer" is not valid', { ...right, issuer: 'id.example.org' }],
    ['"providers.0.id" is not valid', { ...right, id: 'One Two' }],
    ['exactly one of "clientSecret" and "clientSecretFile"', { ...right, clientSecretFile: 'x' }],
    ['the scope must name openid', { ...right, scope: 'profile' }],
    ['write true, false, or the values', { ...right, assuresSecondFactor: { amr: 'mfa' } }],
    ['"providers.0.roles.0.role" is not valid', { ...right, roles: [line({ role: 'boss' })] }],
    ['exactly one of "keyFrom", "key" and "id"', { ...right, roles: [line({ organisation: { kind: 'school' } })] }],
    ['a hub or a diocese has no key', { ...right, roles: [line({ organisation: { kind: 'hub', key: 1 } })] }],
    ['"providers.0.roles.0.when" is not valid', { ...right, roles: [line({ when: [] })] }],
  ])('is refused with its mend: %s', (message, provider) => {
    expect(() => read(provider)).toThrow(message);
    expect(() => read(provider)).toThrow(join(folder, 'providers.json'));
  });

  it('is refused with two of one id, or two of one issuer', () => {
    expect(() => read(right, { ...right, issuer: 'https://two.example.org' })).toThrow('the same "id"');
    expect(() => read(right, { ...right, id: 'two', issuer: `${right.issuer}:443/` })).toThrow('the same "issuer"');
    expect(() => read(right, { ...right, id: 'two' })).toThrow('the same "issuer"');
  });

  it('is refused when it is not there or no JSON, without showing what it holds', () => {
    expect(() => providersOf(join(folder, 'missing.json'))).toThrow(/missing\.json: cannot be read.*OIDC_PROVIDERS/);
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{"clientSecret": "hush"');
    expect(() => providersOf(file)).toThrow(/is not JSON/);
    expect(() => providersOf(file)).not.toThrow(/hush/);
  });
});

describe('the samples of docs/sign-in.md', () => {
  const text = readFileSync(new URL('../../../docs/sign-in.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block]) => block!);

  it('are files that would be taken, and give what they say', () => {
    const whole = blocks.filter((block) => block.startsWith('{\n  "providers"')).map((block) => JSON.parse(block));
    const single = blocks.filter((block) => block.startsWith('{\n  "id"')).map((block) => JSON.parse(block));
    expect(single.map(({ id }) => id)).toEqual(['dfe', 'luton', 'google']);
    for (const sample of [...whole, { providers: single }]) providersFile.parse(sample);
    const [dfe] = providersFile.parse({ providers: single }).providers;
    const authority = { category: { id: '002' }, urn: null, uid: null, establishmentNumber: '821' };
    expect(rolesGiven({ organisation: authority }, dfe!.roles)).toEqual([
      { role: 'read-only', organisation: { kind: 'local authority', key: 821 } },
    ]);
    const school = {
      category: { id: '001' },
      urn: '109553',
      localAuthority: { code: '821' },
      establishmentNumber: '2041',
    };
    expect(rolesGiven({ organisation: school }, dfe!.roles)).toEqual([
      { role: 'read-only', organisation: { kind: 'school', key: 109_553 } },
    ]);
    const lines = blocks
      .filter((block) => block.startsWith('"roles"') || block.startsWith('{ "each"'))
      .map((block) => (block.startsWith('{') ? [JSON.parse(block)] : JSON.parse(`{${block}}`).roles));
    expect(lines).toHaveLength(2);
    for (const roles of lines) providersFile.parse({ providers: [{ ...right, roles }] });
  });
});

function line(change: Record<string, unknown>) {
  return { when: [{ claim: 'roles', is: ['x'] }], role: 'broker', organisation: { kind: 'school', key: 1 }, ...change };
}
