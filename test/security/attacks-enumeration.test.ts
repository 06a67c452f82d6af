import { beforeAll, describe, expect, it } from 'vitest';
import { hashOfToken } from '../../src/access/secret.ts';
import { testDatabase } from '../database/harness.ts';
import { PASSWORD, passwordOf, secondFactorOf } from '../factories/local-account.ts';
import { type Member, memberIn, organisationIn } from '../factories/people.ts';
import { ask, siteOn } from '../site.ts';
import { Visitor } from '../visitor.ts';
import { attribute, elementsOf } from './attack/walk.ts';

const database = testDatabase();
const site = () => siteOn(database, { demonstration: false });
const people = new Map<string, Member>();

beforeAll(async () => {
  const hub = await organisationIn(database.db, 'hub');
  for (const kind of ['with a password', 'with a second factor', 'without a password', 'restricted', 'a leaver']) {
    const member = await memberIn(database.db, hub, 'read-only', { name: `Somebody ${kind}` });
    if (kind !== 'without a password') await passwordOf(database.db, member.personId);
    people.set(kind, member);
  }
  await secondFactorOf(database.db, people.get('with a second factor')!.personId);
  const { pool } = database;
  await pool.query('update person set restricted_at = now() where id = $1', [people.get('restricted')!.personId]);
  await pool.query('update membership set ended_at = now() where id = $1', [people.get('a leaver')!.membershipId]);
});

/** What somebody who does not know whether the address is anybody's can see: status, words and names of cookies. */
async function seen(visitor: Visitor, answer: Response, typed: string): Promise<string> {
  const text = (await answer.text()).replaceAll(typed, 'TYPED').replaceAll(/(nonce|value)="[^"]{20,}"/g, '');
  const headers = ['location', 'cache-control', 'retry-after'].map((name) => answer.headers.get(name));
  return JSON.stringify([answer.status, headers, [...visitor.cookies.keys()], text]);
}

const addresses = () => [...[...people.values()].map(({ email }) => email), 'nobody-at-all@example.org'];

describe('who has an account', () => {
  it('is not told by a wrong password, by words, status or cookies', async () => {
    const answers = new Set<string>();
    for (const email of addresses()) {
      const visitor = new Visitor(site());
      answers.add(await seen(visitor, await visitor.fill('/sign-in', { email, password: 'seven grey goose' }), email));
    }
    expect([...answers]).toHaveLength(1);
  });

  it('is not told by the right password of somebody who may not come in', async () => {
    const answers = new Set<string>();
    for (const email of [people.get('restricted')!.email, 'nobody-at-all@example.org']) {
      const visitor = new Visitor(site());
      answers.add(await seen(visitor, await visitor.fill('/sign-in', { email, password: PASSWORD }), email));
    }
    expect([...answers]).toHaveLength(1);
  });

  it('is not told by a block', async () => {
    const answers = new Set<string>();
    for (const [n, email] of [people.get('with a password')!.email, 'nobody-else@example.org'].entries()) {
      const visitor = new Visitor(site(), `203.0.113.${n + 10}`);
      const send = await visitor.form('/sign-in');
      let answer = await send({ email, password: 'x' });
      for (let tries = 0; answer.status !== 429 && tries < 30; tries += 1)
        answer = await send({ email, password: 'x' });
      answers.add(await seen(visitor, answer, email));
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain('[429,');
  });

  it('is not told by asking for a new password', { timeout: 60_000 }, async () => {
    const answers = new Set<string>();
    for (const email of addresses()) {
      const visitor = new Visitor(site());
      answers.add(await seen(visitor, await visitor.fill('/password/forgotten', { email }), email));
    }
    expect([...answers]).toHaveLength(1);
  });

  it('is not told by a link that is no more: expired, used, withdrawn and made up look alike', async () => {
    const { rows } = await database.pool.query<{ id: string }>('select id from organisation');
    const states = {
      expired: "now() - interval '1 day', null, null",
      used: "now() + interval '1 day', now(), null",
      withdrawn: "now() + interval '1 day', null, now()",
    };
    const answers = new Set<string>();
    for (const [state, values] of Object.entries(states)) {
      await database.pool.query(
        `insert into invitation (token_hash, organisation_id, email, name, role, expires_at, accepted_at, withdrawn_at)
         values ($1, $2, 'guest@example.org', 'Guest', 'adviser', ${values})`,
        [hashOfToken(state), rows[0]!.id],
      );
    }
    for (const token of [...Object.keys(states), 'made up']) {
      const visitor = new Visitor(site());
      answers.add(await seen(visitor, await visitor.get(`/invitation?token=${encodeURIComponent(token)}`), token));
    }
    for (const token of ['made up', 'made up too']) {
      const visitor = new Visitor(site());
      answers.add(await seen(visitor, await visitor.get(`/invitation?token=${encodeURIComponent(token)}`), token));
    }
    expect([...answers]).toHaveLength(1);
  });
});

describe('fields for secrets', () => {
  it('hide what is typed and let a password manager fill them in', async () => {
    const member = people.get('with a password')!;
    const fields = [];
    for (const [who, path] of [
      [null, '/sign-in'],
      [member, '/account/password'],
    ] as const) {
      const html = await (await ask(site(), who, path)).text();
      fields.push(
        ...elementsOf(html, 'input').filter((input) => /password/i.test(attribute(input, 'autocomplete') ?? '')),
      );
    }
    expect(fields.length).toBeGreaterThanOrEqual(3);
    for (const field of fields) {
      expect(attribute(field, 'type')).toBe('password');
      expect(attribute(field, 'autocomplete')).toMatch(/^(current|new)-password$/);
      expect(attribute(field, 'value') ?? '').toBe('');
    }
  });
});
