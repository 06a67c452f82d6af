// How fast the busiest pages are with a nation's placements, and how that grows from a tenth of them:
//   npx tsx bench/web.ts [seconds a page mix]
// Loads the bundled register of England into a folder of its own, fills it with a tenth of 5,000 leaders, 50,000 placements and 500,000
// visits, measures, fills the rest, and measures again. The site runs in a process of its own, as served; 50 people, each signed in in a
// role, ask for the pages of that role: once with a second's thought between pages, once with none.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { hashOfToken, newToken } from '../src/access/secret.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connect.ts';
import { loadedHome } from '../test/loaded-home.ts';
import { type BenchPerson, fillPlacements, peopleOfBench } from './placements-at-scale.ts';

const SECONDS = Number(process.argv[2] ?? 20);
const USERS = 50;
const FULL = { leaders: 5_000, placements: 50_000, visits: 500_000 };
const TENTH = { leaders: 5_000, placements: 5_000, visits: 50_000 };

interface User extends BenchPerson {
  cookie: string;
  /** A placement that they take part in, under way. */
  placement: string;
}

/** The ten pages, with who asks for them. */
const PAGES: Record<string, { who: string[]; path: (user: User) => string }> = {
  'my work': { who: ['broker', 'service lead', 'system leader', 'headteacher'], path: () => '/my-work' },
  board: {
    who: ['broker', 'service lead'],
    path: ({ organisationId }) => `/organisations/${organisationId}/placements?order=due`,
  },
  'board, late': {
    who: ['broker'],
    path: ({ organisationId }) => `/organisations/${organisationId}/placements?late=yes`,
  },
  'need and capacity': {
    who: ['service lead'],
    path: ({ organisationId }) => `/organisations/${organisationId}/placements/service`,
  },
  'register of leaders': {
    who: ['broker', 'service lead'],
    path: ({ organisationId }) => `/organisations/${organisationId}/leaders`,
  },
  placement: { who: ['broker', 'system leader', 'headteacher'], path: ({ placement }) => `/placements/${placement}` },
  visits: {
    who: ['broker', 'system leader', 'headteacher'],
    path: ({ placement }) => `/placements/${placement}/visits`,
  },
  'plan and progress': {
    who: ['system leader', 'headteacher'],
    path: ({ placement }) => `/placements/${placement}/plan`,
  },
  history: { who: ['broker', 'headteacher'], path: ({ placement }) => `/placements/${placement}/history` },
  'school’s placements': { who: ['headteacher', 'system leader'], path: ({ urn }) => `/schools/${urn}/placements` },
};

const { home, remove } = await loadedHome();
const config = readConfig({ ALONGSIDE_HOME: home, NODE_ENV: 'test' });
const opened = await openDatabase(config, { command: 'bench/web', exclusive: true });
try {
  const tenth = await measuredAt(opened.owner.pool, TENTH);
  const full = await measuredAt(opened.owner.pool, FULL);
  print(tenth, full);
} finally {
  await opened.close();
  remove();
}

interface Measured {
  /** Milliseconds of each answer by page, of people who think for a second, and of people who do not. */
  thinking: Map<string, number[]>;
  hurried: Map<string, number[]>;
  hurriedPerSecond: number;
}

async function measuredAt(owner: pg.Pool, scale: typeof FULL): Promise<Measured> {
  const began = performance.now();
  await fillPlacements(owner, scale);
  const { rows } = await owner.query(
    'select (select count(*) from school) as schools, (select count(*) from system_leader) as leaders, (select count(*) from placement) as placements, (select count(*) from placement_visit) as visits',
  );
  console.log(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s:`, rows[0]);
  const users = await signedIn(owner);
  const site = fork(new URL('./web-site.ts', import.meta.url), {
    env: { ...process.env, ALONGSIDE_HOME: home, NODE_ENV: 'production' },
  });
  try {
    const [message] = (await once(site, 'message')) as [{ url: string }];
    // Each page once, so that what is worked out once is there, and that every page is what it should be.
    for (const [name, { who, path }] of Object.entries(PAGES))
      for (const user of users.filter(({ role }) => who.includes(role)).slice(0, 3))
        await asked(message.url, user, path(user), name);
    const thinking = await run(message.url, users, 1000);
    const hurried = await run(message.url, users, 0);
    const answers = [...hurried.values()].reduce((sum, times) => sum + times.length, 0);
    return { thinking, hurried, hurriedPerSecond: answers / SECONDS };
  } finally {
    site.kill();
    await once(site, 'exit');
  }
}

async function run(url: string, users: readonly User[], thought: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  const until = performance.now() + SECONDS * 1000;
  await Promise.all(
    users.map(async (user, k) => {
      const own = Object.entries(PAGES).filter(([, { who }]) => who.includes(user.role));
      await pause((thought * k) / users.length);
      for (let n = k; performance.now() < until; n++) {
        const [name, { path }] = own[n % own.length]!;
        const began = performance.now();
        await asked(url, user, path(user), name);
        times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
        if (thought > 0) await pause(thought);
      }
    }),
  );
  return times;
}

async function asked(url: string, { cookie, role }: User, path: string, name: string): Promise<void> {
  const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' });
  const text = await answer.text();
  if (answer.status !== 200)
    throw new Error(`${name} for a ${role}: ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
}

/** Fifty people, a mix of roles, each with a session and a placement of theirs. */
async function signedIn(owner: pg.Pool): Promise<User[]> {
  const people = await peopleOfBench(owner);
  const of = (role: string, many: number) => people.filter((person) => person.role === role).slice(0, many);
  const chosen = [...of('broker', 15), ...of('service lead', 5), ...of('system leader', 15), ...of('headteacher', 15)];
  if (chosen.length !== USERS) throw new Error(`${chosen.length} people of the bench instead of ${USERS}`);
  const users: User[] = [];
  for (const person of chosen) {
    const token = newToken();
    await owner.query(
      `insert into session (token_hash, person_id, membership_id, method, second_factor, idle_until, ends_at)
       values ($1, $2, $3, 'password', true, now() + interval '1 day', now() + interval '1 day')`,
      [hashOfToken(token), person.personId, person.membershipId],
    );
    const { rows } = await owner.query<{ id: string }>(
      `select id from placement where state = 'under way' and ($1::uuid = organisation_id or $2::uuid = leader_person_id or $3::integer = supported_urn)
       order by ($2::uuid = leader_person_id) desc nulls last, ($3::integer = supported_urn) desc nulls last limit 1`,
      [person.organisationId, person.personId, person.role === 'headteacher' ? person.urn : null],
    );
    users.push({ ...person, cookie: `session=${token}`, placement: rows[0]?.id ?? '' });
  }
  return users;
}

function print(tenth: Measured, full: Measured): void {
  console.log(`\n${USERS} people, each thinking a second between pages: milliseconds of an answer`);
  console.log('page                    p50 tenth   p95 tenth   p50 full   p95 full   p95 full/tenth');
  for (const name of Object.keys(PAGES)) {
    const [small, large] = [tenth.thinking.get(name) ?? [], full.thinking.get(name) ?? []];
    const cells = [at(small, 0.5), at(small, 0.95), at(large, 0.5), at(large, 0.95)].map((ms) =>
      ms.toFixed(0).padStart(9),
    );
    console.log(
      `${name.padEnd(22)} ${cells.join('  ')}   ${(at(large, 0.95) / at(small, 0.95)).toFixed(2).padStart(8)}`,
    );
  }
  for (const [what, key] of [
    ['with thought', 'thinking'],
    ['without any thought', 'hurried'],
  ] as const) {
    const [small, large] = [tenth[key], full[key]].map((times) => [...times.values()].flat());
    console.log(
      `all pages ${what}: p95 ${at(small!, 0.95).toFixed(0)} ms at a tenth, ${at(large!, 0.95).toFixed(0)} ms in full, ratio ${(at(large!, 0.95) / at(small!, 0.95)).toFixed(2)}`,
    );
  }
  console.log(
    `answers a second without thought: ${tenth.hurriedPerSecond.toFixed(0)} at a tenth, ${full.hurriedPerSecond.toFixed(0)} in full`,
  );
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
