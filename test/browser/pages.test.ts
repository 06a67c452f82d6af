import { describe, expect, it } from 'vitest';
import { siteInBrowser } from './site-in-browser.ts';
import { contextOf, signInAs } from './visitors.ts';
import { inspect, inspectLayout, watched } from './watched.ts';

const given = siteInBrowser();

const PAGES = [
  '/search?q=chalney',
  '/search?q=zz',
  '/search?q=qqqqqq',
  '/england',
  '/england/heads',
  '/areas/821/heads',
  '/schools/136651/heads/corrections',
  '/need',
  '/areas/821/need?moderated=no',
  '/news',
  '/areas/821/news',
  '/account/news',
  '/schools/109553/need/moderation',
  '/plan',
  '/compare',
  '/sources',
  '/sources/1',
  '/accessibility',
  '/sign-in',
  '/sign-in?to=/plan/821',
  '/password/forgotten',
  '/password/reset?token=x',
  '/schools/109553',
  '/schools/109553/history?on=2022-07-06',
  '/schools/109553/similar?set=improvement',
  '/areas/821/profile',
  '/areas/821/profile/summary',
  '/need/definitions',
  '/need/definitions/floor-2018',
  '/need/calibration',
  '/need/hidden',
  '/areas/821/need/hidden',
  '/areas/821/need/themes',
];

// Each width and each way with scripts comes up once; the markup is the same in both, so axe sees it in one.
describe.each([
  { width: 320, scripts: true },
  { width: 1280, scripts: false },
])('pages off the main way, $width px wide, scripts: $scripts', ({ width, scripts }) => {
  it('are in order', async () => {
    const context = await contextOf(given, width, scripts);
    const { page, problems } = await watched(context, given.site.url);
    await signInAs(given, page, 'broker of Luton');
    for (const path of PAGES) {
      const answer = await page.goto(given.site.url + path);
      expect([200, 400], path).toContain(answer?.status());
      // A page that refuses what was typed answers 400, which the browser reports as a failed resource.
      problems.splice(0, problems.length, ...problems.filter((one) => !one.includes('400')));
      if (scripts) await inspect(page, problems);
      else await inspectLayout(page, problems);
    }
    await context.close();
  });
});
