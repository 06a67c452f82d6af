import { describe, expect, it } from 'vitest';
import { siteInBrowser } from './site-in-browser.ts';
import { inspect, watched } from './watched.ts';

const given = siteInBrowser();

for (const width of [1280, 320]) {
  describe(`the people of an organisation, ${width} px wide`, () => {
    it('invites somebody, who takes it up by the mail; then ends the role and reviews the others', async () => {
      const context = await given.browser.newContext({ viewport: { width, height: 900 } });
      const { page, problems } = await watched(context, given.site.url);
      // What was refused answers 422, which the browser reports as a failed resource.
      const step = () => {
        problems.splice(0, problems.length, ...problems.filter((one) => !one.includes('422')));
        return inspect(page, problems);
      };
      const email = `bo-${width}@example.org`;
      await page.goto(`${given.site.url}/sign-in`);
      await page.getByRole('button', { name: 'Demonstration: administrator of a hub' }).click();
      await page.goto(`${given.site.url}/account`);
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
      await page.goto(`${given.site.url}/organisations/${page.url().split('/')[4]}/mail`);
      expect(await page.getByRole('table').innerText()).toContain(email);
      await step();

      const mailbox = await (await given.browser.newContext({ viewport: { width, height: 900 } })).newPage();
      const letter = mailbox.locator('article', { hasText: email });
      do await mailbox.goto(`${given.site.url}/outbox`);
      while ((await letter.count()) === 0);
      await inspect(mailbox, []);
      await letter.getByRole('link').click();
      await inspect(mailbox, []);
      await mailbox.getByLabel('Choose a password').fill('seven grey geese');
      await mailbox.getByRole('button', { name: 'Accept the invitation' }).click();
      await mailbox.waitForURL(`${given.site.url}/sign-in?done=account-made`);
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
