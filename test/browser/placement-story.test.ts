import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/connect.ts';
import { type Site, startSite } from '../commands.ts';
import { approvedPair } from '../factories/approved-pair.ts';
import { tenant } from '../factories/people.ts';
import { loadedHome } from '../loaded-home.ts';
import { type MailServer, startMailServer } from '../mail-server.ts';
import { inspect, inspectLayout, launchChromium, watched } from './watched.ts';

let mail: MailServer;
let site: Site;
let browser: Browser;
let home: string;
let remove: () => void;

beforeAll(async () => {
  const loaded = await loadedHome();
  ({ home, remove } = loaded);
  mail = await startMailServer();
  site = await startSite(home, 'serve', { SMTP_URL: mail.url, MAIL_FROM: 'alongside@example.org' });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.end();
  await mail.close();
  remove();
});

const LEADER = 'icknield-leader@demonstration.invalid';
const HOME_HEAD = 'icknield-headteacher@demonstration.invalid';
const COACHED = 'We spoke of how to say no to a good idea.';
const NOW = new Date();

describe('a placement', () => {
  it('goes from a planning round to sign-off, five people in turn', async () => {
    const round = await roundWithPair();
    const broker = await as('broker of Luton');
    const leader = await as('system leader from Icknield Primary');
    const head = await as('head of Pirton Hill Primary');
    const homeHead = await as('head of Icknield Primary');
    const chair = await as('governor of Pirton Hill Primary');

    // The broker begins it and offers it.
    await broker.go(round);
    await broker.step();
    await broker.press(/^Begin the placement of Pirton Hill/);
    const placement = broker.page.url().replace(/\?.*/, '');
    await broker.go(`${placement}/triage`);
    const focus = { forImprovement: 'yes', forImprovementWords: 'It is an aim of the school.', forNeed: 'yes' };
    await broker.enter({ ...focus, forNeedWords: 'The head asked for it.' }, 'Save');
    await broker.go(`${placement}/offers`);
    await broker.page.getByRole('link', { name: 'Demonstration: system leader from Icknield Primary' }).first().click();
    const listed = broker.page.url();
    for (const side of ['home', 'supported']) {
      await broker.go(listed);
      const said = { side, says: 'no interest', how: 'telephone', givenBy: 'They themselves', ...on('on') };
      await broker.enter(said, 'Write it down');
    }
    await broker.page
      .getByRole('link', { name: /^Offer the placement to/ })
      .or(broker.page.getByRole('button', { name: /^Offer the placement to/ }))
      .click();
    await broker.enter({
      email: LEADER,
      releaseBy: 'home head',
      releaseEmail: HOME_HEAD,
      halfDays: '6',
      ...on('starts'),
      ...on('ends', 120),
    });
    await broker.step();
    await broker.press('Send the offer');

    // Leader and home head answer by their private links, one of them without JavaScript.
    for (const [address, javaScriptEnabled] of [
      [LEADER, false],
      [HOME_HEAD, true],
    ] as const) {
      const link = new RegExp(`${site.url}/links/\\S+`).exec(await mail.next(address))![0];
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(link);
      await page.locator('input[name=said][value=accept]').check();
      await page.getByRole('button', { name: 'Send the answer' }).click();
      expect(await page.locator('main').innerText()).toMatch(/Your answer is sent|The service has your answer/);
      await context.close();
    }

    // They are in touch, meet and negotiate.
    await leader.go(`${placement}/moves/note-contact`);
    await leader.enter({ ...on('on') }, 'Save');
    await leader.go(`${placement}/agreement/meeting`);
    const meeting = { ...on('held'), present: 'Head and leader', workingStyle: 'By telephone first', access: 'Staff' };
    await leader.enter({ ...meeting, authorityTold: 'Not in a category' }, 'Save');
    await broker.go(`${placement}/agreement`);
    await broker.press(/^Begin (the agreement|version)/);
    await broker.go(`${placement}/agreement/parts/focus`);
    await broker.enter({ improvement: 'It serves the plan of the school.', need: 'Time to think.' }, 'Save');
    await broker.go(`${placement}/agreement/objective`);
    const objective = {
      aim: 'Three priorities that all know',
      measure: 'Staff who name them',
      value: '40%',
      source: 'Survey',
    };
    const goal = { target: '90%', ...on('due', 100), evidence: 'The same survey', owner: 'Head' };
    await broker.enter({ baseline: 'school', ...objective, ...on('taken'), ...goal }, 'Save');
    await broker.go(`${placement}/agreement/parts/time`);
    await broker.enter({ days: '6', ...on('starts'), ...on('ends', 120), frequency: 'Each fortnight' }, 'Save');
    await broker.go(`${placement}/agreement/parts/money`);
    await broker.enter({ rate: '450', vat: 'no', payer: 'school', brokerage: 'none', backfill: 'The deputy' }, 'Save');
    await broker.go(`${placement}/agreement/parts/working`);
    await broker.enter({ access: 'Staff and plans' }, 'Save');
    await broker.go(`${placement}/agreement/send`);
    await broker.press('Send version 1');

    // The leader signs version 1; the head has it on the screen while version 2 takes its place, and is refused.
    await leader.go(`${placement}/agreement/sign`);
    await leader.enter({ agreed: 'yes' }, 'Sign version 1');
    await head.go(`${placement}/agreement/sign`);
    await broker.go(`${placement}/moves/reopen-agreement`);
    await broker.enter({ reason: 'The head asks for another day.' }, 'Take the agreement back');
    await broker.go(`${placement}/agreement`);
    await broker.press(/^Begin (the agreement|version)/);
    await broker.go(`${placement}/agreement/parts/time`);
    await broker.enter({ days: '7' }, 'Save');
    await broker.go(`${placement}/agreement/send`);
    await broker.press('Send version 2');
    await head.enter({ agreed: 'yes' }, 'Sign version 1', { refused: true });
    expect(await head.text()).toContain('version 2');
    expect(await head.text()).not.toContain('You have signed');
    await head.step();
    for (const signer of [broker, leader, head, homeHead]) {
      await signer.go(`${placement}/agreement/sign`);
      await signer.enter({ agreed: 'yes' }, 'Sign version 2');
    }
    await homeHead.go(placement);
    expect(await homeHead.text()).toContain('Under way');

    // A visit: the school's part, the note, its facts confirmed, the board's copy.
    await leader.go(`${placement}/new-visit`);
    await leader.enter({ ...on('starts'), halfDays: '0.5', purpose: 'Agree how we work' }, /./);
    await head.go(`${placement}/visits`);
    await head.page.locator('main a[href*="/visits/"]').first().click();
    const visit = head.page.url().replace(/\?.*/, '');
    await head.go(`${visit}/school-part`);
    await head.enter({ sinceLast: 'Priorities written down', selfEvaluation: 'Clear to leaders' }, /./);
    await leader.go(`${placement}/visits`);
    await leader.page.locator('input[type=radio][value=yes]').first().check();
    await leader.press('Save');
    await leader.go(`${visit}/note`);
    await leader.step();
    const note = {
      metWith: 'The head',
      focus: 'How we work',
      evidence: 'The priorities',
      judgement: 'As the school says',
    };
    const rest = { strengths: 'Clear aims', areas: 'Telling all staff', brokered: 'None', noNext: 'yes' };
    const action = { 'action-1-what': 'Tell all staff', 'action-1-who': 'supported head', ...on('action-1-due', 14) };
    await leader.enter({ ...note, ...rest, ...action }, 'Send the note');
    await mail.next('pirton-hill-governor@demonstration.invalid');
    await head.go(visit);
    await head.enter({ says: 'confirmed' }, 'Send');
    await chair.go(visit);
    expect(await chair.text()).toContain('Telling all staff');
    await chair.step();

    // The coaching log is the two's own.
    await leader.go(`${placement}/coaching`);
    await leader.enter({ ...on('talked'), words: COACHED }, 'Add the note');
    await head.go(`${placement}/coaching`);
    expect(await head.text()).toContain(COACHED);
    expect((await broker.page.goto(`${placement}/coaching`))?.status()).toBe(403);
    await broker.go(`${placement}/history`);
    expect(await broker.text()).not.toContain(COACHED);

    // The review in the middle.
    await broker.go(`${placement}/review`);
    await broker.press('Begin a review');
    for (const one of [leader, head]) {
      await one.go(`${placement}/review/answer`);
      await one.enter({ working: 'Yes', appropriate: 'Yes', change: 'Nothing' }, 'Send');
    }
    await broker.go(`${placement}/review/words`);
    const held = {
      ...on('held'),
      working: 'Yes',
      appropriate: 'Yes',
      change: 'Nothing',
      nextSteps: 'Go on',
      ...on('exit', 120),
    };
    await broker.enter({ ...held, 'status-1': 'green', 'details-1': 'The survey', continues: 'continue' });
    await broker.step();
    await broker.page.locator('button[name=step][value=record]').click();
    expect(await broker.text()).toContain('The survey');

    // The end: what is open is named before it is signed off.
    await leader.go(`${placement}/moves/complete`);
    await leader.enter({ ...on('on') }, 'End as agreed');
    await broker.go(`${placement}/moves/sign-off`);
    await broker.press('Sign off', { refused: true });
    const named = await broker.page.getByRole('alert').innerText();
    for (const open of [/evaluation/i, /reflection/i, /Tell all staff/]) expect(named).toMatch(open);
    await broker.step();
    await head.go(`${placement}/evaluation/answers`);
    await head.enter(
      { 'answer-useful': 'Time', 'answer-different': 'Aims', 'answer-again': 'Yes', 'answer-brokering': 'Well' },
      'Send',
    );
    await leader.go(`${placement}/evaluation/reflection`);
    await leader.enter(
      { 'answer-worked': 'Trust', 'answer-learned': 'To listen', 'answer-differently': 'Little' },
      'Send',
    );
    await broker.go(`${placement}/evaluation/impact?objective=1`);
    const impact = {
      value: '85%',
      ...on('taken'),
      source: 'The survey',
      confidence: 'low',
      words: 'More staff name them.',
    };
    await broker.enter(impact, 'Save');
    await head.go(`${placement}/plan`);
    await head.page.getByRole('link', { name: 'Tell all staff' }).click();
    await head.page.locator('input[name=state][value=done]').check();
    await head.press(/./, { form: 'state' });
    // What was not invoiced is asked for, and approved by somebody else.
    await broker.go(`${placement}/money`);
    while ((await broker.page.getByRole('button', { name: /^Ask for this/ }).count()) > 0) {
      await broker.press(/^Ask for this/);
      await broker.go(`${placement}/money`);
    }
    const documents = broker.page.locator('main a[href*="/money/"]').filter({ hasText: 'no number yet' });
    const finance = await as('finance officer of Luton');
    for (const href of await documents.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
      await finance.go(href);
      await finance.press(/^Approve this/);
      if ((await finance.page.locator('[name=amount]').count()) === 0) continue;
      await finance.enter({ amount: '3150', ...on('paidOn'), reference: 'BACS 1' }, 'Record the payment');
    }
    await broker.go(`${placement}/moves/sign-off`);
    await broker.press('Sign off');
    await broker.go(placement);
    expect(await broker.text()).toContain('Signed off');
    await broker.step();
  });
});

/** The boxes of a date so many days from now. */
function on(name: string, days = 0): Record<string, string> {
  const day = new Date(NOW.getTime() + days * 86_400_000);
  return {
    [`${name}-day`]: String(day.getDate()),
    [`${name}-month`]: String(day.getMonth() + 1),
    [`${name}-year`]: String(day.getFullYear()),
  };
}

/** A planning round in the site's own database with one approved pair; the address where its placements are begun. */
async function roundWithPair(): Promise<string> {
  const opened = await openDatabase(readConfig({ ALONGSIDE_HOME: home }), {
    command: 'a test',
    exclusive: false,
  });
  const db = tenant(opened.owner.db);
  const person = (email: string) =>
    db
      .selectFrom('person')
      .select('id')
      .where('email', '=', `${email}@demonstration.invalid`)
      .executeTakeFirstOrThrow();
  const service = await db
    .selectFrom('organisation')
    .select('id')
    .where('la_code', '=', 821)
    .where('kind', '=', 'local authority')
    .executeTakeFirstOrThrow();
  const round = await approvedPair(opened.owner.db, {
    organisationId: service.id,
    brokerId: (await person('luton-broker')).id,
    approverId: (await person('luton-service-lead')).id,
    supported: { urn: 109_574, name: 'Pirton Hill Primary School' },
    home: { urn: 109_579, name: 'Icknield Primary School' },
    leader: 'Demonstration: system leader from Icknield Primary',
    from: day(-1),
    to: day(120),
  });
  await opened.close();
  return `${site.url}/organisations/${service.id}/placements/from-round/${round}`;
}

/** One of the invented people at work, in a browser of their own. */
async function as(who: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, problems } = await watched(context, site.url);

  await page.goto(`${site.url}/sign-in`);
  await page.getByRole('button', { name: `Demonstration: ${who}`, exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  /** Presses a button of the page, or of the form that has a field. What is refused without being asked to be is a fault. */
  const press = async (name: string | RegExp, { form = '', refused = false } = {}) => {
    const within = form === '' ? 'main' : `main form:has([name="${form}"])`;
    await page.locator(within).getByRole('button', { name }).first().click();
    await page.waitForLoadState();
    const faults = await page.locator('.govuk-error-summary').allInnerTexts();
    expect(faults.length > 0, `${page.url()}: ${faults.join()}`).toBe(refused);
  };
  return {
    page,
    press,
    go: async (address: string) => {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(200);
    },
    text: () => page.locator('main').innerText(),
    /** Fills a form by the names of its fields, and sends it where a button is named. */
    enter: async (fields: Record<string, string>, button?: string | RegExp, { refused = false } = {}) => {
      for (const [name, value] of Object.entries(fields)) await fillOne(page, name, value);
      if (button !== undefined) await press(button, { form: Object.keys(fields)[0]!, refused });
    },
    /** Looks at the page at both widths. */
    step: async () => {
      // What is refused on purpose is reported as a failed resource.
      problems.splice(0, problems.length, ...problems.filter((one) => !/40[039]/.test(one)));
      await inspect(page, problems);
      await page.setViewportSize({ width: 320, height: 900 });
      await inspectLayout(page, problems);
      await page.setViewportSize({ width: 1280, height: 900 });
    },
  };
}

async function fillOne(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`main [name="${name}"]`);
  const type = await field
    .first()
    .evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName));
  if (type === 'radio' || type === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).check();
  else if (type === 'SELECT') await field.first().selectOption(value);
  else await field.first().fill(value);
}

/** The ISO day so many days from now. */
function day(days: number): string {
  return new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
