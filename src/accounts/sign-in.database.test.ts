import { hash } from 'argon2';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { PASSWORD, passwordOf, secondFactorOf } from '../../test/factories/local-account.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, siteOn } from '../../test/site.ts';
import { Visitor } from '../../test/visitor.ts';
import { hashOfToken } from '../access/secret.ts';

const NOT_RIGHT = 'The email address or the password is not right';

describe('signing in with a password', () => {
  const database = testDatabase();
  const site = () => siteOn(database, { demonstration: false });

  async function reader(): Promise<Member> {
    const organisation = await organisationIn(database.db, 'hub');
    const member = await memberIn(database.db, organisation, 'read-only');
    await database.pool.query('delete from session where person_id = $1', [member.personId]);
    await passwordOf(database.db, member.personId);
    return member;
  }

  async function trailOf({ personId }: Pick<Member, 'personId'>) {
    const { rows } = await database.pool.query(
      'select action, outcome, detail, ip from audit_event where person_id = $1 order by seq',
      [personId],
    );
    return rows as { action: string; outcome: string; detail: Record<string, unknown>; ip: string }[];
  }

  it('leads back, with a session of its own and no mark of the visitor left', async () => {
    const { email, personId } = await reader();
    const visitor = new Visitor(site());
    const answer = await visitor.fill('/sign-in?to=/sources', {
      email: ` ${email.toUpperCase()} `,
      password: PASSWORD,
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sources');
    expect([...visitor.cookies.keys()]).toEqual(['session']);
    const { rows } = await database.pool.query('select * from session where person_id = $1', [personId]);
    const token_hash = hashOfToken(visitor.cookies.get('session')!);
    expect(rows).toMatchObject([
      { token_hash, method: 'password', second_factor: false, user_agent: 'a test', ip: '192.0.2.1' },
    ]);
    expect(await trailOf({ personId })).toMatchObject([
      { action: 'sign-in.password', outcome: 'done', ip: '192.0.2.1' },
    ]);
  });

  it('has a new token each time and ends the session before', async () => {
    const { email, personId } = await reader();
    const visitor = new Visitor(site());
    // A session cookie that somebody else set must not become the person's.
    visitor.cookies.set('session', 'fixed-by-another');
    await visitor.fill('/sign-in', { email, password: PASSWORD });
    const first = visitor.cookies.get('session')!;
    expect(first).not.toBe('fixed-by-another');
    await visitor.fill('/sign-in', { email, password: PASSWORD });
    expect(visitor.cookies.get('session')).not.toBe(first);
    const { rows } = await database.pool.query(
      'select ended_at from session where person_id = $1 order by created_at',
      [personId],
    );
    expect(rows).toMatchObject([{ ended_at: expect.any(Date) as Date }, { ended_at: null }]);
  });

  it('answers the same whether the address is known, unknown, without a password, restricted or erased', async () => {
    const known = await reader();
    const without = await memberIn(database.db, await organisationIn(database.db, 'hub'), 'read-only');
    const restricted = await reader();
    await database.pool.query('update person set restricted_at = now() where id = $1', [restricted.personId]);
    const tries = [
      { email: known.email, password: 'seven grey goose' },
      { email: 'nobody@example.org', password: 'seven grey goose' },
      { email: without.email, password: PASSWORD },
      { email: restricted.email, password: PASSWORD },
    ];
    const answers = [];
    for (const fields of tries) {
      const visitor = new Visitor(site());
      const answer = await visitor.fill('/sign-in', fields);
      const text = (await answer.text()).replaceAll(fields.email, 'ADDRESS');
      expect(text).toContain(NOT_RIGHT);
      expect(text).not.toContain(fields.password);
      answers.push({
        status: answer.status,
        names: [...visitor.cookies.keys()],
        text: text.replaceAll(/(nonce|value)="[^"]{20,}"/g, ''),
      });
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.status).toBe(400);
  });

  it('is entered in the trail when it fails, without what was typed', async () => {
    const person = await reader();
    await new Visitor(site()).fill('/sign-in', { email: person.email, password: 'seven grey goose' });
    await new Visitor(site()).fill('/sign-in', { email: 'typed-by-mistake@example.org', password: 'x' });
    expect(await trailOf(person)).toMatchObject([
      { action: 'sign-in.password', outcome: 'failed', detail: { reason: 'wrong password' } },
    ]);
    const { rows } = await database.pool.query('select audit_event::text as entry from audit_event');
    const all = JSON.stringify(rows);
    for (const typed of ['seven grey goose', 'typed-by-mistake', person.email]) expect(all).not.toContain(typed);
  });

  it.each([
    ['https://evil.example/', '/my-work'],
    ['//evil.example', '/my-work'],
    ['/\\evil.example', '/my-work'],
    ['/sources\r\nSet-Cookie: session=x', '/my-work'],
    ['/sources?line=1&x=<b>', '/sources?line=1&x=<b>'],
    ['/search?q=Łódź', '/search?q=%C5%81%C3%B3d%C5%BA'],
  ])('asked to lead to %j, leads to %j', async (to, expected) => {
    const { email } = await reader();
    const answer = await new Visitor(site()).fill('/sign-in', { email, password: PASSWORD, to });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(expected);
    expect(answer.headers.getSetCookie().filter((line) => line.startsWith('session='))).toHaveLength(1);
  });

  it('takes the fields it asks for and no others', async () => {
    const { email, personId } = await reader();
    const visitor = new Visitor(site());
    const more = {
      second_factor: 'true',
      secondFactor: 'true',
      personId: 'x',
      role: 'administrator',
      method: 'provider',
    };
    await visitor.fill('/sign-in', { email, password: PASSWORD, ...more });
    const { rows } = await database.pool.query('select * from session where person_id = $1', [personId]);
    expect(rows).toMatchObject([{ second_factor: false, method: 'password' }]);
  });

  it('says what is missing or cannot be, keeps the address and never the password', async () => {
    for (const [fields, said] of [
      [{ email: '', password: PASSWORD }, 'Enter your email address'],
      [{ email: 'ann@example.org', password: '' }, 'Enter your password'],
      [{ email: 'ann', password: PASSWORD }, 'Enter an email address in the correct format'],
      [{ email: 'ann@exam\u200bple.org', password: PASSWORD }, 'Enter an email address in the correct format'],
      [{ email: `${'a'.repeat(300)}@example.org`, password: PASSWORD }, 'Enter an email address in the correct format'],
      [
        [
          ['email', 'ann@example.org'],
          ['email', 'bob@example.org'],
          ['password', PASSWORD],
        ],
        'Enter your email address',
      ],
    ] as [Record<string, string>, string][]) {
      const answer = await new Visitor(site()).fill('/sign-in', fields);
      expect(answer.status).toBe(400);
      const text = await answer.text();
      expect(text).toContain(said);
      expect(text).toContain('<title>Error: Sign in');
      expect(text).not.toContain(PASSWORD);
    }
    const answer = await new Visitor(site()).fill('/sign-in', { email: '"><script>alert(1)</script>', password: 'x' });
    expect(await answer.text()).not.toContain('<script>alert');
  });

  it('makes the hash of a password anew when it was made at another cost', async () => {
    const { email, personId } = await reader();
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 2, parallelism: 1 });
    await database.pool.query('update local_account set password_hash = $2 where person_id = $1', [personId, old]);
    await new Visitor(site()).fill('/sign-in', { email, password: PASSWORD });
    const { rows } = await database.pool.query('select password_hash from local_account where person_id = $1', [
      personId,
    ]);
    expect(rows[0].password_hash).toContain('m=19456');
    const again = await new Visitor(site()).fill('/sign-in', { email, password: PASSWORD });
    expect(again.status).toBe(303);
  });

  it('lets somebody in whose role needs a second factor, and asks for it where it is needed', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const { email, personId } = await memberIn(database.db, hub, 'administrator');
    await passwordOf(database.db, personId);
    const visitor = new Visitor(site());
    await visitor.fill('/sign-in', { email, password: PASSWORD });
    expect((await visitor.get('/account')).status).toBe(200);
    const people = `/organisations/${hub.id}/people`;
    const needed = await visitor.get(people);
    expect(needed.headers.get('location')).toBe(`/account/second-factor?to=${encodeURIComponent(people)}`);
  });

  it('ends by signing out, for good', async () => {
    const person = await reader();
    const app = site();
    const visitor = new Visitor(app);
    await visitor.fill('/sign-in', { email: person.email, password: PASSWORD });
    const token = visitor.cookies.get('session')!;
    const answer = await visitor.fill('/account', {}, '/sign-out');
    expect(answer.headers.get('location')).toBe('/sign-in?done=signed-out');
    expect(visitor.cookies.has('session')).toBe(false);
    expect(await (await visitor.get('/sign-in?done=signed-out')).text()).toContain('You have signed out');
    expect((await ask(app, { cookie: `session=${token}` }, '/account')).status).toBe(303);
    expect((await trailOf(person)).map(({ action }) => action)).toContain('sign-out');
  });

  it('blocks who guesses, and not the person, who is elsewhere', async () => {
    const person = await reader();
    const app = site();
    const guesser = new Visitor(app, '198.51.100.7');
    for (let n = 0; n < 10; n += 1)
      await guesser.fill('/sign-in', { email: person.email, password: `guess number ${n}` });
    const refused = await guesser.fill('/sign-in', { email: person.email, password: PASSWORD });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('900');
    expect(await refused.text()).toContain('Try again in 15 minutes');
    expect((await trailOf(person)).at(-1)).toMatchObject({ outcome: 'refused', detail: { reason: 'limit' } });
    const answer = await new Visitor(app).fill('/sign-in', { email: person.email, password: PASSWORD });
    expect(answer.status).toBe(303);
  });

  it('blocks addresses that the person never used when many guess together', async () => {
    const person = await reader();
    const app = site();
    await new Visitor(app, '203.0.113.9').fill('/sign-in', { email: person.email, password: PASSWORD });
    for (let n = 0; n < 51; n += 1) {
      await new Visitor(app, `198.51.100.${n}`).fill('/sign-in', {
        email: person.email,
        password: `guess number ${n}`,
      });
    }
    const stranger = await new Visitor(app, '198.51.100.200').fill('/sign-in', {
      email: person.email,
      password: PASSWORD,
    });
    expect(stranger.status).toBe(429);
    const known = await new Visitor(app, '203.0.113.9').fill('/sign-in', { email: person.email, password: PASSWORD });
    expect(known.status).toBe(303);
  });

  it('counts guesses at nobody as it counts guesses at somebody', async () => {
    const visitor = new Visitor(site(), '198.51.100.8');
    for (let n = 0; n < 10; n += 1)
      await visitor.fill('/sign-in', { email: 'nobody-at-all@example.org', password: 'x' });
    const refused = await visitor.fill('/sign-in', { email: 'nobody-at-all@example.org', password: 'x' });
    expect(refused.status).toBe(429);
  });
});

describe('signing in with a second factor', () => {
  const database = testDatabase();
  const site = () => siteOn(database, { demonstration: false });

  async function withTotp() {
    const member = await memberIn(
      database.db,
      await organisationIn(database.db, 'local authority', Math.floor(Math.random() * 1e6)),
      'broker',
    );
    await database.pool.query('delete from session where person_id = $1', [member.personId]);
    await passwordOf(database.db, member.personId);
    return { ...member, ...(await secondFactorOf(database.db, member.personId)) };
  }

  async function afterPassword(email: string, to = '/account'): Promise<Visitor> {
    const visitor = new Visitor(site());
    const answer = await visitor.fill('/sign-in', { email, password: PASSWORD, to });
    expect(answer.headers.get('location')).toBe('/sign-in/code');
    return visitor;
  }

  const sessionsOf = async (personId: string) =>
    (await database.pool.query('select second_factor from session where person_id = $1', [personId])).rows;

  it('needs the code, and then leads on with nothing left of the way', async () => {
    const { email, personId, code } = await withTotp();
    const visitor = await afterPassword(email, '/sources');
    expect(visitor.cookies.has('session')).toBe(false);
    expect(await sessionsOf(personId)).toEqual([]);
    expect((await visitor.get('/account')).status).toBe(303);
    const answer = await visitor.fill('/sign-in/code', { code: ` ${code().slice(0, 3)} ${code().slice(3)} ` });
    expect(answer.headers.get('location')).toBe('/sources');
    expect([...visitor.cookies.keys()]).toEqual(['session']);
    expect(await sessionsOf(personId)).toEqual([{ second_factor: true }]);
    const { rows } = await database.pool.query(
      'select action, outcome from audit_event where person_id = $1 order by seq',
      [personId],
    );
    expect(rows).toEqual([
      { action: 'sign-in.password', outcome: 'done' },
      { action: 'sign-in.code', outcome: 'done' },
    ]);
    expect((await database.pool.query('select from pending_sign_in where person_id = $1', [personId])).rowCount).toBe(
      0,
    );
  });

  it('takes a code once', async () => {
    const { email, code } = await withTotp();
    const shown = code();
    await (await afterPassword(email)).fill('/sign-in/code', { code: shown });
    const visitor = await afterPassword(email);
    const replayed = await visitor.fill('/sign-in/code', { code: shown });
    expect(replayed.status).toBe(400);
    expect(await replayed.text()).toContain('not right, or it was used before');
    expect(visitor.cookies.has('session')).toBe(false);
    // The next code is good.
    expect((await visitor.fill('/sign-in/code', { code: code(30) })).status).toBe(303);
  });

  it('takes a code once when it comes twice at the same moment', async () => {
    const { email, personId, code } = await withTotp();
    const visitors = [await afterPassword(email), await afterPassword(email)];
    const shown = code();
    const answers = await Promise.all(visitors.map((visitor) => visitor.fill('/sign-in/code', { code: shown })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 400]);
    expect(await sessionsOf(personId)).toHaveLength(1);
  });

  it('finishes a sign-in once', async () => {
    const { email, personId, code } = await withTotp();
    const visitor = await afterPassword(email);
    const again = new Visitor(site());
    again.cookies.set('pending', visitor.cookies.get('pending')!);
    const sendAgain = await again.form('/sign-in/code');
    await visitor.fill('/sign-in/code', { code: code() });
    const replayed = await sendAgain({ code: code(30) });
    expect(replayed.headers.get('location')).toBe('/sign-in');
    expect(again.cookies.has('session')).toBe(false);
    expect(await sessionsOf(personId)).toHaveLength(1);
  });

  it('asks for the password again when the time is over, whatever the code', async () => {
    const { email, personId, code, recoveryCodes } = await withTotp();
    const visitor = await afterPassword(email);
    const sends = [await visitor.form('/sign-in/code'), await visitor.form('/sign-in/recovery-code')];
    const past = "update pending_sign_in set expires_at = now() - interval '1 second' where person_id = $1";
    await database.pool.query(past, [personId]);
    const pending = visitor.cookies.get('pending')!;
    for (const [n, right] of [code(), recoveryCodes[0]!].entries()) {
      visitor.cookies.set('pending', pending);
      const late = await sends[n]!({ code: right });
      expect(late.headers.get('location')).toBe('/sign-in');
      expect(visitor.cookies.has('pending')).toBe(false);
    }
    expect(await sessionsOf(personId)).toEqual([]);
  });

  it('blocks guesses at the code, also of those who begin again', async () => {
    const { email, personId, code } = await withTotp();
    for (let n = 0; n < 5; n += 1) {
      const visitor = await afterPassword(email);
      const wrong = String((Number(code()) + 500_000 + n) % 1_000_000).padStart(6, '0');
      expect((await visitor.fill('/sign-in/code', { code: wrong })).status).toBe(400);
    }
    const visitor = await afterPassword(email);
    const refused = await visitor.fill('/sign-in/code', { code: code() });
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('Try again in 15 minutes');
    expect((await visitor.fill('/sign-in/recovery-code', { code: 'x' })).status).toBe(429);
    expect(await sessionsOf(personId)).toEqual([]);
  });

  it('takes each recovery code once, and says so by mail', async () => {
    const { email, personId, recoveryCodes } = await withTotp();
    const visitor = await afterPassword(email);
    const [first = ''] = recoveryCodes;
    expect((await visitor.fill('/sign-in/recovery-code', { code: 'ABCD-EFGH' })).status).toBe(400);
    const answer = await visitor.fill('/sign-in/recovery-code', { code: first.toLowerCase().replaceAll('-', ' ') });
    expect(answer.headers.get('location')).toBe('/account');
    expect(await sessionsOf(personId)).toEqual([{ second_factor: true }]);
    const again = await afterPassword(email);
    expect((await again.fill('/sign-in/recovery-code', { code: first })).status).toBe(400);
    const { rows } = await database.pool.query(
      'select m.to_email, b.text from mail_message m join mail_body b on b.message_id = m.id where m.person_id = $1',
      [personId],
    );
    expect(rows).toMatchObject([{ to_email: email, text: expect.stringContaining('and 1 is left') as string }]);
  });

  it("does not take another person's recovery code, or a code without a password", async () => {
    const [ann, bob] = [await withTotp(), await withTotp()];
    const visitor = await afterPassword(ann.email);
    expect((await visitor.fill('/sign-in/recovery-code', { code: bob.recoveryCodes[0]! })).status).toBe(400);
    expect((await visitor.fill('/sign-in/code', { code: bob.code() })).status).toBe(400);
    const stranger = new Visitor(site());
    expect((await stranger.get('/sign-in/code')).headers.get('location')).toBe('/sign-in');
    expect((await stranger.get('/sign-in/recovery-code')).headers.get('location')).toBe('/sign-in');
  });
});
