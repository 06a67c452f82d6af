import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { PASSWORD, passwordOf, secondFactorOf } from '../../test/factories/local-account.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, SITE_URL, siteOn } from '../../test/site.ts';
import { Visitor } from '../../test/visitor.ts';
import { verifyPassword } from '../access/passwords.ts';

const NEW = 'nine slow herons';

describe('a forgotten password', () => {
  const database = testDatabase();
  const site = () => siteOn(database, { demonstration: false });

  async function person(): Promise<Member> {
    const member = await memberIn(database.db, await organisationIn(database.db, 'hub'), 'read-only');
    await passwordOf(database.db, member.personId);
    return member;
  }

  async function mailTo(email: string): Promise<{ template: string; text: string }[]> {
    const { rows } = await database.pool.query<{ template: string; text: string }>(
      `select m.template, b.text from mail_message m join mail_body b on b.message_id = m.id
       where m.to_email = $1 order by m.created_at`,
      [email],
    );
    return rows;
  }

  /** Asks for a link and opens the mail: the path of the link. */
  async function linkFor(email: string, visitor = new Visitor(site())): Promise<string> {
    const answer = await visitor.fill('/password/forgotten', { email });
    expect(answer.status).toBe(200);
    const { text = '' } = (await mailTo(email)).at(-1) ?? {};
    const link = /https?:\S+/.exec(text)?.[0] ?? '';
    expect(link.startsWith(`${SITE_URL}/password/reset?token=`)).toBe(true);
    return link.slice(SITE_URL.length);
  }

  const passwordIs = async (personId: string, text: string) => {
    const { rows } = await database.pool.query('select password_hash from local_account where person_id = $1', [
      personId,
    ]);
    return verifyPassword(rows[0].password_hash as string, text);
  };

  it('is replaced by way of a mail, which ends every session and signs nobody in', async () => {
    const member = await person();
    const visitor = new Visitor(site());
    const link = await linkFor(member.email.toUpperCase().toLowerCase(), visitor);
    const answer = await visitor.fill(link, { password: NEW });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?done=password-set');
    expect(visitor.cookies.has('session')).toBe(false);
    expect(await passwordIs(member.personId, NEW)).toBe(true);
    expect((await ask(site(), member, '/account')).status).toBe(303);
    expect((await mailTo(member.email)).map(({ template }) => template)).toEqual([
      'password reset',
      'password changed',
    ]);
    expect(await (await visitor.get('/sign-in?done=password-set')).text()).toContain('Your new password is set');
    expect((await visitor.fill('/sign-in', { email: member.email, password: NEW })).status).toBe(303);
    const old = await new Visitor(site()).fill('/sign-in', { email: member.email, password: PASSWORD });
    expect(old.status).toBe(400);
    const { rows } = await database.pool.query(
      "select action, outcome from audit_event where person_id = $1 and action like 'sign-in.password-%' order by seq",
      [member.personId],
    );
    expect(rows).toEqual([
      { action: 'sign-in.password-forgotten', outcome: 'done' },
      { action: 'sign-in.password-reset', outcome: 'done' },
    ]);
  });

  it('leaves the second factor due', async () => {
    const member = await person();
    const { code } = await secondFactorOf(database.db, member.personId);
    const visitor = new Visitor(site());
    await visitor.fill(await linkFor(member.email, visitor), { password: NEW });
    const answer = await visitor.fill('/sign-in', { email: member.email, password: NEW });
    expect(answer.headers.get('location')).toBe('/sign-in/code');
    expect((await visitor.fill('/sign-in/code', { code: code() })).headers.get('location')).toBe('/my-work');
  });

  it('ends a sign-in that was begun with the old password', async () => {
    const member = await person();
    const { code } = await secondFactorOf(database.db, member.personId);
    const thief = new Visitor(site());
    await thief.fill('/sign-in', { email: member.email, password: PASSWORD });
    const send = await thief.form('/sign-in/code');
    await new Visitor(site()).fill(await linkFor(member.email), { password: NEW });
    expect((await send({ code: code() })).headers.get('location')).toBe('/sign-in');
    expect(thief.cookies.has('session')).toBe(false);
  });

  it('is replaced once by each link, and then by none that was sent before', async () => {
    const member = await person();
    const [first, second] = [await linkFor(member.email), await linkFor(member.email)];
    expect(second).not.toBe(first);
    const [visitor, other] = [new Visitor(site()), new Visitor(site())];
    const [send, sendOther] = [await visitor.form(first), await other.form(second)];
    expect((await send({ password: NEW })).status).toBe(303);
    for (const replay of [send, sendOther]) {
      const answer = await replay({ password: 'eight odd otters' });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('This link does not work any more');
    }
    expect((await visitor.get(first)).status).toBe(400);
    expect(await passwordIs(member.personId, NEW)).toBe(true);
  });

  it('is replaced by one of two forms sent at the same moment', async () => {
    const member = await person();
    const link = await linkFor(member.email);
    const sends = [await new Visitor(site()).form(link), await new Visitor(site()).form(link)];
    const answers = await Promise.all(sends.map((send, n) => send({ password: `${NEW} ${n}` })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 400]);
  });

  it('is not replaced by a link that has expired, was made up, or is of somebody restricted', async () => {
    const member = await person();
    const visitor = new Visitor(site());
    const send = await visitor.form(await linkFor(member.email));
    await database.pool.query("update reset_link set expires_at = now() - interval '1 second' where person_id = $1", [
      member.personId,
    ]);
    expect((await send({ password: NEW })).status).toBe(400);
    for (const made of ['', '?token=', '?token=x', '?token=%00', "?token=' or true--", '?token=a&token=b']) {
      const answer = await visitor.get(`/password/reset${made}`);
      expect(answer.status, made).toBe(400);
    }
    const restricted = await person();
    const sendRestricted = await visitor.form(await linkFor(restricted.email));
    await database.pool.query('update person set restricted_at = now() where id = $1', [restricted.personId]);
    expect((await sendRestricted({ password: NEW })).status).toBe(400);
    for (const { personId } of [member, restricted]) expect(await passwordIs(personId, PASSWORD)).toBe(true);
  });

  it('is not replaced by one that is weak, and the link stays good', async () => {
    const member = await person();
    const visitor = new Visitor(site());
    const link = await linkFor(member.email, visitor);
    for (const [password, said] of [
      ['', 'Enter a new password'],
      ['short', 'Password must be 12 characters or more'],
      ['Password2026!', 'many people use this one'],
      [member.email, 'made of your name'],
    ] as const) {
      const answer = await visitor.fill(link, { password });
      expect(answer.status).toBe(400);
      const text = await answer.text();
      expect(text).toContain(said);
      expect(text).not.toMatch(/type="password"[^>]* value=/);
    }
    expect((await visitor.fill(link, { password: NEW })).status).toBe(303);
  });

  it('is answered the same for whoever is there or not, and writes to nobody who is not', async () => {
    const known = await person();
    const byProvider = await memberIn(database.db, await organisationIn(database.db, 'hub'), 'read-only');
    const restricted = await person();
    await database.pool.query('update person set restricted_at = now() where id = $1', [restricted.personId]);
    const addresses = [known.email, 'nobody@example.org', byProvider.email, restricted.email];
    const answers = [];
    for (const email of addresses) {
      const visitor = new Visitor(site());
      const answer = await visitor.fill('/password/forgotten', { email });
      const text = (await answer.text()).replaceAll(/(nonce|value)="[^"]{20,}"/g, '');
      expect(text).not.toContain(email);
      answers.push(JSON.stringify([answer.status, [...visitor.cookies.keys()], text]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(await Promise.all(addresses.map(async (email) => (await mailTo(email)).length))).toEqual([1, 0, 0, 0]);
    const { rows } = await database.pool.query('select audit_event::text as entry from audit_event');
    expect(JSON.stringify(rows)).not.toContain('nobody@example.org');
  });

  it('is written about so many times, then no more, with the same answer; the links stay good', async () => {
    const member = await person();
    const visitor = new Visitor(site());
    const first = await linkFor(member.email, visitor);
    for (let n = 0; n < 4; n += 1) {
      const answer = await visitor.fill('/password/forgotten', { email: member.email });
      expect(answer.status).toBe(200);
    }
    expect(await mailTo(member.email)).toHaveLength(3);
    const { rows } = await database.pool.query(
      "select 1 from audit_event where person_id = $1 and outcome = 'refused'",
      [member.personId],
    );
    expect(rows).toHaveLength(2);
    expect((await visitor.fill(first, { password: NEW })).status).toBe(303);
  });

  it('lets its owner in at once, whoever guessed before', async () => {
    const member = await person();
    const visitor = new Visitor(site());
    for (let n = 0; n < 11; n += 1)
      await visitor.fill('/sign-in', { email: member.email, password: `guess number ${n}` });
    expect((await visitor.fill('/sign-in', { email: member.email, password: PASSWORD })).status).toBe(429);
    await visitor.fill(await linkFor(member.email, visitor), { password: NEW });
    expect((await visitor.fill('/sign-in', { email: member.email, password: NEW })).status).toBe(303);
  });

  it('lets its owner in at once, whoever had the old one and guessed codes', async () => {
    const member = await person();
    const { code } = await secondFactorOf(database.db, member.personId);
    const thief = new Visitor(site(), '198.51.100.9');
    await thief.fill('/sign-in', { email: member.email, password: PASSWORD });
    const send = await thief.form('/sign-in/code');
    for (let n = 0; n < 5; n += 1) await send({ code: 'wrong' });
    expect((await send({ code: 'wrong' })).status).toBe(429);
    const visitor = new Visitor(site());
    await visitor.fill(await linkFor(member.email, visitor), { password: NEW });
    await visitor.fill('/sign-in', { email: member.email, password: NEW });
    expect((await visitor.fill('/sign-in/code', { code: code() })).status).toBe(303);
  });

  it('takes the link to the site itself, whatever host the request names', async () => {
    const member = await person();
    const visitor = new Visitor(site());
    const send = await visitor.form('/password/forgotten');
    await send({ email: member.email, link: 'https://evil.example', siteUrl: 'https://evil.example' });
    expect((await mailTo(member.email))[0]?.text).not.toContain('evil.example');
    for (const email of ['ann@example.org\r\nBcc: eve@evil.example', 'ann@example.org, eve@evil.example', 'ann']) {
      const answer = await visitor.fill('/password/forgotten', { email });
      expect(answer.status, email).toBe(400);
    }
  });

  it('leaves the token in no further address', async () => {
    const member = await person();
    const visitor = new Visitor(site());
    const link = await linkFor(member.email, visitor);
    const token = link.split('token=')[1]!;
    const text = await (await visitor.get(link)).text();
    expect(text).toContain('<form action="/password/reset" method="post"');
    expect(text).not.toMatch(new RegExp(`(href|action|src)="[^"]*${token}`));
    const answer = await visitor.get(link);
    expect(answer.headers.get('referrer-policy')).toMatch(/same-origin|no-referrer/);
    const { rows } = await database.pool.query('select token_hash from reset_link where token_hash = $1', [token]);
    expect(rows).toEqual([]);
  });
});
