import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { actingAs, granted } from '../../test/factories/granted.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { AS_AT, smallCountry } from '../../test/factories/small-country.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation, Role } from '../access/roles.ts';
import { moderate } from './commands/moderate.ts';
import { moderateNeed, schoolNeedForOperator } from './policy.ts';
import { needOfSchool } from './queries.ts';
import { needRecord } from './queries/need-record.ts';

const database = testDatabase();
const ELM = '/schools/100001/need';
const SHOWN = { policyId: 'england-2022-07', asAt: AS_AT };
const REASON = 'The new head has the trust of the staff, and attendance is up by a tenth.';

let app: Hono;
let luton: Organisation;
const people = {} as Record<
  | 'broker'
  | 'lead'
  | 'adviser'
  | 'reader'
  | 'dudley'
  | 'trust'
  | 'otherTrust'
  | 'head'
  | 'governor'
  | 'otherHead'
  | 'systemLeader',
  Member
>;

beforeAll(async () => {
  const { db } = database;
  await smallCountry(database);
  app = siteOn(database);
  luton = await organisationIn(db, 'local authority', 821);
  const dudley = await organisationIn(db, 'local authority', 332);
  const [trust, otherTrust] = [await organisationIn(db, 'trust', 5001), await organisationIn(db, 'trust', 5002)];
  const [elm, oak] = [await organisationIn(db, 'school', 100_001), await organisationIn(db, 'school', 100_002)];
  const board = await organisationIn(db, 'governing board', 100_001);
  const members: [keyof typeof people, Organisation, Role][] = [
    ['broker', luton, 'broker'],
    ['lead', luton, 'service lead'],
    ['adviser', luton, 'adviser'],
    ['reader', luton, 'read-only'],
    ['dudley', dudley, 'broker'],
    ['trust', trust, 'broker'],
    ['otherTrust', otherTrust, 'broker'],
    ['head', elm, 'headteacher'],
    ['governor', board, 'governor or trustee'],
    ['otherHead', oak, 'headteacher'],
    ['systemLeader', oak, 'system leader'],
  ];
  for (const [name, organisation, role] of members) {
    people[name] = await memberIn(db, organisation, role, { name: `Name of ${name}` });
  }
});

async function wordsOf(answer: Response): Promise<string> {
  return (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

async function read(member: Member | null, path: string): Promise<{ status: number; words: string }> {
  const answer = await ask(app, member, path);
  return { status: answer.status, words: await wordsOf(answer) };
}

/** The schools of Luton's plan as a person is given it: "100003 C". */
async function inNeedOfPlan(member: Member): Promise<string[]> {
  const answer = await ask(app, member, '/plan/821.json');
  expect(answer.status).toBe(200);
  const { inNeed } = (await answer.json()) as { inNeed: { urn: number; category: string }[] };
  return inNeed.map(({ urn, category }) => `${urn} ${category}`);
}

function decide(member: Member | null, fields: Record<string, string>, path = ELM): Promise<Response> {
  return send(app, member, `${path}/moderation`, { ...SHOWN, ...fields });
}

/** Rows of a table about Elm High, as the site's own role in somebody's name, by plain SQL. */
async function rowsAs(member: Member, table: string): Promise<number> {
  const client = await database.site.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('alongside.person', m.person, true), set_config('alongside.organisation', m.organisation, true), set_config('alongside.role', m.role, true)
       from (select $1::text as person, $2::text as organisation, $3::text as role) m`,
      await nameOf(member),
    );
    const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${table} where urn = 100001`);
    return rows[0]!.n;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function nameOf({ membershipId }: Member): Promise<string[]> {
  const { rows } = await database.pool.query<{ person_id: string; organisation_id: string; role: string }>(
    'select person_id, organisation_id, role from membership where id = $1',
    [membershipId],
  );
  return [rows[0]!.person_id, rows[0]!.organisation_id, rows[0]!.role];
}

async function stored(table: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(`select count(*) as n from ${table}`);
  return rows[0]!.n;
}

describe('a broker', () => {
  it('is shown what is worked out, and the choices in the words of the policy', async () => {
    const answer = await ask(app, people.broker, `${ELM}/moderation`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toMatch(/value="D" checked/);
    expect(html).toContain('D: Intensive support and challenge');
    expect((await read(people.broker, ELM)).words).toContain('Nobody has confirmed or changed the category yet.');
  });

  it('confirms without a reason, once however often the form is sent', async () => {
    for (let times = 0; times < 2; times += 1) {
      const answer = await decide(people.broker, { category: 'D', reason: '  ' });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${ELM}?done=moderated`]);
    }
    expect([await stored('need_moderation'), await stored('need_moderation_reason')]).toEqual([1, 0]);
    const { words } = await read(people.broker, `${ELM}?done=moderated`);
    expect(words).toContain('Your decision is saved.');
    expect(words).toMatch(/Category D: confirmed by broker, \d+ \w+ \d{4}\./);
    expect(words).toContain('Name of broker, broker for Invented local authority 821');
  });

  it('changes it with a reason, and is asked for one that is missing or too long', async () => {
    const without = await decide(people.broker, { category: 'B', reason: '\r\n ' });
    expect(without.status).toBe(400);
    const html = await without.text();
    expect(html).toContain('href="#reason"');
    expect(html).toMatch(/value="B" checked/);
    const long = await decide(people.broker, { category: 'B', reason: 'a'.repeat(2001) });
    expect(await wordsOf(long)).toContain('Reason must be 2000 characters or fewer');
    expect((await decide(people.broker, { category: 'Z', reason: REASON })).status).toBe(400);
    expect(await stored('need_moderation')).toBe(1);
    expect((await decide(people.broker, { category: 'B', reason: REASON })).status).toBe(303);
    const { words } = await read(people.broker, ELM);
    expect(words).toMatch(/Category B: changed from D by broker, .*\. From published data: Category D: 40 points/);
    expect(words).toContain(REASON);
    expect(words).toContain('Category D confirmed');
  });

  it('is told when the assessment is no longer the one that the page showed', async () => {
    const answer = await decide(people.broker, { category: 'C', reason: REASON, asAt: '2021-07-06' });
    expect(answer.status).toBe(409);
    expect(await wordsOf(answer)).toContain('New data came in after you opened this page');
    expect(await stored('need_moderation')).toBe(2);
  });

  it('leaves a trail of from and to, and never of the words', async () => {
    const { rows } = await database.pool.query<{ outcome: string; detail: object }>(
      "select outcome, detail from audit_event where action = 'need.moderate' and detail->>'only' is null order by seq",
    );
    expect(rows).toEqual([
      { outcome: 'done', detail: { from: 'D', to: 'D' } },
      { outcome: 'done', detail: { from: 'D', to: 'D', unchanged: true } },
      { outcome: 'failed', detail: { reason: 'reason needed' } },
      { outcome: 'done', detail: { from: 'D', to: 'B' } },
      { outcome: 'failed', detail: { reason: 'assessment changed' } },
    ]);
    const told = await database.pool.query('select from audit_event where detail::text like $1', [`%${REASON}%`]);
    expect(told.rowCount).toBe(0);
  });

  it('decides once when two send the same at the same moment', async () => {
    const member = await memberIn(database.db, luton, 'broker');
    const subject = { kind: 'school', urn: 100_003, laCode: 821, groupUids: [] } as const;
    const scope = granted(moderateNeed, actingAs(member, luton, 'broker'), subject);
    const decision = { ...SHOWN, category: 'B', reason: REASON } as const;
    const answers = await Promise.all([1, 2, 3].map(() => moderate(database.site.db, scope, decision)));
    expect(answers.filter((answer) => answer.ok && !answer.unchanged)).toHaveLength(1);
    await decide(people.broker, { category: 'C' }, '/schools/100003/need');
  });
});

describe('everywhere for the same organisation, the decision stands before what was worked out', () => {
  it('in the list, its filter, its progress and its file', async () => {
    const { words } = await read(people.adviser, '/areas/821/need');
    expect(words).toContain('2 of 3 confirmed, 1 of them changed to another category.');
    expect(words).toMatch(/Elm High Category B changed from D by broker/);
    expect(words.indexOf('Ash High')).toBeLessThan(words.indexOf('Elm High'));
    const open = await read(people.adviser, '/areas/821/need?moderated=no');
    expect(open.words).toContain('1 of 3 schools.');
    expect(open.words).not.toContain('Elm High');
    const csv = await (await ask(app, people.adviser, '/areas/821/need.csv?moderated=yes')).text();
    expect(csv).toMatch(/100001,Elm High,Secondary,B,D,"changed from D by broker, /);
    expect(csv.trim().split('\r\n')).toHaveLength(3);
  });

  it("on the area's page and in the counts of England, and for nobody else", async () => {
    expect((await (await ask(app, people.adviser, '/areas/821')).text()).match(/app-category--b/g)).toHaveLength(1);
    const own = await read(people.adviser, '/need');
    expect(own.words).toMatch(/Luton 0 1 1 1 3/);
    expect((await read(people.dudley, '/need')).words).toMatch(/Luton 1 1 0 1 3/);
  });

  it('in the plan, which follows a new decision at once', async () => {
    expect(await inNeedOfPlan(people.broker)).toEqual(['100003 C']);
    expect((await decide(people.lead, { category: 'C', reason: 'Too early to say.' })).status).toBe(303);
    expect(await inNeedOfPlan(people.broker)).toEqual(['100001 C', '100003 C']);
    expect((await read(people.broker, '/plan/821')).words).toMatch(/Category C changed from D by service lead/);
    // The head of a school that a person put in need stays at home, so nobody is left to lend.
    const oak = '/schools/100002/need';
    expect((await decide(people.lead, { category: 'D', reason: 'The roof fell in.' }, oak)).status).toBe(303);
    expect((await read(people.broker, '/plan/821')).words).toContain('gives 0 of them a head');
    expect((await decide(people.lead, { category: 'A' }, oak)).status).toBe(303);
    expect((await read(people.broker, '/plan/821')).words).not.toContain('gives 0 of them a head');
  });

  it('in why the plan is as it is, for those who may read the plan', async () => {
    const told = async (path: string): ReturnType<typeof read> => {
      const answer = await read(people.broker, path);
      return answer.status === 202 ? told(path) : answer;
    };
    const pairs = await told('/plan/821/why');
    expect(pairs.status).toBe(200);
    expect(pairs.words).toContain('Elm High with the leader from Oak High');
    expect((await told('/plan/821/why-not')).words).toContain('For which school? ');
    expect((await told('/plan/821/why-not?school=100001&leader=100002')).words).toContain('The plan has this pair');
    expect(await told('/plan/821/why-not?school=1')).toMatchObject({
      status: 400,
      words: expect.stringContaining('Choose a school of this plan') as string,
    });
    const others = await told('/plan/821/why-not?school=100001&leader=1');
    expect([others.status, others.words]).toEqual([400, expect.stringContaining('Nobody else could help this school')]);
    expect((await told('/plan/821/ways')).words).toContain('Every school of this plan has a leader');
    expect((await told('/plan/821/worth')).words).toContain('Every need has a leader in this plan.');
    expect((await read(people.dudley, '/plan/821/why')).status).toBe(403);
    const { rows } = await database.pool.query<{ outcome: string }>(
      "select distinct outcome from audit_event where action = 'plan.read-why' order by outcome",
    );
    expect(rows).toEqual([{ outcome: 'done' }, { outcome: 'refused' }]);
  });

  it("for the operator at the machine, by the area's own authority", async () => {
    const need = await needOfSchool(database.site.db, schoolNeedForOperator, 100_001);
    expect(need).toMatchObject({ category: 'C', computed: 'D', decision: { role: 'service lead' } });
    const { rows } = await database.pool.query(
      "select from audit_event where action = 'need.read-school' and person_id is null",
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the school itself', () => {
  it.each(['head', 'governor'] as const)(
    '(%s) sees its category, its evidence and who decided, not why',
    async (who) => {
      const { status, words } = await read(people[who], ELM);
      expect(status).toBe(200);
      expect(words).toMatch(/Category C: changed from D by service lead/);
      expect(words).toContain('Latest inspection');
      expect(words).toContain('Name of lead, service lead for Invented local authority 821');
      expect(words).not.toContain(REASON);
      expect(words).not.toContain('Too early to say');
      expect(words).not.toContain('Confirm or change the category');
      expect(await rowsAs(people[who], 'need_moderation_reason')).toBe(0);
      expect(await rowsAs(people[who], 'need_moderation')).toBe(3);
    },
  );

  it('comments, and the services that cover it read that; what the service answers stays between them', async () => {
    const address = `${ELM}/comments`;
    const said = 'The inspection was before the merger. <script>alert(1)</script>';
    for (let times = 0; times < 2; times += 1) {
      expect((await send(app, people.head, address, { comment: ` ${said}\r\n` })).status).toBe(303);
    }
    expect((await send(app, people.adviser, address, { comment: 'Noted: we visit in June.' })).status).toBe(303);
    expect(await stored('need_comment')).toBe(2);
    const html = await (await ask(app, people.head, ELM)).text();
    expect(html).toContain('The inspection was before the merger. &lt;script>alert(1)&lt;/script>');
    expect(html).toContain('Noted: we visit in June.');
    const trust = await read(people.trust, ELM);
    expect(trust.words).toContain('The inspection was before the merger.');
    expect(trust.words).not.toContain('Noted: we visit in June.');
    expect((await read(people.broker, ELM)).words).toContain('Name of head, headteacher for Invented school 100001');
  });

  it('is told what is wrong with a comment, and keeps what it typed', async () => {
    const empty = await send(app, people.head, `${ELM}/comments`, { comment: ' ' });
    expect(empty.status).toBe(400);
    expect(await wordsOf(empty)).toContain('Enter a comment');
    const long = await send(app, people.head, `${ELM}/comments`, { comment: 'b'.repeat(4001) });
    expect(await long.text()).toContain('b'.repeat(4001));
    expect(await stored('need_comment')).toBe(2);
  });
});

describe('each service judges for itself', () => {
  it('and does not see what the other decided', async () => {
    const before = await read(people.trust, ELM);
    expect(before.words).toContain('Nobody has confirmed or changed the category yet.');
    expect((await decide(people.trust, { category: 'A', reason: 'Ours to say.' })).status).toBe(303);
    expect((await read(people.trust, ELM)).words).toMatch(/changed from D by broker/);
    const { words } = await read(people.broker, ELM);
    expect(words).toMatch(/changed from D by service lead/);
    expect(words).not.toContain('Ours to say.');
    expect([
      await rowsAs(people.trust, 'need_moderation'),
      await rowsAs(people.trust, 'need_moderation_reason'),
    ]).toEqual([1, 1]);
  });
});

describe('a person who decides for two services', () => {
  it('reads in the name of each what that one decided, and not what they themselves did for the other', async () => {
    const asLuton = actingAs(people.trust, luton, 'broker');
    const subject = { kind: 'school', urn: 100_001, laCode: 821, groupUids: [5001] } as const;
    const scope = granted(moderateNeed, asLuton, subject);
    expect(await needOfSchool(database.site.db, scope, 100_001)).toMatchObject({ decision: { role: 'service lead' } });
    const { decisions } = await needRecord(database.site.db, scope);
    expect(decisions.map(({ organisation }) => organisation)).toEqual(Array(3).fill('Invented local authority 821'));
  });
});

describe('everybody else', () => {
  it.each(['dudley', 'otherTrust', 'otherHead', 'systemLeader', 'reader'] as const)('(%s) is refused', async (who) => {
    const before = await stored('need_moderation');
    expect((await read(people[who], ELM)).status).toBe(403);
    expect((await read(people[who], `${ELM}/moderation`)).status).toBe(403);
    expect((await decide(people[who], { category: 'A', reason: 'Because.' })).status).toBe(403);
    expect((await send(app, people[who], `${ELM}/comments`, { comment: 'Hello' })).status).toBe(403);
    expect(await stored('need_moderation')).toBe(before);
    expect(await rowsAs(people[who], 'need_moderation')).toBe(0);
    expect(await rowsAs(people[who], 'need_moderation_reason')).toBe(0);
    expect(await rowsAs(people[who], 'need_comment')).toBe(0);
  });

  it.each(['adviser', 'head', 'governor'] as const)('(%s) reads the need and decides nothing', async (who) => {
    expect((await read(people[who], ELM)).status).toBe(200);
    expect((await decide(people[who], { category: 'A', reason: 'Because.' })).status).toBe(403);
  });

  it('and a visitor is sent to sign in', async () => {
    expect((await read(null, ELM)).status).toBe(303);
    expect((await decide(null, { category: 'A', reason: 'Because.' })).status).toBe(303);
  });
});

describe('history', () => {
  it('stays: the site can add to it and change nothing', async () => {
    for (const table of ['need_moderation', 'need_moderation_reason', 'need_comment']) {
      await expect(database.site.pool.query(`delete from ${table}`), table).rejects.toThrow('permission denied');
      await expect(database.site.pool.query(`update ${table} set urn = urn`), table).rejects.toThrow(
        'permission denied',
      );
    }
    const { words } = await read(people.broker, ELM);
    const told = ['Category C, changed from D', 'Category B, changed from D', 'Category D confirmed'];
    const places = told.map((decision) => words.indexOf(decision));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});
