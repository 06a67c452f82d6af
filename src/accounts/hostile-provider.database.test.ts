import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { TestBrowser } from '../../test/oidc/browser.ts';
import {
  type Forgery,
  type HostileProvider,
  startHostileProvider,
  type TokenClaims,
} from '../../test/oidc/hostile-provider.ts';
import { providersFileOf } from '../../test/oidc/providers-file.ts';
import { siteOn } from '../../test/site.ts';

const EMAIL = 'known@example.org';
const now = () => Math.floor(Date.now() / 1000);

describe('a provider that sends what should not be believed', () => {
  const database = testDatabase();
  let provider: HostileProvider;
  let second: HostileProvider;
  let app: Hono;
  let remove: () => void;

  beforeAll(async () => {
    provider = await startHostileProvider();
    second = await startHostileProvider();
    const file = providersFileOf([
      {
        id: 'hostile',
        name: 'Hostile',
        issuer: provider.issuer,
        clientId: 'alongside',
        clientSecret: 'x',
        trustsEmail: 'verified',
        clockToleranceSeconds: 5,
        requires: [{ claim: 'hd', is: ['example.org'] }],
      },
      { id: 'second', name: 'Second', issuer: second.issuer, clientId: 'alongside', clientSecret: 'x' },
    ]);
    remove = file.remove;
    app = siteOn(database, { providersFile: file.path });
    const luton = await organisationIn(database.db, 'local authority', 821);
    await memberIn(database.db, luton, 'broker', { email: EMAIL });
  });
  afterAll(async () => {
    await provider.close();
    await second.close();
    remove();
  });

  /** Begins a sign-in and comes back, with an ID token that is right but for what the case changes. */
  async function comeBack(
    change: (right: TokenClaims) => Partial<Forgery>,
    { query = {}, id = 'hostile' }: { query?: Record<string, string>; id?: 'hostile' | 'second' } = {},
  ) {
    const browser = new TestBrowser(app);
    const from = id === 'hostile' ? provider : second;
    const { url } = await browser.begin(id);
    const asked = url!.searchParams;
    const right = {
      iss: from.issuer,
      sub: 'known',
      aud: 'alongside',
      iat: now(),
      exp: now() + 60,
      nonce: asked.get('nonce'),
      email: EMAIL,
      email_verified: true,
      hd: 'example.org',
    };
    from.next = { claims: right, ...change(right) };
    const callback = new URL(asked.get('redirect_uri')!);
    const answered = { code: 'any', state: asked.get('state')!, iss: from.issuer, ...query };
    for (const [name, value] of Object.entries(answered)) if (value !== '') callback.searchParams.set(name, value);
    const answer = await browser.get(callback);
    const { rows } = await database.pool.query('select outcome, detail from audit_event order by seq desc limit 1');
    return { answer, event: rows[0], session: browser.cookie('session'), callback };
  }

  it('is believed when all is right, with the proof of PKCE at the token endpoint', async () => {
    const { answer, session } = await comeBack(() => ({}));
    expect(answer.status).toBe(303);
    expect(session).toBeDefined();
    expect(provider.lastTokenRequest!.get('code_verifier')!.length).toBeGreaterThan(42);
  });

  it('is believed by a clock that is off by as much as the file allows', async () => {
    const { answer } = await comeBack((right) => ({ claims: { ...right, exp: now() - 3 } }));
    expect(answer.status).toBe(303);
  });

  const cases: [string, (right: TokenClaims) => Partial<Forgery>][] = [
    ['signed with a key that is not the provider’s', () => ({ signedBy: 'other' })],
    ['not signed at all', () => ({ signedBy: 'none' })],
    ['of another issuer', (right) => ({ claims: { ...right, iss: 'https://issuer.example' } })],
    ['for another site', (right) => ({ claims: { ...right, aud: 'another-site' } })],
    [
      'for several sites, of which another is the party',
      (right) => ({ claims: { ...right, aud: ['alongside', 'x'], azp: 'x' } }),
    ],
    ['that has expired', (right) => ({ claims: { ...right, iat: now() - 600, exp: now() - 60 } })],
    ['of a time to come', (right) => ({ claims: { ...right, nbf: now() + 600 } })],
    ['without the nonce', ({ nonce: _nonce, ...right }) => ({ claims: right })],
    ['with the nonce of another sign-in', (right) => ({ claims: { ...right, nonce: 'x'.repeat(43) } })],
    ['without a subject', ({ sub: _sub, ...right }) => ({ claims: right })],
    ['and more about another subject', () => ({ userInfo: { sub: 'another' } })],
  ];
  it.each(cases)('is refused with a token %s', async (_name, change) => {
    const { answer, event, session } = await comeBack(change);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('did not pass our checks');
    expect(session).toBeUndefined();
    expect(event).toMatchObject({ outcome: 'failed', detail: { provider: 'hostile', kind: 'not to be believed' } });
  });

  it.each([
    ['another provider says that it answered', { iss: 'https://issuer.example' }],
    ['nobody says who answered', { iss: '' }],
  ])('is refused when %s', async (_name, query) => {
    const { answer, session } = await comeBack(() => ({}), { query });
    expect(answer.status).toBe(400);
    expect(session).toBeUndefined();
  });

  it('is refused without what the file requires, in the signed token itself', async () => {
    const { answer, event } = await comeBack((right) => ({
      claims: { ...right, hd: undefined },
      userInfo: { sub: 'known', hd: 'example.org' },
    }));
    expect(answer.status).toBe(403);
    expect(event).toMatchObject({ outcome: 'failed', detail: { reason: 'not admitted' } });
  });

  it('cannot outweigh its signed word by what it adds when asked for more', async () => {
    const { rows: before } = await database.pool.query('select count(*) as n from provider_identity');
    const { answer } = await comeBack((right) => ({
      claims: { ...right, sub: 'second', email: 'second@example.org', email_verified: false },
      userInfo: { sub: 'second', email: EMAIL, email_verified: true },
    }));
    expect(answer.status).toBe(403);
    const { rows: after } = await database.pool.query('select count(*) as n from provider_identity');
    expect(after).toEqual(before);
  });

  it('shows nothing of an error text that it makes up', async () => {
    const { answer, event } = await comeBack(() => ({}), {
      query: { code: '', error: '<script>alert(1)</script>', error_description: '<b>call 555</b>' },
    });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).not.toContain('alert(1)');
    expect(text).not.toContain('555');
    expect(event).toMatchObject({ outcome: 'failed', detail: { kind: 'refused', reason: 'unknown error' } });
  });

  it('is not gone to when it gives itself out for another, and is asked again the next time', async () => {
    second.saysIssuer = provider.issuer;
    const { answer, url } = await new TestBrowser(app).begin('second');
    expect(answer.status).toBe(400);
    expect(url).toBeNull();
    second.saysIssuer = null;
    expect((await new TestBrowser(app).begin('second')).url!.origin).toBe(second.issuer);
  });

  it('cannot speak for the people of another provider', async () => {
    await comeBack(() => ({}));
    const { rows } = await database.pool.query(`select issuer from provider_identity where subject = 'known'`);
    expect(rows).toEqual([{ issuer: provider.issuer }]);
    const { answer, session } = await comeBack(() => ({}), { id: 'second' });
    expect(answer.status).toBe(403);
    expect(session).toBeUndefined();
    // Nor with the name of the other in its own token.
    const posing = await comeBack((right) => ({ claims: { ...right, iss: provider.issuer } }), { id: 'second' });
    expect(posing.answer.status).toBe(400);
  });
});
