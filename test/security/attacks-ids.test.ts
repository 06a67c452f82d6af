import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database/harness.ts';
import { ask, send } from '../site.ts';
import { pathOf, type Route, routesOf, withIds } from './attack/routes.ts';
import { type Findings, sound } from './attack/sound.ts';
import { state } from './attack/state.ts';
import { type Attacker, type Ids, OTHERS, revive, type World, worldOn } from './attack/world.ts';

/** Thousands of requests, on a machine that may have other work. */
const MINUTES = { timeout: 120_000 };

const database = testDatabase();
let world: World;
let routes: Route[];
let attackers: Attacker[];

beforeAll(async () => {
  world = await worldOn(database);
  routes = routesOf(world.app);
  attackers = await Promise.all(world.attackers.map(async (attacker) => revive(database, attacker)));
});

/** Which ids are swapped for others': each by itself and, where there are more, all together. */
function swaps(parameters: readonly string[]): (readonly string[])[] {
  const each = [...new Set(parameters)].map((name) => [name]);
  return each.length > 1 ? [...each, parameters] : each;
}

/** Ids that are nobody's, for a parameter that holds an id like this one. */
function nonsense(id: string): string[] {
  const nobodys = /^\d+$/.test(id) ? '999999' : randomUUID();
  return [
    nobodys,
    '0',
    '-1',
    'x',
    'null',
    '%00',
    '%27%20or%20%271%27=%271',
    '..%2f..%2fetc%2fpasswd',
    '%0d%0aX-Owned:%20yes',
    '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '99999999999999999999',
    '1e5',
    `%20${id}`,
    'x'.repeat(5000),
    '%E0%A4%A',
  ];
}

/** Words that a form of a record might want, so that only the id can be what it is refused for. */
const WORDS = Object.fromEntries(
  ['reason', 'words', 'answer', 'comment', 'body'].map((name) => [name, 'Honest words']),
);

async function visit(route: Route, attacker: Attacker, ids: Ids, findings: Findings) {
  const path = pathOf(route, ids);
  const answer = await (route.method === 'GET'
    ? ask(world.app, attacker, path)
    : send(world.app, attacker, path, WORDS));
  return { status: answer.status, text: await sound(answer, `${route.method} ${path.slice(0, 200)}`, findings) };
}

describe('ids in addresses', () => {
  it(
    'are refused when they are of others, one by one and together, and nothing of theirs shows or changes',
    MINUTES,
    async () => {
      const before = await state(database);
      const findings: Findings = [];
      let tried = 0;
      for (const route of withParameters().filter(({ permission }) => permission.who !== 'everyone')) {
        for (const attacker of attackers) {
          for (const swapped of swaps(route.parameters)) {
            const foreign = Object.fromEntries(swapped.map((name) => [name, world.others[name]!]));
            const { status, text } = await visit(route, attacker, withIds(attacker.ids, foreign), findings);
            const what = `${route.method} ${route.pattern} with another's ${swapped.join(' and ')}, by ${attacker.role}`;
            if (![403, 404].includes(status)) findings.push(`${what}: answered ${status}`);
            if (text.includes(OTHERS)) findings.push(`${what}: shows what is theirs`);
            tried += 1;
          }
        }
      }
      expect(findings).toEqual([]);
      expect(await state(database)).toEqual(before);
      expect(tried).toBeGreaterThan(50);
    },
  );

  it('are refused when they are nobody’s or no ids at all', MINUTES, async () => {
    const before = await state(database);
    const findings: Findings = [];
    for (const [r, route] of withParameters().entries()) {
      for (const name of new Set(route.parameters)) {
        // An administrator and a broker take turns; what is nobody's is tried on every route, the rest of the nonsense on a third of them.
        for (const [n, id] of nonsense(attackers[0]!.ids[name]!).entries()) {
          if (n > 0 && (r + n) % 3 !== 0) continue;
          const attacker = attackers[n % 2 === 0 ? 0 : 2]!;
          const { status } = await visit(route, attacker, withIds(attacker.ids, { [name]: id }), findings);
          const allowed = route.permission.who === 'everyone' || id === '%00' ? [200, 302, 303, 400, 404] : [403, 404];
          const what = `${route.method} ${route.pattern} with ${name} = ${id.slice(0, 50)}`;
          if (!allowed.includes(status)) findings.push(`${what}: answered ${status}`);
        }
      }
    }
    expect(findings).toEqual([]);
    expect(await state(database)).toEqual(before);
  });

  it('of one’s own are let through to somebody, so that the refusals above mean something', MINUTES, async () => {
    const shut: string[] = [];
    for (const route of withParameters().filter(({ method }) => method === 'GET')) {
      if (PUBLIC_WITHOUT_RECORD.includes(route.pattern)) continue;
      const statuses: number[] = [];
      for (const attacker of attackers) {
        statuses.push((await visit(route, attacker, attacker.ids, shut)).status);
        if (statuses.at(-1)! < 400) break;
      }
      if (statuses.at(-1)! >= 400) shut.push(`${route.pattern}: ${[...new Set(statuses)].join(' ')}`);
    }
    expect(shut).toEqual([]);
  });
});

/** Open to all, and here without what they would show: no provider is set, no asset asked for, no plan solved, no file loaded. */
const PUBLIC_WITHOUT_RECORD = ['/assets/:fileName', '/sign-in/with/:provider', '/sign-in/callback/:provider'];

function withParameters(): Route[] {
  return routes.filter(({ parameters }) => parameters.length > 0);
}
