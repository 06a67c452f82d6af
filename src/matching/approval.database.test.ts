import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { smallCountry } from '../../test/factories/small-country.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation, Role } from '../access/roles.ts';
import { londonIsoDay } from '../opendata/rules/london-time.ts';
import { workOffProposals } from './commands/round/work-off-proposals.ts';
import { termsToPlan } from './rules/round/planning-term.ts';

/**
 * The second half of a round of Luton in the small country: Elm High (100001) and Ash High (100003) need a lead head. Oak High (100002),
 * whose head can help Elm and is forbidden for Ash, is moved to Dudley, so that a pair concerns two areas; Fir High (200001) of Dudley is
 * too far from everybody.
 * Each test goes on from the one before, as a round does.
 */
const database = testDatabase();
let app: Hono;
let luton: Organisation;
let dudley: Organisation;
let round: string;
const people = {} as Record<
  'lead' | 'broker' | 'adviser' | 'other' | 'dudley' | 'elmHead' | 'oakHead' | 'elmBoard' | 'adviserAtAsh',
  Member
>;
const DAY = { 'answer-day': '1', 'answer-month': '12', 'answer-year': '2099' };
const REASON = 'The head is on long leave.';

beforeAll(async () => {
  const { db, pool } = database;
  await smallCountry(database);
  await pool.query("update school set la_code = 332, la_name = 'Dudley' where urn = 100002");
  app = siteOn(database);
  luton = await organisationIn(db, 'local authority', 821);
  dudley = await organisationIn(db, 'local authority', 332);
  const elm = await organisationIn(db, 'school', 100_001);
  const members: [keyof typeof people, Organisation, Role][] = [
    ['lead', luton, 'service lead'],
    ['broker', luton, 'broker'],
    ['adviser', luton, 'adviser'],
    ['other', luton, 'service lead'],
    ['dudley', dudley, 'service lead'],
    ['elmHead', elm, 'headteacher'],
    ['elmBoard', await organisationIn(db, 'governing board', 100_001), 'governor or trustee'],
    ['oakHead', await organisationIn(db, 'school', 100_002), 'headteacher'],
  ];
  for (const [name, organisation, role] of members)
    people[name] = await memberIn(db, organisation, role, { name: `Name of ${name}` });
  // Somebody of the service who also governs the school that would be helped.
  await pool.query(
    `insert into membership (person_id, organisation_id, role, granted_by)
     select $1, o.id, 'governor or trustee', 'operator' from organisation o where o.kind = 'governing board' and o.urn = 100001`,
    [people.other.personId],
  );
  const { schoolYear, term } = termsToPlan(londonIsoDay(new Date()))[0]!;
  const opened = await sent(people.broker, `/organisations/${luton.id}/planning`, { term: `${schoolYear} ${term}` });
  round = opened.to!.replace(/\?.*/, '');
  const forbid = { what: 'forbid', need: '100003:lead', leader: 'head:100002', reason: REASON, seen: '0.0' };
  await sent(people.broker, `${round}/pair`, forbid);
});

async function read(member: Member | null, path: string): Promise<{ status: number; words: string }> {
  const answer = await ask(app, member, path);
  return { status: answer.status, words: wordsOf(await answer.text()) };
}

async function sent(member: Member, path: string, fields: Record<string, string> = {}) {
  const answer = await send(app, member, path, fields);
  return { status: answer.status, to: answer.headers.get('location'), words: wordsOf(await answer.text()) };
}

function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

async function rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await database.pool.query<T>(text, values)).rows;
}

/** Asks for a proposal in the newest scenario and has it searched for; its id. */
async function propose(): Promise<string> {
  const [scenario] = await rows<{ id: string }>('select id from planning_scenario order by made_at desc limit 1');
  const waiting = await rows('select from planning_proposal where state = $1', ['waiting']);
  if (waiting.length === 0) await sent(people.broker, `${round}/scenarios/${scenario!.id}/propose`, { seconds: '5' });
  await workOffProposals({ pool: database.pool, atOnce: 1, log: (line) => process.stderr.write(line) });
  const [proposal] = await rows<{ id: string; state: string }>(
    'select id, state from planning_proposal order by asked_at desc limit 1',
  );
  expect(proposal?.state).toBe('done');
  return proposal!.id;
}

const linesOf = () =>
  rows<{ id: string; need_key: string; leader_key: string | null; put_forward_id: string }>(
    `select l.* from planning_line l where put_forward_id =
       (select id from planning_put_forward order by made_at desc limit 1) order by need_key`,
  );
const stateOf = async () => (await rows<{ state: string }>('select state from planning_round'))[0]!.state;

/** Runs plain SQL over the site's own connection in a person's name; then takes it all back. */
async function as(member: Member, role: string, text: string, values: unknown[]): Promise<string | undefined> {
  const client = await database.site.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      "select set_config('alongside.person', $1, true), set_config('alongside.organisation', $2, true), set_config('alongside.role', $3, true)",
      [member.personId, luton.id, role],
    );
    return (await client.query<{ id: string }>(text, values)).rows[0]?.id;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('partners', () => {
  it('join by agreement: invited by the lead of one, accepted by the lead of the other', async () => {
    const invite = { code: '332', words: 'Heads near the border help both.' };
    const unknown = await sent(people.lead, `${round}/partners`, { ...invite, code: '5001' });
    expect([unknown.status, unknown.words.includes('No authority or trust with this code')]).toEqual([409, true]);
    expect((await sent(people.broker, `${round}/partners`, invite)).status).toBe(403);
    expect((await sent(people.lead, `${round}/partners`, invite)).status).toBe(303);
    const [mail] = await rows<{ to_email: string }>(
      "select to_email from mail_message where template = 'invited to a round'",
    );
    expect(mail!.to_email).toBe(people.dudley.email);
    const pooled = `/organisations/${dudley.id}/pool/${round.split('/').at(-1)}`;
    expect((await sent(people.dudley, `${pooled}/bring`)).status).toBe(404);
    expect((await sent(people.dudley, pooled, { to: 'joined', words: 'Agreed.' })).status).toBe(303);
    expect((await sent(people.dudley, `${pooled}/bring`)).status).toBe(303);
    expect((await read(people.lead, `${round}/partners`)).words).toContain('It brought 1 need and 1 leader');
  });

  it('add what they bring to every later plan, and read none of the round itself', async () => {
    await propose();
    const [counted] = await rows<{ needs: number }>(
      "select jsonb_array_length(plan -> 'pairs') + jsonb_array_length(plan -> 'uncovered') as needs from planning_proposal",
    );
    expect(counted!.needs).toBe(3);
    expect((await read(people.dudley, round)).status).toBe(403);
    const own = round.replace(luton.id, dudley.id);
    for (const part of ['approval', 'interests', 'approved', 'changes', 'panel', 'partners'])
      expect((await read(people.dudley, `${own}/${part}`)).status, part).toBe(404);
  });
});

describe('a plan shared with the panel', () => {
  it('is a copy for a named person; a partner’s reader is given what concerns the partner', async () => {
    const [proposal] = await rows<{ id: string }>('select id from planning_proposal');
    const reader = people.adviser.personId;
    expect((await sent(people.broker, `${round}/panel`, { proposal: proposal!.id, reader })).status).toBe(303);
    const theirs = { proposal: proposal!.id, reader: people.dudley.personId };
    expect((await sent(people.broker, `${round}/panel`, theirs)).status).toBe(303);
    expect(await stateOf()).toBe('shared');
    const shares = await rows<{ id: string; reader_for: string }>(
      'select id, reader_for from planning_share order by shared_at',
    );
    const at = shares.map(({ id, reader_for }) => `/organisations/${reader_for}/shared/${id}`);
    const whole = await read(people.adviser, at[0]!);
    for (const school of ['Elm High', 'Ash High', 'Fir High']) expect(whole.words).toContain(school);
    const part = await read(people.dudley, at[1]!);
    expect(part.words).toContain('Fir High');
    expect(part.words).toContain('of 3 needs with a leader');
    expect((await read(people.dudley, at[0]!.replace(luton.id, dudley.id))).status).toBe(404);
    expect((await sent(people.adviser, at[0]!, { comment: 'A good plan.' })).status).toBe(303);
    expect((await read(people.broker, `${round}/panel`)).words).toContain('A good plan.');
    expect((await sent(people.broker, `${round}/panel/${shares[0]!.id}/end`)).status).toBe(303);
    expect((await read(people.adviser, at[0]!)).status).toBe(404);
  });
});

describe('interests', () => {
  it('are asked of both heads when a plan is put forward, and each reads its own question alone', async () => {
    const [proposal] = await rows<{ id: string }>('select id from planning_proposal');
    const forward = { proposal: proposal!.id, ...DAY };
    expect((await sent(people.lead, `${round}/forward`, { ...forward, 'answer-year': '2001' })).status).toBe(400);
    expect((await sent(people.lead, `${round}/forward`, forward)).status).toBe(303);
    const pairs = (await linesOf()).filter(({ leader_key }) => leader_key !== null);
    expect(pairs.map(({ need_key }) => need_key)).toEqual(['100001:lead']);
    const mails = await rows<{ to_email: string; text: string }>(
      "select to_email, text from mail_message m join mail_body b on b.message_id = m.id where template = 'interests asked'",
    );
    expect(mails.map(({ to_email }) => to_email).toSorted()).toEqual(
      [people.elmHead.email, people.oakHead.email].toSorted(),
    );
    for (const { text } of mails) expect(text).not.toMatch(/Elm|Oak/);
    const elm = await read(people.elmHead, '/schools/100001/declarations');
    expect(elm.words).toContain('Oak High');
    expect((await read(people.elmHead, '/my-work')).words).toContain(
      'Say whether you have an interest in another school',
    );
    expect((await read(people.elmBoard, '/schools/100001/declarations')).status).toBe(403);
    const asks = await rows<{ id: string; side: string }>('select id, side from planning_ask order by side');
    const supported = asks.find(({ side }) => side === 'supported')!.id;
    expect((await read(people.oakHead, `/schools/100002/declarations/${supported}`)).status).toBe(404);
  });

  it('keep a pair from approval until both are answered and decided, each open item by name', async () => {
    const [line] = (await linesOf()).filter(({ leader_key }) => leader_key !== null);
    const approve = { forward: line!.put_forward_id, line: line!.id, noInterest: 'yes' };
    const early = await sent(people.adviser, `${round}/pairs`, approve);
    expect(early.status).toBe(409);
    expect(early.words).toContain(
      'The head of Oak High has not answered yet. The head of Elm High has not answered yet.',
    );
    const asks = await rows<{ id: string; side: string }>('select id, side from planning_ask order by side');
    const [home, supported] = asks.map(({ id }) => id);
    const family = { says: 'interest', kind: 'family', detail: 'A cousin teaches there.' };
    const missing = await sent(people.oakHead, `/schools/100002/declarations/${home}`, { says: 'interest' });
    expect([missing.status, missing.words.includes('Choose what kind of interest it is')]).toEqual([400, true]);
    expect((await sent(people.oakHead, `/schools/100002/declarations/${home}`, family)).status).toBe(303);
    const told = {
      says: 'no interest',
      how: 'telephone',
      givenBy: 'Ann Day, head',
      'on-day': '2',
      'on-month': '11',
      'on-year': '2020',
    };
    expect((await sent(people.broker, `${round}/interests/${supported}/answer`, told)).status).toBe(303);
    expect((await read(people.elmHead, `/schools/100001/declarations/${supported}`)).words).toContain(
      'Ann Day, head by telephone',
    );
    const undecided = await sent(people.adviser, `${round}/pairs`, approve);
    expect(undecided.words).toContain('Oak High declared an interest that nobody has decided on.');
    const decision = { outcome: 'mitigated', words: 'The cousin is in no meeting.' };
    expect((await sent(people.broker, `${round}/interests/${home}/decision`, decision)).status).toBe(303);
    expect((await read(people.elmHead, `/schools/100001/declarations/${supported}`)).words).not.toContain('cousin');
  });
});

describe('approval', () => {
  it('is refused to whoever made the plan, decided on an interest, or has a stake in either school', async () => {
    const [line] = (await linesOf()).filter(({ leader_key }) => leader_key !== null);
    const approve = { forward: line!.put_forward_id, line: line!.id, noInterest: 'yes' };
    const byLead = await sent(people.lead, `${round}/pairs`, approve);
    expect([byLead.status, byLead.words.includes('You made this plan or put it forward.')]).toEqual([409, true]);
    const byGovernor = await sent(people.other, `${round}/pairs`, approve);
    expect([byGovernor.status, byGovernor.words.includes('You are governor or trustee at Elm High')]).toEqual([
      409,
      true,
    ]);
    const interest = { kind: 'interest', urn: '100002', interest: 'My sister works there.' };
    expect((await sent(people.adviser, `${round}/interest`, interest)).status).toBe(303);
    expect((await sent(people.adviser, `${round}/pairs`, approve)).words).toContain(
      'You declared an interest in Oak High.',
    );
    const over = { ...interest, kind: 'interest withdrawn', interest: 'She has left.' };
    expect((await sent(people.adviser, `${round}/interest`, over)).status).toBe(303);
  });

  it('asks for the reason of a difference, fixes the pair for good, and settles the round', async () => {
    const [line] = (await linesOf()).filter(({ leader_key }) => leader_key !== null);
    const address = `${round}/pairs/${line!.id}`;
    const other = { forward: line!.put_forward_id, leader: line!.leader_key!, days: '2', noInterest: 'yes' };
    const silent = await sent(people.adviser, address, other);
    expect([silent.status, silent.words.includes('Say why: 2 days instead of')]).toEqual([409, true]);
    expect(
      (await sent(people.adviser, address, { ...other, days: '150', differs: 'More is better.' })).words,
    ).toContain('would give 150 days and has');
    expect((await sent(people.adviser, address, { ...other, differs: 'A short start.' })).status).toBe(303);
    expect(await stateOf()).toBe('approved');
    const book = await ask(app, people.broker, `${round}/approved.xlsx`);
    expect([book.status, Buffer.from(await book.arrayBuffer()).toString('latin1', 0, 2)]).toEqual([200, 'PK']);
    const list = await ask(app, people.broker, `${round}/approved.csv`);
    expect((await list.text()).split('\r\n')[1]).toMatch(
      /^100001,Elm High,a lead head,2,.*100002,Oak High,.*A short start\.$/,
    );
    for (const change of ["update planning_approved_pair set differs = 'x'", 'delete from planning_approved_pair'])
      await expect(database.pool.query(change)).rejects.toThrow('added and never changed');
  });

  it('is held in the database too: no row of somebody with a hand in the plan or a stake in a school', async () => {
    const [line] = await rows<{ put_forward_id: string; round_id: string }>(
      'select put_forward_id, round_id from planning_line where leader_key is not null',
    );
    const approval =
      'insert into planning_approval (put_forward_id, round_id, organisation_id, approved_by, approved_in_role) values ($1, $2, $3, $4, $5) returning id';
    const by = (member: Member, role: string) =>
      as(member, role, approval, [line!.put_forward_id, line!.round_id, luton.id, member.personId, role]);
    await expect(by(people.lead, 'service lead')).rejects.toThrow('row-level security');
    expect(await by(people.other, 'service lead')).toBeDefined();
    const pair = `with a as (${approval}) insert into planning_approved_pair
      (approval_id, round_id, organisation_id, need_key, leader_key, supported_urn, home_urn, parties, days, content, approved_by)
      select id, $2, $3, 'n', 'l', $6, 100002, '{}', 1, '{}', $4 from a returning id`;
    const pairBy = (urn: number) =>
      as(people.other, 'service lead', pair, [
        line!.put_forward_id,
        line!.round_id,
        luton.id,
        people.other.personId,
        'service lead',
        urn,
      ]);
    await expect(pairBy(100_001)).rejects.toThrow('row-level security');
  });
});

describe('a partner', () => {
  it('sees its own schools, the pairs of its own leaders, and the totals; never another’s needs', async () => {
    const page = await read(people.dudley, `/organisations/${dudley.id}/pool/${round.split('/').at(-1)}`);
    for (const shown of ['Fir High', 'Elm High', 'Oak High', 'of 3 needs with a leader'])
      expect(page.words).toContain(shown);
    expect(page.words).not.toContain('Ash High');
  });
});

describe('after approval', () => {
  it('a leader withdraws: the round opens, the pair no longer stands, and only its need is planned anew', async () => {
    const [pair] = await rows<{ leader_key: string }>('select leader_key from planning_approved_pair');
    const change = {
      kind: 'leader withdraws',
      leader: pair!.leader_key,
      urn: '',
      reason: REASON,
      'on-day': '1',
      'on-month': '11',
      'on-year': '2020',
    };
    expect((await sent(people.broker, `${round}/changes`, { ...change, leader: 'head:1' })).status).toBe(409);
    expect((await sent(people.broker, `${round}/changes`, change)).status).toBe(303);
    expect(await stateOf()).toBe('open');
    expect((await read(people.adviser, `${round}/changes`)).words).toContain('a new leader is wanted for Elm High');
    expect((await read(people.adviser, `${round}/approved`)).words).toContain(`A leader withdraws: ${REASON}`);
    const replan = { name: 'Around what stands', move: 'stay', price: '30' };
    expect((await sent(people.broker, `${round}/replan`, replan)).to).toContain('/proposals/');
    await propose();
    const [plan] = await rows<{ pairs: number; urns: number[] }>(
      `select jsonb_array_length(plan -> 'pairs') as pairs,
         array(select (u ->> 'urn')::int from jsonb_array_elements(plan -> 'uncovered') u) as urns
       from planning_proposal order by asked_at desc limit 1`,
    );
    expect(plan).toEqual({ pairs: 0, urns: [100_001] });
  });
});
