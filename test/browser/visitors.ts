import type { BrowserContext, Page } from 'playwright-core';
import type { SiteInBrowser } from './site-in-browser.ts';

/** Chooses one of the invented people on the sign-in page, as somebody who tries the site does. */
export async function signInAs({ site }: SiteInBrowser, page: Page, name: string, to = '/'): Promise<void> {
  await page.goto(`${site.url}/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByRole('button', { name: `Demonstration: ${name}`, exact: true }).click();
  await page.waitForURL(site.url + to);
}

/**
 * A context whose pages have their scripts taken out, so that axe, which is a script itself, can look at what a browser
 * without JavaScript shows. (With JavaScript really off, axe never ends: its timers do not run.)
 */
async function withoutScripts(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch({ maxRedirects: 0 });
    const body = (await response.text()).replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '');
    return route.fulfill({ response, body });
  });
}

/** A context of a width, with or without the pages' scripts. */
export async function contextOf({ browser }: SiteInBrowser, width: number, scripts: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  if (!scripts) await withoutScripts(context);
  return context;
}
