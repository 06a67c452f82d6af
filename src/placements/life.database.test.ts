import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { agreed, versionIn } from '../../test/factories/agreements.ts';
import { paidFeeIn } from '../../test/factories/money.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { placementIn } from '../../test/factories/placements.ts';
import { addArea, addFigures, addImport, addMeasures, addSchool } from '../../test/factories/register.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';
import type { PlacementState } from './rules/states.ts';

const database = testDatabase();
let app: ReturnType<typeof siteOn>;
let service: Organisation;
let register: number;
const people = {} as Record<'broker' | 'leader' | 'head' | 'homeHead' | 'board', Member>;
let made = 0;

beforeAll(async () => {
  const { db } = database;
  app = siteOn(database);
  register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  await addMeasures(db);
  for (const urn of [100_001, 100_003])
    await addSchool(db, { urn, la_code: 821, la_name: 'Luton', import_id: register, name: `Primary ${urn}` });
  await addFigures(db, register, 100_001, { 'ks2_rwm_expected:2018': 52 });
  service = await organisationIn(db, 'local authority', 821);
  const [home, supported] = [await organisationIn(db, 'school', 100_003), await organisationIn(db, 'school', 100_001)];
  people.broker = await memberIn(db, service, 'broker', { name: 'Bea Broker' });
  people.leader = await memberIn(db, home, 'system leader', { name: 'Lea Leader' });
  people.homeHead = await memberIn(db, home, 'headteacher', { name: 'Hom Head' });
  people.head = await memberIn(db, supported, 'headteacher', { name: 'Hal Head' });
  people.board = await memberIn(db, await organisationIn(db, 'governing board', 100_001), 'governor or trustee');
});

/** A placement whose agreement, with one objective, is signed by all. */
async function newPlacement(state: PlacementState = 'under way', more: { startsOn?: string; endsOn?: string } = {}) {
  const id = await placementIn(database.db, service, {
    supportedUrn: 100_001,
    homeUrn: 100_003,
    leader: { name: 'Lea Leader', personId: people.leader.personId },
    madeBy: people.broker.personId,
    support: `field-${made++}`,
    state,
    startsOn: '2026-01-05',
    endsOn: '2026-10-30',
    ...more,
  });
  const { reference } = await stored(id);
  const [objective] = agreed().objectives;
  const baseline = {
    kind: 'published',
    measure: 'ks2_rwm_expected',
    label: 'Expected',
    year: 2018,
    value: 52,
    text: '52%',
    source: { importId: register, line: 2 },
  } as const;
  await versionIn(database.db, {
    placementId: id,
    organisationId: service.id,
    reference,
    madeBy: people.broker.personId,
    content: agreed({ objectives: [{ ...objective!, baseline }] }),
    signed: [
      { part: 'service', personId: people.broker.personId },
      { part: 'leader', personId: people.leader.personId },
      { part: 'supported head', personId: people.head.personId },
      { part: 'home head', personId: people.homeHead.personId },
    ],
  });
  return id;
}

const stored = (id: string) =>
  tenant(database.db).selectFrom('placement').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const go = (who: Member, id: string, page: string, fields: Record<string, string> = {}) =>
  send(app, who, `/placements/${id}/${page}`, fields);
const textOf = async (who: Member, id: string, page: string) =>
  (await ask(app, who, `/placements/${id}/${page}`)).text();
const on = (prefix: string, day: string) => {
  const [year, month, date] = day.split('-');
  return { [`${prefix}-day`]: date!, [`${prefix}-month`]: month!, [`${prefix}-year`]: year! };
};
const said = { working: 'Yes', appropriate: 'It is', change: 'Nothing' };

const dated = (day: string, more = {}) => ({ version: '1', ...on('on', day), ...more });
const answers = (words: string) => ({
  'answer-useful': words,
  'answer-different': 'Reading',
  'answer-again': 'Visits',
  'answer-brokering': 'Well',
});
const workOf = async (who: Member) => (await ask(app, who, '/my-work')).text();

describe('the life of a placement after its agreement', () => {
  it('is reviewed: half filled is not recorded and can be deleted, recorded it never changes, and what is missing is named', async () => {
    const { broker, leader, head, homeHead, board } = people;
    const id = await newPlacement();
    expect((await go(leader, id, 'review/begin')).status).toBe(403);
    expect((await ask(app, homeHead, `/placements/${id}/review`)).status).toBe(403);
    for (let twice = 0; twice < 2; twice++) expect((await go(broker, id, 'review/begin')).status).toBe(303);
    const half = { revision: '1', step: 'save', working: 'It works' };
    expect((await go(broker, id, 'review/words', half)).headers.get('location')).toContain('done=saved');
    expect(await textOf(board, id, 'review')).toContain('Not recorded');
    const early = await go(broker, id, 'review/words', { ...half, revision: '2', step: 'record' });
    expect(early.status).toBe(400);
    const text = await early.text();
    for (const group of [
      'Enter the day of the review',
      'Enter whether it is the right help',
      'Enter what should change',
      'Enter a colour and details for objective 1',
      'Choose whether the help continues',
      'Enter the day on which the help ends',
      'Enter the next steps',
      'The leader has not answered',
      'The supported head has not answered',
    ])
      expect(text).toContain(group);
    expect((await go(broker, id, 'review/delete', { revision: '1' })).status).toBe(409);
    expect((await go(broker, id, 'review/delete', { revision: '2' })).status).toBe(303);
    expect(await textOf(broker, id, 'review')).toContain('No review was held yet');

    await go(broker, id, 'review/begin');
    expect((await go(leader, id, 'review/answer', { working: 'Yes' })).status).toBe(400);
    expect((await go(leader, id, 'review/answer', said)).status).toBe(303);
    expect((await go(broker, id, 'review/answer', { ...said, part: 'supported head' })).status).toBe(303);
    expect((await go(head, id, 'review/answer', { ...said, change: 'More visits' })).status).toBe(303);
    expect(await textOf(leader, id, 'review')).toContain('More visits');
    const whole = {
      revision: '1',
      step: 'record',
      ...said,
      ...on('held', '2026-06-01'),
      ...on('exit', '2026-10-30'),
      'status-1': 'amber',
      'details-1': 'Slow',
      continues: 'continue',
      nextSteps: 'Go on',
    };
    expect((await go(broker, id, 'review/words', whole)).headers.get('location')).toContain('done=recorded');
    expect(await textOf(head, id, 'review')).toContain('It cannot be changed or deleted.');
    expect((await go(broker, id, 'review/delete', { revision: '2' })).status).toBe(404);
    for (const change of [
      "update placement_review set working = 'x', revision = revision + 1",
      'delete from placement_review',
    ])
      await expect(database.pool.query(`${change} where placement_id = $1`, [id])).rejects.toThrow(
        /recorded never|never taken/,
      );
    await expect(
      database.pool.query('delete from placement_review_answer where placement_id = $1', [id]),
    ).rejects.toThrow(/never changed/);
  });

  it('is paused, which freezes every record, and taken up again not before the pause', async () => {
    const { broker, leader, head } = people;
    const id = await newPlacement();
    await go(broker, id, 'review/begin');
    expect((await go(broker, id, 'moves/pause', dated('2026-03-01'))).status).toBe(400);
    expect(await (await go(broker, id, 'moves/pause', dated('2049-03-01', { reason: 'x' }))).text()).toContain(
      'must be today or in the past',
    );
    expect((await go(broker, id, 'moves/pause', dated('2026-03-01', { reason: 'The head is away' }))).status).toBe(303);
    const frozen = [
      go(broker, id, 'review/begin'),
      go(broker, id, 'review/words', { revision: '1', working: 'x' }),
      go(leader, id, 'review/answer', said),
      go(broker, id, 'agreement/draft'),
      go(head, id, 'evaluation/answers', { 'answer-useful': 'x' }),
    ];
    for (const answer of await Promise.all(frozen)) expect([400, 404]).toContain(answer.status);
    // The same by plain SQL as each of them: row policies ask whether anything may change.
    const { rows } = await database.pool.query(
      'select placement_is_live($1) as live, placement_is_working($1) as working',
      [id],
    );
    expect(rows[0]).toEqual({ live: false, working: false });
    const resumed = await go(broker, id, 'moves/resume', { ...dated('2026-02-01'), version: '2' });
    expect(await resumed.text()).toContain('must be the same as or after 1 March 2026');
    expect((await go(broker, id, 'moves/resume', { ...dated('2026-04-01'), version: '2' })).status).toBe(303);
    expect((await go(leader, id, 'review/answer', said)).status).toBe(303);
  });

  it('ends not before it began, can be un-ended, and is not signed off or closed with anything open', async () => {
    const { broker, leader, head, board } = people;
    const id = await newPlacement();
    const end = (version: number, day: string) => ({
      version: String(version),
      ...on('on', day),
      reason: 'It is enough',
    });
    expect(await (await go(broker, id, 'moves/end-early', end(1, '2026-01-04'))).text()).toContain(
      'The day of the end must be the same as or after 5 January 2026',
    );
    expect((await go(broker, id, 'moves/end-early', end(1, '2025-02-30'))).status).toBe(400);
    expect((await go(broker, id, 'moves/end-early', end(1, '2026-05-01'))).status).toBe(303);
    expect(await stored(id)).toMatchObject({ state: 'evaluation', ended_how: 'early', ends_on: '2026-05-01' });
    // Sent twice: there is nothing left to do.
    expect((await go(broker, id, 'moves/end-early', end(1, '2026-05-01'))).headers.get('location')).toContain(
      'already',
    );
    expect((await go(broker, id, 'moves/undo-end', { version: '2', reason: 'Too soon' })).status).toBe(303);
    expect(await stored(id)).toMatchObject({ state: 'under way', ended_how: null, ends_on: '2026-10-30' });
    await go(broker, id, 'agreement/draft');
    await go(broker, id, 'review/begin');
    expect((await go(broker, id, 'moves/end-early', end(3, '2026-05-02'))).status).toBe(303);

    const open = await go(broker, id, 'moves/sign-off', { version: '4' });
    expect(open.status).toBe(409);
    const items = await open.text();
    for (const item of [
      'The supported head has not sent the evaluation.',
      'The leader has not sent the reflection.',
      'What objective 1 came to is not noted.',
      'The draft of version 2 of the agreement is neither sent nor discarded.',
      'A review is in progress: record it or delete it.',
      'Not invoiced yet: Fee for the placement.',
    ])
      expect(items).toContain(item);
    expect((await go(broker, id, 'agreement/discard', { revision: '1' })).status).toBe(303);
    expect((await go(broker, id, 'review/delete', { revision: '1' })).status).toBe(303);
    expect((await go(board, id, 'evaluation/answers', answers('Talks'))).status).toBe(403);
    expect((await go(head, id, 'evaluation/answers', { ...answers('Talks'), 'answer-again': '' })).status).toBe(400);
    for (let twice = 0; twice < 2; twice++)
      expect((await go(head, id, 'evaluation/answers', answers('Talks'))).status).toBe(303);
    expect((await go(head, id, 'evaluation/answers', answers('Visits'))).status).toBe(400);
    const again = { ...answers('Visits'), reason: 'I mixed them up' };
    expect((await go(head, id, 'evaluation/answers', again)).status).toBe(303);
    const reflection = { 'answer-worked': 'Trust', 'answer-learned': 'Much', 'answer-differently': 'Begin sooner' };
    expect((await go(leader, id, 'evaluation/reflection', reflection)).status).toBe(303);
    const impact = {
      value: '61%',
      ...on('taken', '2026-07-01'),
      source: 'Summer test',
      confidence: 'medium',
      words: 'More pupils read well; the cohort was smaller',
    };
    expect((await go(leader, id, 'evaluation/impact?objective=9', impact)).status).toBe(404);
    expect((await go(leader, id, 'evaluation/impact?objective=1', { ...impact, confidence: '' })).status).toBe(400);
    expect((await go(leader, id, 'evaluation/impact?objective=1', impact)).status).toBe(303);
    const back = await textOf(board, id, 'evaluation');
    for (const words of [
      'It takes the place of an earlier one: I mixed them up',
      '61% on 1 July 2026',
      'England, primary schools',
      'not why',
    ])
      expect(back).toContain(words);
    expect(back).not.toContain('caused by');

    const { id: versionId } = await tenant(database.db)
      .selectFrom('agreement_version')
      .select('id')
      .where('placement_id', '=', id)
      .executeTakeFirstOrThrow();
    const fee = { halfDays: 12, netPence: 210_000, by: broker.personId };
    await paidFeeIn(database.db, { placementId: id, organisationId: service.id, versionId, ...fee });
    expect((await go(broker, id, 'moves/sign-off', { version: '4' })).status).toBe(303);
    const unclosed = await go(broker, id, 'moves/close', { version: '5' });
    expect(await unclosed.text()).toContain('The follow-up after 12 months is not noted.');
    const follow = { ...on('held', '2026-05-03'), who: 'The head', lasted: 'Most of it', newNeed: '' };
    const before = await go(broker, id, 'evaluation/follow-up?months=6', { ...follow, ...on('held', '2026-04-30') });
    expect(await before.text()).toContain('must be after the end of the placement');
    for (const months of [6, 12]) {
      expect((await go(broker, id, `evaluation/follow-up?months=${months}`, follow)).status).toBe(303);
      expect((await go(broker, id, `evaluation/follow-up?months=${months}`, follow)).status).toBe(303);
    }
    expect((await go(broker, id, 'moves/close', { version: '5' })).status).toBe(303);
    for (const table of ['placement_evaluation', 'placement_impact', 'placement_follow_up'])
      await expect(database.pool.query(`delete from ${table} where placement_id = $1`, [id])).rejects.toThrow(/never/);
  });

  it('says in “my work” what waits for each: to sign, to answer, to look back, to review and to follow up', async () => {
    const { broker, leader, head, homeHead } = people;
    const running = await newPlacement();
    const { reference } = await stored(running);
    const of = { placementId: running, organisationId: service.id, reference, madeBy: broker.personId };
    await versionIn(database.db, { ...of, number: 2 });
    await go(broker, running, 'review/begin');
    const ended = await newPlacement('evaluation');
    const done = await newPlacement('signed off', { startsOn: '2025-01-05', endsOn: '2025-04-30' });
    expect(await workOf(homeHead)).toContain(`/placements/${running}/agreement/sign`);
    const ofLeader = await workOf(leader);
    for (const href of [`${running}/agreement/sign`, `${running}/review/answer`, `${ended}/evaluation/reflection`])
      expect(ofLeader).toContain(href);
    expect(await workOf(head)).toContain(`${ended}/evaluation/answers`);
    const ofBroker = await workOf(broker);
    for (const href of [`${running}/review`, `${done}/evaluation/follow-up?months=12`])
      expect(ofBroker).toContain(href);
    expect(ofBroker).not.toContain(`${ended}/evaluation/answers`);
  });
});
