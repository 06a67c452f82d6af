import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rows of one table are of the same markup; of a long one the first dozen are looked at, which halves the time. */
const FURTHER_ROWS = 'tbody tr:nth-child(n+13)';
const CHROMIUM = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

/** What every page must hold, checked at each step of a walk: no problem, one heading, no scrolling sideways, and nothing that axe finds. */
export async function inspect(page: Page, problems: string[]): Promise<void> {
  await inspectLayout(page, problems);
  // Without frames there is one document to look at, and only what is violated is read: the same findings in a third of the time.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .setLegacyMode();
  expect(await page.locator('iframe, frame').count(), page.url()).toBe(0);
  const { violations } = await axe.exclude(FURTHER_ROWS).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, page.url()).toEqual([]);
}

/** The same without axe, for a page whose markup it has seen at another width. */
export async function inspectLayout(page: Page, problems: string[]): Promise<void> {
  await page.waitForLoadState();
  expect(problems, page.url()).toEqual([]);
  expect(await page.locator('h1').count(), page.url()).toBe(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** A page that keeps what goes wrong: console errors, failed requests, requests to hosts other than the site's. */
export async function watched(context: BrowserContext, siteUrl: string): Promise<{ page: Page; problems: string[] }> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('requestfailed', (request) => {
    // A browser that leaves a page gives up what it was still fetching for it, such as its icon: no fault of the page.
    const reason = request.failure()?.errorText ?? 'unknown';
    if (reason !== 'net::ERR_ABORTED') problems.push(`${request.url()} failed: ${reason}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(siteUrl) && !request.url().startsWith('data:'))
      problems.push(`asked ${request.url()}`);
  });
  return { page, problems };
}
