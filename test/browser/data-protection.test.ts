import { describe, expect, it } from 'vitest';
import { siteInBrowser } from './site-in-browser.ts';
import { inspect, watched } from './watched.ts';

const given = siteInBrowser();

for (const width of [1280, 320]) {
  describe(`audit, data protection and complaints, ${width} px wide`, () => {
    it('takes a complaint and a request, which an administrator answers and finds in the trail', async () => {
      const context = await given.browser.newContext({ viewport: { width, height: 900 } });
      const { page, problems } = await watched(context, given.site.url);
      // What was refused answers 422, which the browser reports as a failed resource.
      const step = () => {
        problems.splice(0, problems.length, ...problems.filter((one) => !one.includes('422')));
        return inspect(page, problems);
      };
      const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
      for (const path of ['/privacy', '/cookies', '/complaints']) {
        await page.goto(given.site.url + path);
        await step();
      }
      await press('Send complaint');
      expect(await page.getByRole('alert').innerText()).toContain('Say what went wrong');
      await step();

      await page.goto(`${given.site.url}/sign-in`);
      await page.getByRole('button', { name: 'Demonstration: administrator of a hub' }).click();
      await page.goto(`${given.site.url}/account/data`);
      await step();
      await press('Send request');
      expect(await page.getByRole('alert').innerText()).toContain('Choose what you ask for');
      await step();
      await page.getByLabel('Restrict what is done with my data').check();
      await page.getByLabel('In your own words').fill(`please, at ${width}`);
      await press('Send request');
      expect(await page.getByRole('alert').innerText()).toContain('Your request has been made');
      await step();

      await page.goto(`${given.site.url}/account`);
      await page.getByRole('link', { name: 'Requests about personal data' }).click();
      expect(await page.getByRole('table').innerText()).toContain('30 days left');
      await step();
      await page.getByRole('table').getByRole('link').first().click();
      await step();
      await page.getByLabel('Refused').check();
      await page.getByLabel('Answer to the person').fill('This is an invented person.');
      await press('Decide and send the answer');
      expect(await page.getByRole('alert').innerText()).toContain('The request has been decided');
      await page.getByRole('link', { name: 'what was destroyed' }).click();
      await step();
      await page.goBack();
      await page.getByRole('link', { name: 'legal holds' }).click();
      await page.getByLabel('Person', { exact: true }).selectOption({ index: 1 });
      await page.getByLabel('Why their records are to be kept').fill('A claim');
      await press('Place hold');
      await step();
      await page.getByRole('button', { name: /^Lift the hold on/ }).click();
      expect(await page.getByRole('alert').innerText()).toContain('The hold has been lifted');

      const organisation = new URL(page.url()).pathname.split('/')[2]!;
      const name = await page.locator('.govuk-caption-xl').innerText();
      await page.goto(`${given.site.url}/complaints`);
      await page.getByLabel('Which organisation is it about?').fill(name);
      await page.getByLabel('Your email address').fill('cem@example.org');
      await page.getByLabel('What went wrong?').fill(`Nobody called back, at ${width}`);
      await press('Send complaint');
      const reference = await page.locator('.govuk-panel strong').innerText();
      await step();
      await page.goto(`${given.site.url}/organisations/${organisation}/complaints`);
      await step();
      await page.getByRole('link', { name: reference }).click();
      await step();
      await page.getByLabel('Answer', { exact: true }).fill('We are sorry.');
      await press('Send answer');
      expect(await page.getByRole('alert').innerText()).toContain('The answer is on its way');

      await page.goto(`${given.site.url}/organisations/${organisation}/audit`);
      await step();
      await page.getByLabel('What', { exact: true }).selectOption('complaint.answer');
      await press('Show');
      expect(await page.getByRole('table').innerText()).toContain('acknowledge and answer complaints');
      await step();
      await context.close();
    });
  });
}
