import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database/harness.ts';
import { ask, SITE_URL, siteOn } from '../site.ts';
import { pathOf, type Route, routesOf } from './attack/routes.ts';
import type { Findings } from './attack/sound.ts';
import { type Attacker, revive, type World, worldOn } from './attack/world.ts';

const WITH_TLS = 'https://alongside.example.org';
const PINNED = 'max-age=31536000; includeSubDomains';

const database = testDatabase();
let world: World;
let routes: Route[];
let attacker: Attacker;

beforeAll(async () => {
  world = await worldOn(database);
  routes = routesOf(world.app);
  attacker = await revive(database, world.attackers[0]!);
});

interface Answer {
  what: string;
  status: number;
  headers: Headers;
  text: string;
  signedIn: boolean;
}

/** Every page as somebody and as nobody; also what is not there and what is refused. Asked for once, and looked at by each test. */
let everyAnswer: Answer[];
beforeAll(async () => {
  everyAnswer = await gathered();
});

async function gathered(): Promise<Answer[]> {
  const paths = routes.filter(({ method }) => method === 'GET').map((route) => pathOf(route, attacker.ids));
  const answers: Answer[] = [];
  const add = async (what: string, answer: Response, signedIn: boolean) =>
    answers.push({ what, status: answer.status, headers: answer.headers, text: await answer.text(), signedIn });
  for (const path of [...paths, '/nowhere', '/schools/x', '/organisations/x/people']) {
    await add(`${path} as a member`, await ask(world.app, attacker, path), true);
    await add(`${path} as a visitor`, await ask(world.app, null, path), false);
  }
  const request = { method: 'POST', headers: { cookie: attacker.cookie } };
  await add('a forged form', await world.app.request(`${SITE_URL}/account/role`, request), true);
  return answers;
}

/** The answers that are not as they should be. */
function amiss(isRight: (answer: Answer) => boolean): string[] {
  return everyAnswer
    .filter((answer) => !isRight(answer))
    .map(({ what, status, headers }) => `${what}: ${status} ${JSON.stringify([...headers])}`);
}

/** A feed names addresses and fetches none of them. */
const isFeed = (headers: Headers) => headers.get('content-type')?.startsWith('application/atom+xml') === true;

describe('the headers of every answer', () => {
  it('hold the browser to what a page needs', async () => {
    const asked = ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];
    const wrong = amiss(({ headers }) => {
      const policy = headers.get('content-security-policy') ?? '';
      return (
        [...asked, "form-action 'self'"].every((part) => policy.includes(part)) && !/unsafe|\*|https?:/.test(policy)
      );
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['access-control-allow-origin', null],
    ['x-powered-by', null],
    ['server', null],
    // A laptop without TLS would be locked out of its own site.
    ['strict-transport-security', null],
  ])('%s: %s', (name, value) => {
    expect(amiss(({ headers }) => headers.get(name) === value)).toEqual([]);
  });

  it('go with pages that fetch nothing from elsewhere', () => {
    const fetched = /<(script|link|img|iframe|object|embed|source)\b[^>]*(src|href|data)="(?!\/(?!\/)|data:)/;
    expect(amiss(({ text, headers }) => isFeed(headers) || !fetched.test(text))).toEqual([]);
  });

  it('say what the answer is, and in which letters', () => {
    const types =
      /^((text\/(html|csv|plain|calendar|css|javascript)|application\/atom\+xml); ?charset=utf-8|application\/json|application\/vnd\.openxmlformats-officedocument\.|image\/svg\+xml|font\/woff2)/i;
    const wrong = amiss(
      ({ status, headers }) => (status >= 300 && status < 400) || types.test(headers.get('content-type') ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  it('let no cache keep what a signed-in person sees, or a page with a form token', () => {
    const wrong = amiss(({ what, headers, signedIn, text }) => {
      // The same for everybody.
      if (/^\/(assets|health)/.test(what)) return true;
      const ofOne = signedIn || text.includes('name="form-token"');
      return headers.get('cache-control') === 'private, no-store' || (!ofOne && !headers.has('set-cookie'));
    });
    expect(wrong).toEqual([]);
  });
});

/** Cookies that a site at this address gives a visitor, page by page. */
async function cookiesAt(siteUrl: string): Promise<string[]> {
  const app = siteOn(database, { siteUrl });
  const cookies: string[] = [];
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const answer = await app.request(siteUrl + pathOf(route, attacker.ids));
    cookies.push(...answer.headers.getSetCookie());
  }
  return cookies;
}

describe('cookies', () => {
  it('of a site with TLS are bound to it, closed to scripts, and not sent by other sites', async () => {
    const cookies = await cookiesAt(WITH_TLS);
    expect(cookies).not.toEqual([]);
    expect(
      cookies.filter(
        (cookie) => !/^__Host-[^;]{1,4000}; Path=\/; HttpOnly; Secure; SameSite=(Lax|Strict)$/.test(cookie),
      ),
    ).toEqual([]);
  });

  it('of a laptop without TLS lack only what TLS would give', async () => {
    const cookies = await cookiesAt(SITE_URL);
    expect(cookies).not.toEqual([]);
    expect(
      cookies.filter((cookie) => !/^[^;]{1,4000}; Path=\/; HttpOnly; SameSite=(Lax|Strict)$/.test(cookie)),
    ).toEqual([]);
  });

  it('of a session count only under the name with __Host- where the site has TLS', async () => {
    const app = siteOn(database, { siteUrl: WITH_TLS });
    const status = async (cookie: string) => (await app.request(`${WITH_TLS}/account`, { headers: { cookie } })).status;
    expect(await status(`__Host-session=${attacker.token}`)).toBe(200);
    expect(await status(`session=${attacker.token}`)).toBe(303);
  });

  it('and HTTPS are held to behind a proxy that ends TLS, whatever it forgets to say', async () => {
    const answer = await siteOn(database, { siteUrl: WITH_TLS }).request('http://127.0.0.1:3000/sign-in');
    expect(answer.headers.getSetCookie().filter((cookie) => !/^__Host-.*; Secure/.test(cookie))).toEqual([]);
    expect(answer.headers.get('strict-transport-security')).toBe(PINNED);
  });
});

describe('the name that a request gives the site', () => {
  const lies = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    forwarded: 'host=evil.example;proto=https',
    'x-original-url': '/evil.example',
    'x-rewrite-url': '/evil.example',
  };

  it('changes nothing: no link, no header, no form leads there', async () => {
    const member = await revive(database, world.attackers[0]!);
    const findings: Findings = [];
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      for (const cookie of [member.cookie, '']) {
        const path = pathOf(route, member.ids);
        const answer = await world.app.request(`http://evil.example${path}`, { headers: { cookie, ...lies } });
        const all = JSON.stringify([...answer.headers]) + (await answer.text());
        if (all.includes('evil.example')) findings.push(path);
      }
    }
    expect(findings).toEqual([]);
  });
});

describe('what another origin asks before it sends', () => {
  it('is not answered', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    for (const path of ['/', '/account', '/sign-in']) {
      const answer = await world.app.request(SITE_URL + path, { method: 'OPTIONS', headers });
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get('access-control-allow-origin'), path).toBeNull();
    }
  });
});
