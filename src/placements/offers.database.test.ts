import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { boxes, DATES, inDays, TOLD, TYPES, WEIGHED } from '../../test/factories/offers.ts';
import { addArea, addImport, addSchool } from '../../test/factories/register.ts';
import { ask, send, siteOn, SITE_URL } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';
import { londonIsoDay } from '../opendata/rules/london-time.ts';
import { policyAsAt } from '../policies.ts';
import { workOffOffers } from './commands/offer/work-off-offers.ts';
import { placementTask } from './policy.ts';
import { offerLinks } from './routes/offer/asked-for.tsx';
import { offerPolicyKind } from './schema/offer/offer-policy.ts';

const database = testDatabase();
const TODAY = londonIsoDay(new Date());
const LEADER_MAIL = 'lee@example.org';
const BOARD_MAIL = 'board@example.org';
let app: ReturnType<typeof siteOn>;
let service: Organisation;
const people = {} as Record<'broker' | 'adviser' | 'head' | 'leader' | 'board' | 'stranger', Member>;
let leaderId: string;

beforeAll(async () => {
  const { db } = database;
  app = siteOn(database);
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  for (const urn of [100_001, 100_003])
    await addSchool(db, {
      urn,
      import_id: register,
      name: `Primary ${urn}`,
      easting: 509_000 + (urn % 10),
      northing: 222_000,
    });
  service = await organisationIn(db, 'local authority', 821);
  people.broker = await memberIn(db, service, 'broker', { name: 'Bea Broker' });
  people.adviser = await memberIn(db, service, 'adviser');
  people.head = await memberIn(db, await organisationIn(db, 'school', 100_001), 'headteacher', { name: 'Hal Head' });
  people.leader = await memberIn(db, await organisationIn(db, 'school', 100_003), 'headteacher', {
    name: 'Lee Leader',
    email: LEADER_MAIL,
  });
  people.board = await memberIn(db, await organisationIn(db, 'governing board', 100_003), 'governor or trustee', {
    email: BOARD_MAIL,
  });
  people.stranger = await memberIn(db, await organisationIn(db, 'local authority', 332), 'broker');
  ({ id: leaderId } = await tenant(db)
    .insertInto('system_leader')
    .values({
      organisation_id: service.id,
      name: 'Lee Leader',
      email: LEADER_MAIL,
      home_urn: 100_003,
      phases: ['primary'],
      fields: [],
      contexts: [],
      furthest_minutes: null,
      most_schools: 2,
      partnership: null,
      changed_by: people.broker.personId,
      changed_in_role: 'broker',
    })
    .returning('id')
    .executeTakeFirstOrThrow());
});

let used = 0;

const requested = (more: Record<string, string> = {}) => ({
  once: randomUUID(),
  service: service.id,
  focus: 'Reading in year 2',
  detail: 'Children read less well than they could.',
  hopedOutcome: 'More read at the expected standard',
  when: 'From January',
  supportType: TYPES[used++ % TYPES.length]!,
  support: 'lead',
  contactName: 'Hal Head',
  contactEmail: 'hal@example.org',
  ...more,
});

async function asks(form = requested()): Promise<string> {
  const answer = await send(app, people.head, '/schools/100001/placements/ask', form);
  expect(answer.status, await answer.clone().text()).toBe(303);
  return /\/placements\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!;
}

const stored = (id: string) =>
  tenant(database.db).selectFrom('placement').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

async function post(member: Member | null, path: string, fields: Record<string, string>, status = 303) {
  const answer = await send(app, member, path, fields);
  expect(answer.status, path).toBe(status);
  return answer;
}

const version = async (id: string) => String((await stored(id)).version);

/** A request that is accepted, with the leader of the register on its short list and no interests. */
async function matched(): Promise<{ id: string; candidate: string }> {
  const id = await asks();
  await post(people.broker, `/placements/${id}/moves/begin-triage`, { version: '1' });
  await post(people.broker, `/placements/${id}/triage`, { version: '2', ...WEIGHED });
  await post(people.broker, `/placements/${id}/moves/accept-request`, { version: await version(id) });
  await post(people.broker, `/placements/${id}/candidates`, { leader: leaderId });
  const { id: candidate } = await tenant(database.db)
    .selectFrom('placement_candidate')
    .select('id')
    .where('placement_id', '=', id)
    .executeTakeFirstOrThrow();
  for (const side of ['home', 'supported'])
    await post(people.broker, `/placements/${id}/candidates/${candidate}/interests`, {
      side,
      ...TOLD,
      says: 'no interest',
    });
  return { id, candidate };
}

async function offered(): Promise<{ id: string; offer: string; tokens: Record<'offer' | 'release', string> }> {
  const { id, candidate } = await matched();
  const form = {
    version: await version(id),
    name: 'Lee Leader',
    email: LEADER_MAIL,
    releaseBy: 'home board',
    releaseEmail: BOARD_MAIL,
    halfDays: '6',
    ...DATES,
    ...boxes('answer', inDays(7)),
  };
  const wrong = await post(
    people.broker,
    `/placements/${id}/candidates/${candidate}/offer`,
    { ...form, releaseBy: 'home head' },
    409,
  );
  expect(await wrong.text()).toContain('its board releases them');
  await post(people.broker, `/placements/${id}/candidates/${candidate}/offer`, form);
  // Sent twice it is one offer.
  await post(people.broker, `/placements/${id}/candidates/${candidate}/offer`, form);
  const offers = await tenant(database.db)
    .selectFrom('placement_offer')
    .select('id')
    .where('placement_id', '=', id)
    .execute();
  expect(offers).toHaveLength(1);
  return { id, offer: offers[0]!.id, tokens: await tokensOf() };
}

/** The private links of the newest letters. */
async function tokensOf(): Promise<Record<'offer' | 'release', string>> {
  const { rows } = await database.pool.query<{ text: string }>(
    "select b.text from mail_body b join mail_message m on m.id = b.message_id where m.template in ('offer', 'release asked') order by m.created_at desc, m.id limit 40",
  );
  const token = (kind: string) =>
    rows
      .map(({ text }) => new RegExp(`${SITE_URL}/links/${kind}/(\\S+)`).exec(text)?.[1])
      .find((found) => found !== undefined)!;
  return { offer: token('offer'), release: token('release') };
}

const letters = async (template: string) =>
  Number(
    (await database.pool.query('select count(*) from mail_message where template = $1', [template])).rows[0].count,
  );

describe('a request for help', () => {
  it('makes one record of a form that is sent twice, numbers it, and refuses a second open one of the kind with the way to it', async () => {
    const form = requested();
    const id = await asks(form);
    expect(await asks(form)).toBe(id);
    const { reference, supported_head_id } = await stored(id);
    expect(reference).toMatch(/^20\d\d-001$/);
    expect(supported_head_id).toBe(people.head.personId);
    const second = await post(people.head, '/schools/100001/placements/ask', { ...form, once: randomUUID() }, 409);
    expect(await second.text()).toContain(`/placements/${id}`);
    const empty = await (await post(people.head, '/schools/100001/placements/ask', {}, 400)).text();
    for (const words of [
      'Choose whom you ask',
      'Enter what you want help with',
      'Choose the kind of help',
      'Enter an email address or a telephone number',
    ])
      expect(empty).toContain(words);
    expect(await letters('placement requested')).toBe(1);
    await post(people.broker, `/placements/${id}/moves/decline-request`, { version: '1', reason: 'No leader is free' });
    expect(await letters('request declined')).toBe(1);
  });

  it('is asked for by a service on somebody’s behalf, for its own schools only', async () => {
    const form = { ...requested(), urn: '100001', asker: 'partnership', onBehalfOf: '' };
    const path = `/organisations/${service.id}/placements/new`;
    expect(await (await post(people.broker, path, form, 400)).text()).toContain('Enter who it is');
    const made = await post(people.broker, path, { ...form, onBehalfOf: 'The North partnership' });
    const request = await (
      await ask(app, people.broker, made.headers.get('location')!.replace(/\?.*/, '/triage'))
    ).text();
    expect(request).toContain('The North partnership');
    expect((await send(app, people.broker, path, { ...requested(), urn: '999999', asker: 'school' })).status).toBe(409);
  });
});

describe('triage', () => {
  it('is in progress while half filled, names each missing part at the gate, and asks for the rule of focus', async () => {
    const id = await asks();
    await post(people.broker, `/placements/${id}/moves/begin-triage`, { version: '1' });
    await post(people.broker, `/placements/${id}/triage`, {
      version: '2',
      needWords: 'Confirmed',
      forImprovement: 'no',
      forImprovementWords: 'x',
    });
    const half = await (await ask(app, people.broker, `/placements/${id}/triage`)).text();
    expect(half).toContain('In progress');
    const shut = await (
      await post(people.broker, `/placements/${id}/moves/accept-request`, { version: '3' }, 409)
    ).text();
    for (const words of [
      'not confirmed who pays',
      'days are not estimated',
      'cost is not estimated',
      'next step',
      'why help is given all the same',
    ])
      expect(shut).toContain(words);
    expect(shut).not.toContain('The need is not confirmed');
    await post(people.broker, `/placements/${id}/triage`, { version: '3', ...WEIGHED });
    expect(await stored(id)).toMatchObject({ half_days: 6, risk: 'green' });
    await post(people.broker, `/placements/${id}/moves/accept-request`, { version: '4' });
    expect((await ask(app, people.head, `/placements/${id}/triage`)).status).toBe(403);
  });
});

describe('an offer', () => {
  it('waits for interests to be declared, and decided on by somebody independent', async () => {
    const { id, candidate } = await matched();
    const page = `/placements/${id}/candidates/${candidate}`;
    await post(people.broker, `${page}/interests`, {
      side: 'home',
      ...TOLD,
      says: 'interest',
      kind: 'family',
      detail: 'A cousin teaches there',
    });
    const { id: declaration } = await tenant(database.db)
      .selectFrom('placement_declaration')
      .select('id')
      .where('candidate_id', '=', candidate)
      .where('says', '=', 'interest')
      .executeTakeFirstOrThrow();
    const offer = {
      version: await version(id),
      name: 'L',
      email: 'l@example.org',
      releaseBy: 'home board',
      releaseEmail: BOARD_MAIL,
      halfDays: '2',
      ...DATES,
      ...boxes('answer', inDays(3)),
    };
    expect(await (await post(people.broker, `${page}/offer`, offer, 409)).text()).toContain('is not decided on');
    const decision = { declaration, outcome: 'mitigated', words: 'The cousin is told' };
    expect(await (await post(people.broker, `${page}/decision`, decision, 409)).text()).toContain(
      'somebody else decides',
    );
    await post(people.adviser, `${page}/decision`, decision);
    await post(people.broker, `${page}/offer`, offer);
    await post(people.broker, `/placements/${id}/moves/end-offer`, { version: await version(id), why: 'A mistake' });
    expect((await stored(id)).state).toBe('to match');
    expect(await letters('offer ended')).toBe(2);
  });

  it('is answered by private links, settled by the last yes, promised in the ledger, and given back when it ends', async () => {
    const { id, offer, tokens } = await offered();
    const shown = await (await ask(app, null, `/links/offer/${tokens.offer}`)).text();
    expect(shown).toContain('Children read less well');
    expect(shown).not.toContain('Confirmed');
    expect(await (await ask(app, null, `/links/release/${tokens.release}`)).text()).not.toContain(
      'Children read less well',
    );
    expect(await (await ask(app, people.broker, `/placements/${id}/offers`)).text()).toContain('Opened, not answered');
    // Nobody else's, and not of the other kind.
    expect((await ask(app, null, `/links/offer/${tokens.release}`)).status).toBe(404);
    expect((await ask(app, null, `/links/offer/none`)).status).toBe(404);
    await post(null, `/links/offer/${tokens.offer}`, { terms: '1', said: 'decline', reason: 'other' }, 400);
    await post(null, `/links/offer/${tokens.offer}`, { terms: '1', said: 'undecided', moreDays: '3' });
    await post(null, `/links/offer/${tokens.offer}`, { terms: '1', said: 'undecided', moreDays: '3' }, 400);
    expect((await stored(id)).due_on).toBe(inDays(10));
    await post(null, `/links/release/${tokens.release}`, { terms: '1', said: 'accept' });
    // Days that the leader offers instead: the service agrees, and the board that said yes to others is asked again.
    await post(null, `/links/offer/${tokens.offer}`, { terms: '1', said: 'counter', halfDays: '4', ...DATES });
    const { rows } = await database.pool.query<{ id: string }>(
      "select id from placement_offer_answer where offer_id = $1 and answer = 'counter'",
      [offer],
    );
    await post(people.broker, `/placements/${id}/offers/reply`, { answerId: rows[0]!.id, reply: 'agree' });
    expect((await stored(id)).state).toBe('offered');
    expect(
      await (await post(null, `/links/release/${tokens.release}`, { terms: '1', said: 'accept' }, 409)).text(),
    ).toContain('have changed since');
    await post(null, `/links/release/${tokens.release}`, { terms: '2', said: 'accept' });
    expect(await stored(id)).toMatchObject({
      state: 'accepted',
      home_urn: 100_003,
      leader_person_id: people.leader.personId,
      half_days: 8,
      due_on: inDays(7),
    });
    expect((await ask(app, null, `/links/offer/${tokens.offer}`)).status).toBe(410);
    expect(await letters('leader found')).toBe(1);
    const days = () =>
      database.pool.query('select kind, half_days, term from leader_days where placement_id = $1 order by noted_at', [
        id,
      ]);
    expect((await days()).rows).toEqual([{ kind: 'promised', half_days: 8, term: 'spring' }]);
    // The leader is a party now, and can no longer do it.
    expect(await (await ask(app, people.leader, `/placements/${id}/offers`)).text()).toContain(
      'If you can no longer do it',
    );
    await post(people.leader, `/placements/${id}/moves/end-offer`, { version: await version(id), why: 'Ill' });
    expect(await stored(id)).toMatchObject({ state: 'to match', home_urn: null, leader_person_id: null });
    expect((await days()).rows.at(-1)).toEqual({ kind: 'given back', half_days: 8, term: 'spring' });
    expect(await (await ask(app, people.head, `/placements/${id}/history`)).text()).not.toContain('Ill');
    expect((await ask(app, people.leader, `/placements/${id}`)).status).toBe(403);
  });

  it('is answered signed in by whom it is addressed to alone; an objection keeps the first contact waiting, and a late one is told', async () => {
    const { id, offer } = await offered();
    expect(await (await ask(app, people.leader, '/schools/100003/offers')).text()).toContain(
      'Work alongside Primary 100001',
    );
    expect(await (await ask(app, people.board, '/schools/100003/offers')).text()).toContain('Release Lee Leader');
    expect((await ask(app, people.head, `/schools/100001/offers/${offer}`)).status).toBe(404);
    expect((await ask(app, people.leader, `/placements/${id}`)).status).toBe(403);
    await post(people.board, `/schools/100003/offers/${offer}`, {
      terms: '1',
      said: 'conditions',
      words: 'Not on Fridays',
    });
    await post(people.leader, `/schools/100003/offers/${offer}`, { terms: '1', said: 'accept' });
    expect((await stored(id)).state).toBe('offered');
    const { rows } = await database.pool.query<{ id: string }>(
      "select id from placement_offer_answer where offer_id = $1 and answer = 'conditions'",
      [offer],
    );
    await post(people.broker, `/placements/${id}/offers/reply`, { answerId: rows[0]!.id, reply: 'agree' });
    expect((await stored(id)).state).toBe('accepted');
    await post(people.head, `/placements/${id}/objection`, { why: 'We worked together' });
    await post(people.head, `/placements/${id}/objection`, { why: 'We worked together' });
    const contact = { version: await version(id), ...boxes('on', TODAY), words: 'We meet in January' };
    expect(await (await post(people.leader, `/placements/${id}/moves/note-contact`, contact, 409)).text()).toContain(
      'objects to the leader',
    );
    await post(people.broker, `/placements/${id}/objection/answer`, {
      version: contact.version,
      outcome: 'leader stays',
      words: 'Long ago',
    });
    const future = await post(
      people.leader,
      `/placements/${id}/moves/note-contact`,
      { ...contact, ...boxes('on', inDays(2)) },
      400,
    );
    expect(await future.text()).toContain('must be today or in the past');
    await post(people.leader, `/placements/${id}/moves/note-contact`, contact);
    expect(await stored(id)).toMatchObject({ state: 'contracting', due_on: null });
    expect((await send(app, people.stranger, `/placements/${id}/moves/note-contact`, contact)).status).toBe(403);
  });

  it('reminds, and after its last day ends by the house, once, and is answered no more', async () => {
    const { id, offer, tokens } = await offered();
    const work = () =>
      workOffOffers(database.site.db, placementTask, {
        today: TODAY,
        policy: policyAsAt(offerPolicyKind, TODAY),
        links: offerLinks(SITE_URL),
      });
    await database.pool.query('update placement_offer set answer_by = $2 where id = $1', [offer, inDays(1)]);
    const before = await letters('offer');
    expect(await work()).toEqual({ expired: 0, reminded: 1 });
    expect(await work()).toEqual({ expired: 0, reminded: 0 });
    expect(await letters('offer')).toBe(before + 1);
    await database.pool.query('update placement_offer set answer_by = $2 where id = $1', [offer, inDays(-1)]);
    expect(await (await ask(app, null, `/links/offer/${tokens.offer}`)).text()).toContain('can no longer be answered');
    await post(null, `/links/offer/${tokens.offer}`, { terms: '1', said: 'accept' }, 400);
    expect(await work()).toEqual({ expired: 1, reminded: 0 });
    expect(await work()).toEqual({ expired: 0, reminded: 0 });
    expect((await stored(id)).state).toBe('to match');
    expect(await letters('offer expired')).toBe(1);
    expect(await (await ask(app, people.broker, `/placements/${id}/offers`)).text()).toContain('Not answered in time');
    // What was said cannot be changed, whoever tries.
    await expect(
      database.pool.query("update placement_offer set ended_how = 'declined' where id = $1", [offer]),
    ).rejects.toThrow(/stays as it ended/);
  });
});
