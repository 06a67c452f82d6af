import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { organisationIn, tenant } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import { policiesOf } from '../policies.ts';
import { prepareDemonstration } from './commands/prepare-demonstration.ts';
import { demonstrationTask, signInTask } from './policy.ts';
import { demonstrationPeople } from './queries/demonstration-people.ts';
import { demonstrationPeopleKind } from './schema/demonstration-people.ts';

const [policy] = policiesOf(demonstrationPeopleKind);

describe('the invented people', () => {
  const database = testDatabase();
  const prepare = () => prepareDemonstration(database.site.db, demonstrationTask, policy!);
  const listed = () => demonstrationPeople(database.site.db, signInTask('sign-in.demonstration', null));

  it('are made once, however often the site starts', async () => {
    await prepare();
    const first = await listed();
    await Promise.all([prepare(), prepare()]);
    expect(await listed()).toEqual(first);
    expect(first.map(({ key }) => key).toSorted()).toEqual(Object.keys(policy!.people).toSorted());
    const { rows } = await database.pool.query(
      "select role from membership m join person p on p.id = m.person_id where email = 'two-roles@demonstration.invalid'",
    );
    expect(rows).toHaveLength(2);
  });

  it('are marked wherever their names are shown', async () => {
    const { rows } = await database.pool.query(
      'select name, demonstration from person union all select name, demonstration from organisation',
    );
    expect(rows.filter(({ name, demonstration }) => !demonstration || !name.startsWith('Demonstration: '))).toEqual([]);
  });

  it('have a role again at the next start that was ended while trying out', async () => {
    await database.pool.query("update membership set ended_at = now() where role = 'finance officer'");
    expect((await listed()).map(({ key }) => key)).not.toContain('luton-finance-officer');
    await prepare();
    expect((await listed()).map(({ key }) => key)).toContain('luton-finance-officer');
  });
});

describe('where a real organisation stands in the place of an invented one', () => {
  const database = testDatabase();

  it('no invented person has a role in it, and no real person an invented role', async () => {
    const dudley = await organisationIn(database.db, 'local authority', 332);
    await database.pool.query(
      "insert into person (name, email) values ('Real', 'hub-administrator@demonstration.invalid')",
    );
    await prepareDemonstration(database.site.db, demonstrationTask, policy!);
    const held = await tenant(database.db)
      .selectFrom('membership')
      .select('id')
      .where('organisation_id', '=', dudley.id)
      .execute();
    expect(held).toEqual([]);
    const people = await demonstrationPeople(database.site.db, signInTask('sign-in.demonstration', null));
    expect(people.map(({ key }) => key)).not.toContain('dudley-broker');
    const real = await database.pool.query(
      "select from membership m join person p on p.id = m.person_id where p.name = 'Real'",
    );
    expect(real.rows).toEqual([]);
    expect(people.map(({ key }) => key)).toContain('luton-broker');
  });
});

describe('signing in as an invented person', () => {
  const database = testDatabase();
  const on = () => siteOn(database, { demonstration: true });
  beforeAll(() => prepareDemonstration(database.site.db, demonstrationTask, policy!));

  async function signedIn(person: string, fields: Record<string, string> = {}) {
    const answer = await send(on(), null, '/sign-in/demonstration', { person, ...fields });
    const token = /session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    return { answer, token, cookie: `session=${token}` };
  }

  it('takes one press, leads back, and is in the trail', async () => {
    const { answer, cookie } = await signedIn('luton-broker', { to: '/plan/821' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/plan/821']);
    expect((await ask(on(), { cookie }, '/account')).status).toBe(200);
    const { rows } = await database.pool.query(
      `select e.outcome, p.email from audit_event e join person p on p.id = e.person_id where action = 'sign-in.demonstration'`,
    );
    expect(rows).toEqual([{ outcome: 'done', email: 'luton-broker@demonstration.invalid' }]);
  });

  it('ends the session that the browser had', async () => {
    const first = await signedIn('luton-broker');
    await send(on(), first, '/sign-in/demonstration', { person: 'dudley-broker' });
    expect((await ask(on(), first, '/account')).status).toBe(303);
  });

  it.each(['nobody', '', "x' or '1'='1", 'luton-broker@demonstration.invalid'])('refuses %j', async (person) => {
    const { answer, token } = await signedIn(person);
    expect([answer.status, token]).toEqual([400, '']);
  });

  it('refuses a real person, whatever their address', async () => {
    await database.pool.query("insert into person (name, email) values ('Real', 'real-person@demonstration.invalid')");
    expect((await signedIn('real-person')).answer.status).toBe(400);
  });

  it('leads to no other site', async () => {
    expect((await signedIn('luton-broker', { to: '//evil.example' })).answer.headers.get('location')).toBe('/my-work');
  });

  it('is not there outside demonstration mode, nor is a session begun in it', async () => {
    const { cookie, token } = await signedIn('luton-broker');
    const off = siteOn(database, { demonstration: false });
    expect((await send(off, null, '/sign-in/demonstration', { person: 'luton-broker' })).status).toBe(404);
    const account = await ask(off, { cookie }, '/account');
    expect([account.status, account.headers.get('location')]).toEqual([303, '/sign-in?to=%2Faccount']);
    expect((await send(off, { cookie, token }, '/account/role')).status).toBe(400);
  });
});
