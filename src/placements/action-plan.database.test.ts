import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { asOwner, day, lettersTo, peopleAtWork, placementAtWork, type Working } from '../../test/factories/delivery.ts';
import { type Member, tenant } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import { daysAfter, londonIsoDay } from '../opendata/rules/london-time.ts';
import { deliveredHalfDays } from './queries/delivery/delivered.ts';
import { deliveryOpenAtEnd } from './queries/delivery/open.ts';
import { readPlacementRow } from './queries/placement.ts';
import type { PlacementState } from './rules/states.ts';

const database = testDatabase();
const today = londonIsoDay(new Date());
let app: ReturnType<typeof siteOn>;
let all: Working;

beforeAll(async () => {
  all = await peopleAtWork(database);
  app = siteOn(database);
});

const underWay = (state?: PlacementState, supportedUrn?: number) =>
  placementAtWork(database, all, { state, supportedUrn });
const read = async (who: Member, path: string) => (await ask(app, who, path)).text();
const owner = () => tenant(database.db);

describe('the plan', () => {
  const action = {
    what: 'Teach phonics daily',
    ownerPart: 'supported head',
    ownerName: '',
    ...day('due', '2027-03-01'),
    objective: 'objective-1',
    criterion: 'Nine of ten pass the check',
  };

  it('holds actions with who and how it is seen; each change is from the version read, and dropping asks why', async () => {
    const id = await underWay();
    expect((await send(app, all.head, `/placements/${id}/new-action`, { ...action, ownerPart: '' })).status).toBe(400);
    for (const _ of [1, 2])
      expect((await send(app, all.head, `/placements/${id}/new-action`, action)).status).toBe(303);
    const rows = await owner().selectFrom('placement_action').select('id').where('placement_id', '=', id).execute();
    expect(rows).toHaveLength(1);
    const path = `/placements/${id}/actions/${rows[0]!.id}`;
    expect((await send(app, all.leader, path, { ...action, version: '1', what: 'Teach it twice' })).status).toBe(303);
    const second = await send(app, all.broker, path, { ...action, version: '1', what: 'Never' });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('changed an action');
    const dropped = await send(app, all.leader, `${path}/state`, { version: '2', state: 'dropped', reason: '' });
    expect(dropped.status).toBe(400);
    expect(await dropped.text()).toContain('Enter why it is dropped');
    const open = () =>
      asOwner(database, async (transaction) =>
        deliveryOpenAtEnd(transaction, (await readPlacementRow(transaction, id))!),
      );
    expect((await open()).map(({ words }) => words)).toEqual([
      'The action “Teach it twice” is neither done nor dropped.',
    ]);
    expect((await send(app, all.leader, `${path}/state`, { version: '2', state: 'done', reason: '' })).status).toBe(
      303,
    );
    expect(await open()).toEqual([]);
    expect(await read(all.head, path)).toContain('Lia Leader');
    expect((await ask(app, all.chair, path)).status).toBe(403);
  });

  it('keeps progress as it was entered, with what the other side says beside it', async () => {
    const id = await underWay();
    const entry = { objective: 'objective-1', ...day('on', today), rating: 'green', evidence: 'Books show it' };
    const ahead = await send(app, all.leader, `/placements/${id}/new-progress`, {
      ...entry,
      ...day('on', daysAfter(today, 1)),
    });
    expect(ahead.status).toBe(400);
    expect((await send(app, all.leader, `/placements/${id}/new-progress`, entry)).status).toBe(303);
    const { id: one } = await owner()
      .selectFrom('placement_progress')
      .select('id')
      .where('placement_id', '=', id)
      .executeTakeFirstOrThrow();
    const path = `/placements/${id}/progress/${one}/disagree`;
    expect((await send(app, all.leader, path, { words: 'Not so' })).status).toBe(409);
    expect((await send(app, all.head, path, { words: 'Only in one class' })).status).toBe(303);
    const plan = await read(all.chair, `/placements/${id}/plan`);
    for (const words of ['Books show it', 'Only in one class', 'Hal Head', 'On the way as planned, or met'])
      expect(plan).toContain(words);
    expect(plan).toMatch(/<svg[^>]*role="img"/);
    await expect(
      database.pool.query("update placement_progress set rating = 'red' where id = $1", [one]),
    ).rejects.toThrow(/never changed/);
  });

  it('counts training among the days delivered only when the leader gave it', async () => {
    const id = await underWay();
    const training = {
      what: 'Phonics',
      forWhom: 'Teachers of year 1',
      people: '6',
      provider: 'A hub',
      byLeader: 'no',
      ...day('held', today),
      halfDays: '0.5',
      cost: '1,250.50',
    };
    for (const more of [{}, { what: 'Fluency', byLeader: 'yes', halfDays: '1.5' }])
      expect((await send(app, all.leader, `/placements/${id}/new-training`, { ...training, ...more })).status).toBe(
        303,
      );
    const rows = await owner()
      .selectFrom('placement_training')
      .select(['id', 'cost_pence'])
      .where('placement_id', '=', id)
      .execute();
    expect(rows.map(({ cost_pence: pence }) => pence)).toEqual([125_050, 125_050]);
    const delivered = () => asOwner(database, (transaction) => deliveredHalfDays(transaction, id));
    expect(await delivered()).toBe(0);
    for (const { id: one } of rows)
      expect((await send(app, all.leader, `/placements/${id}/training/${one}/held`, { version: '1' })).status).toBe(
        303,
      );
    expect(await delivered()).toBe(3);
  });
});

describe('a concern', () => {
  const concern = { what: 'Meetings are missed', ...day('since', '2026-09-01'), evidence: 'Three of four' };
  const checked = {
    'check-evidence': 'dated',
    'check-talked': 'chair',
    'check-tried': 'dates',
    'check-pupils': 'later',
    reason: 'It goes on',
    details: 'Nothing helped',
  };
  const raised = async (placement: string, by: Member) => {
    expect((await send(app, by, `/placements/${placement}/new-concern`, concern)).status).toBe(303);
    const row = await owner()
      .selectFrom('placement_concern')
      .select('id')
      .where('placement_id', '=', placement)
      .executeTakeFirstOrThrow();
    return `/placements/${placement}/concerns/${row.id}`;
  };

  it('is escalated with one error for each group that misses, approved by another, and met with the powers in their order', async () => {
    const id = await underWay();
    const path = await raised(id, all.broker);
    expect((await send(app, all.head, `${path}/answer`, { words: 'We were ill' })).status).toBe(303);
    const half = await send(app, all.broker, `${path}/escalate`, {
      'check-evidence': 'dated',
      reason: '',
      details: 'x',
    });
    expect(half.status).toBe(400);
    const errors = await half.text();
    for (const words of [
      'with whom it was talked about',
      'what was tried already',
      'what it means for pupils',
      'Enter why it is escalated',
    ])
      expect(errors).toContain(words);
    expect(errors).not.toContain('Say which evidence');
    expect((await send(app, all.broker, `${path}/escalate`, checked)).status).toBe(303);
    const decision = { says: 'approved', words: '', ...day('on', today) };
    const own = await send(app, all.broker, `${path}/decide`, decision);
    expect(own.status).toBe(409);
    expect(await own.text()).toContain('somebody else of the service');
    expect(
      (await send(app, all.lead, `${path}/power`, { power: 's60', words: 'x', ...day('used', today) })).status,
    ).toBe(409);
    expect((await send(app, all.lead, `${path}/decide`, decision)).status).toBe(303);
    const use = (power: string, more = {}) =>
      send(app, all.lead, `${path}/power`, { power, words: 'Sent by post', ...day('used', today), ...more });
    const early = await use('s65');
    expect(early.status).toBe(409);
    expect(await early.text()).toContain('Warning notice (section 60) must come first');
    expect((await use('s60')).status).toBe(303);
    expect((await use('s65')).status).toBe(303);
    const shown = await read(all.head, path);
    for (const words of [
      'Warning notice (section 60)',
      'With the chair of the board',
      'It goes on',
      'Lee Lead',
      'We were ill',
    ])
      expect(shown).toContain(words);
    expect((await send(app, all.head, `${path}/end`, { how: 'closed', words: 'x' })).status).toBe(403);
    expect((await send(app, all.lead, `${path}/end`, { how: 'lifted', words: '' })).status).toBe(400);
    expect((await send(app, all.lead, `${path}/end`, { how: 'lifted', words: 'They came' })).status).toBe(303);
    expect(await read(all.finance, `/placements/${id}/concerns`)).not.toContain('Meetings are missed');
  });

  it('over an academy is met by no power, but by words to the trust and the Department', async () => {
    const id = await underWay('under way', 100_002);
    const path = await raised(id, all.leader);
    expect((await send(app, all.leader, `${path}/escalate`, checked)).status).toBe(303);
    expect((await lettersTo(database, all.broker)).at(-1)).toMatchObject({ template: 'concern escalated' });
    expect((await lettersTo(database, all.broker)).at(-1)!.text).not.toContain('missed');
    expect(
      (await send(app, all.broker, `${path}/decide`, { says: 'approved', words: '', ...day('on', today) })).status,
    ).toBe(303);
    const shown = await read(all.broker, path);
    expect(shown).toContain('a local authority has no power over it');
    expect(shown).not.toContain('section 60');
    const use = (power: string) =>
      send(app, all.broker, `${path}/power`, { power, words: 'Written', ...day('used', today) });
    expect((await use('s60')).status).toBe(400);
    expect((await use('department')).status).toBe(409);
    expect((await use('trust')).status).toBe(303);
    expect((await use('department')).status).toBe(303);
  });
});
