import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, type MemberOptions, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import { hashPassword, verifyPassword } from '../access/passwords.ts';
import type { Organisation } from '../access/roles.ts';

const PASSWORD = 'lantern orbit cabbage';
const CHOSEN = 'pewter meadow trumpet';
let hash: string;
beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});

/** A code of an authenticator app, now or so many half-minutes on. */
function codeOf(secret: string, on = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + on * 30_000 });
}

function suite() {
  const database = testDatabase();
  let hub: Organisation;
  beforeAll(async () => {
    hub = await organisationIn(database.db, 'hub');
  });

  const site = () => siteOn(database);
  /** Somebody who signs in with a password; by default in a role that asks for a second factor, which they have not set up. */
  const withPassword = async (options: MemberOptions = { secondFactor: false }): Promise<Member> => {
    const member = await memberIn(database.db, hub, 'administrator', options);
    await tenant(database.db)
      .insertInto('local_account')
      .values({
        person_id: member.personId,
        password_hash: hash,
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
      })
      .execute();
    return member;
  };
  const setUpPage = async (member: Pick<Member, 'cookie'>, query = '') => {
    const html = await (await ask(site(), member, `/account/second-factor${query}`)).text();
    const sealed = /name="sealed" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const secret = /class="app-code">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
    return { html, sealed, secret };
  };
  /** Sets a second factor up, and gives back what the person then holds. */
  const withFactor = async () => {
    const member = await withPassword();
    const { sealed, secret } = await setUpPage(member);
    const used = codeOf(secret);
    const answer = await send(site(), member, '/account/second-factor', { sealed, code: used });
    const html = await answer.text();
    const codes = [...html.matchAll(/class="app-code">([\w-]+)</g)].map(([, code]) => code!);
    const token = /session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    return { ...member, token, cookie: `session=${token}`, before: member, secret, used, codes, answer, html };
  };
  const otherSession = async ({ personId }: Member) => {
    const { rows } = await database.pool.query<{ id: string }>(
      `insert into session (token_hash, person_id, method, second_factor, idle_until, ends_at)
       values (gen_random_uuid()::text, $1, 'password', true, now() + interval '1 hour', now() + interval '1 hour') returning id`,
      [personId],
    );
    return async () => {
      const found = await database.pool.query<{ ended: boolean }>(
        'select ended_at is not null as ended from session where id = $1',
        [rows[0]!.id],
      );
      return found.rows[0]!.ended;
    };
  };
  const mailTo = async ({ personId }: Member) => {
    const { rows } = await database.pool.query<{ template: string; text: string }>(
      'select m.template, b.text from mail_message m join mail_body b on b.message_id = m.id where m.person_id = $1 order by m.created_at',
      [personId],
    );
    return rows;
  };
  const trailOf = async ({ personId }: Member, action: string) => {
    const { rows } = await database.pool.query<{ outcome: string; detail: unknown }>(
      'select outcome, detail from audit_event where person_id = $1 and action = $2 order by seq',
      [personId, action],
    );
    return rows;
  };
  const accountOf = async ({ personId }: Member) => {
    const { rows } = await database.pool.query<{
      password_hash: string;
      totp_secret: string | null;
      totp_confirmed_at: Date | null;
      codes: number;
    }>(
      'select l.*, (select count(*) from recovery_code r where r.person_id = l.person_id and used_at is null) as codes from local_account l where person_id = $1',
      [personId],
    );
    return { ...rows[0]!, codes: rows[0]!.codes };
  };
  return {
    database,
    site,
    withPassword,
    setUpPage,
    withFactor,
    otherSession,
    mailTo,
    trailOf,
    accountOf,
    hub: () => hub,
  };
}

describe('changing one’s password', () => {
  const { site, withPassword, otherSession, mailTo, trailOf, accountOf, database, hub } = suite();

  it('takes the current one, ends other sessions, and is told by mail and in the trail', async () => {
    const member = await withPassword();
    const hasEnded = await otherSession(member);
    const answer = await send(site(), member, '/account/password', { current: PASSWORD, chosen: CHOSEN });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?done=password']);
    expect(await verifyPassword((await accountOf(member)).password_hash, CHOSEN)).toBe(true);
    expect(await hasEnded()).toBe(true);
    expect((await ask(site(), member, '/account')).status).toBe(200);
    expect((await mailTo(member)).map(({ template }) => template)).toEqual(['password changed']);
    const trail = await trailOf(member, 'account.password');
    expect(trail).toEqual([{ outcome: 'done', detail: {} }]);
  });

  it.each([
    ['a wrong current one', { current: 'not this one at all', chosen: CHOSEN }, 'The current password is not right'],
    ['none', { current: '', chosen: '' }, 'Enter your current password'],
    ['a short one', { current: PASSWORD, chosen: 'short' }, 'Password must be 12 characters or more'],
    ['a common one', { current: PASSWORD, chosen: 'password1234' }, 'harder to guess'],
    ['the same again', { current: PASSWORD, chosen: PASSWORD }, 'other than the current one'],
  ])('refuses %s, and gives back nothing that was typed', async (_, fields, message) => {
    const member = await withPassword();
    const answer = await send(site(), member, '/account/password', fields);
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(message);
    for (const typed of Object.values(fields).filter(Boolean)) expect(html).not.toContain(typed);
    expect((await accountOf(member)).password_hash).toBe(hash);
    expect(await mailTo(member)).toEqual([]);
  });

  it('lets nobody guess the current one', async () => {
    const member = await withPassword();
    const wrong = { current: 'not this one at all', chosen: CHOSEN };
    for (let tries = 0; tries < 10; tries++) await send(site(), member, '/account/password', wrong);
    const answer = await send(site(), member, '/account/password', { current: PASSWORD, chosen: CHOSEN });
    expect(answer.status).toBe(429);
    expect((await accountOf(member)).password_hash).toBe(hash);
    expect(new Set((await trailOf(member, 'account.password')).map(({ outcome }) => outcome))).toEqual(
      new Set(['failed']),
    );
  });

  it('is not there for those who have none', async () => {
    const member = await memberIn(database.db, hub(), 'read-only');
    expect((await ask(site(), member, '/account/password')).status).toBe(303);
    const answer = await send(site(), member, '/account/password', { current: PASSWORD, chosen: CHOSEN });
    expect(answer.status).toBe(400);
  });
});

describe('setting up a second factor', () => {
  const { database, site, withPassword, setUpPage, withFactor, otherSession, mailTo, accountOf, hub } = suite();

  it('is asked for by the roles that need one, and leads back', async () => {
    const member = await withPassword();
    const refused = await ask(site(), member, `/organisations/${hub().id}/people`);
    expect(refused.status).toBe(303);
    const to = refused.headers.get('location')!;
    expect(to).toContain('/account/second-factor?to=');
    const { html, sealed, secret } = await setUpPage(member, to.slice(to.indexOf('?')));
    expect(html).toContain('As administrator you can read confidential records');
    expect(html).toContain('<svg class="app-qr"');
    const fields = { sealed, code: codeOf(secret), to: `/organisations/${hub().id}/people` };
    const answer = await send(site(), member, '/account/second-factor', fields);
    expect(await answer.text()).toContain(`href="/organisations/${hub().id}/people"`);
  });

  it('shows ten recovery codes once, kept as hashes, and the secret sealed', async () => {
    const { codes, answer, secret, ...member } = await withFactor();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(new Set(codes).size).toBe(10);
    const stored = JSON.stringify([
      await accountOf(member),
      (await database.pool.query('select * from recovery_code where person_id = $1', [member.personId])).rows,
    ]);
    for (const plain of [secret, ...codes]) expect(stored).not.toContain(plain);
    expect((await mailTo(member)).map(({ text }) => text)).toEqual([
      expect.stringContaining('a second factor was set up'),
    ]);
  });

  it('gives the session a new token, whose forms work at once; the old one is worth nothing', async () => {
    const { before, html, ...member } = await withFactor();
    expect((await ask(site(), before, '/account')).status).toBe(303);
    expect((await ask(site(), member, '/account')).status).toBe(200);
    const { rows } = await database.pool.query(
      'select second_factor from session where person_id = $1 and ended_at is null',
      [member.personId],
    );
    expect(rows).toEqual([{ second_factor: true }]);
    // The form in the header of the very page that showed the codes.
    const formToken = /name="form-token" value="([^"]+)"/.exec(html)![1]!;
    const out = await site().request('http://localhost:3000/sign-out', {
      method: 'POST',
      headers: { cookie: member.cookie, origin: 'http://localhost:3000' },
      body: new URLSearchParams({ 'form-token': formToken }),
    });
    expect(out.status).toBe(303);
  });

  it('refuses a wrong code and keeps the same key for another try', async () => {
    const member = await withPassword();
    const { sealed, secret } = await setUpPage(member);
    const answer = await send(site(), member, '/account/second-factor', { sealed, code: '000000' });
    expect(answer.status).toBe(400);
    expect((await answer.text()).replaceAll(' ', '')).toContain(secret);
    expect((await accountOf(member)).totp_secret).toBeNull();
  });

  it('refuses a set-up of another person, of another session, and a changed one', async () => {
    const [ann, bob] = [await withPassword(), await withPassword()];
    const { sealed, secret } = await setUpPage(ann);
    for (const given of [sealed, `${sealed.slice(0, -2)}AA`, 'x', '']) {
      const answer = await send(site(), bob, '/account/second-factor', { sealed: given, code: codeOf(secret) });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('This page is out of date');
    }
    expect((await accountOf(bob)).totp_confirmed_at).toBeNull();
  });

  it('lets nobody guess', async () => {
    const member = await withPassword();
    const { sealed, secret } = await setUpPage(member);
    for (let tries = 0; tries < 5; tries++) {
      await send(site(), member, '/account/second-factor', { sealed, code: '000000' });
    }
    expect((await send(site(), member, '/account/second-factor', { sealed, code: codeOf(secret) })).status).toBe(429);
  });

  it('is there for those who sign in at a provider, and brings them no password', async () => {
    const member = await memberIn(database.db, hub(), 'administrator', { secondFactor: false });
    const { sealed, secret } = await setUpPage(member);
    const code = codeOf(secret);
    expect((await send(site(), member, '/account/second-factor', { sealed, code })).status).toBe(200);
    expect(await accountOf(member)).toMatchObject({ password_hash: null, codes: 10 });
    await send(site(), null, '/password/forgotten', { email: member.email });
    expect((await mailTo(member)).map(({ template }) => template)).toEqual(['second factor changed']);
    const signIn = await send(site(), null, '/sign-in', { email: member.email, password: 'null' });
    expect(signIn.status).toBe(400);
  });

  it('is not for invented people', async () => {
    const member = await memberIn(database.db, hub(), 'broker');
    await database.pool.query('update person set demonstration = true where id = $1', [member.personId]);
    const html = await (await ask(siteOn(database, { demonstration: true }), member, '/account/second-factor')).text();
    expect(html).toContain('Invented people need no second factor');
  });

  it('leads to no other site', async () => {
    const member = await withPassword();
    const { sealed, secret } = await setUpPage(member, '?to=//evil.example');
    const fields = { sealed, code: codeOf(secret), to: '//evil.example' };
    expect(await (await send(site(), member, '/account/second-factor', fields)).text()).not.toContain('evil.example');
  });

  it('moves to another app with a current code, and not without', async () => {
    const member = await withFactor();
    const hasEnded = await otherSession(member);
    const { sealed, secret } = await setUpPage(member);
    const path = '/account/second-factor';
    const fields = { sealed, code: codeOf(secret) };
    // The code that set it up was used.
    for (const current of ['', '000000', member.used]) {
      expect((await send(site(), member, path, { ...fields, current })).status).toBe(400);
    }
    const before = (await accountOf(member)).totp_secret;
    const moved = await send(site(), member, path, { ...fields, current: codeOf(member.secret, 1) });
    expect(moved.status).toBe(200);
    expect((await accountOf(member)).totp_secret).not.toBe(before);
    expect(await hasEnded()).toBe(true);
    expect((await mailTo(member)).at(-1)!.text).toContain('moved to another app');
    const { rows } = await database.pool.query('select code_hash from recovery_code where person_id = $1', [
      member.personId,
    ]);
    expect(rows).toHaveLength(10);
  });
});

describe('a session that began without the second factor', () => {
  const { database, site, withFactor, setUpPage } = suite();

  it('gives it once, under a new token, and cannot change it before', async () => {
    const member = await withFactor();
    await database.pool.query('update session set second_factor = false where person_id = $1', [member.personId]);
    expect((await setUpPage(member)).sealed).toBe('');
    const wrong = await send(site(), member, '/account/second-factor', { current: '000000' });
    expect(wrong.status).toBe(400);
    const fields = { current: codeOf(member.secret, 1), to: '/areas' };
    const answer = await send(site(), member, '/account/second-factor', fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/areas']);
    expect(answer.headers.get('set-cookie')).toContain('session=');
    expect((await ask(site(), member, '/account')).status).toBe(303);
  });
});

describe('removing the second factor', () => {
  const { database, site, withFactor, withPassword, accountOf, mailTo, trailOf, otherSession } = suite();

  it('takes a current code, and leaves nothing that counts as second-factored', async () => {
    const member = await withFactor();
    const hasEnded = await otherSession(member);
    const path = '/account/second-factor/remove';
    expect((await send(site(), member, path, { current: '000000' })).status).toBe(400);
    const answer = await send(site(), member, path, { current: member.codes[0]! });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?done=second-factor-removed']);
    expect(await accountOf(member)).toMatchObject({ totp_secret: null, totp_confirmed_at: null, codes: 0 });
    expect(await hasEnded()).toBe(true);
    const { rows } = await database.pool.query(
      'select second_factor from session where person_id = $1 and ended_at is null',
      [member.personId],
    );
    expect(rows).toEqual([{ second_factor: false }]);
    expect((await mailTo(member)).at(-1)!.text).toContain('the second factor was removed');
    expect((await trailOf(member, 'account.second-factor.remove')).map(({ outcome }) => outcome)).toEqual([
      'failed',
      'done',
    ]);
  });

  it('is not offered to those who have none', async () => {
    const answer = await ask(site(), await withPassword(), '/account/second-factor/remove');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/second-factor']);
  });
});

describe('removing the second factor of those who sign in at a provider', () => {
  const { database, site, withFactor } = suite();

  it('leaves nothing of it', async () => {
    const member = await withFactor();
    await database.pool.query('update local_account set password_hash = null where person_id = $1', [member.personId]);
    await send(site(), member, '/account/second-factor/remove', { current: member.codes[0]! });
    const { rows } = await database.pool.query('select from local_account where person_id = $1', [member.personId]);
    expect(rows).toEqual([]);
  });
});

describe('new recovery codes', () => {
  const { site, withFactor, accountOf } = suite();

  it('take the place of the old ones, for a code that is used up by it', async () => {
    const member = await withFactor();
    const [first] = member.codes;
    const answer = await send(site(), member, '/account/recovery-codes', { current: first! });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('New recovery codes');
    expect(html).not.toContain(first);
    expect((await accountOf(member)).codes).toBe(10);
    for (const old of [first!, member.codes[1]!, member.used]) {
      expect((await send(site(), member, '/account/recovery-codes', { current: old })).status).toBe(400);
    }
  });

  it('are made once by one code sent twice at once', async () => {
    const member = await withFactor();
    const current = codeOf(member.secret, 1);
    const answers = await Promise.all([1, 2].map(() => send(site(), member, '/account/recovery-codes', { current })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
  });

  it('are no one else’s to use', async () => {
    const [ann, bob] = [await withFactor(), await withFactor()];
    const answer = await send(site(), bob, '/account/recovery-codes', { current: ann.codes[0]! });
    expect(answer.status).toBe(400);
    expect((await accountOf(ann)).codes).toBe(10);
  });
});
