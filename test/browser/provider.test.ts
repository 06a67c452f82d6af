import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../commands.ts';
import { loadedHome } from '../loaded-home.ts';
import { startProvider, type TestProvider } from '../oidc/provider.ts';
import { providersFileOf } from '../oidc/providers-file.ts';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

let provider: TestProvider;
let site: Site;
let browser: Browser;
const cleanUp: (() => void)[] = [];

beforeAll(async () => {
  const { home, remove } = await loadedHome();
  // The provider must know where to send people back to before the site starts, and the site where the provider is.
  const port = await freePort();
  provider = await startProvider(`http://localhost:${port}`);
  provider.accounts.ada = {
    claims: { name: 'Ada Broker', email: 'ada@example.org', email_verified: true, roles: ['broker'] },
    amr: ['pwd', 'mfa'],
  };
  provider.accounts.nobody = { claims: { name: 'Nobody in particular' } };
  const file = providersFileOf([
    {
      id: 'test',
      name: 'Test Sign-in',
      issuer: provider.issuer,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      scope: 'openid profile email organisation',
      assuresSecondFactor: { amr: ['mfa'] },
      roles: [
        {
          when: [{ claim: 'roles', is: ['broker'] }],
          role: 'broker',
          organisation: { kind: 'local authority', key: 821 },
        },
      ],
    },
  ]);
  cleanUp.push(remove, file.remove);
  site = await startSite(home, 'serve', { PORT: String(port), OIDC_PROVIDERS: file.path });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
});
afterAll(async () => {
  await browser.close();
  await site.end();
  await provider.close();
  for (const one of cleanUp) one();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('sign-in at a provider of another site, %s', (_name, javaScriptEnabled) => {
  it('leads from a page that needs a role, through the provider, back to it; and out again, here and there', async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const { page, problems } = await watched(context);
    await page.goto(`${site.url}/plan/821`);
    await signInAs(page, 'ada');
    await page.waitForURL(`${site.url}/plan/821`);
    expect(await page.locator('h1').innerText()).toContain('Luton: who should work alongside whom');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.origin === provider.issuer);
    await page.getByRole('button', { name: /yes/i }).click();
    await page.waitForURL(`${site.url}/sign-in**`);
    await page.goto(`${site.url}/plan/821`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    // The provider asks again who one is: the session there has ended too.
    await page.getByRole('button', { name: 'Sign in with Test Sign-in' }).click();
    await page.getByRole('heading', { name: 'Test provider' }).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('what is shown on the way', () => {
  it('is a page with a link, for a browser that does not go on by itself', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
    await context.route('**/sign-in/with/*', async (route) => {
      const response = await route.fetch();
      const { refresh: _refresh, ...headers } = response.headers();
      return route.fulfill({ response, headers });
    });
    const { page, problems } = await watched(context);
    await page.goto(`${site.url}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with Test Sign-in' }).click();
    await inspect(page, 'Taking you to Test Sign-in');
    await page.getByRole('link', { name: 'Continue to Test Sign-in' }).click();
    await page.getByRole('heading', { name: 'Test provider' }).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  it.each([
    ['nobody', 'You hold no role here'],
    ['decline', 'You did not sign in'],
  ])('says plainly what is the matter when %s signs in, with a way back', async (subject, title) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${site.url}/sign-in`);
    await signInAs(page, subject);
    await inspect(page, title);
    await page.getByRole('link', { name: 'Go back to sign in' }).click();
    await page.getByRole('button', { name: 'Sign in with Test Sign-in' }).waitFor();
    await context.close();
  });
});

async function signInAs(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with Test Sign-in' }).click();
  await page.getByRole('heading', { name: 'Test provider' }).waitFor();
  await page.getByLabel('Who are you?').fill(subject);
  await page.getByRole('button', { name: 'Go' }).click();
  await page.waitForURL(`${site.url}/**`);
}

/** A page that keeps what its browser complains of, such as what the content security policy held back. */
async function watched(context: BrowserContext): Promise<{ page: Page; problems: string[] }> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    // What the provider's own pages ask for in vain (an icon, a font) is no fault of ours.
    const { url } = message.location();
    if (message.type() === 'error' && url.startsWith(site.url)) problems.push(`${message.text()} ${url}`);
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return { page, problems };
}

async function inspect(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await page.locator('h1').count()).toBe(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'scrolls sideways').toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
