import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, send, SITE_URL, siteOn } from '../../test/site.ts';
import { verifyPassword } from '../access/passwords.ts';
import type { Role } from '../access/roles.ts';
import { invite } from './commands/invite.ts';
import { operatorTask } from './policy.ts';

/** An answer as its reader sees it: the nonce is of this answer alone. */
async function seen(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.text()).replaceAll(/nonce="[^"]+"/g, '')}`;
}

describe('taking up an invitation', () => {
  const database = testDatabase();
  const app = () => siteOn(database, { demonstration: false });
  const PASSWORD = 'seven grey geese';

  async function rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await database.pool.query(text, values)).rows as Record<string, unknown>[];
  }

  async function invited(email: string, role: Role = 'broker') {
    const organisation = await organisationIn(database.db, 'hub');
    const made = await invite(
      database.site.db,
      operatorTask('operator.invite'),
      { policy: { invitationDays: 7 }, linkOf: (token) => `${SITE_URL}/invitation?token=${token}` },
      { organisationId: organisation.id, name: 'Bo Tan', email, role },
    );
    if (!made.ok || made.by !== 'mail') throw new Error('not invited');
    return { organisation, id: made.invitationId, token: new URL(made.link).searchParams.get('token')! };
  }

  const membersOf = (organisation: { id: string }) =>
    rows('select person_id, role, granted_by from membership where organisation_id = $1', [organisation.id]);

  it('makes an account for somebody new, once, and leads to the sign-in page without the token', async () => {
    const { organisation, token } = await invited('new@example.org', 'administrator');
    const site = app();
    const shown = await (await ask(site, null, `/invitation?token=${token}`)).text();
    expect(shown).toContain(organisation.name);
    expect(shown).toContain('Choose a password');
    const weak = await send(site, null, '/invitation', { token, name: 'Bo Tan', password: 'password1234' });
    expect(weak.status).toBe(422);
    const weakText = await weak.text();
    expect(weakText).toContain('many people use this one');
    expect(weakText).not.toContain('password1234');
    expect((await send(site, null, '/invitation', { token, name: '', password: PASSWORD })).status).toBe(422);
    const accepted = await send(site, null, '/invitation', {
      token,
      name: 'Bo Q Tan',
      password: PASSWORD,
      email: 'other@example.org',
      role: 'service lead',
      organisation_id: organisation.id,
    });
    expect(accepted.headers.get('location')).toBe('/sign-in?done=account-made');
    expect(await (await ask(site, null, '/sign-in?done=account-made')).text()).toContain('Your account is made');
    const [person] = await rows("select id, name, email from person where email = 'new@example.org'");
    expect(person).toMatchObject({ name: 'Bo Q Tan' });
    expect(await membersOf(organisation)).toEqual([
      { person_id: person?.id, role: 'administrator', granted_by: 'invitation' },
    ]);
    const [account] = await rows('select password_hash from local_account where person_id = $1', [person?.id]);
    expect(await verifyPassword(String(account?.password_hash), PASSWORD)).toBe(true);
    const replayed = await send(site, null, '/invitation', { token, name: 'Eve', password: PASSWORD });
    expect(replayed.status).toBe(404);
    expect(await membersOf(organisation)).toHaveLength(1);
    const trail = await rows("select outcome from audit_event where action = 'invitation.accept' order by seq");
    expect(trail.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
  });

  it('is one page for links that expired, were withdrawn, were used or never were', async () => {
    const expired = await invited('expired@example.org');
    await database.pool.query("update invitation set expires_at = now() - interval '1 second' where id = $1", [
      expired.id,
    ]);
    const withdrawn = await invited('withdrawn@example.org');
    await database.pool.query('update invitation set withdrawn_at = now() where id = $1', [withdrawn.id]);
    const closed = await invited('closed@example.org');
    await database.pool.query('update organisation set closed_at = now() where id = $1', [closed.organisation.id]);
    const used = await invited('used@example.org');
    const site = app();
    const fields = { name: 'Bo Tan', password: PASSWORD };
    await send(site, null, '/invitation', { token: used.token, ...fields });
    const tokens = [
      expired.token,
      withdrawn.token,
      closed.token,
      used.token,
      'x'.repeat(43),
      '',
      "'; drop table person; --",
    ];
    const pages = new Set<string>();
    for (const token of tokens)
      pages.add(await seen(await ask(site, null, `/invitation?token=${encodeURIComponent(token)}`)));
    expect(pages.size).toBe(1);
    expect([...pages][0]).toMatch(/^404 /);
    for (const token of tokens) expect((await send(site, null, '/invitation', { token, ...fields })).status).toBe(404);
    expect(await membersOf(expired.organisation)).toEqual([]);
  });

  it('adds the role to the very person signed in, and asks anybody else to sign in first', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const owner = await memberIn(database.db, hub, 'read-only', { email: 'has-account@example.org', name: 'Bo Owner' });
    const stranger = await memberIn(database.db, hub, 'read-only', { name: 'Eve Other' });
    const { organisation, token } = await invited('has-account@example.org');
    const site = app();
    const visitor = await (await ask(site, null, `/invitation?token=${token}`)).text();
    expect(visitor).toContain('has an account already');
    expect(visitor).not.toContain('Choose a password');
    const other = await (await ask(site, stranger, `/invitation?token=${token}`)).text();
    expect(other).toContain('you are signed in as Eve Other');
    const fields = { token, name: 'Eve', password: PASSWORD };
    for (const who of [null, stranger]) {
      expect((await send(site, who, '/invitation', fields)).headers.get('location')).toBeNull();
    }
    expect(await membersOf(organisation)).toEqual([]);
    expect(await rows('select * from local_account where person_id = $1', [owner.personId])).toEqual([]);
    const accepted = await send(site, owner, '/invitation', { token });
    expect(accepted.headers.get('location')).toBe('/account?done=role-added');
    expect(await membersOf(organisation)).toMatchObject([{ person_id: owner.personId, role: 'broker' }]);
    expect(await rows("select id from person where email = 'has-account@example.org'")).toHaveLength(1);
  });

  it('makes one account when the form is sent twice at once', async () => {
    const { organisation, token } = await invited('twice@example.org');
    const site = app();
    const fields = { token, name: 'Bo Tan', password: PASSWORD };
    const answers = await Promise.all([1, 2].map(() => send(site, null, '/invitation', fields)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 404]);
    expect(await membersOf(organisation)).toHaveLength(1);
  });
});
