import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Site, startSite } from '../commands.ts';
import { loadedHome } from '../loaded-home.ts';
import { launchChromium } from './watched.ts';

export interface SiteInBrowser {
  site: Site;
  browser: Browser;
}

/**
 * Serves the whole of the bundled data to a browser for the tests of a file, and ends both afterwards. Call at the top of the file;
 * the returned object is filled in before the first test.
 */
export function siteInBrowser(): SiteInBrowser {
  const given = {} as SiteInBrowser;
  let remove: () => void;
  beforeAll(async () => {
    const loaded = await loadedHome();
    remove = loaded.remove;
    given.site = await startSite(loaded.home);
    given.browser = await launchChromium();
  });
  afterAll(async () => {
    await given.browser.close();
    await given.site.end();
    remove();
  });
  return given;
}
