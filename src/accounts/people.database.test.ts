import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import { hashOfToken } from '../access/secret.ts';

describe('an organisation and its people', () => {
  const database = testDatabase();
  const app = () => siteOn(database, { demonstration: false });

  async function rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await database.pool.query(text, values)).rows as Record<string, unknown>[];
  }

  async function hub() {
    const organisation = await organisationIn(database.db, 'hub');
    const administrator = await memberIn(database.db, organisation, 'administrator', { name: 'Ada Minton' });
    const at = `/organisations/${organisation.id}`;
    return { organisation, administrator, at };
  }

  async function invitations(organisation: { id: string }) {
    return rows('select * from invitation where organisation_id = $1 order by created_at', [organisation.id]);
  }

  async function deeds(organisation: { id: string }) {
    const found = await rows(
      "select action, outcome, detail from audit_event where organisation_id = $1 and action like 'people.%' and action not in ('people.read', 'people.change') order by seq",
      [organisation.id],
    );
    return found.map(({ action, outcome }) => `${String(action)} ${String(outcome)}`);
  }

  /** The token of the newest letter to an address. */
  async function mailedToken(to: string): Promise<string> {
    const [letter] = await rows(
      'select b.text from mail_body b join mail_message m on m.id = b.message_id where m.to_email = $1 order by m.created_at desc',
      [to],
    );
    return /token=(\S+)/.exec(String(letter?.text))?.[1] ?? '';
  }

  it('invites somebody by mail to a role of its kind, once', async () => {
    const { organisation, administrator, at } = await hub();
    const fields = { name: 'Bo Tan', email: ' Bo.Tan@Example.org ', role: 'broker' };
    const sent = await send(app(), administrator, `${at}/people/invite`, fields);
    expect(sent.headers.get('location')).toBe(`${at}/people?done=invited`);
    const [invitation] = await invitations(organisation);
    expect(invitation).toMatchObject({
      email: 'bo.tan@example.org',
      role: 'broker',
      invited_by: administrator.personId,
    });
    expect(invitation?.token_hash).toBe(hashOfToken(await mailedToken('bo.tan@example.org')));
    const again = await send(app(), administrator, `${at}/people/invite`, fields);
    expect(again.status).toBe(422);
    const text = await again.text();
    expect(text).toContain('is invited to this role already');
    expect(text).toContain('value="Bo Tan"');
    const page = await (await ask(app(), administrator, `${at}/people?done=invited`)).text();
    expect(page).toContain('The invitation is on its way');
    expect(page).toContain('bo.tan@example.org');
    expect(page).not.toContain(await mailedToken('bo.tan@example.org'));
    expect(await deeds(organisation)).toEqual(['people.invite done', 'people.invite failed']);
  });

  it('sends one invitation when two are asked for at the same moment', async () => {
    const { organisation, administrator, at } = await hub();
    const fields = { name: 'Bo Tan', email: 'twice@example.org', role: 'broker' };
    const site = app();
    const answers = await Promise.all([1, 2].map(() => send(site, administrator, `${at}/people/invite`, fields)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
    expect(await invitations(organisation)).toHaveLength(1);
  });

  it('takes of a form its three fields, and no role that makes no sense there', async () => {
    const { organisation, administrator, at } = await hub();
    const other = await organisationIn(database.db, 'hub');
    const site = app();
    const base = { name: 'Bo Tan', email: 'mass@example.org' };
    for (const role of ['headteacher', 'owner', '', '__proto__']) {
      const answer = await send(site, administrator, `${at}/people/invite`, { ...base, role });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Choose a role');
    }
    for (const wrong of [{ email: 'x' }, { email: 'a@example.org, b@example.org' }, { name: '' }, { name: 'A\nB' }]) {
      expect(
        (await send(site, administrator, `${at}/people/invite`, { ...base, role: 'broker', ...wrong })).status,
      ).toBe(422);
    }
    await send(site, administrator, `${at}/people/invite`, {
      ...base,
      role: 'broker',
      organisation_id: other.id,
      organisationId: other.id,
      granted_by: 'operator',
      invited_by: other.id,
      expires_at: '2099-01-01',
    });
    const [invitation] = await invitations(organisation);
    expect(invitation?.invited_by).toBe(administrator.personId);
    expect(new Date(String(invitation?.expires_at)).getFullYear()).toBeLessThan(2099);
    expect(await invitations(other)).toEqual([]);
  });

  it('gives another role at once to somebody who has one there, and not one that they have', async () => {
    const { organisation, administrator, at } = await hub();
    const broker = await memberIn(database.db, organisation, 'broker', { name: 'Bo Tan' });
    const site = app();
    const filled = await (
      await ask(site, administrator, `${at}/people/invite?membership=${broker.membershipId}`)
    ).text();
    expect(filled).toContain(`value="${broker.email}"`);
    const given = await send(site, administrator, `${at}/people/invite`, {
      name: 'Bo',
      email: broker.email,
      role: 'adviser',
    });
    expect(given.headers.get('location')).toBe(`${at}/people?done=role-given`);
    const same = await send(site, administrator, `${at}/people/invite`, {
      name: 'Bo',
      email: broker.email,
      role: 'broker',
    });
    expect(await same.text()).toContain('has this role already');
    const roles = await rows('select role, granted_by from membership where person_id = $1 order by role', [
      broker.personId,
    ]);
    expect(roles).toEqual([
      { role: 'adviser', granted_by: 'invitation' },
      { role: 'broker', granted_by: 'operator' },
    ]);
    expect(await invitations(organisation)).toEqual([]);
  });

  it('withdraws an invitation, and sends one again with a new link that alone works', async () => {
    const { organisation, administrator, at } = await hub();
    const site = app();
    const invite = (email: string) =>
      send(site, administrator, `${at}/people/invite`, { name: 'Bo', email, role: 'broker' });
    await invite('first@example.org');
    const [first] = await invitations(organisation);
    const oldToken = await mailedToken('first@example.org');
    const resent = await send(site, administrator, `${at}/invitations/${String(first?.id)}/resend`);
    expect(resent.headers.get('location')).toBe(`${at}/people?done=resent`);
    expect((await ask(site, null, `/invitation?token=${oldToken}`)).status).toBe(404);
    const newToken = await mailedToken('first@example.org');
    expect((await ask(site, null, `/invitation?token=${newToken}`)).status).toBe(200);
    await send(site, administrator, `${at}/invitations/${String(first?.id)}/withdraw`);
    expect((await ask(site, null, `/invitation?token=${newToken}`)).status).toBe(404);
    for (const deed of ['withdraw', 'resend']) {
      const late = await send(site, administrator, `${at}/invitations/${String(first?.id)}/${deed}`);
      expect(late.status).toBe(404);
    }
  });

  it('ends a role and the sessions in it at once, tells the person, and keeps their record', async () => {
    const { organisation, administrator, at } = await hub();
    const broker = await memberIn(database.db, organisation, 'broker', { name: 'Bo Tan' });
    const site = app();
    const path = `${at}/memberships/${broker.membershipId}/end`;
    expect((await ask(site, broker, '/account')).status).toBe(200);
    expect(await (await ask(site, administrator, path)).text()).toContain('End the role of Bo Tan');
    expect((await send(site, administrator, path, { reason: ' ' })).status).toBe(422);
    const ended = await send(site, administrator, path, { reason: 'Left on 31 August' });
    expect(ended.headers.get('location')).toBe(`${at}/people?done=ended`);
    const after = await ask(site, broker, '/account');
    expect(after.headers.get('location')).toContain('/sign-in');
    expect(await rows('select ended_why from membership where id = $1', [broker.membershipId])).toEqual([
      { ended_why: 'Left on 31 August' },
    ]);
    expect(await rows('select name from person where id = $1', [broker.personId])).toEqual([{ name: 'Bo Tan' }]);
    expect(await rows('select template from mail_message where to_email = $1', [broker.email])).toEqual([
      { template: 'role ended' },
    ]);
    expect((await send(site, administrator, path, { reason: 'Again' })).status).toBe(404);
    expect(await deeds(organisation)).toEqual(['people.end-role done', 'people.end-role failed']);
  });

  it('ends the role of somebody whose address no mail can go to', async () => {
    const { administrator, organisation, at } = await hub();
    const odd = await memberIn(database.db, organisation, 'broker', { email: 'a,b@example.org' });
    const ended = await send(app(), administrator, `${at}/memberships/${odd.membershipId}/end`, { reason: 'Left' });
    expect(ended.headers.get('location')).toBe(`${at}/people?done=ended`);
  });

  it('does not end the last administrator, nor either of two at the same moment', async () => {
    const { organisation, administrator, at } = await hub();
    const site = app();
    const end = (by: typeof administrator, whom: typeof administrator) =>
      send(site, by, `${at}/memberships/${whom.membershipId}/end`, { reason: 'Leaves' });
    const refused = await end(administrator, administrator);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('This is the last administrator');
    const second = await memberIn(database.db, organisation, 'administrator');
    await Promise.all([end(administrator, administrator), end(second, second)]);
    const left = await rows(
      "select id from membership where organisation_id = $1 and role = 'administrator' and ended_at is null",
      [organisation.id],
    );
    expect(left).toHaveLength(1);
  });

  it('lists who is due for review and confirms what is still right, on a page and as a file', async () => {
    const { organisation, administrator, at } = await hub();
    const old = await memberIn(database.db, organisation, 'broker', { name: '=Long Ago' });
    await database.pool.query("update membership set reviewed_at = now() - interval '13 months' where id = $1", [
      old.membershipId,
    ]);
    const site = app();
    const page = await (await ask(site, administrator, `${at}/access-review`)).text();
    expect(page).toContain('1 of 2 roles are due for review.');
    const file = await ask(site, administrator, `${at}/access-review.csv`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    const [, first] = (await file.text()).split('\r\n');
    expect(first).toMatch(/^'=Long Ago,.*,broker,.*,yes,20/);
    await send(site, administrator, `${at}/memberships/${old.membershipId}/confirm`);
    const after = await (await ask(site, administrator, `${at}/access-review?done=confirmed`)).text();
    expect(after).toContain('No role is due for review.');
    expect(after).toContain('Confirmed: the role is still right');
  });

  it('is closed to other roles, to administrators elsewhere, and to ids from elsewhere', async () => {
    const { organisation, administrator, at } = await hub();
    const theirs = await hub();
    const broker = await memberIn(database.db, organisation, 'broker');
    const site = app();
    await send(site, administrator, `${at}/people/invite`, { name: 'Bo', email: 'idor@example.org', role: 'broker' });
    const [invitation] = await invitations(organisation);
    const gets = [
      'people',
      'people/invite',
      'access-review',
      'access-review.csv',
      `memberships/${broker.membershipId}/end`,
    ];
    const posts = [
      'people/invite',
      `memberships/${broker.membershipId}/end`,
      `memberships/${broker.membershipId}/confirm`,
      `invitations/${String(invitation?.id)}/withdraw`,
      `invitations/${String(invitation?.id)}/resend`,
    ];
    const fields = { reason: 'x', name: 'Bo', email: 'idor2@example.org', role: 'broker' };
    for (const member of [broker, theirs.administrator]) {
      for (const path of gets) expect((await ask(site, member, `${at}/${path}`)).status, path).toBe(403);
      for (const path of posts) expect((await send(site, member, `${at}/${path}`, fields)).status, path).toBe(403);
    }
    for (const path of gets) expect((await ask(site, null, `${at}/${path}`)).status, path).toBe(303);
    // Their own organisation in the address, and an id of ours.
    for (const path of posts.slice(1)) {
      expect((await send(site, theirs.administrator, `${theirs.at}/${path}`, fields)).status, path).toBe(404);
    }
    expect((await ask(site, theirs.administrator, `${theirs.at}/memberships/${broker.membershipId}/end`)).status).toBe(
      404,
    );
    const filled = await ask(
      site,
      theirs.administrator,
      `${theirs.at}/people/invite?membership=${broker.membershipId}`,
    );
    expect(await filled.text()).not.toContain(broker.email);
    expect((await ask(site, administrator, `${at}/memberships/1'--/end`)).status).toBe(404);
    expect(
      await rows('select id from membership where id = $1 and ended_at is null', [broker.membershipId]),
    ).toHaveLength(1);
    expect((await invitations(organisation))[0]).toEqual(invitation);
  });
});
