import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretFrom } from '../../src/access/secret.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Site, startSite } from '../commands.ts';
import { PASSWORD, passwordOf, secondFactorOf } from '../factories/local-account.ts';
import { memberIn, organisationIn } from '../factories/people.ts';
import { loadedHome } from '../loaded-home.ts';
import { type MailServer, startMailServer } from '../mail-server.ts';
import { inspect, launchChromium, watched } from './watched.ts';

const SECRET = 'a secret of the browser tests, long enough';
const NEW = 'nine slow herons';

let site: Site;
let browser: Browser;
let mail: MailServer;
let owner: Kysely<Database>;
let remove: () => void;
beforeAll(async () => {
  const loaded = await loadedHome();
  remove = loaded.remove;
  mail = await startMailServer();
  site = await startSite(loaded.home, 'serve', {
    ALONGSIDE_SECRET: SECRET,
    DEMONSTRATION: 'off',
    SMTP_URL: mail.url,
    MAIL_FROM: 'alongside@example.org',
  });
  const { socketFolder } = JSON.parse(readFileSync(join(loaded.home, 'lock.json'), 'utf8')) as { socketFolder: string };
  const pool = new pg.Pool({ host: socketFolder, user: 'alongside', database: 'postgres' });
  // The server is stopped under it at the end.
  pool.on('error', () => {});
  owner = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await owner.destroy();
  await site.end();
  await mail.close();
  remove();
});

let areas: Promise<{ id: string }> | undefined;
async function broker() {
  areas ??= organisationIn(owner, 'local authority', 821);
  const member = await memberIn(owner, await areas, 'broker');
  await passwordOf(owner, member.personId);
  return { ...member, ...(await secondFactorOf(owner, member.personId, secretFrom(SECRET))) };
}

async function givePassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email address', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

for (const width of [1280, 320]) {
  describe(`${width} px wide`, () => {
    it('signs in by password and the code of an app, where it was going, and out again', async () => {
      const { email, code } = await broker();
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const { page, problems } = await watched(context, site.url);
      // What was refused answers 400, which the browser reports as a failed resource.
      const step = () => {
        problems.splice(0, problems.length, ...problems.filter((one) => !one.includes('400')));
        return inspect(page, problems);
      };
      await page.goto(`${site.url}/plan/821`);
      await page.waitForURL(`${site.url}/sign-in?to=%2Fplan%2F821`);
      await step();
      await givePassword(page, email, 'not the password');
      expect(await page.getByRole('alert').innerText()).toContain('The email address or the password is not right');
      expect(await page.getByLabel('Email address', { exact: true }).inputValue()).toBe(email);
      expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
      await step();
      await givePassword(page, email, PASSWORD);
      await page.waitForURL(`${site.url}/sign-in/code`);
      await step();
      const shown = code();
      await page.getByLabel('Code', { exact: true }).fill(shown === '000000' ? '000001' : '000000');
      await page.getByRole('button', { name: 'Continue' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('The code is not right');
      await step();
      await page.getByLabel('Code', { exact: true }).fill(code());
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL(`${site.url}/plan/821`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('You have signed out');
      await step();
      await page.goto(`${site.url}/plan/821`);
      await page.waitForURL(`${site.url}/sign-in?to=%2Fplan%2F821`);
      await context.close();
    });

    it('replaces a forgotten password by a link in a mail, and signs in with it and a recovery code', async () => {
      const { email, recoveryCodes } = await broker();
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const { page, problems } = await watched(context, site.url);
      const step = () => {
        problems.splice(0, problems.length, ...problems.filter((one) => !one.includes('400')));
        return inspect(page, problems);
      };
      await page.goto(`${site.url}/sign-in`);
      await page.getByRole('link', { name: 'I have forgotten my password' }).click();
      await step();
      await page.getByLabel('Email address', { exact: true }).fill(email);
      await page.getByRole('button', { name: 'Send the link' }).click();
      await page.getByRole('heading', { level: 1, name: 'Check your email' }).waitFor();
      await step();

      const link = /http\S+\/password\/reset\?token=\S+/.exec(await mail.next(email))?.[0] ?? '';
      expect(link.startsWith(site.url)).toBe(true);
      await page.goto(link);
      await step();
      await page.getByLabel('New password').fill('password2026');
      await page.getByRole('button', { name: 'Set the password' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('many people use this one');
      await step();
      await page.getByLabel('New password').fill(NEW);
      await page.getByRole('button', { name: 'Set the password' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Your new password is set');
      await step();
      expect(await mail.next(email)).toContain('The password of your account on Alongside was changed');

      await givePassword(page, email, NEW);
      await page.getByRole('link', { name: 'I cannot use my app' }).click();
      await step();
      await page.getByLabel('Recovery code').fill(recoveryCodes[0]!.toLowerCase());
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL(`${site.url}/my-work`);
      expect(await page.getByRole('banner').innerText()).toContain('Invented broker');
      expect(await mail.next(email)).toContain('a recovery code was used to sign in, and 1 is left');

      await page.goto(link);
      await page.getByRole('heading', { level: 1, name: 'This link does not work any more' }).waitFor();
      await step();
      await context.close();
    });
  });
}

it('signs in with JavaScript off', async () => {
  const { email, code } = await broker();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page, problems } = await watched(context, site.url);
  await page.goto(`${site.url}/sign-in?to=/sources`);
  await givePassword(page, email, PASSWORD);
  await page.getByLabel('Code', { exact: true }).fill(code());
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${site.url}/sources`);
  expect(problems).toEqual([]);
  await context.close();
});
