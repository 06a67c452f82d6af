import { describe, expect, it } from 'vitest';
import { siteInBrowser } from './site-in-browser.ts';
import { contextOf, signInAs } from './visitors.ts';
import { inspect, watched } from './watched.ts';

const given = siteInBrowser();

for (const scripts of [true, false]) {
  for (const width of [1280, 320]) {
    describe(`${width} px wide, ${scripts ? 'with' : 'without'} scripts`, () => {
      // What is left out, wide and without scripts, shows nothing that the other three do not.
      it.runIf(scripts || width === 320)(
        'walks from home to an area, a school, its need, its likes, a comparison and the plan',
        async () => {
          const context = await contextOf(given, width, scripts);
          const { page, problems } = await watched(context, given.site.url);
          const step = () => inspect(page, problems);
          const follow = async (name: RegExp) => {
            const before = page.url();
            await page.getByRole('main').getByRole('link', { name }).first().click();
            await page.waitForURL((url) => url.href !== before);
            await step();
          };
          await page.goto(given.site.url);
          await step();
          await signInAs(given, page, 'broker of Luton');
          await page.goto(`${given.site.url}/areas`);
          await step();
          await follow(/^Luton$/);
          await follow(/^Stopsley Community Primary School/);
          await follow(/similar/i);
          await page.goto(`${given.site.url}/schools/109553/need`);
          await step();
          for (const path of ['/imports', '/imports/new']) {
            await page.goto(given.site.url + path);
            await step();
          }
          await page.goto(`${given.site.url}/compare?urn=109553&urn=109537`);
          await step();
          await page.goto(`${given.site.url}/plan?area=821`);
          expect(page.url()).toBe(`${given.site.url}/plan/821`);
          expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(
            'Luton: who should work alongside whom',
          );
          await step();
          await context.close();
        },
      );
    });
  }
}

describe('with JavaScript off in the browser', () => {
  it('lets a broker change a category, and the head of the school comment on it', async () => {
    const need = '/schools/109553/need';
    const context = await given.browser.newContext({ javaScriptEnabled: false });
    const { page } = await watched(context, given.site.url);
    const main = page.getByRole('main');
    await signInAs(given, page, 'broker of Luton', need);
    await main.getByRole('button', { name: 'Confirm or change the category' }).click();
    await main.getByRole('radio', { checked: false }).first().check();
    const category = await main.getByRole('radio', { checked: true }).inputValue();
    await main.getByRole('button', { name: 'Save decision' }).click();
    expect(await main.innerText()).toContain('Enter why you set another category than the one worked out');
    await main.getByLabel('Why').fill('Two visits this term showed otherwise.');
    await main.getByRole('button', { name: 'Save decision' }).click();
    await page.waitForURL(`${given.site.url}${need}?done=moderated`);
    expect(await main.innerText()).toContain('Two visits this term showed otherwise.');
    await page.goto(`${given.site.url}/areas/821/need?moderated=yes`);
    expect(await main.getByRole('row').nth(1).innerText()).toMatch(/changed from [A-D] by broker/);

    await signInAs(given, page, 'head of Stopsley Primary', need);
    expect(await main.innerText()).toMatch(new RegExp(`Category ${category}: changed from [A-D] by broker`));
    expect(await main.innerText()).not.toContain('Two visits');
    await main.getByLabel('Add a comment').fill('We agree with the visitors.');
    await main.getByRole('button', { name: 'Add comment' }).click();
    await page.waitForURL(`${given.site.url}${need}?done=commented`);

    await signInAs(given, page, 'broker of Luton', need);
    expect(await main.innerText()).toContain('We agree with the visitors.');
    await signInAs(given, page, 'head of Pirton Hill Primary');
    const answer = await page.goto(given.site.url + need);
    expect(answer?.status()).toBe(403);
    await context.close();
  });

  it('searches, opens a school and makes a plan by form', async () => {
    const context = await given.browser.newContext({ javaScriptEnabled: false });
    const { page, problems } = await watched(context, given.site.url);
    await page.goto(given.site.url);
    await page.locator('input[name="q"]').fill('stopsly community');
    await page.getByRole('button', { name: 'Search' }).click();
    await page
      .getByRole('link', { name: /Stopsley Community Primary School/ })
      .first()
      .click();
    expect(await page.locator('h1').innerText()).toContain('Stopsley Community Primary School');
    await signInAs(given, page, 'broker of Luton', '/plan');
    await page.getByRole('combobox').selectOption({ label: 'Luton' });
    await page.getByRole('button', { name: 'Show the plan' }).click();
    expect(page.url()).toBe(`${given.site.url}/plan/821`);
    expect(await page.locator('h1').innerText()).toContain('Luton: who should work alongside whom');
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('by keyboard', () => {
  it('skips to the content, and reaches the search and its result', async () => {
    const context = await given.browser.newContext();
    const { page } = await watched(context, given.site.url);
    await page.goto(`${given.site.url}/search`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to main content');
    await page.getByRole('searchbox').or(page.locator('input[name="q"]')).first().focus();
    await page.keyboard.type('Stopsley Community');
    await Promise.all([page.waitForURL(/q=Stopsley|\/schools\//), page.keyboard.press('Enter')]);
    expect(await page.getByRole('main').innerText()).toContain('Stopsley Community Primary School');
    await context.close();
  });
});

describe('what the server answers', () => {
  it('gives 404 with a page for an unknown school, area and address', async () => {
    for (const path of ['/schools/999999', '/areas/1', '/plan/1', '/nowhere']) {
      const answer = await fetch(given.site.url + path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text()).toContain('Page not found');
    }
  });

  it('sends a policy that allows only its own scripts by nonce', async () => {
    const answer = await fetch(given.site.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    const text = await answer.text();
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(policy).not.toContain('unsafe');
  });

  it('takes hostile text as text', async () => {
    for (const q of ["'; drop table school; --", '<script>alert(1)</script>', '$(reboot)', '%00', '\u0000abc']) {
      const answer = await fetch(`${given.site.url}/search?q=${encodeURIComponent(q)}`);
      expect(answer.status, q).toBeLessThan(500);
      expect(await answer.text()).not.toContain('<script>alert');
    }
    expect((await fetch(`${given.site.url}/health`)).status).toBe(200);
  });
});
