import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { placementIn } from '../../test/factories/placements.ts';
import { addArea, addImport, addSchool } from '../../test/factories/register.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';

const database = testDatabase();
let app: ReturnType<typeof siteOn>;
let service: Organisation;
let broker: Member;
let head: Member;
let homeHead: Member;

beforeAll(async () => {
  const { db } = database;
  app = siteOn(database);
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  for (const urn of [100_001, 100_003])
    await addSchool(db, { urn, la_code: 821, la_name: 'Luton', import_id: register, name: `Primary ${urn}` });
  service = await organisationIn(db, 'local authority', 821);
  broker = await memberIn(db, service, 'broker', { name: 'Bea Broker' });
  head = await memberIn(db, await organisationIn(db, 'school', 100_001), 'headteacher', { name: 'Hal Head' });
  homeHead = await memberIn(db, await organisationIn(db, 'school', 100_003), 'headteacher');
});

const edit = (version: number, more: Record<string, string> = {}) => ({
  version: String(version),
  focus: 'Reading in year 2',
  hopedOutcome: '',
  supportType: 'head-coaching',
  assignedTo: '',
  risk: '',
  ...more,
});

let made = 0;

/** Each of a kind of its own, since a school and a leader have one open placement of a kind. */
const newPlacement = () =>
  placementIn(database.db, service, {
    supportedUrn: 100_001,
    homeUrn: 100_003,
    madeBy: broker.personId,
    support: `field-${made++}`,
  });

const stored = (id: string) =>
  tenant(database.db).selectFrom('placement').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a placement', () => {
  it('shows each party its pages, and no page of others', async () => {
    const id = await newPlacement();
    const forBroker = await (await ask(app, broker, `/placements/${id}`)).text();
    expect(forBroker).toContain('Begin triage');
    expect(forBroker).not.toContain('Coaching log');
    const forHead = await (await ask(app, head, `/placements/${id}`)).text();
    expect(forHead).toContain('Coaching log');
    expect(forHead).not.toContain('Begin triage');
    expect(await (await ask(app, homeHead, `/placements/${id}`)).text()).not.toContain('Visits');
    const stranger = await memberIn(database.db, await organisationIn(database.db, 'local authority', 332), 'broker');
    expect((await ask(app, stranger, `/placements/${id}`)).status).toBe(403);
  });

  it('tells the second of two editors what the first changed, and keeps what they typed', async () => {
    const id = await newPlacement();
    expect((await send(app, broker, `/placements/${id}/edit`, edit(1, { focus: 'Phonics' }))).status).toBe(303);
    const second = await send(app, broker, `/placements/${id}/edit`, edit(1, { focus: 'Mathematics' }));
    expect(second.status).toBe(409);
    const text = await second.text();
    expect(text).toContain('It is now: “Phonics”');
    expect(text).toContain('You wrote: “Mathematics”');
    expect(text).toContain('Bea Broker');
    // Sent again from what is there now.
    expect(text).toContain('name="version" value="2"');
    expect((await send(app, broker, `/placements/${id}/edit`, edit(2, { focus: 'Mathematics' }))).status).toBe(303);
    expect((await stored(id)).focus).toBe('Mathematics');
  });

  it('loses nothing under two hundred writers at once: one is saved, each other told, with what they typed', async () => {
    const id = await newPlacement();
    const words = Array.from({ length: 200 }, (_, k) => `Words of writer ${k}.`);
    const answers = await Promise.all(
      words.map((focus) => send(app, broker, `/placements/${id}/edit`, edit(1, { focus }))),
    );
    const saved = answers.flatMap(({ status }, k) => (status === 303 ? [k] : []));
    expect(saved).toHaveLength(1);
    const { focus, version } = await stored(id);
    expect({ focus, version }).toEqual({ focus: words[saved[0]!], version: 2 });
    for (const [k, answer] of answers.entries()) {
      if (k === saved[0]) continue;
      expect(answer.status).toBe(409);
      const text = await answer.text();
      expect(text).toContain(`You wrote: “${words[k]}”`);
      expect(text).toContain(`It is now: “${focus}”`);
    }
  });

  it('does not move but from where the table begins, with the version that was read, and with a reason where one is asked for', async () => {
    const id = await newPlacement();
    const move = (name: string, fields: Record<string, string>) =>
      send(app, broker, `/placements/${id}/moves/${name}`, fields);
    expect((await move('withdraw', { version: '1' })).status).toBe(400);
    expect((await move('withdraw', { version: '1', reason: 'No longer needed' })).status).toBe(303);
    expect((await stored(id)).state).toBe('withdrawn');
    // Double submit: the second finds it moved.
    const again = await move('withdraw', { version: '1', reason: 'No longer needed' });
    expect(again.headers.get('location')).toBe(`/placements/${id}?done=already`);
    expect((await send(app, broker, `/placements/${id}/edit`, edit(2))).status).toBe(409);
    expect((await move('restore', { version: '2', reason: 'Needed after all' })).status).toBe(303);
    expect(await stored(id)).toMatchObject({ state: 'triage', version: 3 });
    const history = await (await ask(app, head, `/placements/${id}/history`)).text();
    expect(history).toContain('Needed after all');
    expect(await (await ask(app, homeHead, `/placements/${id}/history`)).text()).not.toContain('Needed after all');
  });

  it('is made once for a school, a leader and a kind of help while it is open', async () => {
    const of = { supportedUrn: 100_001, homeUrn: 100_003, madeBy: broker.personId, support: 'maths' };
    await placementIn(database.db, service, { ...of, state: 'closed' });
    await placementIn(database.db, service, of);
    await expect(placementIn(database.db, service, of)).rejects.toThrow(/placement_once/);
  });

  it('is not moved by plain SQL without the event that tells it', async () => {
    const id = await newPlacement();
    await expect(
      database.pool.query("update placement set state = 'closed', version = version + 1 where id = $1", [id]),
    ).rejects.toThrow(/moves with an event/);
    await expect(database.pool.query("update placement set focus = 'x' where id = $1", [id])).rejects.toThrow(
      /version/,
    );
  });
});
