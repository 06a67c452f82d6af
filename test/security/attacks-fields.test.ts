import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database/harness.ts';
import { ask, SITE_URL } from '../site.ts';
import { fieldsOfEachShape, honest, submit, type Target, walkAll, type WholeWalk } from './attack/forms.ts';
import { pathOf, type Route, routeOf, routesOf } from './attack/routes.ts';
import { type Findings, LINE_END, SCRIPT, sound } from './attack/sound.ts';
import { rowsWith, state } from './attack/state.ts';
import { walk } from './attack/walk.ts';
import { OTHERS, revive, reviveLinks, type World, worldOn } from './attack/world.ts';

const HOSTILE = {
  'SQL that ends the statement': `'; drop table person cascade; select pg_sleep(20); --`,
  'SQL that is always true': `' or '1'='1' union select null, version() --`,
  markup: SCRIPT,
  'a line end': LINE_END,
  'a byte of nothing': 'x\u0000y',
  'a template, a path and an address':
    'javascript:alert(1)//{{constructor.constructor("return process")()}}${7*7}../../etc/passwd',
  'a name of every object': '__proto__',
  nothing: '',
  'a flood': 'x'.repeat(30_000),
  'a number beyond numbers': '9'.repeat(400),
  'half a character': '\uD800\u202E',
} as const;

/** Markup is tried on every third field. The others take turns: each field gets one of them, and fields of a form different ones. */
const OFTEN = 'markup';
/** Of the texts for a query, which every page gets a third of; of pages to go back to, a fifth where no form asks for one. */
const [THIRD, FIFTH] = [3, 5];

/** Forms that stand only at one step of a story with several people, which the world of the attacks does not tell: the tests of their rooms send them. */
const WITHIN_A_STORY = [
  '/organisations/:organisation/designation/:round/applications/:application/scores',
  '/organisations/:organisation/designation/:round/applications/:application/moves',
  '/placements/:placement/money/flow',
  '/placements/:placement/money/documents/:document/withdraw',
  '/placements/:placement/visits/:visit/new-version',
  '/placements/:placement/visits/:visit/answer',
  '/placements/:placement/concerns/:concern/decide',
  '/placements/:placement/concerns/:concern/power',
  '/placements/:placement/agreement/objective/take-out',
  '/placements/:placement/review/delete',
  '/placements/:placement/candidates/:candidate/decision',
  '/placements/:placement/offers/reply',
  '/placements/:placement/objection/take-back',
  '/placements/:placement/objection/answer',
];

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const MINUTES = { timeout: 240_000 };

const database = testDatabase();
let world: World;
let routes: Route[];
let walked: WholeWalk;
let targets: Target[];

beforeAll(async () => {
  world = await worldOn(database);
  routes = routesOf(world.app);
  walked = await walkAll(database, world, routes);
  ({ targets } = walked);
});

function asksWhereTo({ form }: Target): boolean {
  return form.fields.some(({ name }) => name === 'to');
}

/** Each form as its finder would send it, with some fields changed. */
async function attack(
  target: Target,
  change: Record<string, string>,
  findings: Findings,
): Promise<{ status: number; text: string }> {
  const by = target.by === null ? null : await revive(database, target.by);
  if (by === null) await reviveLinks(database);
  return submit(
    world.app,
    by,
    target.form,
    { ...honest(target.form), ...(await asShownNow(target)), ...change },
    findings,
  );
}

/** The stamp of what a form's page showed, as somebody who has just opened it sends it: forms of before are refused when others decided since. */
async function asShownNow({ form }: Target): Promise<Record<string, string>> {
  if (!form.fields.some(({ name }) => name === 'seen')) return {};
  const [, round] = /\/planning\/([0-9a-f-]{36})/.exec(form.action)!;
  const { rows } = await database.pool.query<{ seen: string }>(
    `select count(*) || '.' || count(undone_at) as seen from planning_decision where round_id = $1`,
    [round],
  );
  return rows[0]!;
}

describe('every page, whoever reads it', () => {
  it('is sound', () => {
    expect(walked.unsound).toEqual([]);
  });

  it('shows nothing of others that its reader may not see', () => {
    expect(walked.leaks).toEqual([]);
  });

  it('changes nothing', () => {
    expect(walked.changedNothing).toBe(true);
  });
});

describe('every field of every form', () => {
  it('is found on the pages of the site', () => {
    const posts = routes.filter(({ method }) => method === 'POST');
    const reached = new Set(targets.map(({ form }) => routeOf(posts, form.method, form.action)));
    const missed = posts.filter((route) => !reached.has(route)).map(({ pattern }) => pattern);
    expect(missed.filter((pattern) => !WITHIN_A_STORY.includes(pattern))).toEqual([]);
  });

  it('is filled in well enough otherwise that most forms do their deed', MINUTES, async () => {
    const refused = [];
    const found: Findings = [];
    const posts = targets.filter(({ form }) => form.method === 'POST');
    for (const target of posts) {
      const { status } = await attack(target, {}, found);
      if (status >= 400) refused.push(`${target.form.action}: ${status}`);
    }
    expect(found).toEqual([]);
    expect(posts.length).toBeGreaterThan(25);
    // Codes, present passwords and pages of another session are what an attacker does not have.
    expect(refused.length, refused.join('\n')).toBeLessThan(posts.length / 3);
  });

  it.each(Object.entries(HOSTILE))('takes %s for text or refuses it', MINUTES, async (what, hostile) => {
    const before = await tables();
    const findings: Findings = [];
    const every = what === OFTEN ? THIRD : Object.keys(HOSTILE).length;
    const turn = Object.keys(HOSTILE).indexOf(what) % every;
    for (const [t, target] of targets.entries()) {
      for (const [f, { name }] of fieldsOfEachShape(target.form).entries()) {
        if ((t + f) % every === turn) await attack(target, { [name]: hostile }, findings);
      }
    }
    expect(findings).toEqual([]);
    expect(await tables()).toEqual(before);
  });

  it('is not made a list or a record by its name', MINUTES, async () => {
    const findings: Findings = [];
    for (const target of targets) {
      // Beside the form's own fields, so that one try does for all of them.
      const names = fieldsOfEachShape(target.form).flatMap(({ name }) => [
        `${name}[]`,
        `${name}[role]`,
        `${name}.role`,
        `__proto__[${name}]`,
      ]);
      await attack(target, Object.fromEntries(names.map((more) => [more, 'administrator'])), findings);
    }
    expect(findings).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'role')).toBe(false);
  });

  it('has left nothing behind that runs on any page', MINUTES, async () => {
    const findings: Findings = [];
    // What one of an organisation was shown, the others need not read again.
    const read = new Map<string, Set<string>>();
    for (const by of world.attackers) {
      const person = await revive(database, by);
      const known = read.get(by.organisation.id) ?? new Set();
      for (const page of await walk(world.app, routes, person, person.ids, findings, known)) {
        if (page.status === 200) known.add(page.path);
      }
      read.set(by.organisation.id, known);
    }
    expect([...read.values()].every((known) => known.size > 50)).toBe(true);
    expect(findings).toEqual([]);
  });
});

describe('every query field of every address', () => {
  const NAMES = ['to', 'q', 'page', 'token', 'done', 'sort', 'dir', 'from', 'until', 'person', 'action', 'outcome'];

  it.each([...Object.keys(HOSTILE).entries()])('takes text %i for text or nothing: %s', MINUTES, async (n, what) => {
    const attacker = await revive(database, world.attackers[0]!);
    const query = new URLSearchParams(NAMES.map((name) => [name, HOSTILE[what as keyof typeof HOSTILE]]));
    const findings: Findings = [];
    const pages = routes.filter(({ method }) => method === 'GET');
    for (const route of pages.filter((_, r) => (r + n) % THIRD === 0)) {
      const path = `${pathOf(route, attacker.ids)}?${query}`;
      for (const person of [attacker, null]) {
        await sound(await ask(world.app, person, path), path.slice(0, 200), findings);
      }
    }
    expect(findings).toEqual([]);
  });
});

describe('a page to go back to', () => {
  const ELSEWHERE = [
    'https://evil.example/',
    '//evil.example/',
    String.raw`/\evil.example/`,
    String.raw`\\evil.example/`,
    '/\t/evil.example/',
    '/\n/evil.example/',
    '/%09/evil.example',
    '///evil.example',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'evil.example',
    '@evil.example',
    '/../..//evil.example/',
    `${SITE_URL}@evil.example/`,
    `${SITE_URL}.evil.example/`,
  ];

  it.each([...ELSEWHERE.entries()])('is never number %i, %s', MINUTES, async (n, to) => {
    const attacker = await revive(database, world.attackers[0]!);
    const findings: Findings = [];
    const pages = routes.filter(({ method }) => method === 'GET');
    const asking = new Set(targets.filter(asksWhereTo).map(({ form }) => routeOf(pages, 'GET', form.page)));
    for (const route of pages.filter((page, r) => asking.has(page) || (r + n) % FIFTH === 0)) {
      const path = `${pathOf(route, attacker.ids)}?${new URLSearchParams({ to })}`;
      for (const person of [attacker, null]) {
        const html = await sound(await ask(world.app, person, path), path, findings);
        if (/(href|action)="((https?:)?\/[/\\]\S*evil|javascript:)/.test(html)) findings.push(`${path}: links there`);
      }
    }
    for (const target of targets.filter(asksWhereTo)) {
      await attack(target, { to }, findings);
    }
    expect(findings).toEqual([]);
  });
});

describe('fields that no form has', () => {
  const MARK = 'deadbeef-dead-4ead-8ead-deadbeefdead';
  const IDS = (
    'id person_id personId organisation_id organisationId membership_id invited_by decided_by decidedBy said_by ' +
    'placed_by lifted_by moderation_id token_hash password_hash totp_secret provider_issuer'
  ).split(' ');
  const EXTRA: Record<string, string> = {
    ...Object.fromEntries(IDS.map((name) => [name, MARK])),
    granted_by: 'operator',
    second_factor: 'true',
    secondFactor: 'true',
    demonstration: 'true',
    method: 'demonstration',
    role: 'administrator',
    from_school: 'true',
    ended_at: '',
    erased_at: '2020-01-01',
    restricted_at: '2020-01-01',
    computed_category: 'A',
    decided_in_role: 'administrator',
    state: 'sent',
  };

  it('are stored nowhere', MINUTES, async () => {
    const before = await powers();
    const findings: Findings = [];
    const posts = targets.filter(({ form }) => form.method === 'POST');
    for (const target of posts) {
      const known = new Set(target.form.fields.map(({ name }) => name));
      const extra = Object.fromEntries(Object.entries(EXTRA).filter(([name]) => !known.has(name)));
      await attack(target, extra, findings);
    }
    expect(posts.length).toBeGreaterThan(5);
    expect(findings).toEqual([]);
    expect(rowsWith(await state(database), [MARK])).toEqual([]);
    expect(await powers()).toEqual(before);
  });
});

describe('ids of others in the fields of forms', () => {
  it('reach nothing of theirs', MINUTES, async () => {
    const theirs = Object.values(world.others).filter((id) => ID.test(id));
    const before = rowsWith(await state(database), theirs);
    const findings: Findings = [];
    for (const target of targets) {
      for (const field of target.form.fields) {
        if (![field.value, ...field.options].some((value) => ID.test(value))) continue;
        for (const id of theirs) {
          const { text } = await attack(target, { [field.name]: id }, findings);
          const shows = text.replaceAll(`${OTHERS} School`, '').includes(OTHERS);
          if (shows) findings.push(`${target.form.action} ${field.name}: shows what is of others`);
        }
      }
    }
    expect(findings).toEqual([]);
    expect(rowsWith(await state(database), theirs)).toEqual(before);
  });
});

/** The tables that there are, and how much stands in what is published. */
async function tables() {
  const { rows } = await database.pool.query(
    `select (select count(*) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as tables,
      (select count(*) from school) as schools, (select count(*) from need_assessment) as needs`,
  );
  return rows;
}

/** What an attacker would like to have more of. */
async function powers() {
  const { rows } = await database.pool.query(
    `select (select count(*) from person where demonstration) as invented,
      (select count(*) from person where erased_at is not null or restricted_at is not null) as shut,
      (select count(*) from organisation where demonstration) as organisations,
      (select count(*) from session s join person p on p.id = s.person_id where s.method = 'demonstration' and not p.demonstration) as sessions,
      (select count(*) from membership where granted_by = 'operator') as granted,
      (select count(*) from need_comment where from_school and said_in_role not in ('headteacher', 'governor or trustee')) as words`,
  );
  return rows;
}
