import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import { routeComplaint } from './commands/route-complaint.ts';
import { operatorTask } from './policy.ts';
import { unroutedComplaints } from './queries/complaints.ts';

const COMPLAINT = {
  name: 'Cem <i>Complainer',
  email: 'Cem@Example.org',
  about: 'some council',
  words: '=1+1 <b>slow</b>',
};

describe('complaints', () => {
  const database = testDatabase();
  const sql = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows;
  const complain = (fields: Record<string, string>) => send(siteOn(database), null, '/complaints', fields);
  const hubNamed = async (name: string) => {
    const hub = await organisationIn(database.db, 'hub');
    await sql('update organisation set name = $1 where id = $2', [name, hub.id]);
    return { hub, admin: await memberIn(database.db, hub, 'administrator') };
  };
  beforeEach(async () => {
    await sql('truncate complaint, rate_limit');
    await sql('delete from mail_message');
  });

  it('is made by anybody, gets a reference and a letter, and sent twice is one', async () => {
    expect(await (await ask(siteOn(database), null, '/complaints')).text()).toContain('within 30 days');
    const answer = await complain({ ...COMPLAINT, organisation_id: 'x', answered_at: '2026-01-01', reference: 'mine' });
    const location = answer.headers.get('location')!;
    expect(location).toMatch(/^\/complaints\?received=C-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect((await complain(COMPLAINT)).headers.get('location')).toBe(location);
    const rows = await sql('select *, acknowledge_by - received_at::date as days from complaint');
    expect(rows).toMatchObject([
      { reference: location.slice(-13), from_email: 'cem@example.org', organisation_id: null, answered_at: null },
    ]);
    expect([30, 31]).toContain(rows[0].days);
    expect(await sql('select to_email, template from mail_message')).toEqual([
      { to_email: 'cem@example.org', template: 'complaint received' },
    ]);
    expect(await (await ask(siteOn(database), null, location)).text()).toContain(location.slice(-13));
    expect(await (await ask(siteOn(database), null, '/complaints?received=%3Cscript%3E')).text()).not.toContain(
      'script>alert',
    );
  });

  it('says what is missing, keeps what was typed, and takes no header in an address', async () => {
    const answer = await complain({ name: '', email: 'a@b.org\r\nBcc: c@d.org', about: ' ', words: COMPLAINT.words });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const field of ['name', 'email', 'about']) expect(html).toContain(`href="#${field}"`);
    expect(html).toContain('=1+1 &lt;b>slow&lt;/b>');
    expect(await sql('select 1 from complaint')).toEqual([]);
  });

  it('is limited for each address', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 6; n++) answers.push((await complain({ ...COMPLAINT, words: `again ${n}` })).status);
    expect(answers).toEqual([303, 303, 303, 303, 303, 429]);
    expect(await sql('select 1 from complaint')).toHaveLength(5);
  });

  it('goes to the one organisation of that name, whose administrators acknowledge and answer it once', async () => {
    const { hub, admin } = await hubNamed('North Hub');
    const other = await hubNamed('South Hub');
    const broker = await memberIn(database.db, hub, 'broker');
    await complain({ ...COMPLAINT, about: 'north hub' });
    const [{ id }] = await sql('select id from complaint where organisation_id = $1', [hub.id]);
    const app = siteOn(database);
    const path = `/organisations/${hub.id}/complaints`;
    expect(await (await ask(app, admin, path)).text()).toContain('days left');
    expect(await (await ask(app, admin, `${path}/${id}`)).text()).toContain('Cem &lt;i>Complainer');

    for (const member of [broker, other.admin]) {
      expect((await ask(app, member, path)).status).toBe(403);
      expect((await send(app, member, `${path}/${id}`, { deed: 'acknowledge' })).status).toBe(403);
    }
    const theirs = `/organisations/${other.hub.id}/complaints`;
    expect((await ask(app, other.admin, `${theirs}/${id}`)).status).toBe(404);
    expect((await send(app, other.admin, `${theirs}/${id}`, { deed: 'answer', answer: 'no' })).status).toBe(404);
    expect(await (await ask(app, other.admin, theirs)).text()).toContain('No complaint');

    const deed = (fields: Record<string, string>) => send(app, admin, `${path}/${id}`, fields);
    expect((await deed({ deed: 'close' })).status).toBe(422);
    expect((await deed({ deed: 'answer', answer: ' ' })).status).toBe(422);
    expect((await deed({ deed: 'acknowledge' })).headers.get('location')).toBe(`${path}?done=acknowledge`);
    expect((await deed({ deed: 'acknowledge' })).status).toBe(422);
    expect((await deed({ deed: 'answer', answer: 'We are sorry.' })).headers.get('location')).toBe(
      `${path}?done=answer`,
    );
    expect((await deed({ deed: 'answer', answer: 'Twice' })).status).toBe(422);
    expect(await sql("select to_email from mail_message where template = 'complaint answered'")).toEqual([
      { to_email: 'cem@example.org' },
    ]);
    expect(await sql('select answer from complaint where id = $1', [id])).toEqual([{ answer: 'We are sorry.' }]);
  });

  it('is overdue when nobody acknowledged it in time', async () => {
    const { hub, admin } = await hubNamed('West Hub');
    await complain({ ...COMPLAINT, about: 'West Hub' });
    await sql('update complaint set acknowledge_by = current_date - 3');
    expect(await (await ask(siteOn(database), admin, `/organisations/${hub.id}/complaints`)).text()).toContain(
      'days overdue',
    );
  });

  it('waits for the operator where its organisation is not known or not one', async () => {
    const { hub, admin } = await hubNamed('Twin Hub');
    await hubNamed('Twin Hub');
    await complain({ ...COMPLAINT, about: 'Twin Hub' });
    const scope = operatorTask('operator.complaints');
    const [waiting] = await unroutedComplaints(database.site.db, scope);
    expect(waiting).toMatchObject({ about: 'Twin Hub' });
    const route = (reference: string, to: string) => routeComplaint(database.site.db, scope, reference, to);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await route(waiting!.reference, nobody)).toEqual({ ok: false, reason: 'no such organisation' });
    expect(await route('C-1', hub.id)).toEqual({ ok: false, reason: 'no such complaint' });
    expect(await route(waiting!.reference, hub.id)).toEqual({ ok: true });
    expect(await unroutedComplaints(database.site.db, scope)).toEqual([]);
    expect(await (await ask(siteOn(database), admin, `/organisations/${hub.id}/complaints`)).text()).toContain(
      waiting!.reference,
    );
  });
});
