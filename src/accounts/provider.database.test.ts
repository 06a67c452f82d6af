import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { TestBrowser } from '../../test/oidc/browser.ts';
import { startProvider, type TestProvider } from '../../test/oidc/provider.ts';
import { providersFileOf } from '../../test/oidc/providers-file.ts';
import { send, SITE_URL, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';
import { policyAsAt } from '../policies.ts';
import { signInPolicyKind } from './schema/sign-in-policy.ts';

/** Claims of a broker of Luton. */
const broker = (email: string, more: Record<string, unknown> = {}) => ({
  name: 'Ada Broker',
  email,
  email_verified: true,
  roles: ['LA-Broker', 'Something else'],
  organisation: { localAuthority: { code: '821' } },
  ...more,
});

describe('sign-in at a real OpenID provider', () => {
  const database = testDatabase();
  let provider: TestProvider;
  let app: Hono;
  let luton: Organisation;
  let school: Organisation;
  const cleanUp: (() => void)[] = [];

  beforeAll(async () => {
    provider = await startProvider(SITE_URL);
    const { path, remove } = providersFileOf([
      {
        id: 'test',
        name: 'Test Sign-in',
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        scope: 'openid profile email organisation',
        assuresSecondFactor: { amr: ['mfa'] },
        trustsEmail: 'verified',
        roles: [
          {
            when: [{ claim: 'roles', is: ['LA-Broker'] }],
            role: 'broker',
            organisation: { kind: 'local authority', keyFrom: 'organisation.localAuthority.code' },
          },
          {
            when: [{ claim: 'roles', is: ['LA-Admin'] }],
            role: 'administrator',
            organisation: { kind: 'local authority', keyFrom: 'organisation.localAuthority.code' },
          },
          {
            each: 'organisations',
            when: [{ claim: 'roles', is: ['Head'] }],
            role: 'headteacher',
            organisation: { kind: 'school', keyFrom: 'urn' },
          },
        ],
      },
      // Nobody listens on this port.
      {
        id: 'down',
        name: 'Provider that is down',
        issuer: 'http://127.0.0.1:9',
        clientId: 'x',
        clientSecret: 'x',
      },
    ]);
    cleanUp.push(remove);
    app = siteOn(database, { providersFile: path });
    luton = await organisationIn(database.db, 'local authority', 821);
    school = await organisationIn(database.db, 'school', 109_553);
  });
  afterAll(async () => {
    await provider.close();
    for (const one of cleanUp) one();
  });

  /** Signs in as a subject, from the button to the answer of the callback. */
  async function signIn(
    subject: string,
    { browser = new TestBrowser(app), to }: { browser?: TestBrowser; to?: string } = {},
  ) {
    provider.nextToSignIn = subject;
    const { url } = await browser.begin('test', to);
    const callback = await browser.followToSite(url!);
    return { browser, callback, answer: await browser.get(callback) };
  }

  const rolesOf = async (email: string) => {
    const { rows } = await database.pool.query(
      `select m.role, m.organisation_id, m.granted_by, m.provider_issuer, m.ended_why
       from membership m join person p on p.id = m.person_id where p.email = $1 order by m.started_at, m.role`,
      [email],
    );
    return rows;
  };

  const lastEvent = async () => {
    const { rows } = await database.pool.query('select * from audit_event order by seq desc limit 1');
    return rows[0];
  };

  it('sends the browser there with PKCE, state and nonce, by a page that no policy on forms holds back', async () => {
    const { answer, url } = await new TestBrowser(app).begin('test');
    expect(answer.status).toBe(200);
    expect(url!.origin).toBe(provider.issuer);
    const asked = Object.fromEntries(url!.searchParams);
    expect(asked).toMatchObject({
      client_id: 'alongside',
      response_type: 'code',
      redirect_uri: `${SITE_URL}/sign-in/callback/test`,
      code_challenge_method: 'S256',
    });
    for (const secret of [asked.state, asked.nonce, asked.code_challenge]) expect(secret!.length).toBeGreaterThan(40);
    expect(await answer.text()).toContain(url!.href.replaceAll('&', '&amp;'));
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  it('makes a person of somebody new whose claims give a role, and leads back', async () => {
    provider.accounts.ada = { claims: broker('ada@example.org'), amr: ['mfa'] };
    const { answer, browser } = await signIn('ada', { to: '/areas?x=1' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/areas?x=1');
    expect(await rolesOf('ada@example.org')).toEqual([
      {
        role: 'broker',
        organisation_id: luton.id,
        granted_by: 'provider',
        provider_issuer: provider.issuer,
        ended_why: null,
      },
    ]);
    const { rows } = await database.pool.query(
      `select s.method, s.provider_issuer, s.second_factor, p.name from session s join person p on p.id = s.person_id where p.email = 'ada@example.org'`,
    );
    expect(rows).toEqual([
      { method: 'provider', provider_issuer: provider.issuer, second_factor: true, name: 'Ada Broker' },
    ]);
    expect(await lastEvent()).toMatchObject({
      action: 'sign-in.provider',
      outcome: 'done',
      detail: { provider: 'test', found: 'new', secondFactor: true },
    });
    expect(await (await browser.get('/account')).text()).toContain('Ada Broker');
  });

  it('knows a person again by issuer and subject; what is corrected here stands', async () => {
    await tenant(database.db)
      .updateTable('person')
      .set({ name: 'Ada Corrected' })
      .where('email', '=', 'ada@example.org')
      .execute();
    provider.accounts.ada = { claims: broker('other@example.org', { name: 'Ada Otherwise' }) };
    expect((await signIn('ada')).answer.status).toBe(303);
    const { rows } = await database.pool.query(
      `select p.name, p.email from person p join provider_identity i on i.person_id = p.id where i.subject = 'ada'`,
    );
    expect(rows).toEqual([{ name: 'Ada Corrected', email: 'ada@example.org' }]);
  });

  it('takes no second factor for given that the token does not name', async () => {
    const page = `/organisations/${luton.id}/people`;
    const claims = broker('adam@example.org', { roles: ['LA-Admin'] });
    provider.accounts.adam = { claims, amr: ['pwd'] };
    const refused = await (await signIn('adam')).browser.get(page);
    expect(refused.headers.get('location')).toContain('/account/second-factor');
    provider.accounts.adam = { claims, amr: ['pwd', 'mfa'] };
    expect((await (await signIn('adam')).browser.get(page)).status).toBe(200);
  });

  it('ends at once the roles that the provider no longer gives, and leaves those by invitation or of another provider', async () => {
    const [{ id: personId }] = (
      await database.pool.query(`select person_id as id from provider_identity where subject = 'ada'`)
    ).rows as [{ id: string }];
    await tenant(database.db)
      .insertInto('membership')
      .values([
        { person_id: personId, organisation_id: luton.id, role: 'read-only', granted_by: 'invitation' },
        {
          person_id: personId,
          organisation_id: school.id,
          role: 'read-only',
          granted_by: 'provider',
          provider_issuer: 'https://other.example',
        },
      ])
      .execute();
    provider.accounts.ada = { claims: broker('ada@example.org', { roles: [] }) };
    expect((await signIn('ada')).answer.status).toBe(303);
    expect(await rolesOf('ada@example.org')).toMatchObject([
      { role: 'broker', ended_why: 'no longer given by Test Sign-in' },
      { role: 'read-only', ended_why: null },
      { role: 'read-only', ended_why: null },
    ]);
    provider.accounts.ada = { claims: broker('ada@example.org') };
    await signIn('ada');
    expect((await rolesOf('ada@example.org')).filter(({ ended_why: why }) => why === null)).toHaveLength(3);
  });

  it('does not give again what an administrator ended, and leaves an invitation to it', async () => {
    provider.accounts.lea = { claims: broker('lea@example.org') };
    await signIn('lea');
    const administrator = await memberIn(database.db, luton, 'administrator');
    const { rows } = await database.pool.query(
      "select m.id from membership m join person p on p.id = m.person_id where p.email = 'lea@example.org'",
    );
    const path = `/organisations/${luton.id}/memberships/${rows[0].id}/end`;
    expect((await send(app, administrator, path, { reason: 'Left' })).status).toBe(303);
    await signIn('lea');
    expect(await rolesOf('lea@example.org')).toMatchObject([{ role: 'broker', ended_why: 'Left' }]);
    const invite = { name: 'Lea', email: 'lea@example.org', role: 'broker' };
    await send(app, administrator, `/organisations/${luton.id}/people/invite`, invite);
    await signIn('lea');
    expect((await rolesOf('lea@example.org')).filter(({ ended_why: why }) => why === null)).toHaveLength(1);
  });

  it('takes each of several roles, and joins no role of one organisation with another', async () => {
    provider.accounts.hal = {
      claims: {
        name: 'Hal Head',
        email: 'hal@example.org',
        email_verified: true,
        organisations: [
          { urn: 109_553, roles: ['Head'] },
          { urn: 109_537, roles: ['Head'] },
          { urn: 821, roles: ['Unknown'] },
        ],
      },
    };
    expect((await signIn('hal')).answer.status).toBe(303);
    // The second school is not known here, and the third gives no role.
    expect(await rolesOf('hal@example.org')).toMatchObject([{ role: 'headteacher', organisation_id: school.id }]);
  });

  it('refuses plainly whoever holds no role here, and keeps nothing of them', async () => {
    provider.accounts.nob = {
      claims: { name: 'Nobody', email: 'nob@example.org', email_verified: true, roles: ['?'] },
    };
    const { answer, browser } = await signIn('nob');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('You are signed in at Test Sign-in but hold no role here');
    expect(browser.cookie('session')).toBeUndefined();
    expect(await lastEvent()).toMatchObject({
      action: 'sign-in.provider',
      outcome: 'failed',
      detail: { provider: 'test', reason: 'no role' },
    });
    const { rows } = await database.pool.query(`select 1 from person where email = 'nob@example.org'`);
    expect(rows).toEqual([]);
  });

  it('links a known person by an e-mail address that the provider verified, and only then', async () => {
    const { email, personId } = await memberIn(database.db, luton, 'adviser');
    provider.accounts.una = { claims: { email, email_verified: false } };
    expect((await signIn('una')).answer.status).toBe(403);
    provider.accounts.una = { claims: { email: email.toUpperCase(), email_verified: true } };
    expect((await signIn('una')).answer.status).toBe(303);
    const { rows } = await database.pool.query(`select person_id from provider_identity where subject = 'una'`);
    expect(rows).toEqual([{ person_id: personId }]);
    expect(await lastEvent()).toMatchObject({ person_id: personId, detail: { found: 'e-mail' } });
  });

  it('keeps no address that it does not trust, so that no invitation to it reaches a stranger', async () => {
    provider.accounts.eve = { claims: broker('victim@example.org', { email_verified: false }) };
    expect((await signIn('eve')).answer.status).toBe(303);
    const { rows } = await database.pool.query(
      `select p.email from person p join provider_identity i on i.person_id = p.id where i.subject = 'eve'`,
    );
    expect(rows).toEqual([{ email: null }]);
  });

  it('takes up the invitations to a verified address, but none that expired or was withdrawn', async () => {
    const invite = (role: string, more: Record<string, Date>) =>
      tenant(database.db)
        .insertInto('invitation')
        .values({
          token_hash: role,
          organisation_id: luton.id,
          email: 'ivy@example.org',
          name: 'Ivy',
          role,
          expires_at: new Date(Date.now() + 3_600_000),
          ...more,
        })
        .execute();
    await invite('read-only', {});
    await invite('administrator', { expires_at: new Date(Date.now() - 1000) });
    await invite('service lead', { withdrawn_at: new Date() });
    provider.accounts.ivy = { claims: { name: 'Ivy', email: 'Ivy@example.org', email_verified: true } };
    expect((await signIn('ivy')).answer.status).toBe(303);
    expect(await rolesOf('ivy@example.org')).toMatchObject([{ role: 'read-only', granted_by: 'invitation' }]);
    const { rows } = await database.pool.query(
      `select role from invitation where email = 'ivy@example.org' and accepted_at is not null`,
    );
    expect(rows).toEqual([{ role: 'read-only' }]);
  });

  it('lets in nobody whose processing is restricted, and makes no demonstration person real', async () => {
    const { email, personId } = await memberIn(database.db, luton, 'adviser');
    await database.pool.query('update person set restricted_at = now() where id = $1', [personId]);
    provider.accounts.res = { claims: { email, email_verified: true } };
    const { answer } = await signIn('res');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('closed or restricted');
    const invented = await memberIn(database.db, luton, 'broker');
    await database.pool.query('update person set demonstration = true where id = $1', [invented.personId]);
    provider.accounts.inv = { claims: { email: invented.email, email_verified: true } };
    expect((await signIn('inv')).answer.status).toBe(403);
  });

  it('refuses a callback that is sent again', async () => {
    provider.accounts.ada = { claims: broker('ada@example.org') };
    provider.nextToSignIn = 'ada';
    const browser = new TestBrowser(app);
    const callback = await browser.followToSite((await browser.begin('test')).url!);
    const mark = browser.cookie('visitor')!;
    expect((await browser.get(callback)).status).toBe(303);
    expect(browser.cookie('visitor')).toBeUndefined();
    browser.keepCookie('visitor', mark);
    const again = await browser.get(callback);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('Start signing in again');
    expect(await lastEvent()).toMatchObject({ outcome: 'failed', detail: { reason: 'not begun here' } });
  });

  it("refuses a callback in a browser that did not begin it, so that nobody is signed in to another's account", async () => {
    provider.nextToSignIn = 'ada';
    const attacker = new TestBrowser(app);
    const callback = await attacker.followToSite((await attacker.begin('test')).url!);
    const victim = new TestBrowser(app);
    expect((await victim.get(callback)).status).toBe(400);
    await victim.begin('test');
    expect((await victim.get(callback)).status).toBe(400);
    expect(victim.cookie('session')).toBeUndefined();
  });

  it('refuses a callback of another provider, one without or with a wrong state, and one that took too long', async () => {
    provider.nextToSignIn = 'ada';
    const browser = new TestBrowser(app);
    const callback = await browser.followToSite((await browser.begin('test')).url!);
    const elsewhere = new URL(callback);
    elsewhere.pathname = '/sign-in/callback/down';
    expect((await browser.get(elsewhere)).status).toBe(400);
    const unknown = new URL(callback);
    unknown.pathname = '/sign-in/callback/nowhere';
    expect((await browser.get(unknown)).status).toBe(404);
    const stateless = new URL(callback);
    stateless.searchParams.delete('state');
    expect((await browser.get(stateless)).status).toBe(400);
    const wrong = new URL(callback);
    wrong.searchParams.set('state', 'x'.repeat(43));
    expect((await browser.get(wrong)).status).toBe(400);
    await database.pool.query(`update pending_sign_in set expires_at = now() - interval '1 second'`);
    expect((await browser.get(callback)).status).toBe(400);
    expect(browser.cookie('session')).toBeUndefined();
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/sign-out'])('leads to no %s', async (to) => {
    const { answer } = await signIn('ada', { to });
    expect(answer.headers.get('location')).toBe('/my-work');
  });

  it('gives every sign-in a session of its own and ends the one before', async () => {
    const { browser } = await signIn('ada');
    const before = browser.cookie('session');
    await signIn('ada', { browser });
    expect(browser.cookie('session')).not.toBe(before);
    const { rows } = await database.pool.query(
      'select count(*) as open from session where ended_at is null and id in (select id from session order by created_at desc limit 2)',
    );
    expect(Number(rows[0].open)).toBe(1);
  });

  it('ends its session here and sends the browser to end the one at the provider, without the token', async () => {
    const { browser } = await signIn('ada');
    const answer = await browser.send('/sign-out');
    const url = new URL(answer.headers.get('refresh')!.replace('0; url=', ''));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'alongside',
      post_logout_redirect_uri: `${SITE_URL}/sign-in`,
    });
    expect(browser.cookie('session')).toBeUndefined();
    const { rows } = await database.pool.query(
      'select ended_at is not null as ended from session order by created_at desc limit 1',
    );
    expect(rows).toEqual([{ ended: true }]);
    const there = await browser.get(url);
    expect(there.status).toBe(200);
    expect(await there.text()).toContain('sign-out');
  });

  it('says so when the person declines at the provider', async () => {
    const { answer } = await signIn('decline', { to: '/plan/821' });
    expect(answer.status).toBe(403);
    const text = await answer.text();
    expect(text).toContain('You did not sign in');
    expect(text).toContain('/sign-in?to=%2Fplan%2F821');
    expect(await lastEvent()).toMatchObject({
      outcome: 'failed',
      detail: { kind: 'declined', reason: 'access_denied' },
    });
  });

  it('stays up when a provider is down, and says so', async () => {
    const { answer, url } = await new TestBrowser(app).begin('down');
    expect(answer.status).toBe(503);
    expect(url).toBeNull();
    expect(await answer.text()).toContain('Provider that is down does not answer');
    expect((await new TestBrowser(app).begin('nowhere')).answer.status).toBe(404);
  });

  it('lets nobody begin any number of sign-ins that come to nothing', async () => {
    const { limits } = policyAsAt(signInPolicyKind, '2026-11-21');
    for (let tries = 0; tries < limits.attemptsPerAddress.tries; tries += 1)
      await new TestBrowser(app).get('/sign-in/callback/test');
    const { answer } = await new TestBrowser(app).begin('test');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const before = await lastEvent();
    expect((await new TestBrowser(app).get('/sign-in/callback/test')).status).toBe(429);
    expect(await lastEvent()).toEqual(before);
  });
});
