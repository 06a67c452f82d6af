import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';

/** Numbers of the entries that a page shows. */
const seqs = (html: string) => [...html.matchAll(/numeric">(\d+)<\/td>/g)].map(([, seq]) => Number(seq));

describe('the audit trail as administrators read it', () => {
  const database = testDatabase();
  const textOf = async (member: Member, path: string) => (await ask(siteOn(database), member, path)).text();
  /** A hub with an administrator and a broker who was refused two plans. */
  const hubWithTrail = async (): Promise<{ hub: Organisation; admin: Member; broker: Member }> => {
    const hub = await organisationIn(database.db, 'hub');
    const admin = await memberIn(database.db, hub, 'administrator', { name: 'Ada Administrator' });
    const broker = await memberIn(database.db, hub, 'broker', { name: '=Bea <b>Broker</b>' });
    const app = siteOn(database);
    await ask(app, broker, '/plan/821');
    await ask(app, broker, '/plan/332');
    return { hub, admin, broker };
  };

  it('shows what the people of the organisation did, in words, newest first, and that it was read', async () => {
    const { hub, admin } = await hubWithTrail();
    const html = await textOf(admin, `/organisations/${hub.id}/audit`);
    expect(html).toContain('read the plan of an area');
    expect(html).toContain('<code>plan.read</code>');
    expect(html).toContain('=Bea &lt;b>Broker&lt;/b>');
    expect(html.indexOf('area 332')).toBeLessThan(html.indexOf('area 821'));
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
      "update audit_event set at = '2026-06-30T22:59:59Z' where person_id = $1 and subject_id = '821'",
      [broker.personId],
    );
    const shown = async (query: string) => {
      const html = await textOf(admin, `/organisations/${hub.id}/audit?${query}`);
      return ['821', '332'].filter((code) => html.includes(`>area ${code}<`));
    };
    expect(await shown('')).toEqual(['821', '332']);
    expect(await shown('to=2026-06-30')).toEqual(['821']);
    expect(await shown('to=2026-06-29')).toEqual([]);
    expect(await shown('from=2026-07-01')).toEqual(['332']);
    expect(await shown('subject=821')).toEqual(['821']);
    expect(await shown('action=plan.read&outcome=refused')).toEqual(['821', '332']);
    expect(await shown('action=plan.read&outcome=done')).toEqual([]);
    expect(await shown(`person=${broker.personId}`)).toEqual(['821', '332']);
    expect(await shown(`person=${admin.personId}`)).toEqual([]);
    expect(await shown('from=yesterday&person=1&outcome=%3Cb%3E&before=-3')).toEqual(['821', '332']);
  });

  it('goes on to older entries, page by page, each once', async () => {
    const { hub, admin, broker } = await hubWithTrail();
    const app = siteOn(database);
    for (let n = 0; n < 55; n++) await ask(app, broker, `/plan/82${n % 10}`);
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
    expect(lines[1]).toContain('read the plan of an area,refused,area,332');
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
