import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { actingAs, granted } from '../../test/factories/granted.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { AS_AT, smallCountry } from '../../test/factories/small-country.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation, Role } from '../access/roles.ts';
import { readRounds } from './policy.ts';
import { needPackAsAt } from './queries.ts';
import { entitlements } from './queries/entitlements.ts';

/**
 * A round of Luton in the small country from its opening to its close: Elm High (100001) and Oak High (100002) are maintained, Ash
 * High (100003) is an academy. Each test goes on from the one before, as a round does.
 */
const database = testDatabase();
const POLICY = needPackAsAt(AS_AT).policy.id;
const REASON = 'The new head has the trust of the staff.';
const NOTE = 'We begin with Elm, says the panel.';
const DAYS = {
  term: '2026 autumn',
  ...day('panel', '2026-10-01'),
  ...day('letters', '2026-10-08'),
  ...day('answer', '2026-11-02'),
};

let app: Hono;
let luton: Organisation;
let rounds: string;
let round: string;
const people = {} as Record<
  'lead' | 'broker' | 'adviser' | 'dudley' | 'trust' | 'head' | 'governor' | 'ashHead' | 'oakHead',
  Member
>;

beforeAll(async () => {
  const { db, pool } = database;
  await smallCountry(database);
  await pool.query("update school set type_group = 'Academies' where urn = 100003");
  app = siteOn(database);
  luton = await organisationIn(db, 'local authority', 821);
  const members: [keyof typeof people, Organisation, Role][] = [
    ['lead', luton, 'service lead'],
    ['broker', luton, 'broker'],
    ['adviser', luton, 'adviser'],
    ['dudley', await organisationIn(db, 'local authority', 332), 'service lead'],
    ['trust', await organisationIn(db, 'trust', 5001), 'service lead'],
    ['head', await organisationIn(db, 'school', 100_001), 'headteacher'],
    ['governor', await organisationIn(db, 'governing board', 100_001), 'governor or trustee'],
    ['oakHead', await organisationIn(db, 'school', 100_002), 'headteacher'],
    ['ashHead', await organisationIn(db, 'school', 100_003), 'headteacher'],
  ];
  for (const [name, organisation, role] of members)
    people[name] = await memberIn(db, organisation, role, { name: `Name of ${name}` });
  rounds = `/organisations/${luton.id}/rounds`;
});

function day(prefix: string, text: string): Record<string, string> {
  const [year = '', month = '', date = ''] = text.split('-');
  return { [`${prefix}-day`]: date, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
}

async function read(member: Member | null, path: string): Promise<{ status: number; words: string }> {
  const answer = await ask(app, member, path);
  return { status: answer.status, words: (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

async function sent(
  member: Member,
  path: string,
  fields: Record<string, string>,
): Promise<{ status: number; to: string | null; words: string }> {
  const answer = await send(app, member, path, fields);
  const words = (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { status: answer.status, to: answer.headers.get('location'), words };
}

async function rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await database.pool.query<T>(text, values)).rows;
}

describe('a round is opened', () => {
  it('by the service lead alone, once a term and one at a time', async () => {
    expect((await sent(people.broker, rounds, DAYS)).status).toBe(403);
    const early = await sent(people.lead, rounds, { ...DAYS, ...day('letters', '2026-09-01') });
    expect([early.status, early.words.includes('Letters cannot go before the panel')]).toEqual([400, true]);
    const opened = await sent(people.lead, rounds, DAYS);
    expect(opened.status).toBe(303);
    round = opened.to!.replace(/\?.*/, '');
    const again = await sent(people.lead, rounds, { ...DAYS, term: '2026 spring' });
    expect([again.status, again.words.includes('Another round is under way')]).toEqual([409, true]);
  });

  it('on what need then says, without the academy that has no agreement', async () => {
    const items = await rows('select urn, proposed, points from need_round_item order by urn');
    expect(items).toEqual([
      { urn: 100_001, proposed: 'D', points: expect.any(Number) },
      { urn: 100_002, proposed: 'A', points: expect.any(Number) },
    ]);
    expect((await read(people.adviser, rounds)).words).toContain(
      '1 academy of the area has no agreement and is in no round',
    );
    const page = await read(people.broker, '/schools/100003/need/moderation');
    expect(page.words).toContain('Ash High is an academy without an agreement to take part');
    const refused = await sent(people.broker, '/schools/100003/need/moderation', {
      category: 'A',
      reason: REASON,
      policyId: POLICY,
      asAt: AS_AT,
    });
    expect(refused.status).toBe(409);
    expect((await read(people.ashHead, '/schools/100003/need')).words).toContain(
      'This academy has no agreement with the local authority',
    );
  });
});

describe('the panel', () => {
  it('reads the agenda, notes who is there, and nobody else sees it', async () => {
    await sent(people.broker, `${round}/panel`, { kind: 'present', words: 'Ann Day (lead), Bo Tan (broker)' });
    await sent(people.lead, `${round}/panel`, { kind: 'note', words: NOTE });
    expect((await sent(people.lead, `${round}/step`, { to: 'panel' })).status).toBe(303);
    const agenda = await read(people.adviser, round);
    expect(agenda.words).toContain('Ann Day (lead), Bo Tan (broker)');
    expect(agenda.words).toMatch(/Elm High .*Proposed: Category D/);
    const csv = await (await ask(app, people.adviser, `${round}/agenda.csv`)).text();
    expect(csv).toMatch(/100001,Elm High,Secondary,D,/);
    for (const who of ['dudley', 'trust', 'head', 'governor', 'oakHead'] as const) {
      for (const path of [rounds, round, `${round}/agenda.csv`, `${round}/letters`, `${round}/schools/100001`])
        expect((await read(people[who], path)).status, `${who} ${path}`).toBe(403);
    }
  });

  it('takes no decision of somebody with an interest, nor of whoever does not deny one, nor without a reason', async () => {
    const elm = `${round}/schools/100001`;
    expect(
      (await sent(people.broker, `${elm}/interest`, { kind: 'interest', interest: 'My child is there' })).status,
    ).toBe(303);
    const own = await sent(people.broker, elm, { category: 'D', noInterest: 'yes' });
    expect([own.status, own.words.includes('You have declared an interest')]).toEqual([409, true]);
    expect((await sent(people.lead, elm, { category: 'D' })).words).toContain(
      'Say that you have no interest in this school',
    );
    expect((await sent(people.lead, elm, { category: 'C', noInterest: 'yes' })).words).toContain(
      'Enter why you set another category',
    );
    expect((await sent(people.lead, elm, { category: 'C', reason: REASON, noInterest: 'yes' })).status).toBe(303);
    const trail = await rows<{ outcome: string }>(
      "select outcome from audit_event where action = 'need.decide-in-round' and detail->>'reason' = 'interest'",
    );
    expect(trail).toEqual([{ outcome: 'refused' }]);
  });

  it('confirms clear cases in one go, each in the name of the one who does, once however often it is sent', async () => {
    const fields = { urn: '100002', noInterest: 'yes' };
    expect((await sent(people.broker, `${round}/clear`, { urn: '100002' })).status).toBe(400);
    expect((await sent(people.broker, `${round}/clear`, { ...fields, urn: '200001' })).status).toBe(400);
    for (let times = 0; times < 2; times += 1)
      expect((await sent(people.broker, `${round}/clear`, fields)).status).toBe(303);
    const decisions = await rows(
      'select urn, category, computed_category, decided_in_role, round_id is not null as held, evidence is not null and pack_sha256 is not null as replayed from need_moderation order by urn',
    );
    expect(decisions).toEqual([
      {
        urn: 100_001,
        category: 'C',
        computed_category: 'D',
        decided_in_role: 'service lead',
        held: true,
        replayed: true,
      },
      { urn: 100_002, category: 'A', computed_category: 'A', decided_in_role: 'broker', held: true, replayed: true },
    ]);
  });
});

describe('letters', () => {
  let letter: string;

  it('go to people with accounts by mail that does not say the category, and are posted to the others', async () => {
    expect((await read(people.lead, `${round}/schools/100001/letter`)).words).toContain('Nothing has been sent.');
    expect((await sent(people.broker, `${round}/letters`, {})).status).toBe(403);
    expect((await sent(people.lead, `${round}/letters`, {})).status).toBe(303);
    const mails = await rows<{ text: string; template: string }>(
      'select template, text from mail_message m join mail_body b on b.message_id = m.id',
    );
    expect(mails.map(({ template }) => template)).toEqual(['need letter', 'need letter', 'need letter']);
    const elm = await rows<{ id: string; people: number }>(
      'select l.id, s.people from need_letter l join need_letter_sent s on s.letter_id = l.id where l.urn = 100001',
    );
    expect(elm).toMatchObject([{ people: 2 }]);
    letter = `/schools/100001/need/letters/${elm[0]!.id}`;
    expect(mails.filter(({ text }) => text.includes(letter))).toHaveLength(2);
    for (const { text } of mails) expect(text).not.toMatch(/[Cc]ategory|Elm|Oak/);
    expect((await sent(people.lead, `${round}/letters`, {})).words).toContain('No letter is due');
    expect((await sent(people.broker, `${letter}/posted`, day('posted', '2001-01-01'))).words).toContain(
      'before the day on which it was written',
    );
  });

  it('are read by the head and the governors with the evidence, and never the reason; by no other school', async () => {
    for (const who of ['head', 'governor'] as const) {
      const { status, words } = await read(people[who], letter);
      expect(status).toBe(200);
      expect(words).toContain('Elm High is in category C');
      expect(words).toContain('Category C means 9 days of support a year');
      expect(words).toContain('would have put the school in category D');
      expect(words).toContain('Latest inspection');
      expect(words).toContain('Please answer by 2 November 2026');
      for (const secret of [REASON, NOTE, 'My child']) expect(words).not.toContain(secret);
    }
    for (const who of ['oakHead', 'ashHead', 'dudley'] as const)
      expect((await read(people[who], letter)).status).toBe(403);
    expect((await read(people.trust, letter)).status).toBe(404);
    expect((await read(people.oakHead, letter.replace('100001', '100002'))).status).toBe(404);
  });
});

describe('the school answers', () => {
  const address = '/schools/100001/need/answer';
  const answer = {
    stance: 'disagree',
    words: 'Our newest results are better.',
    'achievement-claim': 'Progress is up.',
    'achievement-evidence': 'Mocks in May',
  };

  it('with a draft that is its own until it is sent', async () => {
    expect((await sent(people.head, address, { ...answer, words: '', step: 'send' })).words).toContain(
      'Enter why you do not agree',
    );
    expect((await sent(people.head, address, { ...answer, step: 'save' })).to).toBe(`${address}?done=saved`);
    expect((await read(people.head, address)).words).toContain('Mocks in May');
    expect((await read(people.lead, `${round}/schools/100001`)).words).not.toContain('Mocks in May');
    expect((await sent(people.broker, address, answer)).status).toBe(403);
  });

  it('and the services that judge it read that, on the agenda and on the page of its need', async () => {
    for (let times = 0; times < 2; times += 1)
      expect((await sent(people.head, address, { ...answer, step: 'send' })).to).toBe(`${address}?done=answered`);
    expect(await rows('select from need_answer')).toHaveLength(1);
    expect(await rows('select from need_answer_draft')).toHaveLength(0);
    for (const path of [`${round}/schools/100001`, '/schools/100001/need', '/schools/100001/need/history']) {
      const { words } = await read(people.broker, path);
      expect(words, path).toContain('The school does not agree with its category');
      expect(words, path).toContain('How we know: Mocks in May');
    }
    expect((await read(people.trust, '/schools/100001/need')).words).toContain('Mocks in May');
  });
});

describe('an academy', () => {
  const address = '/schools/100003/need/agreement';
  const agreement = {
    agreedBy: 'Cy Lee, chief executive',
    agreedFor: 'trust',
    scope: 'Category, letter and days',
    ...day('on', '2026-09-01'),
  };

  it('takes part once an agreement is written down, and may withdraw by itself', async () => {
    expect((await sent(people.ashHead, address, agreement)).status).toBe(403);
    expect((await sent(people.broker, address, agreement)).to).toBe(`${address}?done=agreed`);
    const fields = { category: 'A', reason: REASON, policyId: POLICY, asAt: AS_AT };
    expect((await sent(people.broker, '/schools/100003/need/moderation', fields)).status).toBe(303);
    expect((await read(people.adviser, '/areas/821/need?moderated=yes')).words).toContain('Ash High');
    const [{ id }] = (await rows<{ id: string }>('select id from need_agreement')) as [{ id: string }];
    expect((await sent(people.ashHead, `${address}/withdraw`, { agreement: id, words: 'The head' })).to).toBe(
      `${address}?done=withdrawn`,
    );
    // What was decided holds no longer, and nothing more is decided.
    expect((await read(people.adviser, '/areas/821/need?moderated=yes')).words).not.toContain('Ash High');
    expect((await sent(people.broker, '/schools/100003/need/moderation', fields)).status).toBe(409);
    const history = await read(people.ashHead, '/schools/100003/need/history');
    expect(history.words).toContain('Withdrawn by The head');
    expect(history.words).not.toContain(REASON);
  });
});

describe('afterwards', () => {
  it('days of the decided categories are there to plan with, by service', async () => {
    const subject = { kind: 'organisation', organisationId: luton.id } as const;
    const scope = granted(readRounds, actingAs(people.adviser, luton, 'adviser'), subject);
    const [trend] = await entitlements(database.site.db, scope);
    expect(trend).toMatchObject({ schoolYear: 2026, term: 'autumn', total: 11, undecided: 0, yearBefore: null });
    expect(trend!.schools.map(({ name, category, daysPerYear }) => [name, category, daysPerYear])).toEqual([
      ['Elm High', 'C', 9],
      ['Oak High', 'A', 2],
    ]);
  });

  it('a decision of the round holds on newer data, until a person decides again', async () => {
    const newer = '2022-08-01';
    await rows(
      `insert into need_assessment select urn, policy_id, '${newer}', category, points, indicators from need_assessment where as_at = '${AS_AT}'`,
    );
    expect((await read(people.head, '/schools/100001/need')).words).toMatch(
      /Category C: changed from D by service lead/,
    );
    await rows(`delete from need_assessment where as_at = '${newer}'`);
  });

  it('the round is closed, decides nothing more, and goes back only with a reason that stays', async () => {
    expect((await sent(people.lead, `${round}/step`, { to: 'closed' })).status).toBe(303);
    expect((await sent(people.lead, `${round}/schools/100001`, { category: 'D', noInterest: 'yes' })).status).toBe(409);
    expect((await sent(people.lead, `${round}/step`, { to: 'open' })).status).toBe(409);
    expect((await sent(people.lead, `${round}/step`, { to: 'open', words: 'A result was wrong' })).status).toBe(303);
    expect((await read(people.broker, round)).words).toContain('A result was wrong');
  });

  it('the history tells the service all, and the school what it may see', async () => {
    const service = await read(people.broker, '/schools/100001/need/history');
    for (const told of [
      'The round of the autumn term 2026-27 was opened',
      'in the autumn term 2026-27',
      REASON,
      'support in the autumn term',
    ])
      expect(service.words).toContain(told);
    const school = await read(people.head, '/schools/100001/need/history');
    expect(school.words).toContain('in a round of moderation');
    expect(school.words).toContain('support in the autumn term');
    for (const secret of [REASON, 'was opened', NOTE, 'Oak High']) expect(school.words).not.toContain(secret);
    const trail = await database.pool.query('select from audit_event where detail::text like any ($1)', [
      [`%${REASON}%`, '%Mocks%', `%${NOTE}%`],
    ]);
    expect(trail.rowCount).toBe(0);
  });
});
