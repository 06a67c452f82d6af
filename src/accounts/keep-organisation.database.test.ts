import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn } from '../../test/factories/people.ts';
import { ask, SITE_URL, siteOn } from '../../test/site.ts';
import { invite } from './commands/invite.ts';
import { keepOrganisation } from './commands/keep-organisation.ts';
import { operatorTask } from './policy.ts';
import { registerName } from './queries/register-name.ts';

describe('an organisation as whoever runs the service keeps it', () => {
  const database = testDatabase();
  const scope = operatorTask('operator.organisation');
  const keep = (named: Parameters<typeof keepOrganisation>[2], state: 'open' | 'closed' | null = null) =>
    keepOrganisation(database.site.db, scope, named, state);

  it('is made once by its key, or by its name where it has none', async () => {
    const luton = await keep({ kind: 'local authority', key: 821, name: 'Luton' });
    expect(luton).toMatchObject({ made: true, kind: 'local authority', name: 'Luton', key: 821, closedAt: null });
    expect(await keep({ kind: 'local authority', key: 821, name: 'Luton again' })).toEqual({ ...luton, made: false });
    const school = await keep({ kind: 'school', key: 109_553, name: 'Stopsley' });
    const board = await keep({ kind: 'governing board', key: 109_553, name: 'Board of Stopsley' });
    expect(board.id).not.toBe(school.id);
    const hub = await keep({ kind: 'hub', key: null, name: 'Chiltern Hub' });
    expect(await keep({ kind: 'hub', key: null, name: 'chiltern hub' })).toMatchObject({ id: hub.id, made: false });
    const { rows } = await database.pool.query(
      "select action, outcome from audit_event where action like 'operator.%'",
    );
    expect(rows).toHaveLength(6);
  });

  it('closes, so that nobody acts for it and nobody is invited, and opens again', async () => {
    const named = { kind: 'diocese', key: null, name: 'Closing Diocese' } as const;
    const { id } = await keep(named);
    const administrator = await memberIn(database.db, { id }, 'administrator');
    const site = siteOn(database, { demonstration: false });
    expect((await ask(site, administrator, `/organisations/${id}/people`)).status).toBe(200);
    expect((await keep(named, 'closed')).closedAt).toBeInstanceOf(Date);
    expect((await ask(site, administrator, `/organisations/${id}/people`)).status).toBe(403);
    const terms = { policy: { invitationDays: 7 }, linkOf: (token: string) => `${SITE_URL}/invitation?token=${token}` };
    const invitee = { organisationId: id, name: 'Bo', email: 'bo@example.org', role: 'adviser' } as const;
    const invited = await invite(database.site.db, operatorTask('operator.invite'), terms, invitee);
    expect(invited).toEqual({ ok: false, reason: 'no such organisation' });
    await keep(named, 'open');
    expect((await ask(site, administrator, `/organisations/${id}/people`)).status).toBe(200);
  });

  it('has the name of the register, and none that the register does not know', async () => {
    expect(await registerName(database.db, 'local authority', 999)).toBeNull();
    expect(await registerName(database.db, 'governing board', 999_999)).toBeNull();
    expect(await registerName(database.db, 'trust', 1)).toBeNull();
    expect(await registerName(database.db, 'hub', 1)).toBeNull();
  });
});
