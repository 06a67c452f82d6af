import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { agreed, versionIn } from '../../test/factories/agreements.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { placementIn } from '../../test/factories/placements.ts';
import { addArea, addFigures, addImport, addMeasures, addSchool } from '../../test/factories/register.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';
import type { PlacementState } from './rules/states.ts';

const database = testDatabase();
let app: ReturnType<typeof siteOn>;
let service: Organisation;
const people = {} as Record<'broker' | 'colleague' | 'leader' | 'head' | 'homeBoard' | 'board', Member>;
let made = 0;

beforeAll(async () => {
  const { db } = database;
  app = siteOn(database);
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  await addMeasures(db);
  for (const urn of [100_001, 100_003])
    await addSchool(db, { urn, la_code: 821, la_name: 'Luton', import_id: register, name: `Primary ${urn}` });
  await addFigures(db, register, 100_001, { 'ks2_rwm_expected:2018': 52, 'ks2_rwm_higher:2018': 'SUPP' });
  service = await organisationIn(db, 'local authority', 821);
  const [home, supported] = [await organisationIn(db, 'school', 100_003), await organisationIn(db, 'school', 100_001)];
  people.broker = await memberIn(db, service, 'broker', { name: 'Bea Broker' });
  people.colleague = await memberIn(db, service, 'broker', { name: 'Col League' });
  // Heads the home school: then its board signs.
  people.leader = await memberIn(db, home, 'headteacher', { name: 'Lea Leader' });
  people.head = await memberIn(db, supported, 'headteacher', { name: 'Hal Head' });
  people.homeBoard = await memberIn(db, await organisationIn(db, 'governing board', 100_003), 'governor or trustee', {
    name: 'Hob Board',
  });
  people.board = await memberIn(db, await organisationIn(db, 'governing board', 100_001), 'governor or trustee');
});

const newPlacement = (state: PlacementState = 'contracting') =>
  placementIn(database.db, service, {
    supportedUrn: 100_001,
    homeUrn: 100_003,
    leader: { name: 'Lea Leader', personId: people.leader.personId },
    madeBy: people.broker.personId,
    support: `field-${made++}`,
    state,
  });

const stored = (id: string) =>
  tenant(database.db).selectFrom('placement').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const at = (id: string, page = '') => `/placements/${id}/agreement${page}`;
const textOf = async (member: Member, path: string) => (await ask(app, member, path)).text();

async function sentVersion(id: string, number = 1, signed: Parameters<typeof versionIn>[1]['signed'] = []) {
  const { reference } = await stored(id);
  const of = { placementId: id, organisationId: service.id, reference, madeBy: people.broker.personId, number, signed };
  return versionIn(database.db, of);
}

const focus = (improvement: string, revision = '1') => ({ revision, improvement, need: '' });

const meeting = (more: Record<string, string> = {}) => ({
  'held-day': '2',
  'held-month': '11',
  'held-year': '2026',
  present: 'Both heads',
  workingStyle: 'Weekly',
  access: 'All classes',
  authorityTold: 'In no category',
  ...more,
});

describe('an agreement', () => {
  it('is written part by part, names each part that is missing, and is sent when none is', async () => {
    const { broker, head, homeBoard, leader } = people;
    const id = await newPlacement();
    // Each slip of a date has its own message, linked to its box; what was typed stays.
    const slip = await send(app, broker, at(id, '/meeting'), meeting({ 'held-month': '', 'held-day': '31' }));
    expect(slip.status).toBe(400);
    expect(await slip.text()).toMatch(/href="#held-month"[^>]*>The day of the meeting must include a month/);
    const future = await send(app, broker, at(id, '/meeting'), meeting({ 'held-year': '2049' }));
    expect(await future.text()).toContain('must be today or in the past');
    for (let twice = 0; twice < 2; twice++)
      expect((await send(app, broker, at(id, '/meeting'), meeting())).status).toBe(303);
    expect(await textOf(head, at(id))).toContain('In no category');
    expect(await textOf(homeBoard, at(id))).not.toContain('In no category');

    expect((await send(app, broker, at(id, '/draft'))).status).toBe(303);
    // Half filled is in progress, and the other negotiators write in it too.
    await send(app, leader, at(id, '/parts/money'), { revision: '1', rate: '350.50', vat: 'no' });
    const page = await textOf(broker, at(id));
    expect(page).toContain('£350.50 a day');
    expect(page).toContain(
      'Rate and who pays: who pays, the broker’s share and the backfill of the home school are missing.',
    );
    expect(page).toContain('Objectives: at least 1 is needed, and there are none.');
    const early = await send(app, broker, at(id, '/send'), { version: '1', revision: '2' });
    expect(early.status).toBe(409);
    const refused = await early.text();
    for (const part of ['What the help is for', 'Objectives', 'Days and period', 'Rate and who pays'])
      expect(refused.match(new RegExp(`error-summary[\\s\\S]*<a href="${at(id)}">${part}`))).not.toBeNull();

    const objective = {
      revision: '2',
      key: '',
      aim: 'More pupils read well',
      measure: 'Expected standard',
      baseline: 'published',
      figure: 'ks2_rwm_higher:2018',
      target: '10%',
      'due-day': '1',
      'due-month': '7',
      'due-year': '2027',
      evidence: 'Tests',
      owner: 'The head',
    };
    expect((await send(app, head, at(id, '/objective'), objective)).status).toBe(303);
    // Double submit makes one.
    expect((await send(app, head, at(id, '/objective'), objective)).status).toBe(303);
    const written = await textOf(broker, at(id));
    expect(written).toContain('No figure published (suppressed)');
    expect(written).not.toContain('Objective 2');
    const backwards = { revision: '3', days: '6', 'starts-day': '2', 'starts-month': '3', 'starts-year': '2027' };
    const order = await send(app, broker, at(id, '/parts/time'), {
      ...backwards,
      'ends-day': '1',
      'ends-month': '3',
      'ends-year': '2027',
    });
    expect(await order.text()).toContain('The last day must be the same as or after the first day');
    await tenant(database.db)
      .updateTable('agreement_version')
      .set({ content: JSON.stringify(agreed()), revision: 4 })
      .where('placement_id', '=', id)
      .execute();
    expect((await send(app, broker, at(id, '/send'), { version: '1', revision: '3' })).status).toBe(409);
    expect((await send(app, broker, at(id, '/send'), { version: '1', revision: '4' })).status).toBe(303);
    expect(await stored(id)).toMatchObject({ state: 'signing', version: 2 });
    const { rows } = await database.pool.query(
      "select to_email from mail_message where template = 'agreement to sign' order by 1",
    );
    expect(rows.map(({ to_email }) => to_email)).toEqual([head.email, homeBoard.email, leader.email].toSorted());
  });

  it('tells the second of two who write a draft what the first wrote, and keeps what they typed', async () => {
    const { broker, colleague } = people;
    const id = await newPlacement();
    await send(app, broker, at(id, '/draft'));
    expect((await send(app, broker, at(id, '/parts/focus'), focus('Phonics'))).status).toBe(303);
    const second = await send(app, colleague, at(id, '/parts/focus'), focus('Mathematics'));
    expect(second.status).toBe(409);
    const text = await second.text();
    expect(text).toContain('It is now: “Phonics”');
    expect(text).toContain('You wrote: “Mathematics”');
    expect(text).toContain('name="revision" value="2"');
    expect((await send(app, colleague, at(id, '/parts/focus'), focus('Mathematics', '2'))).status).toBe(303);
  });

  it('is signed by all, each bound to the hash of the newest version that was sent, and then holds', async () => {
    const { broker, head, leader, homeBoard, board } = people;
    const id = await newPlacement('signing');
    const first = await sentVersion(id, 1, [{ part: 'service', personId: broker.personId }]);
    const second = await sentVersion(id, 2);
    const signs = (who: Member, number: number, sha256: string, agreedTo = 'yes') =>
      send(app, who, at(id, '/sign'), { number: String(number), sha256, agreed: agreedTo });
    const old = await signs(head, 1, first.sha256);
    expect(old.status).toBe(409);
    expect(await old.text()).toContain('version 2 is. Nothing is signed.');
    // The number of the newest with the hash of another is no better; nor is plain SQL.
    expect((await signs(head, 2, first.sha256)).status).toBe(409);
    await expect(
      database.pool.query(
        `insert into agreement_signature (placement_id, organisation_id, version_id, sha256, part, name, role, signed_by)
         values ($1, $2, $3, $4, 'supported head', 'x', 'headteacher', $5)`,
        [id, service.id, first.id, first.sha256, head.personId],
      ),
    ).rejects.toThrow(/newest version/);
    expect(await (await signs(head, 2, second.sha256, '')).text()).toContain('Tick the box');
    expect((await ask(app, board, at(id, '/sign'))).status).toBe(403);
    for (const who of [head, broker, leader]) expect((await signs(who, 2, second.sha256)).status).toBe(303);
    expect(await textOf(leader, at(id))).toContain('Not signed');
    expect(await stored(id)).toMatchObject({ state: 'signing' });
    const last = await signs(homeBoard, 2, second.sha256);
    expect(last.headers.get('location')).toContain('done=settled');
    expect(await stored(id)).toMatchObject({
      state: 'under way',
      half_days: 12,
      starts_on: '2026-11-01',
      ends_on: '2027-07-20',
      due_on: '2027-03-11',
    });
    // Sent twice: one signature.
    await signs(homeBoard, 2, second.sha256);
    const { rows } = await database.pool.query(
      'select part, name from agreement_signature where version_id = $1 order by part',
      [second.id],
    );
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({ part: 'home board', name: 'Hob Board' });
    const version = await textOf(head, at(id, '/version?number=2'));
    expect(version).toContain('it is the same');
    expect(version).toContain('In force');
    expect(await textOf(head, at(id, '/version?number=1'))).toContain('Replaced');
    const word = await ask(app, head, at(id, '/word?number=2'));
    expect(new Uint8Array(await word.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    for (const change of [
      "update agreement_version set content = '{}', revision = revision + 1",
      'delete from agreement_version',
      "update agreement_signature set name = 'x'",
      'delete from agreement_signature',
    ])
      await expect(database.pool.query(`${change} where placement_id = $1`, [id])).rejects.toThrow(/never/);
  });

  it('is taken back with a reason, and changed while under way by a version that all sign again', async () => {
    const { broker, head, leader, homeBoard } = people;
    const id = await newPlacement('signing');
    const first = await sentVersion(id);
    const back = `/placements/${id}/moves/reopen-agreement`;
    expect((await send(app, head, back, { version: '1', reason: '' })).status).toBe(400);
    expect((await send(app, head, back, { version: '1', reason: 'Too many days' })).status).toBe(303);
    const sign = { number: '1', sha256: first.sha256, agreed: 'yes' };
    expect((await send(app, head, at(id, '/sign'), sign)).status).toBe(404);
    expect(await textOf(head, at(id))).toContain('Taken back');

    const parts = [
      { part: 'service', personId: broker.personId },
      { part: 'leader', personId: leader.personId },
      { part: 'supported head', personId: head.personId },
      { part: 'home board', personId: homeBoard.personId },
    ] as const;
    const running = await newPlacement('under way');
    await sentVersion(running, 1, parts);
    await send(app, broker, at(running, '/meeting'), meeting());
    await send(app, broker, at(running, '/draft'));
    const time = {
      revision: '1',
      days: '7.5',
      frequency: 'Weekly',
      'starts-day': '1',
      'starts-month': '11',
      'starts-year': '2026',
      'ends-day': '20',
      'ends-month': '12',
      'ends-year': '2027',
    };
    await send(app, leader, at(running, '/parts/time'), time);
    const compared = await textOf(homeBoard, at(running, '/compare?from=1&to=2'));
    expect(compared).toContain('They differ in: Days and period (changed).');
    expect((await send(app, broker, at(running, '/send'), { version: '1', revision: '2' })).status).toBe(303);
    // Until all have signed, the first holds.
    expect(await stored(running)).toMatchObject({ state: 'under way', half_days: null });
    const { rows } = await database.pool.query(
      'select sha256 from agreement_version where placement_id = $1 and number = 2',
      [running],
    );
    const newest = { number: '2', sha256: rows[0].sha256, agreed: 'yes' };
    for (const who of [broker, head, leader, homeBoard])
      expect((await send(app, who, at(running, '/sign'), newest)).status).toBe(303);
    expect(await stored(running)).toMatchObject({ state: 'under way', half_days: 15, ends_on: '2027-12-20' });
  });

  it('is frozen while the placement is paused', async () => {
    const { broker } = people;
    const id = await newPlacement('paused');
    await sentVersion(id);
    expect((await send(app, broker, at(id, '/meeting'), meeting())).status).toBe(404);
    expect((await send(app, broker, at(id, '/draft'))).status).toBe(404);
    expect(await textOf(broker, at(id))).not.toContain('Begin version 2');
  });
});
