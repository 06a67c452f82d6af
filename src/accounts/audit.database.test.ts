import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';

// Of no organisation: a broker is refused the people of both.
const FIRST = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';

/** Numbers of the entries that a page shows. */
const seqs = (html: string) => [...html.matchAll(/numeric">(\d+)<\/td>/g)].map(([, seq]) => Number(seq));

describe('the audit trail as administrators read it', () => {
  const database = testDatabase();
  const textOf = async (member: Member, path: string) => (await ask(siteOn(database), member, path)).text();
  /** A hub with an administrator and a broker who was refused twice. */
  const hubWithTrail = async (): Promise<{ hub: Organisation; admin: Member; broker: Member }> => {
    const hub = await organisationIn(database.db, 'hub');
    const admin = await memberIn(database.db, hub, 'administrator', { name: 'Ada Administrator' });
    const broker = await memberIn(database.db, hub, 'broker', { name: '=Bea <b>Broker</b>' });
    const app = siteOn(database);
    await ask(app, broker, `/organisations/${FIRST}/people`);
    await ask(app, broker, `/organisations/${SECOND}/people`);
    return { hub, admin, broker };
  };

  it('shows what the people of the organisation did, in words, newest first, and that it was read', async () => {
    const { hub, admin } = await hubWithTrail();
    const html = await textOf(admin, `/organisations/${hub.id}/audit`);
    expect(html).toContain('read who has which role');
    expect(html).toContain('<code>people.read</code>');
    expect(html).toContain('=Bea &lt;b>Broker&lt;/b>');
    expect(html.indexOf(SECOND)).toBeLessThan(html.indexOf(FIRST));
    expect(await textOf(admin, `/organisations/${hub.id}/audit`)).toContain('<code>audit.read</code>');
  });

  it('shows nothing of another organisation, to whom its page is refused', async () => {
    const one = await hubWithTrail();
    const other = await hubWithTrail();
    const html = await textOf(other.admin, `/organisations/${other.hub.id}/audit?person=${one.broker.personId}`);
    expect(html).toContain('No entry fits these filters.');
    const app = siteOn(database);
    for (const path of [`/organisations/${one.hub.id}/audit`, `/organisations/${one.hub.id}/audit.csv`]) {
      expect((await ask(app, other.admin, path)).status).toBe(403);
      expect((await ask(app, one.broker, path)).status).toBe(403);
      expect((await ask(app, null, path)).status).toBe(303);
    }
  });

  it('is narrowed by days in London, person, action, outcome and whom it is about', async () => {
    const { hub, admin, broker } = await hubWithTrail();
    // One second before midnight in London, in summer: the day before in UTC.
    await database.pool.query(
      "update audit_event set at = '2026-06-30T22:59:59Z' where person_id = $1 and subject_id = $2",
      [broker.personId, FIRST],
    );
    const shown = async (query: string) => {
      const html = await textOf(admin, `/organisations/${hub.id}/audit?${query}`);
      return [FIRST, SECOND].filter((id) => html.includes(`>organisation ${id}<`));
    };
    expect(await shown('')).toEqual([FIRST, SECOND]);
    expect(await shown('to=2026-06-30')).toEqual([FIRST]);
    expect(await shown('to=2026-06-29')).toEqual([]);
    expect(await shown('from=2026-07-01')).toEqual([SECOND]);
    expect(await shown(`subject=${FIRST}`)).toEqual([FIRST]);
    expect(await shown('action=people.read&outcome=refused')).toEqual([FIRST, SECOND]);
    expect(await shown('action=people.read&outcome=done')).toEqual([]);
    expect(await shown(`person=${broker.personId}`)).toEqual([FIRST, SECOND]);
    expect(await shown(`person=${admin.personId}`)).toEqual([]);
    expect(await shown('from=yesterday&person=1&outcome=%3Cb%3E&before=-3')).toEqual([FIRST, SECOND]);
  });

  it('goes on to older entries, page by page, each once', async () => {
    const { hub, admin, broker } = await hubWithTrail();
    const app = siteOn(database);
    for (let n = 0; n < 55; n++) await ask(app, broker, `/organisations/${FIRST}/people`);
    const first = await textOf(admin, `/organisations/${hub.id}/audit?outcome=refused`);
    const link = /href="(\/organisations\/[^"]*before=\d+[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&');
    const second = await textOf(admin, link!);
    expect(seqs(first)).toHaveLength(50);
    expect(seqs(second)).toHaveLength(7);
    expect(new Set([...seqs(first), ...seqs(second)]).size).toBe(57);
  });

  it('is taken as a file that no spreadsheet runs, which is itself entered', async () => {
    const { hub, admin } = await hubWithTrail();
    const answer = await ask(siteOn(database), admin, `/organisations/${hub.id}/audit.csv?outcome=refused`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("'=Bea <b>Broker</b>");
    expect(lines[1]).toContain(`read who has which role,refused,organisation,${SECOND}`);
    const { rows } = await database.pool.query('select action from audit_event where person_id = $1', [admin.personId]);
    expect(rows).toEqual([{ action: 'audit.export' }]);
  });

  it('shows sign-ins of people while they held a role, and not after', async () => {
    const { hub, admin, broker } = await hubWithTrail();
    const signIn = (at: string) =>
      database.pool
        .query(
          `insert into audit_event values (0, now(), $1, null, null, 'sign-in.password', 'done', 'site', null, '{}', null, '', '')`,
          [broker.personId],
        )
        .then(() =>
          database.pool.query('update audit_event set at = $1 where seq = (select max(seq) from audit_event)', [at]),
        );
    await database.pool.query(
      "update membership set started_at = '2026-01-01', ended_at = '2026-02-01' where person_id = $1",
      [broker.personId],
    );
    await signIn('2026-01-15');
    await signIn('2026-02-15');
    const html = await textOf(admin, `/organisations/${hub.id}/audit?action=sign-in.password`);
    expect(html).toContain('15 Jan 2026, 00:00:00');
    expect(html).not.toContain('15 Feb 2026, 00:00:00');
  });
});
