import { beforeAll, describe, expect, it } from 'vitest';
import { hashOfToken, newToken, secretFrom } from '../../src/access/secret.ts';
import { FORM_TOKEN } from '../../src/web/forgery.ts';
import { testDatabase } from '../database/harness.ts';
import { ask, SITE_URL } from '../site.ts';
import { pathOf, type Route, routesOf } from './attack/routes.ts';
import { type Findings, sound } from './attack/sound.ts';
import { type Attacker, revive, type World, worldOn } from './attack/world.ts';

const database = testDatabase();
let world: World;
let attacker: Attacker;

beforeAll(async () => {
  world = await worldOn(database);
  attacker = await revive(database, world.attackers[0]!);
});

/** What only the signed-in may reach, by GET and by POST. */
function closedRoutes(): Route[] {
  return routesOf(world.app).filter(({ permission }) => permission.who !== 'everyone');
}

/** Which routes the cookie opens: every page should lead to the sign-in page, every form should be refused. */
async function openedBy(cookie: string): Promise<Findings> {
  const findings: Findings = [];
  for (const route of closedRoutes()) {
    const path = pathOf(route, attacker.ids);
    const answer = await world.app.request(SITE_URL + path, {
      method: route.method,
      headers: { cookie, origin: SITE_URL, 'sec-fetch-site': 'same-origin' },
      ...(route.method === 'GET' ? {} : { body: new URLSearchParams({ [FORM_TOKEN]: 'x' }) }),
    });
    const what = `${route.method} ${path}`;
    await sound(answer, what, findings);
    const to = answer.headers.get('location') ?? '';
    const shut =
      route.method === 'GET' ? answer.status === 303 && to.startsWith('/sign-in?to=') : answer.status === 400;
    if (!shut) findings.push(`${what}: answered ${answer.status} ${to}`);
  }
  return findings;
}

describe('a session that is not', () => {
  it('is tried on routes that a live one opens', async () => {
    expect(closedRoutes().length).toBeGreaterThan(10);
    expect((await ask(world.app, attacker, '/account')).status).toBe(200);
  });

  it.each([
    ['made up', () => newToken()],
    ['empty', () => ''],
    ['a hash as the table holds it', () => hashOfToken(attacker.token)],
    ['cut short', () => attacker.token.slice(0, -1)],
    ['made longer', () => `${attacker.token}A`],
    ['in other letters', () => attacker.token.toUpperCase()],
    ['the id of the session', () => attacker.ids.sessions!],
    ['the id of the person', () => attacker.personId],
    ['a tag of another site', () => secretFrom('the secret of quite another site').sign('session', attacker.personId)],
    ['SQL', () => encodeURIComponent(`' or '1'='1`)],
    ['a byte of nothing', () => '%00'],
    ['garbled', () => '%E0%A4%A'],
    ['very long', () => 'A'.repeat(7000)],
    ['JSON', () => encodeURIComponent(JSON.stringify({ person: attacker.personId, role: 'administrator' }))],
  ])('%s', async (_, forged) => {
    expect(await openedBy(`session=${forged()}`)).toEqual([]);
  });

  it('under the name that the site uses with TLS', async () => {
    expect(await openedBy(`__Host-session=${attacker.token}`)).toEqual([]);
  });
});

describe('a session that was', () => {
  it.each([
    ['idle for too long', "update session set idle_until = now() - interval '1 second' where id = $1"],
    ['past its longest life', "update session set ends_at = now() - interval '1 second' where id = $1"],
    ['ended', 'update session set ended_at = now() where id = $1'],
    ['removed', 'delete from session where id = $1'],
    [
      'of somebody erased',
      'update person set erased_at = now() where id = (select person_id from session where id = $1)',
    ],
    [
      'of somebody whose processing is restricted',
      'update person set restricted_at = now() where id = (select person_id from session where id = $1)',
    ],
  ])('%s', async (_, change) => {
    attacker = await revive(database, world.attackers[0]!);
    expect((await ask(world.app, attacker, '/account')).status).toBe(200);
    await database.pool.query(change, [attacker.ids.sessions]);
    expect(await openedBy(attacker.cookie)).toEqual([]);
  });

  it('of a leaver opens nothing of the organisation that they left', async () => {
    attacker = await revive(database, world.attackers[0]!);
    expect((await ask(world.app, attacker, `/organisations/${attacker.organisation.id}/people`)).status).toBe(200);
    await database.pool.query('update membership set ended_at = now() where id = $1', [attacker.membershipId]);
    const findings: Findings = [];
    for (const route of closedRoutes()) {
      if (route.permission.who === 'signed-in' || route.method !== 'GET') continue;
      const path = pathOf(route, attacker.ids);
      const answer = await ask(world.app, attacker, path);
      await sound(answer, path, findings);
      if (![403, 404].includes(answer.status)) findings.push(`${path}: answered ${answer.status}`);
    }
    expect(findings).toEqual([]);
  });

  it('of a closed organisation opens nothing of it', async () => {
    attacker = await revive(database, world.attackers[0]!);
    const { id } = attacker.organisation;
    await database.pool.query('update organisation set closed_at = now() where id = $1', [id]);
    expect((await ask(world.app, attacker, `/organisations/${id}/people`)).status).toBe(403);
    await database.pool.query('update organisation set closed_at = null where id = $1', [id]);
  });
});
