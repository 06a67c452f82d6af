import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { actingAs, granted } from '../../test/factories/granted.ts';
import { headOf, needFor, placedSchool, roundPolicy } from '../../test/factories/matching.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';
import { openPlanningRound } from './commands/round/open-planning-round.ts';
import { workOffProposals } from './commands/round/work-off-proposals.ts';
import { runPlanning } from './policy.ts';
import type { RoundInputs } from './rules/round/inputs.ts';

/** A round of three needs and three leaders near each other. Each test goes on from the one before, as a round does. */
const database = testDatabase();
const needs = [1, 2, 3].map((n) => needFor(placedSchool(100_000 + n, { easting: 500_000 + n * 500 }), { days: 3 }));
const leaders = [4, 5, 6].map((n) => headOf(placedSchool(100_000 + n, { easting: 500_000 + n * 700 }), { days: 6 }));
const inputs: RoundInputs = {
  asAt: '2022-07-06',
  needs,
  leaders,
  context: [],
  policy: roundPolicy,
  policies: { need: 'n', designation: 'd', similar: 's' },
  travel: 'straight line',
};
const TERM = { schoolYear: 2026, term: 'spring', from: '2027-01-01', to: '2027-03-31' } as const;

let app: Hono;
let luton: Organisation;
let round: string;
/** What came of opening a second round of the same term. */
let again: Awaited<ReturnType<typeof openPlanningRound>>;
const people = {} as Record<'lead' | 'broker' | 'adviser' | 'dudley' | 'head', Member>;

beforeAll(async () => {
  const { db, site } = database;
  luton = await organisationIn(db, 'local authority', 821);
  people.lead = await memberIn(db, luton, 'service lead', { name: 'Name of lead' });
  people.broker = await memberIn(db, luton, 'broker', { name: 'Name of broker' });
  people.adviser = await memberIn(db, luton, 'adviser');
  people.dudley = await memberIn(db, await organisationIn(db, 'local authority', 332), 'service lead');
  people.head = await memberIn(db, await organisationIn(db, 'school', 100_001), 'headteacher');
  app = siteOn(database);
  const lead = actingAs(people.lead, luton, 'service lead');
  const scope = granted(runPlanning, lead, { kind: 'organisation', organisationId: luton.id });
  const opened = await openPlanningRound(site.db, scope, { title: 'Spring', ...TERM }, inputs);
  again = await openPlanningRound(site.db, scope, { title: 'Again', ...TERM }, inputs);
  round = `/organisations/${luton.id}/planning/${opened.ok ? opened.id : ''}`;
});

async function read(member: Member, path: string): Promise<{ status: number; words: string }> {
  const answer = await ask(app, member, path);
  return { status: answer.status, words: (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

async function sent(member: Member, path: string, fields: Record<string, string>) {
  const answer = await send(app, member, path, fields);
  const words = (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { status: answer.status, to: (answer.headers.get('location') ?? '').replace(/\?.*/, ''), words };
}

async function rows<T extends object>(text: string): Promise<T[]> {
  return (await database.pool.query<T>(text)).rows;
}

const pair = (what: 'lock' | 'forbid', leader: number, need: number, seen: string) => ({
  what,
  leader: leaders[leader]!.key,
  need: needs[need]!.key,
  reason: 'They know each other.',
  seen,
});

/** Asks for a proposal as it is asked for on a page, works it off, and gives where it is. */
async function propose(fields: Record<string, string> = {}): Promise<string> {
  const [scenario] = await rows<{ id: string }>('select id from planning_scenario order by made_at limit 1');
  const asked = await sent(people.broker, `${round}/scenarios/${scenario!.id}/propose`, { seconds: '5', ...fields });
  expect(asked.status).toBe(303);
  await workOffProposals({ pool: database.pool, atOnce: 2, log: (line) => expect.unreachable(line) });
  return asked.to;
}

describe('a planning round', () => {
  it('is one at a time for a term', () => {
    expect(again).toMatchObject({ ok: false, reason: 'term taken' });
  });

  it('is for its service alone, and decided in by those who run it', async () => {
    expect(again).toMatchObject({ ok: false });
    expect((await read(people.adviser, round)).words).toContain('Nothing is decided yet');
    expect((await read(people.adviser, `${round}/pair`)).status).toBe(403);
    expect((await sent(people.adviser, `${round}/pair`, pair('lock', 0, 0, '0.0'))).status).toBe(403);
    for (const other of [people.dudley, people.head]) expect((await read(other, round)).status).toBe(403);
    const own = round.replace(luton.id, people.dudley.personId);
    expect((await read(people.dudley, own)).status).toBe(403);
  });

  it('takes decisions with their reasons, and tells the second of two what the first decided', async () => {
    expect((await sent(people.broker, `${round}/pair`, pair('lock', 2, 0, '0.0'))).status).toBe(303);
    const late = await sent(people.lead, `${round}/pair`, pair('forbid', 1, 1, '0.0'));
    expect(late.status).toBe(409);
    expect(late.words).toContain('Name of broker decided: Pair locked: Head of School 100006 with School 100001.');
    expect((await sent(people.lead, `${round}/pair`, pair('forbid', 1, 1, '1.0'))).status).toBe(303);
    const twice = await sent(people.lead, `${round}/pair`, pair('lock', 1, 0, '2.0'));
    expect(twice.status).toBe(400);
    expect(twice.words).toContain('one need has one leader');
    const trail = await rows<{ detail: object; outcome: string }>(
      "select outcome, detail from audit_event where action = 'planning.run' and detail->>'step' = 'decide' order by seq",
    );
    expect(trail.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'done', 'failed']);
    expect(trail[0]!.detail).toMatchObject({ kind: 'lock', leader: leaders[2]!.key, need: needs[0]!.key });
  });

  it('proposes the best plan that keeps to them, with its proof', async () => {
    const proposal = await propose();
    const page = await read(people.adviser, proposal);
    expect(page.words).toContain('Proved best');
    expect(page.words).toContain('3 of 3');
    const [row] = await rows<{
      state: string;
      plan: { pairs: { needKey: string; leaderKey: string; placedBy: string }[] };
    }>('select state, plan from planning_proposal');
    const leaderOf = Object.fromEntries(row!.plan.pairs.map(({ needKey, leaderKey }) => [needKey, leaderKey]));
    expect([row!.state, leaderOf[needs[0]!.key]]).toEqual(['done', leaders[2]!.key]);
    expect(leaderOf[needs[1]!.key]).not.toBe(leaders[1]!.key);
    const csv = await ask(app, people.adviser, `${proposal}/plan.csv`);
    expect((await csv.text()).split('\r\n')).toHaveLength(5);
    const book = await ask(app, people.adviser, `${proposal}/plan.xlsx`);
    expect(book.headers.get('content-disposition')).toContain('plan-2026-spring.xlsx');
    expect([book.status, Buffer.from(await book.arrayBuffer()).toString('latin1', 0, 2)]).toEqual([200, 'PK']);
    const told = await ask(app, people.adviser, `${proposal}/progress`);
    expect(await told.text()).toContain('"is":"done"');
    const explained = async (path: string): ReturnType<typeof read> => {
      const answer = await read(people.adviser, path);
      return answer.status === 202 ? explained(path) : answer;
    };
    const keys = `need=${needs[1]!.key}&leader=${leaders[1]!.key}`;
    expect((await explained(`${proposal}/why-not?${keys}`)).words).toContain('It was decided in this round not to put');
    const why = await explained(`${proposal}/why`);
    expect([why.status, why.words]).toEqual([200, expect.stringContaining('What each pair costs, part by part')]);
  });

  it('undoes a decision, plans again near the plan before, and shows what changed', async () => {
    const [locked] = await rows<{ id: string }>("select id from planning_decision where kind = 'lock'");
    const [first] = await rows<{ id: string }>('select id from planning_proposal');
    expect((await sent(people.broker, `${round}/decided/${locked!.id}`, { why: 'A slip.' })).status).toBe(303);
    expect((await sent(people.lead, `${round}/decided/${locked!.id}`, { why: '' })).words).toContain(
      'undone it already',
    );
    const near = await propose({ near: first!.id, stay: 'yes', price: '1000' });
    expect((await read(people.lead, near)).words).toContain('have the same pairs');
    const anew = await propose({ near: first!.id, stay: 'no' });
    expect((await read(people.lead, anew)).words).toContain('new leader');
    const compared = await read(people.adviser, `${round}/compare`);
    expect([compared.status, compared.words.includes('On maps of the same land')]).toEqual([200, true]);
    expect((await sent(people.lead, `${anew}/forward`, { reason: 'The nearest.', seen: '2.1' })).status).toBe(303);
    expect((await read(people.adviser, round)).words).toContain('Taken forward');
  });

  it('keeps the best plan of a search that a restart cut off', async () => {
    const { pool } = database;
    await pool.query(
      `update planning_proposal set state = 'running', plan = null, progress = null,
         solution = jsonb_build_object('assignment', solution->'assignment', 'bound', 1, 'seconds', 2)
       where asked_at = (select max(asked_at) from planning_proposal)`,
    );
    await workOffProposals({ pool, atOnce: 1, log: (line) => expect.unreachable(line) });
    const [row] = await rows<{ state: string; covered: number; pairs: number }>(
      `select state, (progress->>'covered')::integer as covered, jsonb_array_length(plan->'pairs') as pairs
       from planning_proposal order by asked_at desc limit 1`,
    );
    expect(row).toEqual({ state: 'stopped', covered: 3, pairs: 3 });
  });

  it('says what stands against a plan, and what would mend it', async () => {
    const out = { what: 'withdraw leader', reason: 'Ill-timed.' };
    for (const [position, leader] of leaders.entries())
      expect(
        (await sent(people.lead, `${round}/leader`, { ...out, leader: leader.key, seen: `${3 + position}.1` })).status,
      ).toBe(303);
    await propose();
    const [empty] = await rows<{ id: string }>('select id from planning_proposal order by asked_at desc limit 1');
    expect((await read(people.lead, `${round}/proposals/${empty!.id}`)).words).toContain('No need has a leader');
  });
});
