import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import {
  type DesignationPeople,
  designationPeople,
  PARTS_IN_STORY,
  type Who,
} from '../../test/factories/designation-people.ts';
import type { Member } from '../../test/factories/people.ts';
import { addInspection } from '../../test/factories/register.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';
import { daysAfter, londonIsoDay } from '../opendata/rules/london-time.ts';
import { policyAsAt, policyById } from '../policies.ts';
import { dateBoxes } from '../web/form-date.ts';
import { raiseReviews } from './commands/designation/raise-reviews.ts';
import { remindReferees } from './commands/designation/remind-referees.ts';
import { designationTask } from './policy.ts';
import { APPLICATION_MOVES } from './rules/designation/states.ts';
import { designationProcessKind } from './schema/designation/process.ts';

/**
 * A round of Luton's for local leaders: the head of Elm (100001) applies, the panel declines, the board appeals and is upheld; then an
 * inspection of the school raises a review. Each test goes on from the one before.
 */
const database = testDatabase();
const today = londonIsoDay(new Date());
const process = policyAsAt(designationProcessKind, today);
let app: Hono;
let luton: Organisation;
let importId: number;
let people: DesignationPeople['people'];
let organisations: DesignationPeople['organisations'];
let round: string;
let own: string;
let file: string;

beforeAll(async () => {
  ({ importId, luton, people, organisations } = await designationPeople(database));
  app = siteOn(database);
});

async function read(member: Member | null, path: string): Promise<{ status: number; words: string }> {
  const answer = await ask(app, member, path);
  return { status: answer.status, words: wordsOf(await answer.text()) };
}

async function sent(member: Member | null, path: string, fields: Record<string, string> = {}) {
  const answer = await send(app, member, path, fields);
  return { status: answer.status, to: answer.headers.get('location'), words: wordsOf(await answer.text()) };
}

function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

async function rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await database.pool.query<T>(text, values)).rows;
}

const stateNow = async () =>
  (
    await rows<{ state: string }>(
      'select designation_state(id) as state from designation_application where urn = 100001',
    )
  )[0]!.state;

/** Links that were mailed to an address, the newest first. */
async function linksTo(email: string): Promise<string[]> {
  const found = await rows<{ text: string }>(
    'select b.text from mail_message m join mail_body b on b.message_id = m.id where m.to_email = $1 order by m.created_at desc',
    [email],
  );
  return found.map(({ text }) => /http:\/\/\S+(\/links\/reference\/\S+)/.exec(text)![1]!);
}

const move = async (member: Member, to: string, words: string, more: Record<string, string> = {}) => {
  const [{ moves }] = (await rows<{ moves: number }>(
    'select designation_moves(id) as moves from designation_application where urn = 100001',
  )) as [{ moves: number }];
  return sent(member, `${file}/moves`, { version: String(moves), to, 'move-words': words, ...more });
};

const remind = (day: string) =>
  remindReferees(database.site.db, designationTask('designation.remind'), {
    processOf: (name) => policyById(designationProcessKind, name),
    now: new Date(),
    today: day,
    linkTo: (token) => `http://localhost:3000/links/reference/${token}`,
  });
const nameTo = (who: Who, part: string) =>
  sent(people.broker, `${round}/panel`, { person: people[who].personId, part });
const asText = (from: string, to: string, part: string) => `${from} > ${to}: ${part}`;
const raise = () =>
  raiseReviews(database.site.db, designationTask('designation.raise-reviews'), {
    times: { ...process.review, aheadDays: 60 },
    heads: ['local-leader'],
    today,
  });
const statusNow = async () =>
  (await rows<{ status: string }>('select status from leader_designation order by recorded_at desc limit 1'))[0]!
    .status;

describe('a designation round', () => {
  it('is opened by a service lead, once, and announced to everybody', async () => {
    const path = `/organisations/${luton.id}/designation`;
    const fields = {
      ruleSet: 'rules-lle-2016',
      ...dateBoxes('opens', today),
      ...dateBoxes('closes', daysAfter(today, process.openDays)),
      ...dateBoxes('panel', daysAfter(today, process.openDays + process.panelAfterDays)),
    };
    expect((await sent(people.broker, path, fields)).status).toBe(403);
    const wrong = await sent(people.lead, path, {
      ...fields,
      ...dateBoxes('panel', today),
      ruleSet: '',
      'closes-day': '',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.words).toContain('The last day for applications must include a day');
    expect(wrong.words).toContain('Choose a role');
    expect((await sent(people.lead, path, { ...fields, ...dateBoxes('panel', today) })).words).toContain(
      'The day of the panel must be on or after the last day for applications',
    );
    expect((await sent(people.lead, path, fields)).status).toBe(303);
    expect((await sent(people.lead, path, fields)).status).toBe(409);
    const opened = await rows<{ id: string; rule_set: string }>('select id, rule_set from designation_round');
    expect(opened).toMatchObject([{ rule_set: 'rules-lle-2016' }]);
    round = `${path}/${opened[0]!.id}`;
    expect((await read(null, '/designation')).words).toContain('Local leader of education');
    const { words } = await read(null, `/designation/${opened[0]!.id}`);
    expect(words).toContain('Head for three years or more');
  });
});

const STEPS: Record<string, Record<string, string>> = {
  eligibility: { headSince: 'Head of Elm since 2015', stays: 'yes', exceptional: '' },
  evidence: { coached: 'The head of Oak', improved: 'Reading', offers: 'Phonics' },
  references: {
    'board-name': 'Gov Ernor',
    'board-position': 'Chair',
    'board-email': 'chair@example.org',
    'professional-name': 'Pro Fessional',
    'professional-position': 'Adviser',
    'professional-email': 'pro@example.org',
  },
  capacity: { days: 'One day', cover: 'My deputy leads' },
  declaration: { training: 'yes', true: 'yes' },
};

describe('an application', () => {
  it('is kept between steps, half-filled is in progress, and nobody else sees it', async () => {
    const begun = await sent(people.head, `/schools/100001/designation/${round.split('/').at(-1)}`);
    own = begun.to!.replace(/\?.*/, '');
    file = `${round}/applications/${own.split('/').at(-1)}`;
    const again = await sent(people.head, `/schools/100001/designation/${round.split('/').at(-1)}`);
    expect(again.to).toBe(begun.to);
    await sent(people.head, `${own}/steps/eligibility`, { ...STEPS.eligibility, headSince: '' });
    const { words } = await read(people.head, own);
    expect(words).toContain('In progress');
    expect(words).toContain('To submit, complete: Eligibility, Evidence');
    expect((await sent(people.head, `${own}/submit`)).status).toBe(409);
    expect((await read(people.lead, round)).words).toContain('0 applications');
    expect((await read(people.lead, file)).status).toBe(404);
    expect((await read(people.secondHead, own.replace('100001', '100002'))).status).toBe(404);
  });

  it('is submitted once, checked against what is published, and its referees get a link each', async () => {
    const same = { ...STEPS.references, 'professional-email': 'chair@example.org' };
    expect((await sent(people.head, `${own}/steps/references`, same)).words).toContain('must be different people');
    for (const [step, fields] of Object.entries(STEPS))
      expect((await sent(people.head, `${own}/steps/${step}`, fields)).status, step).toBe(303);
    expect((await sent(people.head, `${own}/submit`)).status).toBe(303);
    expect((await sent(people.head, `${own}/submit`)).status).toBe(303);
    expect(await stateNow()).toBe('awaiting reference');
    expect(await rows("select from mail_message where template = 'reference asked'")).toHaveLength(2);
    expect((await sent(people.head, `${own}/steps/evidence`, STEPS.evidence)).to).toBe(own);
    const { words } = await read(people.lead, file);
    expect(words).toContain('The register names Ann Day as head by');
    expect(words).toContain('Cannot be told');
    expect((await read(people.dudley, file)).status).toBe(403);
  });

  it('is referred by whoever holds the link, once; an expired link refuses; another referee can be asked', async () => {
    const [chair] = await linksTo('chair@example.org');
    const [pro] = await linksTo('pro@example.org');
    const page = await read(null, chair!);
    expect(page.words).toContain('My deputy leads');
    expect(page.words).not.toContain('The head of Oak');
    const missing = await sent(null, chair!, { supports: 'yes', release: 'Yes', strength: '' });
    expect([missing.status, missing.words.includes('Enter your reason')]).toEqual([400, true]);
    const given = { supports: 'yes', words: 'Board secret', release: 'Yes', strength: 'Calm' };
    expect((await sent(null, chair!, given)).words).toContain('Thank you');
    expect((await sent(null, chair!, { ...given, words: 'Again' })).words).toContain('was given already');
    expect((await read(null, `${chair}x`)).status).toBe(404);
    await rows("update private_link set expires_at = now() - interval '1 hour' where email = 'pro@example.org'");
    expect((await read(null, pro!)).status).toBe(410);
    expect((await sent(null, pro!, given)).status).toBe(410);
    const [{ id }] = (await rows("select id from designation_reference where referee = 'professional'")) as [
      { id: string },
    ];
    const asked = { reference: id, name: 'New Referee', position: 'Adviser', email: 'new@example.org' };
    expect((await sent(people.adviser, `${file}/references`, asked)).status).toBe(403);
    expect((await sent(people.broker, `${file}/references`, asked)).status).toBe(303);
    expect(await stateNow()).toBe('awaiting reference');
    const [newer] = await linksTo('new@example.org');
    expect(await remind(today)).toBe(0);
    expect(await remind(daysAfter(today, process.referenceDays - 1))).toBe(1);
    expect(await remind(daysAfter(today, process.referenceDays - 1))).toBe(0);
    const known = { supports: 'yes', words: 'Good', known: 'For years', strength: 'Much' };
    expect((await sent(null, newer!, known)).words).toContain('Thank you');
    expect(await stateNow()).toBe('eligibility check');
    expect((await read(people.head, own)).words).not.toContain('Board secret');
    expect((await read(people.lead, file)).words).toContain('Board secret');
  });

  it('comes to the panel when a person decided on every rule that the data leaves open', async () => {
    expect((await read(people.broker, '/my-work')).words).toContain('Check the eligibility of an applicant');
    expect((await read(people.broker, file)).words).toContain('Decide on “Will stay two years after designation”');
    expect((await move(people.broker, 'panel', '')).status).toBe(409);
    const [{ checks }] = (await rows('select checks from designation_check')) as [
      { checks: { key: string; verdict: string }[] },
    ];
    expect(checks.map(({ key }) => key)).toContain('headship');
    for (const { key } of checks.filter(({ verdict }) => verdict !== 'met')) {
      expect((await sent(people.broker, `${file}/rulings`, { rule: key, verdict: 'met' })).status).toBe(400);
      const ruling = { rule: key, verdict: key === 'grade' ? 'exceptional' : 'met', reason: 'Seen on paper' };
      expect((await sent(people.broker, `${file}/rulings`, ruling)).status, key).toBe(303);
    }
    expect((await sent(people.broker, `${file}/moves`, { version: '1', to: 'panel' })).words).toContain(
      'Somebody moved',
    );
    expect((await move(people.broker, 'panel', '')).status).toBe(303);
    expect(await stateNow()).toBe('panel');
  });
});

const SCORES = Object.fromEntries(
  ['impact', 'own', 'coaching', 'capacity'].flatMap((key) => [
    [`${key}-score`, '3'],
    [`${key}-words`, `Why of ${key}`],
  ]),
);

describe('a panel', () => {
  it('is named from the service; its chair can decide, and whoever sits on it hears no appeal', async () => {
    expect((await nameTo('adviser', 'chair')).words).toContain('is a service lead or broker');
    for (const [who, part] of [
      ['lead', 'chair'],
      ['broker', 'member'],
      ['adviser', 'member'],
      ['other', 'appeal'],
    ] as const)
      expect((await nameTo(who, part)).status, who).toBe(303);
    expect((await nameTo('lead', 'appeal')).status).toBe(409);
    expect((await nameTo('dudley', 'member')).status).toBe(409);
  });

  it('declares interests; somebody with one neither sees nor scores', async () => {
    expect((await read(people.adviser, file)).words).not.toContain('The head of Oak');
    expect((await sent(people.adviser, `${file}/interest`, { interest: 'yes', words: '' })).status).toBe(400);
    expect((await sent(people.adviser, `${file}/interest`, { interest: 'yes', words: 'A friend' })).status).toBe(303);
    const { words } = await read(people.adviser, file);
    expect(words).toContain('you neither see the application nor score it');
    expect(words).not.toContain('Eligibility');
    expect((await sent(people.adviser, `${file}/scores`, SCORES)).status).toBe(404);
    expect((await sent(people.lead, `${file}/scores`, SCORES)).words).toContain('Declare first');
    for (const who of ['lead', 'broker'] as const) await sent(people[who], `${file}/interest`, { interest: 'no' });
  });

  it('scores apart until all are in, and only its chair decides, with a reason', async () => {
    expect((await sent(people.broker, `${file}/scores`, { ...SCORES, 'own-score': '9' })).status).toBe(400);
    expect((await sent(people.broker, `${file}/scores`, { ...SCORES, 'own-words': 'Hidden until then' })).status).toBe(
      303,
    );
    expect((await read(people.lead, file)).words).not.toContain('Hidden until then');
    expect((await move(people.lead, 'declined', 'Too early')).words).toContain('Lea Lead has not scored');
    expect((await sent(people.lead, `${file}/scores`, SCORES)).status).toBe(303);
    expect((await read(people.lead, file)).words).toContain('Hidden until then');
    expect((await sent(people.broker, `${file}/scores`, SCORES)).status).toBe(409);
    expect((await move(people.broker, 'declined', 'No')).status).toBe(409);
    expect((await move(people.lead, 'declined', '')).status).toBe(400);
    expect((await move(people.lead, 'deferred', 'Later')).status).toBe(400);
    expect((await move(people.lead, 'declined', 'Not enough yet')).status).toBe(303);
    const [mail] = await rows<{ text: string }>(
      "select b.text from mail_message m join mail_body b on b.message_id = m.id where m.template = 'designation decided'",
    );
    expect(mail!.text).toContain('Not enough yet');
    expect(mail!.text).toContain('may appeal until');
    expect((await read(people.head, own)).words).toContain('Board secret');
    expect(await rows('select from leader_designation')).toHaveLength(0);
  });

  it('is appealed against by the accountable officer, and heard by somebody else, who enters it in the register', async () => {
    const officers = '/schools/100001/designation-outcomes';
    const page = await read(people.board, officers);
    expect(page.words).toContain('Not enough yet');
    expect(page.words).not.toContain('The head of Oak');
    const id = own.split('/').at(-1)!;
    expect((await sent(people.board, `${officers}/${id}/appeal`, {})).status).toBe(400);
    expect((await sent(people.board, `${officers}/${id}/appeal`, { words: 'Look again' })).status).toBe(303);
    expect((await sent(people.board, `${officers}/${id}/appeal`, { words: 'And again' })).status).toBe(409);
    expect((await move(people.lead, 'designated', 'Mine')).status).toBe(409);
    expect((await move(people.other, 'designated', 'The board is right')).status).toBe(303);
    const [designation] = await rows<{
      role: string;
      rule_set: string;
      status: string;
      review_on: string;
      home_urn: number;
      person_id: string;
    }>('select d.*, l.home_urn, l.person_id from leader_designation d join system_leader l on l.id = d.leader_id');
    expect(designation).toMatchObject({
      role: 'local-leader',
      rule_set: 'rules-lle-2016',
      status: 'in force',
      home_urn: 100_001,
    });
    expect(designation!.person_id).toBe(people.head.personId);
    expect(designation!.review_on > today).toBe(true);
  });
});

describe('the table of states in the database', () => {
  it('is the table of the rules', async () => {
    const held = await rows<{ from_state: string; to_state: string; part: string }>(
      'select from_state, to_state, part from designation_transition',
    );
    expect(held.map((row) => asText(row.from_state, row.to_state, row.part)).toSorted()).toEqual(
      APPLICATION_MOVES.flatMap(({ from, to, by }) => by.map((part) => asText(from, to, part))).toSorted(),
    );
  });

  it('lets each move be made by those whose part it is, and by nobody else', async () => {
    const [application] = await rows<{ id: string }>('select id from designation_application');
    // The second head applies too, so that there is somebody who has a part in another application alone.
    const parts: Record<Who, string[]> = {
      head: ['applicant', 'house'],
      board: ['accountable officer'],
      lead: ['service', 'panel chair'],
      broker: ['service'],
      other: ['service', 'appeal hearer'],
      adviser: [],
      dudley: [],
      secondHead: [],
    };
    const client = await database.pool.connect();
    try {
      for (const { from, to, by } of APPLICATION_MOVES)
        for (const part of by)
          for (const [who, own] of Object.entries(parts) as [Who, string[]][]) {
            await client.query('begin');
            await client.query('delete from designation_move');
            if (from !== 'draft')
              await client.query(
                `insert into designation_move (application_id, organisation_id, number, from_state, to_state, part, until_on)
                 select a.id, a.organisation_id, 1, t.from_state, t.to_state, t.part, case when t.to_state = 'deferred' then '2030-01-01'::date end
                 from designation_application a, designation_transition t where a.id = $1 and t.to_state = $2 limit 1`,
                [application!.id, from],
              );
            await client.query(
              `select set_config('alongside.person', $1, true), set_config('alongside.organisation', $2, true), set_config('alongside.role', $3, true)`,
              [people[who].personId, organisations[who].id, PARTS_IN_STORY[who]],
            );
            // All scores are in here, since before the first move to the panel nothing counts as scored.
            await client.query(
              'insert into designation_score (application_id, organisation_id, scores, made_by, made_in_role) select application_id, organisation_id, scores, made_by, made_in_role from designation_score',
            );
            await client.query('set local role alongside_app');
            const refused = await client
              .query(
                `insert into designation_move (application_id, organisation_id, number, from_state, to_state, part, until_on, made_by, made_in_role)
                 values ($1, $2, 2, $3, $4, $5, case when $4 = 'deferred' then '2030-01-01'::date end, $6, $7)`,
                [application!.id, luton.id, from, to, part, people[who].personId, PARTS_IN_STORY[who]],
              )
              .then(() => false)
              .catch(() => true);
            await client.query('rollback');
            expect(refused, `${from} > ${to} as ${part} by ${who}`).toBe(!own.includes(part));
          }
    } finally {
      client.release();
    }
  });
});

describe('a review', () => {
  it('is raised by an inspection of the home school, once, and removes nothing', async () => {
    await rows("update leader_designation set designated_on = '2021-01-01'");
    expect(await raise()).toBe(0);
    await addInspection(database.db, importId, 100_001, '2022-03-01', 'Requires improvement');
    expect(await raise()).toBe(1);
    expect(await raise()).toBe(0);
    expect(await statusNow()).toBe('in force');
    const list = await read(people.lead, `/organisations/${luton.id}/designation-reviews`);
    expect(list.words).toContain('An inspection of the home school');
    expect((await read(people.head, '/schools/100001/designation')).words).toContain('requires improvement');
  });

  it('is decided with a reason and appealed against by the leader; who decided it hears no appeal', async () => {
    const [{ id }] = (await rows('select id from designation_review')) as [{ id: string }];
    const path = `/organisations/${luton.id}/designation-reviews/${id}`;
    const moved = { urn: '100002', 'moved-words': 'The register', ...dateBoxes('moved', '2022-09-01') };
    expect((await sent(people.lead, `${path}/moved`, { ...moved, urn: '999999' })).status).toBe(400);
    expect((await sent(people.lead, `${path}/moved`, moved)).status).toBe(303);
    // Nothing is published of Oak, so the leader keeps the designation and is reviewed after 18 months.
    expect((await read(people.lead, path)).words).toContain('1 March 2024');
    const ends = { version: '1', outcome: 'ends', 'decision-words': 'No longer eligible' };
    expect((await sent(people.lead, `${path}/decision`, { ...ends, version: '0' })).status).toBe(409);
    expect((await sent(people.adviser, `${path}/decision`, ends)).status).toBe(403);
    expect((await sent(people.lead, `${path}/decision`, ends)).status).toBe(303);
    expect(await statusNow()).toBe('ended');
    const appeal = `/schools/100001/designation-reviews/${id}/appeal`;
    expect((await sent(people.secondHead, appeal.replace('100001', '100002'), { words: 'No' })).status).toBe(404);
    expect((await sent(people.head, appeal, { words: 'It was one inspection' })).status).toBe(303);
    const keeps = { version: '3', outcome: 'keeps', 'decision-words': 'Upheld' };
    expect((await sent(people.lead, `${path}/decision`, keeps)).status).toBe(409);
    expect((await sent(people.other, `${path}/decision`, keeps)).status).toBe(303);
    expect(await statusNow()).toBe('in force');
    const told = await rows("select from mail_message where template = 'designation review'");
    expect(told).toHaveLength(2);
  });
});
