import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { siteInBrowser } from './site-in-browser.ts';
import { inspect, inspectLayout, watched } from './watched.ts';

const given = siteInBrowser();

describe('a planning round', () => {
  it('is walked at the size of an area: propose, forbid, lock, plan again, compare, take forward', async () => {
    const context = await given.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { page, problems } = await watched(context, given.site.url);
    const step = async () => {
      await inspect(page, problems);
      await page.setViewportSize({ width: 320, height: 900 });
      await inspectLayout(page, problems);
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await page.goto(`${given.site.url}/sign-in`);
    await page.getByRole('button', { name: 'Demonstration: broker of Luton' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.goto(given.site.url);
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
      .getByRole('link', { name: /Nearness first$/ })
      .first()
      .click();
    await page.getByLabel('Why this one').fill('The heads have little time to drive.');
    await page.getByRole('button', { name: 'Take this proposal forward' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('the one to take forward');
    await context.close();
  });
});

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
