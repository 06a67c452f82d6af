import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation, Role } from '../access/roles.ts';

describe('one’s own account', () => {
  const database = testDatabase();

  async function alsoIn(member: Member, organisation: Organisation, role: Role): Promise<string> {
    const { id } = await tenant(database.db)
      .insertInto('membership')
      .values({ person_id: member.personId, organisation_id: organisation.id, role, granted_by: 'operator' })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }
  const bodyOf = async (member: Member, path: string) => (await ask(siteOn(database), member, path)).text();

  it('is for the signed-in', async () => {
    for (const path of ['/account', '/account/sessions']) {
      const answer = await ask(siteOn(database), null, path);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/sign-in?to=${encodeURIComponent(path)}`]);
    }
  });

  it('shows the roles one holds, with organisation, kind and since when', async () => {
    const school = await organisationIn(database.db, 'school', 100001);
    const member = await memberIn(database.db, school, 'headteacher', { name: 'Ada <Archer>' });
    const html = await bodyOf(member, '/account');
    expect(html).toContain('Ada &lt;Archer>');
    expect(html).toMatch(/headteacher, Invented school 100001 \(school, since \d+ \w+ \d{4}\)/);
    expect(html).not.toContain('Administration of');
  });

  it('leads administrators, and nobody else, to their work', async () => {
    const trust = await organisationIn(database.db, 'trust', 7001);
    const administrator = await memberIn(database.db, trust, 'administrator');
    const html = await bodyOf(administrator, '/account');
    for (const part of ['people', 'access-review', 'audit', 'mail', 'data-requests', 'complaints']) {
      expect(html).toContain(`href="/organisations/${trust.id}/${part}"`);
    }
  });

  it('switches the role acted in, and enters that in the trail', async () => {
    const school = await organisationIn(database.db, 'school', 100002);
    const dudley = await organisationIn(database.db, 'local authority', 332);
    const member = await memberIn(database.db, school, 'headteacher');
    const broker = await alsoIn(member, dudley, 'broker');
    const app = siteOn(database);
    const answer = await send(app, member, '/account/role', { membership: broker });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?done=role']);
    const html = await bodyOf(member, '/account?done=role');
    expect(html).toContain('broker, Invented local authority 332');
    expect(html).toContain('You have changed the role you act in.');
    expect(html).toContain('href="/plan/332"');
    const { rows } = await database.pool.query(
      "select outcome, role, detail from audit_event where person_id = $1 and action = 'account.switch-role'",
      [member.personId],
    );
    // Switched in the name of the role that was held until then.
    expect(rows).toEqual([
      {
        outcome: 'done',
        role: 'headteacher',
        detail: { role: 'broker', organisation: 'Invented local authority 332' },
      },
    ]);
  });

  it('does not switch to another’s role, an ended one, one of a closed organisation, or none', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const diocese = await organisationIn(database.db, 'diocese');
    const closed = await organisationIn(database.db, 'hub');
    // An administrator sees the memberships of the organisation, and still may not take one.
    const member = await memberIn(database.db, hub, 'administrator');
    const other = await memberIn(database.db, hub, 'service lead');
    const ended = await alsoIn(member, diocese, 'adviser');
    await database.pool.query('update membership set ended_at = now() where id = $1', [ended]);
    const inClosed = await alsoIn(member, closed, 'broker');
    await database.pool.query('update organisation set closed_at = now() where id = $1', [closed.id]);
    for (const membership of [other.membershipId, ended, inClosed, '', 'x', "' or 1=1 --"]) {
      const answer = await send(siteOn(database), member, '/account/role', { membership });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Choose one of your roles');
    }
    const { rows } = await database.pool.query(
      'select membership_id from session where person_id = any ($1) order by membership_id = $2',
      [[member.personId, other.personId], other.membershipId],
    );
    expect(rows).toEqual([{ membership_id: member.membershipId }, { membership_id: other.membershipId }]);
  });

  it('takes from the form the role alone', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const member = await memberIn(database.db, hub, 'read-only');
    await send(siteOn(database), member, '/account/role', {
      membership: member.membershipId,
      person_id: '00000000-0000-0000-0000-000000000000',
      second_factor: 'true',
      role: 'administrator',
    });
    const { rows } = await database.pool.query('select role, ended_at from membership where id = $1', [
      member.membershipId,
    ]);
    expect(rows).toEqual([{ role: 'read-only', ended_at: null }]);
  });

  it('holds no role once the last has ended, and says so', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const member = await memberIn(database.db, hub, 'administrator');
    await database.pool.query('update membership set ended_at = now() where id = $1', [member.membershipId]);
    const html = await bodyOf(member, '/account');
    expect(html).toContain('You hold no role.');
    expect(html).not.toContain('Administration of');
  });
});

describe('one’s own sessions', () => {
  const database = testDatabase();

  async function anotherSession(member: Member, userAgent: string): Promise<string> {
    const { rows } = await database.pool.query<{ id: string }>(
      `insert into session (token_hash, person_id, membership_id, method, second_factor, idle_until, ends_at, ip, user_agent)
       values (gen_random_uuid()::text, $1, $2, 'password', true, now() + interval '1 hour', now() + interval '1 hour', '192.0.2.7', $3)
       returning id`,
      [member.personId, member.membershipId, userAgent],
    );
    return rows[0]!.id;
  }
  const endedOf = async (id: string) => {
    const { rows } = await database.pool.query<{ ended: boolean }>(
      'select ended_at is not null as ended from session where id = $1',
      [id],
    );
    return rows[0]!.ended;
  };

  it('are listed with browser, address and times, this one marked, others’ not at all', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const member = await memberIn(database.db, hub, 'read-only');
    await anotherSession(member, 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/145.0');
    const other = await memberIn(database.db, hub, 'administrator');
    const others = await anotherSession(other, 'Opera <b>of another</b>');
    const html = await (await ask(siteOn(database), member, '/account/sessions')).text();
    expect(html).toContain('Firefox on Windows');
    expect(html).toContain('192.0.2.7');
    expect(html.match(/This one/g)).toHaveLength(1);
    expect(html).not.toContain(others);
  });

  it('end one by one', async () => {
    const member = await memberIn(database.db, await organisationIn(database.db, 'hub'), 'read-only');
    const id = await anotherSession(member, 'x');
    const answer = await send(siteOn(database), member, `/account/sessions/${id}/end`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/sessions?done=ended']);
    expect(await endedOf(id)).toBe(true);
    // A second press finds nothing more to end.
    expect((await send(siteOn(database), member, `/account/sessions/${id}/end`)).status).toBe(404);
  });

  it('end all but the present one', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const member = await memberIn(database.db, hub, 'read-only');
    const other = await memberIn(database.db, hub, 'read-only');
    const [mine, theirs] = [await anotherSession(member, 'x'), await anotherSession(other, 'y')];
    await send(siteOn(database), member, '/account/sessions');
    expect([await endedOf(mine), await endedOf(theirs)]).toEqual([true, false]);
    expect((await ask(siteOn(database), member, '/account/sessions')).status).toBe(200);
  });

  it('of others cannot be ended, nor told from none', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const administrator = await memberIn(database.db, hub, 'administrator');
    const other = await memberIn(database.db, hub, 'read-only');
    const theirs = await anotherSession(other, 'x');
    const answers = await Promise.all(
      [theirs, '00000000-0000-0000-0000-000000000000', 'x'].map(async (id) => {
        const answer = await send(siteOn(database), administrator, `/account/sessions/${id}/end`);
        return [answer.status, /<h1[^]*<\/main>/.exec(await answer.text())?.[0]];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]![0]).toBe(404);
    expect(await endedOf(theirs)).toBe(false);
  });
});
