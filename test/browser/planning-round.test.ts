import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { siteInBrowser } from './site-in-browser.ts';
import { inspect, inspectLayout, watched } from './watched.ts';

const given = siteInBrowser();

describe('a planning round', () => {
  it('is walked at the size of an area: propose, forbid, lock, plan again, compare, take forward', async () => {
    const { context, page, step } = await signedIn('broker of Luton');
    await page.getByRole('link', { name: /^Planning rounds/ }).click();
    await step();
    await page.getByRole('button', { name: 'Open a planning round' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('The planning round is open');
    await step();
    const round = page.url().replace(/\?.*/, '');

    await page.getByRole('button', { name: 'Propose a plan' }).click();
    await planned(page);
    await step();
    const first = page.url();
    const pairs = page.getByRole('table', { name: /^Each need with the leader proposed/ }).locator('tbody tr');
    const [forbidden, locked] = [await words(page, 0), await words(page, 1)];
    expect(await pairs.count()).toBeGreaterThan(5);

    await page
      .getByRole('link', { name: /^Forbid/ })
      .first()
      .click();
    await page.getByLabel('Why').fill('They fell out last year.');
    await step();
    await page.getByRole('button', { name: 'Decide' }).click();
    await page.goto(first);
    await page
      .getByRole('link', { name: /^Lock / })
      .nth(1)
      .click();
    await page.getByLabel('Why').fill('They know each other well.');
    await page.getByRole('button', { name: 'Decide' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Your decision is in the list');
    await step();

    await page.getByRole('link', { name: /^Plan again/ }).click();
    expect(await page.locator('main').innerText()).toContain('2 decisions have changed since this plan was made');
    await page.getByRole('button', { name: 'Plan again' }).click();
    await planned(page);
    expect(await words(page, 0)).not.toBe(forbidden);
    expect(await words(page, 1)).toBe(locked);
    expect(await page.locator('main').innerText()).toContain('of which as little as possible was to change');
    await step();

    await page.goto(round);
    await page.getByRole('link', { name: /^Copy/ }).click();
    await page.getByLabel('Name of the copy').fill('Nearness first');
    await page.getByLabel('Travel (minutes one way)').fill('5');
    await step();
    await page.getByRole('button', { name: 'Make the scenario' }).click();
    await page.getByRole('button', { name: /^Propose/ }).click();
    await planned(page);
    await page.goto(`${round}/compare`);
    expect(await page.locator('main').innerText()).toContain('Travel (minutes one way): 5, not 1');
    await step();
    await page
      .getByRole('link', { name: /As the policy weighs$/ })
      .first()
      .click();
    await page.getByLabel('Why this one').fill('It keeps most of what schools were told.');
    await page.getByRole('button', { name: 'Take this proposal forward' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('the one to take forward');

    await page.getByRole('link', { name: 'Why not another leader, and what that would cost the plan' }).click();
    await page.getByRole('button', { name: 'Show the other leaders' }).click();
    await page.getByRole('table', { name: /^What the whole plan would/ }).waitFor({ timeout: 60_000 });
    await step();
    await context.close();
  });

  it('is approved by somebody who had no hand in it, once both heads have answered', async () => {
    const broker = await signedIn('broker of Luton');
    await broker.page.getByRole('link', { name: /^Planning rounds/ }).click();
    await broker.page.getByRole('link', { name: /^Spring term|^Autumn term|^Summer term/ }).click();
    const round = broker.page.url();
    await broker.page.getByRole('link', { name: /^Approval/ }).click();
    // The plan that was taken forward is the one that is offered.
    expect(await broker.page.getByLabel('Proposal').locator('option').first().innerText()).toContain('taken forward');
    await broker.page.getByRole('button', { name: 'Put forward and ask heads' }).click();
    expect(await broker.page.getByRole('alert').innerText()).toContain('The plan is put forward');
    expect(await broker.page.locator('main').innerText()).toContain('approved by somebody who had no hand in it');
    await broker.step();

    await broker.page.getByRole('link', { name: 'Interests' }).click();
    await broker.step();
    await broker.page.getByRole('link', { name: new RegExp(`^Head of .* about ${HEADED}$`) }).click();
    await broker.page.getByLabel('No interest').check();
    await broker.page.getByLabel('By telephone').check();
    await broker.page.getByLabel('Who answered, with their role').fill('The head');
    const now = new Date();
    await broker.page.getByLabel('Day', { exact: true }).fill(String(now.getDate()));
    await broker.page.getByLabel('Month').fill(String(now.getMonth() + 1));
    await broker.page.getByLabel('Year').fill(String(now.getFullYear()));
    await broker.step();
    await broker.page.getByRole('button', { name: 'Write it down' }).click();
    await broker.page.getByRole('alert').waitFor();
    await broker.context.close();

    const head = await signedIn('head of Pirton Hill Primary');
    await head.page.goto(`${given.site.url}/schools/109574/declarations`);
    await head.step();
    await head.page.getByRole('link', { name: /would help your school/ }).click();
    await head.page.getByLabel('No interest').check();
    await head.step();
    await head.page.getByRole('button', { name: 'Send the answer' }).click();
    expect(await head.page.getByRole('alert').innerText()).toContain('Your answer is sent');
    expect((await head.page.goto(`${round}/approval`))?.status()).toBe(403);
    await head.context.close();

    const lead = await signedIn('service lead of Luton', { javaScriptEnabled: false });
    await lead.page.goto(`${round}/approval`);
    expect(await lead.page.locator('main').innerText()).toContain('1 ready for you');
    await lead.page.getByLabel(new RegExp(`^${HEADED}`)).check();
    await lead.page.getByLabel('I have no interest in any of these schools').check();
    await lead.page.getByRole('button', { name: 'Approve 1 pair in my name' }).click();
    expect(await lead.page.getByRole('alert').innerText()).toContain('approved in your name');
    await lead.page.getByRole('link', { name: 'Approved pairs' }).click();
    const approved = lead.page.getByRole('table', { name: 'Pairs that stand' }).locator('tbody tr');
    expect(await approved.count()).toBe(1);
    expect(await approved.innerText()).toContain(HEADED);
    await lead.context.close();
  });
});

/** A school of the plan whose head has an account. */
const HEADED = 'Pirton Hill Primary School';

/** A person at work on the site, in a browser of their own, on the first page. */
async function signedIn(who: string, options: { javaScriptEnabled?: boolean } = {}) {
  const context = await given.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const { page, problems } = await watched(context, given.site.url);
  await page.goto(`${given.site.url}/sign-in`);
  await page.getByRole('button', { name: `Demonstration: ${who}`, exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.goto(`${given.site.url}/my-work`);
  /** Looks at the page at both widths. */
  const step = async () => {
    await inspect(page, problems);
    await page.setViewportSize({ width: 320, height: 900 });
    await inspectLayout(page, problems);
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  return { context, page, step };
}

/** Waits until the page, which is told how far the search is, shows the plan. */
async function planned(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'The pairs' }).waitFor({ timeout: 60_000 });
}

/** School and leader in a row of the plan. */
async function words(page: Page, row: number): Promise<string> {
  const cells = page
    .getByRole('table', { name: /^Each need with the leader proposed/ })
    .locator('tbody tr')
    .nth(row);
  return `${await cells.locator('th').innerText()}: ${await cells.locator('td a').first().innerText()}`;
}
