import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { asOwner, day, lettersTo, peopleAtWork, placementAtWork, type Working } from '../../test/factories/delivery.ts';
import { type Member, tenant } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import { daysAfter, londonIsoDay } from '../opendata/rules/london-time.ts';
import { chaseLateNotes } from './commands/delivery/chase-late-notes.ts';
import { placementTask } from './policy.ts';
import { deliveredHalfDays } from './queries/delivery/delivered.ts';
import { visitsNotRecorded } from './queries/delivery/gates.ts';
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

const visit = (on: string, more: Record<string, string> = {}) => ({
  ...day('starts', on),
  halfDays: '1',
  place: 'Primary 100001',
  purpose: 'Reading in year 2',
  ...more,
});

/** Plans a visit through the site, and gives its id. */
async function planned(placement: string, on: string, purpose = 'Reading in year 2'): Promise<string> {
  const answer = await send(app, all.leader, `/placements/${placement}/new-visit`, visit(on, { purpose }));
  expect(answer.status).toBe(303);
  const row = await owner()
    .selectFrom('placement_visit')
    .select('id')
    .where('placement_id', '=', placement)
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function held(placement: string, on = daysAfter(today, -30), purpose?: string): Promise<string> {
  const id = await planned(placement, on, purpose);
  const told = { [`held-${id}`]: 'yes', [`version-${id}`]: '1' };
  expect((await send(app, all.leader, `/placements/${placement}/visits`, told)).status).toBe(303);
  return id;
}

const wholeNote = {
  version: '0',
  metWith: 'Hal Head',
  focus: 'Reading',
  evidence: 'Six lessons',
  judgement: 'As the school says',
  strengths: 'Phonics',
  areas: 'Fluency',
  brokered: 'none',
  noNext: 'yes',
  'action-1-what': 'Read aloud daily',
  'action-1-who': 'supported head',
  ...day('action-1-due', daysAfter(today, 30)),
};

describe('visits', () => {
  it('are planned by those who work, ended no earlier than begun, and shown to the board without controls', async () => {
    const id = await underWay();
    const bad = await send(
      app,
      all.leader,
      `/placements/${id}/new-visit`,
      visit('2026-12-10', day('ends', '2026-12-09')),
    );
    expect(bad.status).toBe(400);
    const shown = await bad.text();
    expect(shown).toContain('The last day of the visit must be the first or after it');
    expect(shown).toContain('href="#ends-day"');
    expect(shown).toContain('Reading in year 2');
    await planned(id, '2026-12-10');
    // Sent twice, it is there once.
    await send(app, all.leader, `/placements/${id}/new-visit`, visit('2026-12-10'));
    expect(
      await owner().selectFrom('placement_visit').select('id').where('placement_id', '=', id).execute(),
    ).toHaveLength(1);
    expect(await read(all.broker, `/placements/${id}/visits`)).toContain('Plan a visit');
    const board = await read(all.chair, `/placements/${id}/visits`);
    expect(board).toContain('10 December 2026');
    expect(board).not.toContain('Plan a visit');
    expect((await send(app, all.chair, `/placements/${id}/new-visit`, visit('2026-12-11'))).status).toBe(403);
    expect((await ask(app, all.homeHead, `/placements/${id}/visits`)).status).toBe(403);
  });

  it('of the past are told of one by one: not held asks why and uses no days, what is not answered stays', async () => {
    const id = await underWay();
    const past = daysAfter(today, -10);
    const [a, b, c] = [await planned(id, past, 'A'), await planned(id, past, 'B'), await planned(id, past, 'C')];
    const page = await read(all.leader, `/placements/${id}/visits`);
    expect(page.match(/Yes, it was held/g)).toHaveLength(3);
    const versions = { [`version-${a}`]: '1', [`version-${b}`]: '1', [`version-${c}`]: '1' };
    const without = await send(app, all.leader, `/placements/${id}/visits`, { ...versions, [`held-${a}`]: 'no' });
    expect(without.status).toBe(400);
    expect(await without.text()).toContain('Enter why the visit was not held');
    const told = { ...versions, [`held-${a}`]: 'no', [`why-${a}`]: 'Snow', [`held-${b}`]: 'yes' };
    expect((await send(app, all.leader, `/placements/${id}/visits`, told)).status).toBe(303);
    // Again, as a double click does: nothing more happens.
    expect((await send(app, all.leader, `/placements/${id}/visits`, told)).status).toBe(303);
    const rows = await owner()
      .selectFrom('placement_visit')
      .select(['purpose', 'state', 'version'])
      .where('placement_id', '=', id)
      .orderBy('purpose')
      .execute();
    expect(rows).toEqual([
      { purpose: 'A', state: 'not held', version: 2 },
      { purpose: 'B', state: 'held', version: 2 },
      { purpose: 'C', state: 'planned', version: 1 },
    ]);
    expect(await asOwner(database, (transaction) => deliveredHalfDays(transaction, id))).toBe(2);
  });

  it('are moved from the version that was read, with the reason; the second editor is told what the first did', async () => {
    const id = await underWay();
    const one = await planned(id, '2026-12-10');
    const path = `/placements/${id}/visits/${one}/change`;
    const moved = (on: string, version: string) => visit(on, { version, reason: 'Ofsted came', ...day('ends', on) });
    expect((await send(app, all.broker, path, moved('2026-12-14', '1'))).status).toBe(303);
    const second = await send(app, all.leader, path, moved('2026-12-15', '1'));
    expect(second.status).toBe(409);
    const shown = await second.text();
    expect(shown).toContain('Bea Broker');
    expect(shown).toContain('changed a planned visit');
    expect(shown).toContain('value="15"');
    expect(shown).toContain('name="version" value="2"');
  });

  it('and all other work rest while the placement is paused', async () => {
    const id = await underWay('paused');
    const answer = await send(app, all.leader, `/placements/${id}/new-visit`, visit('2026-12-10'));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('not under way now');
    expect(await read(all.leader, `/placements/${id}/visits`)).not.toContain('Plan a visit');
    await expect(
      database.pool.query(
        `insert into placement_visit (placement_id, organisation_id, starts_on, ends_on, half_days, place, purpose, note_due_on, made_by, made_in_role)
         values ($1, $2, '2026-12-02', '2026-12-01', 1, 'x', 'x', '2026-12-09', $3, 'broker')`,
        [id, all.service.id, all.broker.personId],
      ),
    ).rejects.toThrow(/check constraint/);
  });
});

describe('a note of visit', () => {
  it('is half filled in progress, whole sent, confirmed, copied to the board, and then never changed', async () => {
    const id = await underWay();
    const one = await held(id);
    const path = `/placements/${id}/visits/${one}`;
    const part = { sinceLast: 'Phonics bought', selfEvaluation: 'Getting there', lookAt: '' };
    expect((await send(app, all.head, `${path}/school-part`, part)).status).toBe(303);
    const half = { version: '0', focus: 'Reading' };
    expect((await send(app, all.leader, `${path}/note`, { ...half, do: 'save' })).status).toBe(303);
    const form = await read(all.leader, `${path}/note`);
    expect(form).toContain('In progress. Still missing');
    expect(form).toContain('Phonics bought');
    // A draft is its writer's alone.
    expect(await read(all.broker, path)).not.toContain('Six lessons');
    const tooEarly = await send(app, all.leader, `${path}/note`, { ...half, version: '1', do: 'send' });
    expect(tooEarly.status).toBe(400);
    const missing = await tooEarly.text();
    for (const words of ['Enter who was met', 'Enter evidence', 'Enter strengths', 'Enter the day of the next visit'])
      expect(missing).toContain(words);
    expect(missing).toContain('name="version" value="2"');
    const stale = await send(app, all.leader, `${path}/note`, { ...wholeNote, version: '1', do: 'save' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('saved elsewhere');
    expect((await send(app, all.leader, `${path}/note`, { ...wholeNote, version: '2', do: 'send' })).status).toBe(303);
    const shown = await read(all.head, path);
    expect(shown).toContain('Six lessons');
    expect(shown).toContain('Are the facts right?');
    expect(await read(all.chair, path)).toContain('Six lessons');
    expect(await read(all.chair, path)).not.toContain('Are the facts right?');
    expect(await read(all.finance, path)).not.toContain('Six lessons');
    const [toHead, toChair] = [await lettersTo(database, all.head), await lettersTo(database, all.chair)];
    expect(toHead.map(({ template }) => template)).toContain('note to confirm');
    expect(toChair.at(-1)!.text).toContain(path);
    for (const { text: words } of [...toHead, ...toChair]) expect(words).not.toContain('Six lessons');
    const actions = await read(all.head, `/placements/${id}/plan`);
    expect(actions).toContain('Read aloud daily');
    const { rows } = await database.pool.query<{ id: string }>('select id from placement_note where visit_id = $1', [
      one,
    ]);
    const note = rows[0]!.id;
    const dispute = { note, says: 'disputed', words: 'It was five lessons' };
    expect((await send(app, all.head, `${path}/confirm`, { note, says: 'disputed', words: '' })).status).toBe(400);
    expect((await send(app, all.head, `${path}/confirm`, dispute)).status).toBe(303);
    expect(await read(all.leader, path)).toContain('Answer the head');
    expect((await send(app, all.leader, `${path}/answer`, { note, words: 'Six with the assembly' })).status).toBe(303);
    expect((await send(app, all.broker, `${path}/moderate`, { note, words: 'Clear' })).status).toBe(303);
    const said = await read(all.head, path);
    for (const words of ['It was five lessons', 'Six with the assembly', 'Clear', 'Six lessons'])
      expect(said).toContain(words);
    await expect(
      database.pool.query("update placement_note set content = '{}', version = version + 1 where id = $1", [note]),
    ).rejects.toThrow(/never changed/);
    await expect(database.pool.query('delete from placement_note where id = $1', [note])).rejects.toThrow(
      /never changed/,
    );
  });

  it('is followed by a new version, whose actions are not put into the plan again', async () => {
    const id = await underWay();
    const one = await held(id);
    const path = `/placements/${id}/visits/${one}`;
    expect((await send(app, all.leader, `${path}/note`, { ...wholeNote, do: 'send' })).status).toBe(303);
    expect((await send(app, all.leader, `${path}/note`, { ...wholeNote, do: 'send' })).status).toBe(404);
    expect((await send(app, all.leader, `${path}/new-version`)).status).toBe(303);
    const { 'action-1-what': _what, 'action-1-who': _who, ...rest } = wholeNote;
    const again = { ...rest, version: '1', evidence: 'Five lessons', ...day('action-1-due', ''), do: 'send' };
    const answer = await send(app, all.leader, `${path}/note`, {
      ...again,
      'action-1-due-day': '',
      'action-1-due-month': '',
      'action-1-due-year': '',
    });
    expect(answer.status).toBe(303);
    const shown = await read(all.head, path);
    expect(shown).toContain('Five lessons');
    expect(shown).toContain('Version 1, which a later one follows');
    const plan = await owner().selectFrom('placement_action').select('what').where('placement_id', '=', id).execute();
    expect(plan).toEqual([{ what: 'Read aloud daily' }]);
  });

  it('that is late is chased once in the days of the policy, and stands in the way of the end', async () => {
    const id = await underWay();
    const one = await held(id);
    const chase = (now: Date) =>
      chaseLateNotes(database.site.db, placementTask, { remindEveryDays: 7 }, now, (p, v) => `http://x/${p}/${v}`);
    const before = (await lettersTo(database, all.leader)).length;
    expect(await chase(new Date())).toBeGreaterThan(0);
    const late = (await lettersTo(database, all.leader)).slice(before).map(({ text: words }) => words);
    expect(late.some((words) => words.includes(`${id}/${one}`))).toBe(true);
    expect(await chase(new Date())).toBe(0);
    const items = await asOwner(database, async (transaction) =>
      visitsNotRecorded(transaction, (await readPlacementRow(transaction, id))!),
    );
    expect(items.map(({ words }) => words).join()).toContain('is not written');
    expect(await read(all.broker, `/placements/${id}/visits`)).toContain('Note late');
  });
});
