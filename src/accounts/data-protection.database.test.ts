import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import { OWN_DATA, OWN_TRAIL_COVERS } from './queries/own-data.ts';
import { verifyAudit } from './queries/verify-audit.ts';

describe('what is held about people, and what they may ask', () => {
  const database = testDatabase();
  const sql = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows;
  const post = (member: Member, path: string, fields: Record<string, string>) =>
    send(siteOn(database), member, path, fields);
  const hubWith = async () => {
    const hub = await organisationIn(database.db, 'hub');
    const admin = await memberIn(database.db, hub, 'administrator', { name: 'Ada Administrator' });
    const person = await memberIn(database.db, hub, 'adviser', { name: 'Bea Adviser' });
    return { hub, admin, person };
  };
  /** Asks as the person, and answers the request's id. */
  const asked = async (person: Member, fields: Record<string, string>): Promise<string> => {
    const answer = await post(person, '/account/data', { words: 'please', ...fields });
    expect(answer.headers.get('location')).toBe('/account/data?done=asked');
    const rows = await sql('select id from person_request where person_id = $1 order by received_at desc', [
      person.personId,
    ]);
    return rows[0].id;
  };
  const decide = (admin: Member, hub: { id: string }, id: string, outcome: string) =>
    post(admin, `/organisations/${hub.id}/data-requests/${id}`, { outcome, answer: 'Here is our answer.' });
  const personRow = async ({ personId }: Member) => (await sql('select * from person where id = $1', [personId]))[0];

  it('covers every column of every table that refers to a person', async () => {
    const columns = await sql(`
      select c.conrelid::regclass || '.' || a.attname as name
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'person'::regclass
      union
      select table_name || '.' || column_name from information_schema.columns
      where table_schema = 'public' and column_name in ('person_id', 'done_by', 'said_by', 'decided_by', 'placed_by', 'lifted_by')`);
    const covered = [...OWN_DATA.flatMap(({ covers }) => covers), ...OWN_TRAIL_COVERS];
    expect(new Set(covered)).toEqual(new Set(columns.map(({ name }) => name)));
  });

  it('shows and hands out what is held about oneself and about nobody else', async () => {
    const { hub, admin, person } = await hubWith();
    await sql("update person set name = 'Bea <b>Adviser' where id = $1", [person.personId]);
    await sql(
      `insert into complaint (reference, about, from_name, from_email, words, acknowledge_by) values ('C-1', 'x', 'Bea', $1, 'slow', current_date), ('C-2', 'x', 'Ada', $2, 'quick', current_date)`,
      [person.email, admin.email],
    );
    await asked(person, { kind: 'access' });
    const html = await (await ask(siteOn(database), person, '/account/data')).text();
    expect(html).toContain('Bea &lt;b>Adviser');
    expect(html).toContain(hub.name);
    expect(html).not.toContain(admin.email);

    const answer = await ask(siteOn(database), person, '/account/data/export.json');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const text = await answer.text();
    const data = JSON.parse(text);
    expect(data.You).toMatchObject([{ name: 'Bea <b>Adviser', 'email address': person.email }]);
    expect(data['Your roles']).toMatchObject([{ role: 'adviser', organisation: hub.name, until: null }]);
    expect(data['Your requests about your data']).toMatchObject([{ kind: 'access', words: 'please' }]);
    expect(data['Complaints from your email address']).toMatchObject([{ reference: 'C-1' }]);
    expect(data['What you did (audit trail)']).toMatchObject([
      { action: 'own-data.request' },
      { action: 'account.read' },
    ]);
    expect(text).not.toContain(admin.email);
    expect(text).not.toMatch(/hash|C-2/);
    expect(await sql("select 1 from audit_event where action = 'own-data.export'")).toHaveLength(1);
    // An administrator's own data is not everybody's.
    const ownText = await (await ask(siteOn(database), admin, '/account/data/export.json')).text();
    expect(ownText).not.toContain(person.email);
  });

  it('takes a request once, by its named fields only, and says what is missing', async () => {
    const { hub, person } = await hubWith();
    const empty = await post(person, '/account/data', { kind: 'everything', 'new-email': 'no address', words: ' ' });
    expect(empty.status).toBe(422);
    const html = await empty.text();
    expect(html).toContain('href="#kind"');
    expect(html).toContain('href="#words"');
    expect(html).toContain('href="#new-email"');
    await asked(person, { kind: 'erasure', outcome: 'done', organisation_id: 'x', 'new-name': 'Not in an erasure' });
    await asked(person, { kind: 'erasure' });
    expect(
      await sql(
        'select organisation_id, outcome, new_name, due_on - current_date as days from person_request where person_id = $1',
        [person.personId],
      ),
    ).toEqual([
      { organisation_id: hub.id, outcome: null, new_name: null, days: expect.toSatisfy((n) => n === 30 || n === 31) },
    ]);
  });

  it('keeps requests, holds and the destruction log from everybody else', async () => {
    const one = await hubWith();
    const other = await hubWith();
    const id = await asked(one.person, { kind: 'erasure' });
    const app = siteOn(database);
    const own = `/organisations/${other.hub.id}`;
    // The request's id under the organisation of somebody else.
    expect((await ask(app, other.admin, `${own}/data-requests/${id}`)).status).toBe(404);
    expect((await decide(other.admin, other.hub, id, 'done')).status).toBe(404);
    expect((await decide(other.admin, one.hub, id, 'done')).status).toBe(403);
    const hold = { person: one.person.personId, reason: 'spite' };
    expect((await post(other.admin, `${own}/legal-holds`, hold)).status).toBe(422);
    const record = { person: one.person.personId, kind: 'erasure', words: 'spite' };
    expect((await post(other.admin, `${own}/data-requests`, record)).status).toBe(422);
    for (const path of ['data-requests', `data-requests/${id}`, 'legal-holds', 'destruction-log']) {
      expect((await ask(app, one.person, `/organisations/${one.hub.id}/${path}`)).status).toBe(403);
      expect((await ask(app, other.admin, `/organisations/${one.hub.id}/${path}`)).status).toBe(403);
      expect((await ask(app, one.admin, `/organisations/${one.hub.id}/${path}`)).status).toBe(200);
    }
    expect(await personRow(one.person)).toMatchObject({ name: 'Bea Adviser', erased_at: null });
  });

  it('corrects what was asked and nothing else, and answers by mail to the address held until then', async () => {
    const { hub, admin, person } = await hubWith();
    const id = await asked(person, { kind: 'correction', 'new-name': 'Bea Brown', 'new-email': 'BEA@example.org ' });
    expect((await decide(admin, hub, id, 'held')).status).toBe(422);
    expect((await decide(admin, hub, id, 'done')).headers.get('location')).toContain('done=decided');
    expect(await personRow(person)).toMatchObject({ name: 'Bea Brown', email: 'bea@example.org' });
    expect(await sql('select to_email, template from mail_message where person_id = $1', [person.personId])).toEqual([
      { to_email: person.email, template: 'data request answered' },
    ]);
    const again = await decide(admin, hub, id, 'refused');
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('This request has been decided');

    const taken = await asked(person, { kind: 'correction', 'new-email': admin.email, words: 'again' });
    expect(await (await decide(admin, hub, taken, 'done')).text()).toContain('That email address cannot be used');
    expect(
      await sql("select outcome from audit_event where action = 'data-request.decide' order by seq desc limit 1"),
    ).toEqual([{ outcome: 'failed' }]);
  });

  it('restricts, which ends sessions at once, until it is lifted by a request that was written down', async () => {
    const { hub, admin, person } = await hubWith();
    const app = siteOn(database);
    const id = await asked(person, { kind: 'restriction' });
    await decide(admin, hub, id, 'done');
    expect((await ask(app, person, '/account')).headers.get('location')).toContain('/sign-in');
    const words = {
      person: person.personId,
      kind: 'lifting a restriction',
      words: 'by letter',
      'new-email': 'a@b.org',
    };
    expect((await post(admin, `/organisations/${hub.id}/data-requests`, words)).status).toBe(303);
    const [lift] = await sql(
      "select id, recorded_by, new_email from person_request where kind = 'lifting a restriction'",
    );
    expect(lift).toMatchObject({ recorded_by: admin.personId, new_email: null });
    await decide(admin, hub, lift.id, 'done');
    expect(await personRow(person)).toMatchObject({ restricted_at: null });
    // The old session stays ended.
    expect((await ask(app, person, '/account')).headers.get('location')).toContain('/sign-in');
  });

  it('erases in place but for a hold and a role elsewhere; the erased cannot sign in, and the chain still verifies', async () => {
    const { hub, admin, person } = await hubWith();
    const app = siteOn(database);
    await sql("insert into local_account (person_id, password_hash) values ($1, 'x')", [person.personId]);
    await sql("insert into provider_identity (issuer, subject, person_id) values ('i', 's', $1)", [person.personId]);
    const id = await asked(person, { kind: 'erasure' });
    const holds = `/organisations/${hub.id}/legal-holds`;
    expect((await post(admin, holds, { person: person.personId, reason: 'a claim' })).status).toBe(303);
    expect((await post(admin, holds, { person: person.personId, reason: 'a claim' })).status).toBe(422);
    const held = await decide(admin, hub, id, 'done');
    expect(held.status).toBe(422);
    expect(await held.text()).toContain('legal hold');
    expect(await personRow(person)).toMatchObject({ name: 'Bea Adviser' });

    const [hold] = await sql('select id from legal_hold where person_id = $1', [person.personId]);
    const other = await hubWith();
    const lift = (by: Member, organisation: string) =>
      post(by, `/organisations/${organisation}/legal-holds/${hold.id}/lift`, {});
    expect((await lift(other.admin, other.hub.id)).status).toBe(404);
    expect((await lift(admin, hub.id)).status).toBe(303);
    expect((await lift(admin, hub.id)).status).toBe(404);

    await sql(
      "insert into membership (person_id, organisation_id, role, granted_by) values ($1, $2, 'broker', 'operator')",
      [person.personId, other.hub.id],
    );
    expect(await (await decide(admin, hub, id, 'done')).text()).toContain('holds a role in another organisation');
    await sql('update membership set ended_at = now() where organisation_id = $1 and person_id = $2', [
      other.hub.id,
      person.personId,
    ]);

    expect((await decide(admin, hub, id, 'done')).status).toBe(303);
    expect(await personRow(person)).toMatchObject({ name: 'Erased person', email: null, erased_at: expect.any(Date) });
    for (const table of ['session', 'local_account', 'provider_identity', 'mail_message']) {
      expect(await sql(`select 1 from ${table} where person_id = $1`, [person.personId])).toEqual([]);
    }
    expect(await sql('select 1 from membership where person_id = $1 and ended_at is null', [person.personId])).toEqual(
      [],
    );
    expect(await sql('select to_email from mail_message where to_email = $1', [person.email])).toHaveLength(1);
    expect((await ask(app, person, '/account')).headers.get('location')).toContain('/sign-in');
    const log = await (await ask(app, admin, `/organisations/${hub.id}/destruction-log`)).text();
    expect(log).toContain('a request for erasure');
    expect(log).toContain('72 months');
    const otherLog = await ask(app, other.admin, `/organisations/${other.hub.id}/destruction-log`);
    expect(await otherLog.text()).toContain(person.personId);
    const third = await hubWith();
    expect(await (await ask(app, third.admin, `/organisations/${third.hub.id}/destruction-log`)).text()).not.toContain(
      person.personId,
    );
    expect(await verifyAudit(database.pool)).toMatchObject({ ok: true });
  });
});
