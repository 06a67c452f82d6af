import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../commands.ts';
import { loadedHome } from '../loaded-home.ts';
import { inspect, launchChromium, watched } from './watched.ts';

let site: Site;
let browser: Browser;
let remove: () => void;
beforeAll(async () => {
  const loaded = await loadedHome();
  remove = loaded.remove;
  site = await startSite(loaded.home);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.end();
  remove();
});

for (const width of [1280, 320]) {
  describe(`the people of an organisation, ${width} px wide`, () => {
    it('invites somebody, who takes it up by the mail; then ends the role and reviews the others', async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const { page, problems } = await watched(context, site.url);
      // What was refused answers 422, which the browser reports as a failed resource.
      const step = () => {
        problems.splice(0, problems.length, ...problems.filter((one) => !one.includes('422')));
        return inspect(page, problems);
      };
      const email = `bo-${width}@example.org`;
      await page.goto(`${site.url}/sign-in`);
      await page.getByRole('button', { name: 'Demonstration: administrator of a hub' }).click();
      await page.goto(`${site.url}/account`);
      await page.getByRole('link', { name: 'People and invitations' }).click();
      await step();
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await step();
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Enter a name');
      await step();
      await page.getByLabel('Name', { exact: true }).fill('Bo Tan');
      await page.getByLabel('Email address', { exact: true }).fill(email);
      await page.getByLabel('adviser', { exact: true }).check();
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      expect(await page.getByRole('alert').innerText()).toContain('The invitation is on its way');
      await step();
      await page.goto(`${site.url}/organisations/${page.url().split('/')[4]}/mail`);
      expect(await page.getByRole('table').innerText()).toContain(email);
      await step();

      const mailbox = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
      const letter = mailbox.locator('article', { hasText: email });
      do await mailbox.goto(`${site.url}/outbox`);
      while ((await letter.count()) === 0);
      await inspect(mailbox, []);
      await letter.getByRole('link').click();
      await inspect(mailbox, []);
      await mailbox.getByLabel('Choose a password').fill('seven grey geese');
      await mailbox.getByRole('button', { name: 'Accept the invitation' }).click();
      await mailbox.waitForURL(`${site.url}/sign-in?done=account-made`);
      await mailbox.goBack();
      expect(await mailbox.getByRole('heading', { level: 1 }).innerText()).toBe('This link does not work any more');
      await inspect(mailbox, []);
      await mailbox.context().close();

      await page.goBack();
      await page.reload();
      await page.getByRole('link', { name: 'End this role (Bo Tan)' }).first().click();
      await step();
      await page.getByLabel('Why does the role end?').fill('Left on 31 August');
      await page.getByRole('button', { name: 'End this role' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('The role has ended');
      await page.getByRole('link', { name: 'Review who has access' }).click();
      await step();
      await page
        .getByRole('button', { name: /^Still right/ })
        .first()
        .click();
      expect(await page.getByRole('alert').innerText()).toContain('the role is still right');
      await step();
      await context.close();
    });
  });
}
