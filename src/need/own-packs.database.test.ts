import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { actingAs, granted } from '../../test/factories/granted.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { AS_AT, smallCountry } from '../../test/factories/small-country.ts';
import { ask, send, SITE_URL, siteOn, siteSecretOfTests } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';
import { londonIsoDay } from '../opendata/rules/london-time.ts';
import { FORM_TOKEN } from '../web/forgery.ts';
import { exportNeedPack, readAreaNeed, readSchoolNeed, readSchoolNeedForReplay } from './policy.ts';
import { needPackAsAt, readNeed } from './queries.ts';
import { assessUnder } from './queries/assess-under.ts';
import { ownPacks } from './queries/pack-preview.ts';
import { decisionsAsTheyWere, replayRun } from './queries/replay.ts';

const database = testDatabase();
const england = needPackAsAt(AS_AT).policy;
const today = londonIsoDay(new Date());
const ELM = '/schools/100001/need';
let app: Hono;
let luton: Organisation;
let trust: Organisation;
const people = {} as Record<'lead' | 'broker' | 'head' | 'trust' | 'dudley', Member>;

beforeAll(async () => {
  const { db } = database;
  await smallCountry(database);
  app = siteOn(database);
  luton = await organisationIn(db, 'local authority', 821);
  trust = await organisationIn(db, 'trust', 5001);
  people.lead = await memberIn(db, luton, 'service lead');
  people.broker = await memberIn(db, luton, 'broker');
  people.head = await memberIn(db, await organisationIn(db, 'school', 100_001), 'headteacher');
  people.trust = await memberIn(db, trust, 'service lead');
  people.dudley = await memberIn(db, await organisationIn(db, 'local authority', 332), 'service lead');
});

const packs = (id: string) => `/organisations/${id}/need-packs`;
const wordsOf = async (answer: Response) =>
  (await answer.text())
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
const read = async (who: Member, path: string) => wordsOf(await ask(app, who, path));
/** The address that an answer leads to, without what is said there. */
const ledTo = (answer: Response) => answer.headers.get('location')?.replace(/\?.*/, '');

async function bring(who: Member, organisation: Organisation, content: unknown): Promise<Response> {
  const body = new FormData();
  body.append(FORM_TOKEN, siteSecretOfTests.sign('form', who.token));
  body.append('file', new File([JSON.stringify(content)], 'pack.json'));
  return app.request(`${SITE_URL}${packs(organisation.id)}/import`, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: SITE_URL, 'sec-fetch-site': 'same-origin' },
    body,
  });
}

const [year, month, day] = today.split('-') as [string, string, string];
const FROM_TODAY = { 'from-day': day, 'from-month': month, 'from-year': year, reason: 'Agreed by the board' };
const { id: _id, ...content } = england;
/** England's pack with one question to people, and with lines that bring more schools help. */
const OWN = {
  kind: 'need policy',
  ...content,
  title: 'Pack of Luton',
  categories: england.categories.map((category, i) => ({ ...category, fromPoints: [0, 10, 15, 20][i] })),
  indicators: [
    ...england.indicators.filter((indicator) => !('question' in indicator)),
    {
      code: 'concern',
      label: 'Concern',
      source: 'Invented',
      phaseGroups: ['primary', 'secondary'],
      question: 'Is there a concern?',
      clearLevel: 'none',
      steps: [{ level: 'serious', points: 11 }],
      validMonths: 12,
    },
  ],
  atLeast: england.atLeast.filter((rule) => rule.when.every(({ indicator }) => indicator === 'inspection')),
};

describe('a pack of a service', () => {
  let draft = '';

  it('copied from England’s gives every school exactly what the stored assessment gives', async () => {
    const answer = await send(app, people.lead, packs(luton.id), { from: england.id });
    expect(answer.status).toBe(303);
    draft = ledTo(answer)!;
    const stored = await readNeed(
      database.site.db,
      granted(readAreaNeed, actingAs(people.lead, luton, 'service lead'), { kind: 'area', laCode: 821 }),
      { laCode: 821 },
    );
    const again = await assessUnder(database.site.db, needPackAsAt(AS_AT), AS_AT, { laCode: 821 });
    const published = stored!.needs.map((need) => ({
      ...need,
      indicators: need.indicators.filter(({ code }) =>
        again.get(need.urn)!.indicators.some((one) => one.code === code),
      ),
    }));
    for (const need of published) {
      expect(again.get(need.urn)).toMatchObject({ category: need.computed, points: need.points });
      expect(again.get(need.urn)!.indicators.map(({ sentence }) => sentence)).toEqual(
        need.indicators.map(({ sentence }) => sentence),
      );
    }
    expect(await read(people.lead, `${draft}/preview`)).toContain('No school would move to another category');
  });

  it('says what is wrong with a value, keeps what was typed, and then saves it', async () => {
    const form = `${draft}/edit/categories`;
    const wrong = await send(app, people.lead, form, { title: 'Ours', 'categories.3.fromPoints': 'x' });
    expect(wrong.status).toBe(400);
    const html = await wrong.text();
    expect(html).toContain('href="#categories.3.fromPoints"');
    expect(html).toContain('value="Ours"');
    expect(html).toContain('value="x"');
    expect((await send(app, people.lead, form, { 'categories.3.fromPoints': '41' })).status).toBe(303);
    expect(await read(people.lead, `${draft}/differences`)).toContain(
      'Category D: begins at: 40 points becomes 41 points.',
    );
    expect(await read(people.lead, `${draft}/preview`)).toContain('Schools that stay (3)');
  });

  it('is refused to whom it is not', async () => {
    expect((await send(app, people.broker, packs(luton.id), { from: england.id })).status).toBe(403);
    expect((await ask(app, people.broker, `${draft}/preview`)).status).toBe(403);
    expect((await ask(app, people.broker, draft)).status).toBe(200);
    expect((await ask(app, people.dudley, draft)).status).toBe(403);
    expect((await ask(app, people.head, draft)).status).toBe(403);
    expect((await ask(app, people.trust, draft.replace(luton.id, trust.id))).status).toBe(404);
  });

  it('comes as a file too, every fault of which is told', async () => {
    const faulty = await bring(people.lead, luton, { ...OWN, title: '', inNeed: ['Z'] });
    expect(faulty.status).toBe(400);
    expect(await wordsOf(faulty)).toMatch(/pack\.json: "title" is not valid.+pack\.json: "inNeed\.0" is not valid/);
    expect(await wordsOf(await bring(people.lead, luton, { ...OWN, minimumStandards: 'none' }))).toContain('"none"');
    const answer = await bring(people.lead, luton, OWN);
    expect(answer.status).toBe(303);
    draft = ledTo(answer)!;
    const file = await ask(app, people.broker, `${draft}/pack.json`);
    expect(await file.json()).toEqual({ ...OWN, validTo: null });
    const preview = await read(people.lead, `${draft}/preview`);
    expect(preview).toContain('1 of 3 schools would move');
    expect(preview).toMatch(/Ash High Category C Category D 20 20 Its points stay; the categories begin elsewhere/);
  });

  it('is published from today or later with a reason, and then stays as it is', async () => {
    const early = await send(app, people.lead, `${draft}/publish`, { ...FROM_TODAY, 'from-year': '2020' });
    expect([early.status, await wordsOf(early)]).toEqual([400, expect.stringContaining('today or later')]);
    const silent = await send(app, people.lead, `${draft}/publish`, { ...FROM_TODAY, 'from-day': '', reason: ' ' });
    const words = await wordsOf(silent);
    expect(words).toContain('Enter a day');
    expect(words).toContain('Enter why this pack is published');
    expect((await send(app, people.lead, `${draft}/publish`, FROM_TODAY)).status).toBe(303);
    expect((await send(app, people.lead, `${draft}/edit/categories`, { title: 'Other' })).status).toBe(404);
    expect((await send(app, people.lead, `${draft}/withdraw`, {})).status).toBe(400);
    const second = ledTo(await send(app, people.lead, packs(luton.id), { from: england.id }))!;
    const taken = await send(app, people.lead, `${second}/publish`, FROM_TODAY);
    expect(await wordsOf(taken)).toContain('Another pack begins on');
    const later = { ...FROM_TODAY, 'from-year': String(Number(year) + 1), 'from-day': '1' };
    expect((await send(app, people.lead, `${second}/publish`, later)).status).toBe(303);
    expect((await send(app, people.lead, `${second}/withdraw`, { why: 'Too soon' })).status).toBe(303);
    const listed = await read(people.broker, packs(luton.id));
    expect(listed).toMatch(/under your own pack “Pack of Luton”/);
    expect(listed).toContain('Too soon');
    const id = draft.split('/').at(-1)!;
    await expect(database.pool.query(`update need_pack set policy = '{}' where id = $1`, [id])).rejects.toThrow(
      'stays as it is',
    );
  });

  it('holds for the service’s schools in lists, files, pages and plans, and for nobody else', async () => {
    expect(await read(people.broker, '/areas/821/need')).toContain(
      'the policy “Pack of Luton” of Invented local authority 821',
    );
    const csv = await (await ask(app, people.broker, '/areas/821/need.csv')).text();
    expect(csv).toContain('Pack of Luton,Invented local authority 821,2022-07-06');
    expect(await read(people.broker, '/plan/821')).toContain('Pack of Luton');
    expect(await read(people.trust, ELM)).not.toContain('Pack of Luton');
    expect(await read(people.head, ELM)).toContain(
      'As Invented local authority 821 sees it, under its own pack “Pack of Luton”.',
    );
    expect(await read(people.head, `${ELM}?service=${trust.id}`)).toContain(
      'As Invented trust 5001 sees it, under England’s pack',
    );
    expect(await read(people.head, `${ELM}/rules`)).toContain('the own one of Invented local authority 821');
  });
});

const pointsOf = async (who: Member) => /(\d+) points? from/.exec(await read(who, ELM))?.[1];

describe('what the service enters', () => {
  const ENTRY = {
    code: 'concern',
    level: 'serious',
    'on-day': day,
    'on-month': month,
    'on-year': year,
    evidence: 'Seen at two visits <script>alert(1)</script>',
    note: 'Between us',
  };

  it('is asked for day, answer and evidence, all at once', async () => {
    const words = await wordsOf(await send(app, people.broker, `${ELM}/entries`, { code: 'concern' }));
    for (const fault of ['Choose an answer', 'Enter the day on which', 'Enter what was seen'])
      expect(words).toContain(fault);
    const future = { ...ENTRY, 'on-year': String(Number(year) + 1) };
    expect(await wordsOf(await send(app, people.broker, `${ELM}/entries`, future))).toContain(
      'must be today or earlier',
    );
    const old = { ...ENTRY, 'on-year': String(Number(year) - 11) };
    expect(await wordsOf(await send(app, people.broker, `${ELM}/entries`, old))).toContain('in the last 10 years');
  });

  it('counts at once, once however often it is sent, and the school reads all of it but the note', async () => {
    expect(await pointsOf(people.broker)).toBe('40');
    for (let times = 0; times < 2; times += 1)
      expect((await send(app, people.broker, `${ELM}/entries`, ENTRY)).status).toBe(303);
    expect(await pointsOf(people.broker)).toBe('51');
    expect(await pointsOf(people.head)).toBe('51');
    expect(await pointsOf(people.trust)).toBe('40');
    const html = await (await ask(app, people.head, ELM)).text();
    expect(html).toContain('Seen at two visits &lt;script>alert(1)&lt;/script>');
    expect(html).not.toContain('Between us');
    expect(await read(people.broker, ELM)).toContain('Between us');
    expect(await read(people.trust, ELM)).not.toContain('Seen at two visits');
    expect((await send(app, people.head, `${ELM}/entries`, ENTRY)).status).toBe(403);
  });

  it('stands in the decision that was made on it, which replays after it is withdrawn', async () => {
    const id = (
      await ownPacks(
        database.site.db,
        granted(exportNeedPack, actingAs(people.lead, luton, 'service lead'), {
          kind: 'organisation',
          organisationId: luton.id,
        }),
      )
    ).find(({ validTo, validFrom }) => validFrom === today && validTo === null)!.policy.id;
    const decision = { policyId: id, asAt: AS_AT, computed: 'D', category: 'D', reason: '' };
    expect((await send(app, people.broker, `${ELM}/moderation`, { ...decision, computed: 'A' })).status).toBe(409);
    expect((await send(app, people.broker, `${ELM}/moderation`, decision)).status).toBe(303);

    const { rows } = await database.pool.query<{ id: string }>('select id from need_entry');
    const withdraw = `${ELM}/entries/${rows[0]!.id}/withdraw`;
    expect((await send(app, people.trust, withdraw, { reason: 'Not mine' })).status).toBe(404);
    expect(await wordsOf(await send(app, people.broker, withdraw, { reason: '' }))).toContain('Enter why');
    expect((await send(app, people.broker, withdraw, { reason: 'It was another school' })).status).toBe(303);
    expect(await pointsOf(people.broker)).toBe('40');
    expect(await read(people.head, ELM)).toContain('It was another school');

    const scope = granted(readSchoolNeed, actingAs(people.broker, luton, 'broker'), {
      kind: 'school',
      urn: 100_001,
      laCode: 821,
      groupUids: [5001],
    });
    const [kept] = await decisionsAsTheyWere(database.site.db, scope, 100_001);
    expect(kept).toMatchObject({ points: 51, computed: 'D', replayed: { same: true, points: 51, category: 'D' } });
    expect(kept!.pack!.policy.title).toBe('Pack of Luton');
    for (const who of [people.broker, people.head])
      expect(await read(who, `${ELM}/decisions/${kept!.id}`)).toContain('exactly the same: category D with 51 points');
    expect((await ask(app, people.trust, `${ELM}/decisions/${kept!.id}`)).status).toBe(404);
    await expect(database.site.pool.query('update need_pack_text set policy = policy')).rejects.toThrow('denied');
  });
});

describe('a stored assessment drawn again', () => {
  it('is equal, and says which school differs when it was tampered with', async () => {
    const run = { policyId: england.id, asAt: AS_AT };
    expect(await replayRun(database.site.db, readSchoolNeedForReplay, run)).toMatchObject({ equal: 4, different: [] });
    await database.pool.query('update need_assessment set points = points + 1 where urn = 100003');
    expect(await replayRun(database.site.db, readSchoolNeedForReplay, run)).toMatchObject({
      equal: 3,
      different: [{ urn: 100_003 }],
    });
    expect(await replayRun(database.site.db, readSchoolNeedForReplay, { ...run, asAt: '2020-01-01' })).toBeNull();
  });
});
