import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secretFrom } from '../../src/access/secret.ts';
import { FORM_TOKEN } from '../../src/web/forgery.ts';
import { testDatabase } from '../database/harness.ts';
import { send, SITE_URL } from '../site.ts';
import { pathOf, routesOf } from './attack/routes.ts';
import { type Findings, sound } from './attack/sound.ts';
import { state } from './attack/state.ts';
import { formsOf, walk } from './attack/walk.ts';
import { type Attacker, revive, type World, worldOn } from './attack/world.ts';

const OURS = { origin: SITE_URL, 'sec-fetch-site': 'same-origin' };
const FIELDS = { name: 'x', email: 'x@example.org', password: 'a wet tuesday in leagrave', words: 'x', to: '/' };
const database = testDatabase();
let world: World;
let victim: Attacker;
/** The token that the victim's own pages carry. */
let token: string;

beforeAll(async () => {
  world = await worldOn(database);
});

// A forged form that is taken may end the session that the next test needs.
beforeEach(async () => {
  victim = await revive(database, world.attackers[0]!);
  token = signed('form', victim.token);
});

/** Sends the request to every route that changes anything. Whatever is not refused as one of `statuses`, or changes something, is found. */
async function taken(
  statuses: number[],
  request: () => { headers: Record<string, string>; body: BodyInit },
): Promise<Findings> {
  const findings: Findings = [];
  const before = await state(database);
  const changing = routesOf(world.app).filter(({ method }) => method !== 'GET');
  if (changing.length < 5) findings.push('there is next to nothing to forge');
  for (const route of changing) {
    const path = pathOf(route, victim.ids);
    const { headers, body } = request();
    const answer = await world.app.request(SITE_URL + path, {
      method: route.method,
      headers: { cookie: victim.cookie, ...headers },
      body,
      duplex: 'half',
    } as RequestInit);
    await sound(answer, path, findings);
    if (!statuses.includes(answer.status)) findings.push(`${path}: answered ${answer.status}`);
  }
  if (JSON.stringify([...(await state(database))]) !== JSON.stringify([...before])) findings.push('something changed');
  return findings;
}

const fields = (given?: string) =>
  new URLSearchParams({ ...FIELDS, ...(given === undefined ? {} : { [FORM_TOKEN]: given }) });

describe('a form that another site makes the browser send', () => {
  it('is taken from an honest browser, so that the refusals below mean something', async () => {
    const pages = await walk(world.app, routesOf(world.app), victim, victim.ids);
    const tokens = pages.flatMap(formsOf).flatMap((form) => form.token ?? []);
    expect(new Set(tokens)).toEqual(new Set([token]));
    const answer = await send(world.app, victim, '/account/role', { membership: victim.membershipId });
    expect(answer.status).toBe(303);
  });

  it('without the token', async () => {
    expect(await taken([400], () => ({ headers: OURS, body: fields() }))).toEqual([]);
  });

  it.each([
    ['made up', () => 'x'.repeat(43)],
    ['empty', () => ''],
    ['cut short', () => token.slice(0, -1)],
    ['of another person', () => signed('form', world.attackers[1]!.token)],
    ['of a visitor', () => signed('form', 'a visitor of the tests')],
    ['of the same session for another use', () => signed('session', victim.token)],
    ['of the same session by another site', () => secretFrom('the secret of another site').sign('form', victim.token)],
    ['that is the session itself', () => victim.token],
  ])('with a token %s', async (_, given) => {
    expect(await taken([400], () => ({ headers: OURS, body: fields(given()) }))).toEqual([]);
  });

  it('with the token twice', async () => {
    const body = fields(token);
    body.append(FORM_TOKEN, token);
    expect(await taken([400], () => ({ headers: OURS, body }))).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, by Origin alone', { origin: 'https://evil.example' }],
    ['another site, by Sec-Fetch-Site alone', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { origin: 'http://evil.localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['nowhere', {}],
  ])('with the right token, from %s', async (_, headers) => {
    expect(await taken([403], () => ({ headers, body: fields(token) }))).toEqual([]);
  });

  it.each([
    ['application/json', JSON.stringify({ ...FIELDS, [FORM_TOKEN]: '' })],
    ['text/plain', 'name=x'],
    ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['multipart/form-data', 'garbled'],
    ['multipart/form-data; boundary=never', 'garbled'],
    ['', 'name=x'],
  ])('as "%s"', async (type, text) => {
    const request = () => ({ headers: { ...OURS, 'content-type': type }, body: Buffer.from(text) });
    expect(await taken([400], request)).toEqual([]);
  });

  it('by a request that may not change anything', async () => {
    const findings: Findings = [];
    const before = await state(database);
    for (const route of routesOf(world.app).filter(({ method }) => method === 'POST')) {
      const path = `${pathOf(route, victim.ids)}?${fields(token)}`;
      for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        const headers = { cookie: victim.cookie, ...OURS };
        const answer = await world.app.request(SITE_URL + path, { method, headers });
        await sound(answer, `${method} ${path}`, findings);
        const reads = method === 'GET' || method === 'HEAD';
        if (!reads && answer.status < 400) findings.push(`${method} ${path}: answered ${answer.status}`);
      }
    }
    expect(findings).toEqual([]);
    expect(await state(database)).toEqual(before);
  });
});

describe('a body that is too large', () => {
  const type = { ...OURS, 'content-type': 'application/x-www-form-urlencoded' };
  const large = `name=${'x'.repeat(100 * 1024)}`;

  it('by its length', async () => {
    const headers = { ...type, 'content-length': String(large.length) };
    expect(await taken([413], () => ({ headers, body: large }))).toEqual([]);
  });

  it('that does not say its length', async () => {
    expect(await taken([413], () => ({ headers: type, body: new Blob([large]).stream() }))).toEqual([]);
  });
});

function signed(use: string, holder: string): string {
  return secretFrom('a secret of the tests, long enough').sign(use, holder);
}
