import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { agreed, versionIn } from '../../test/factories/agreements.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { placementIn } from '../../test/factories/placements.ts';
import { addArea, addImport, addSchool } from '../../test/factories/register.ts';
import { ask, send, siteOn } from '../../test/site.ts';
import { actingReader } from '../access/acting-reader.ts';
import { authorise } from '../access/authorise.ts';
import type { Organisation, Person, Role } from '../access/roles.ts';
import { readAs } from '../access/scoped.ts';
import { daysAfter } from '../opendata/rules/london-time.ts';
import { readMoney } from './policy/money.ts';
import { moneyOpenAtEnd } from './queries/money/open.ts';
import { moneyWork } from './queries/money/work.ts';
import { placementSubject, readPlacementRow } from './queries/placement.ts';
import { onToday } from './routes/money/asked-for.tsx';
import type { AgreementContent } from './rules/agreement/content.ts';
import { MONEY_COLUMNS } from './rules/money/money-csv.ts';

const database = testDatabase();
let app: ReturnType<typeof siteOn>;
let service: Organisation;
let lead: Member;
let broker: Member;
let finance: Member;
let head: Member;
let homeHead: Member;
let leader: Member;

beforeAll(async () => {
  const { db } = database;
  app = siteOn(database);
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  for (const urn of [100_001, 100_003])
    await addSchool(db, { urn, la_code: 821, la_name: 'Luton', import_id: register, name: `Primary ${urn}` });
  service = await organisationIn(db, 'local authority', 821);
  lead = await memberIn(db, service, 'service lead', { name: 'Lea Lead' });
  broker = await memberIn(db, service, 'broker', { name: 'Bea Broker' });
  finance = await memberIn(db, service, 'finance officer', { name: 'Fay Finance' });
  head = await memberIn(db, await organisationIn(db, 'school', 100_001), 'headteacher');
  const home = await organisationIn(db, 'school', 100_003);
  homeHead = await memberIn(db, home, 'headteacher');
  leader = await memberIn(db, home, 'system leader');
});

function actingAs({ personId, membershipId }: Member, role: Role): Person {
  const acting = { membershipId, role, organisation: service };
  return {
    id: personId,
    name: 'Fay',
    email: null,
    demonstration: false,
    sessionId: '',
    secondFactor: true,
    acting,
    ip: null,
  };
}

let made = 0;

/** A placement under way whose agreement all have signed. */
async function signedPlacement(
  money: Partial<AgreementContent['money']> = {},
  state: 'under way' | 'paused' = 'under way',
) {
  const id = await placementIn(database.db, service, {
    supportedUrn: 100_001,
    homeUrn: 100_003,
    leader: { personId: leader.personId },
    madeBy: broker.personId,
    support: `field-${made++}`,
    state,
  });
  const { reference } = await row('placement', id);
  const content = agreed();
  await versionIn(database.db, {
    placementId: id,
    organisationId: service.id,
    reference: String(reference),
    madeBy: broker.personId,
    content: agreed({ money: { ...content.money, ratePence: 45_000, vat: true, ...money } }),
    signed: [
      { part: 'service', personId: broker.personId },
      { part: 'leader', personId: leader.personId },
      { part: 'supported head', personId: head.personId },
      { part: 'home head', personId: homeHead.personId },
    ],
  });
  return id;
}

async function row(table: 'placement' | 'money_document', id: string): Promise<Record<string, unknown>> {
  return tenant(database.db).selectFrom(table).selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

const money = (id: string, part = '') => `/placements/${id}/money${part}`;
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const FEE = { bill: 'fee', halfDays: '12', netPence: '270000' };

/** Asks for a bill; answers the id of the document. */
async function requested(by: Member, placement: string, bill: Record<string, string>): Promise<string> {
  const answer = await send(app, by, money(placement, '/request'), bill);
  expect(answer.status).toBe(303);
  return /documents\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!;
}

async function approvedFee(placement: string): Promise<string> {
  const id = await requested(broker, placement, FEE);
  expect((await send(app, finance, money(placement, `/documents/${id}/approve`))).status).toBe(303);
  return id;
}

const payment = (more: Record<string, string> = {}) => ({
  key: randomUUID(),
  amount: '1,000.00',
  reference: 'BACS 17',
  ...today('paidOn'),
  ...more,
});

function today(prefix: string): Record<string, string> {
  const [year, month, day] = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }).split('-') as [
    string,
    string,
    string,
  ];
  return { [`${prefix}-day`]: day, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
}

describe('money of a placement', () => {
  it('is asked for by one and approved by another, who alone gives the number', async () => {
    const id = await signedPlacement();
    const document = await requested(lead, id, FEE);
    const own = await send(app, lead, money(id, `/documents/${document}/approve`));
    expect(own.status).toBe(409);
    expect(await text(own)).toContain('You asked for this yourself');
    expect((await send(app, broker, money(id, `/documents/${document}/approve`))).status).toBe(403);
    // The database refuses it too, whoever connects.
    await expect(
      database.pool.query(
        "update money_document set state = 'approved', issued_on = now(), due_on = now(), decided_by = requested_by, decided_in_role = 'service lead', decided_at = now() where id = $1",
        [document],
      ),
    ).rejects.toThrow(/does not approve it/);
    expect((await send(app, finance, money(id, `/documents/${document}/approve`))).status).toBe(303);
    const stored = await row('money_document', document);
    expect(stored).toMatchObject({ state: 'approved', net_pence: 270_000, vat_pence: 54_000, total_pence: 324_000 });
    expect(Date.parse(String(stored.due_on)) - Date.parse(String(stored.issued_on))).toBe(28 * 86_400_000);
    await expect(
      database.pool.query('update money_document set net_pence = 1 where id = $1', [document]),
    ).rejects.toThrow(/decided once/);
    await expect(database.pool.query('delete from money_document where id = $1', [document])).rejects.toThrow(
      /never changed/,
    );
  });

  it('makes one of a request that is sent twice, and asks for nothing that the page did not show', async () => {
    const id = await signedPlacement();
    const other = await send(app, broker, money(id, '/request'), { ...FEE, netPence: '1' });
    expect(other.status).toBe(409);
    expect(await text(other)).toContain('changed meanwhile: it is £2,700.00 now');
    expect(await requested(broker, id, FEE)).toBe(await requested(broker, id, FEE));
    const again = await send(app, broker, money(id, '/request'), {
      bill: 'home-share',
      halfDays: '12',
      netPence: '229500',
    });
    expect(again.status).toBe(409);
    expect(await text(again)).toContain('not to be written now');
  });

  it('numbers what is approved at once without a gap, each issuer by itself', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => signedPlacement()));
    const documents: string[] = [];
    for (const id of ids) documents.push(await requested(broker, id, FEE));
    const before = await database.pool.query(
      "select coalesce(max(number), 0) as last from money_document where kind = 'invoice'",
    );
    const answers = await Promise.all(
      ids.map((id, k) => send(app, k % 2 === 0 ? finance : lead, money(id, `/documents/${documents[k]}/approve`))),
    );
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 303));
    const numbers: number[] = [];
    for (const document of documents) numbers.push(Number((await row('money_document', document)).number));
    const last: number = before.rows[0].last;
    expect(numbers.toSorted((a, b) => a - b)).toEqual(ids.map((_, k) => last + 1 + k));
    const order = await requested(broker, ids[0]!, { bill: 'order', halfDays: '12', netPence: '229500' });
    await send(app, finance, money(ids[0]!, `/documents/${order}/approve`));
    expect(await row('money_document', order)).toMatchObject({ kind: 'purchase order', number: 1, due_on: null });
  });

  it('shows the leader days alone, and each head what concerns their school', async () => {
    const id = await signedPlacement();
    const fee = await approvedFee(id);
    await send(app, finance, money(id, '/adjust'), {
      key: randomUUID(),
      which: 'more',
      days: '1.5',
      words: 'A day before the site was used',
      ...today('onDay'),
    });
    await database.pool.query(
      `insert into placement_visit (placement_id, organisation_id, starts_on, ends_on, half_days, place, purpose, state, state_reason,
         note_due_on, made_by, made_in_role)
       select $1, $2, day, day, half_days, 'School', 'Reading', state, reason, day, $3, 'system leader'
       from (values ('2026-09-14'::date, 2, 'held', null), ('2026-09-15', 4, 'not held', 'Snow')) of (day, half_days, state, reason)`,
      [id, service.id, leader.personId],
    );
    // With the first day delivered the home school bills.
    const share = await requested(broker, id, { bill: 'home-share', halfDays: '12', netPence: '229500' });
    expect(await text(ask(app, homeHead, money(id)))).not.toContain(share);
    await send(app, lead, money(id, `/documents/${share}/approve`));
    const page = (who: Member) => text(ask(app, who, money(id)));
    const forLeader = await page(leader);
    expect(forLeader).toContain('6 days planned, 2½ days delivered, 3½ days left');
    expect(forLeader).not.toMatch(/£|Invoice/);
    const forHead = await page(head);
    expect(forHead).toContain(`documents/${fee}`);
    expect(forHead).not.toContain(share);
    expect(forHead).not.toContain('Part of the service');
    const forHome = await page(homeHead);
    expect(forHome).toContain('100003-INV-00001');
    // The home head does not read visits, but which days were given.
    expect(forHome).toContain('Visit of 14 September 2026');
    expect(forHome).not.toContain(fee);
    expect((await ask(app, homeHead, money(id, `/documents/${fee}`))).status).toBe(404);
    const word = await ask(app, head, money(id, `/documents/${fee}/word`));
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('takes back by a credit note, bills anew, and is paid to the penny', async () => {
    const id = await signedPlacement();
    const fee = await approvedFee(id);
    const at = (part: string) => money(id, `/documents/${fee}/${part}`);
    expect(await text(send(app, broker, at('credit'), { days: '7', creditWords: 'Too many' }))).toContain(
      'Not so many days',
    );
    const asked = await send(app, broker, at('credit'), { days: '1.5', creditWords: 'Three half days fewer' });
    const credit = /documents\/([0-9a-f-]{36})/.exec(asked.headers.get('location')!)![1]!;
    await send(app, finance, money(id, `/documents/${credit}/approve`));
    expect(await row('money_document', credit)).toMatchObject({
      kind: 'credit note',
      net_pence: 67_500,
      vat_pence: 13_500,
    });
    expect(await text(ask(app, broker, money(id)))).toContain('name="netPence" value="67500"');
    const tooMuch = await send(app, finance, at('payments'), payment({ amount: '2430.01' }));
    expect(tooMuch.status).toBe(409);
    expect(await text(tooMuch)).toContain('No more than £2,430.00 is owed');
    const once = payment({ amount: '2,430' });
    for (let k = 0; k < 2; k++) expect((await send(app, finance, at('payments'), once)).status).toBe(303);
    expect(await text(ask(app, head, money(id, `/documents/${fee}`)))).toContain('Nothing is owed');
    expect(await text(ask(app, head, at('remittance')))).toContain('Remittance advice for invoice');
    const { rows } = await database.pool.query('select id from money_payment where document_id = $1', [fee]);
    expect(rows).toHaveLength(1);
    await expect(
      database.pool.query('update money_payment set pence = 1 where document_id = $1', [fee]),
    ).rejects.toThrow(/never changed/);
    const undo = { key: randomUUID() };
    for (let k = 0; k < 2; k++)
      expect((await send(app, finance, at(`payments/${rows[0].id}/undo`), undo)).status).toBe(303);
    expect(await text(ask(app, finance, money(id, `/documents/${fee}`)))).toContain('£2,430.00 is owed');
  });

  it('says what is wrong with each field, and keeps what was typed', async () => {
    const id = await signedPlacement();
    const fee = await approvedFee(id);
    const bad = await send(app, finance, money(id, `/documents/${fee}/payments`), {
      key: randomUUID(),
      amount: 'ten',
      reference: '',
      'paidOn-day': '31',
      'paidOn-month': '2',
      'paidOn-year': '2026',
    });
    expect(bad.status).toBe(400);
    const page = await text(bad);
    for (const words of ['must be an amount above nought', 'Enter the reference', 'must be a real day', 'value="ten"'])
      expect(page).toContain(words);
    const adjust = await send(app, finance, money(id, '/adjust'), {
      key: randomUUID(),
      which: 'fewer',
      days: '1',
      words: 'x',
      ...today('onDay'),
    });
    expect(await text(adjust)).toContain('less than no days delivered');
  });

  it('rests while the placement is paused', async () => {
    const id = await signedPlacement({}, 'paused');
    const refused = await send(app, broker, money(id, '/request'), FEE);
    expect(refused.status).toBe(409);
    expect(await text(refused)).toContain('paused or over');
    await expect(
      database.pool.query('select exists (select from money_document where placement_id = $1) as any', [id]),
    ).resolves.toMatchObject({ rows: [{ any: false }] });
  });

  it('is open at its end until all is billed and paid, and asks for work of whoever may do it', async () => {
    const id = await signedPlacement();
    const fee = await approvedFee(id);
    const { today: day } = onToday();
    const subject = await placementSubject(database.site.db, id);
    const granted = authorise(readMoney, actingAs(finance, 'finance officer'), subject!, { secondFactorRoles: [] });
    if (!granted.ok) throw new Error('a finance officer reads money');
    const read = (on: string, who: Member, role: Role) =>
      readAs(database.site.db, granted.scope, async (transaction) => {
        const placement = (await readPlacementRow(transaction, id))!;
        const asked = { ...granted.scope, person: actingAs(who, role) };
        const items = await moneyWork(actingReader(transaction, asked, { today: on, secondFactorRoles: [] }));
        return {
          open: (await moneyOpenAtEnd(transaction, placement)).map(({ words }) => words),
          work: items.filter(({ key }) => key.startsWith(`placement:${id}`)).map(({ title }) => title),
        };
      });
    const now = await read(day, finance, 'finance officer');
    expect(now.open).toEqual([expect.stringMatching(/^Invoice INV-\d{5} is not paid: £3,240.00 is owed\.$/)]);
    expect(now.work).toEqual(['To be billed: Order of the days from the home school']);
    await requested(broker, id, { bill: 'order', halfDays: '12', netPence: '229500' });
    const later = daysAfter(day, 29);
    expect((await read(later, finance, 'finance officer')).work).toEqual([
      'Approve the purchase order: Order of the days from the home school',
      expect.stringMatching(/^Overdue: invoice INV-/),
    ]);
    // Whoever asked is not asked to approve.
    expect((await read(later, broker, 'service lead')).work).toEqual([expect.stringMatching(/^Overdue/)]);
    expect((await read(later, broker, 'adviser')).work).toEqual([]);
    await send(app, finance, money(id, `/documents/${fee}/payments`), payment({ amount: '3240' }));
    expect((await read(day, finance, 'finance officer')).open).toEqual([
      'Purchase order waits for approval: Order of the days from the home school.',
    ]);
  });
});

describe('money of a service', () => {
  it('holds budgets with what is committed, warns of overspending and keeps to what a grant is for', async () => {
    const open = (more: Record<string, string>) =>
      send(app, finance, `/organisations/${service.id}/budgets/new`, {
        key: randomUUID(),
        name: 'School improvement',
        fund: 'De-delegated',
        financialYear: '2026',
        amount: '1000',
        ...more,
      });
    expect((await send(app, broker, `/organisations/${service.id}/budgets/new`, {})).status).toBe(403);
    expect((await open({})).status).toBe(303);
    expect(await text(open({}))).toContain('There is a budget of this name');
    await open({ name: 'Grant', restrictedTo: 'secondment' });
    const { rows } = await database.pool.query('select id, name from budget order by name');
    const [grant, own] = rows.map(({ id }) => String(id)) as [string, string];
    const id = await signedPlacement({ payer: 'fund', brokerage: { way: 'none' } });
    const charge = (budget: string) => send(app, broker, money(id, '/budget'), { budget });
    expect(await text(charge(grant))).toContain('may not pay for this kind of help');
    expect((await charge(own)).headers.get('location')).toContain('done=overspends');
    const page = () => text(ask(app, lead, `/organisations/${service.id}/budgets`));
    expect(await page()).toContain('School improvement is overspent by £1,700.00.');
    const move = (from: string, to: string, amount: string) =>
      send(app, lead, `/organisations/${service.id}/budgets/move`, {
        key: randomUUID(),
        from,
        to,
        amount,
        words: 'Forum',
      });
    expect((await move('outside', own, '2000')).status).toBe(303);
    expect((await move(own, grant, '300')).status).toBe(303);
    expect(await text(move(own, own, '1'))).toContain('it is where it comes from');
    expect(await page()).not.toContain('overspent');
    const csv = await text(ask(app, finance, `/organisations/${service.id}/budgets.csv`));
    expect(csv).toContain('School improvement,De-delegated,2026/27,,2700.00,2700.00,0.00,0.00,0.00,1');
    const xlsx = await ask(app, finance, `/organisations/${service.id}/budgets.xlsx`);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('lists what waits, what is to be billed and everything as a file; nobody else reads it', async () => {
    const id = await signedPlacement();
    await requested(broker, id, FEE);
    const page = await text(ask(app, finance, `/organisations/${service.id}/money`));
    expect(page).toContain('Waiting for approval');
    expect(page).toContain('Order of the days from the home school');
    const csv = await text(ask(app, finance, `/organisations/${service.id}/money.csv`));
    expect(csv.split('\r\n')[0]).toBe(MONEY_COLUMNS.map(([name]) => name).join(','));
    const elsewhere = await memberIn(
      database.db,
      await organisationIn(database.db, 'local authority', 332),
      'finance officer',
    );
    expect((await ask(app, elsewhere, `/organisations/${service.id}/money.csv`)).status).toBe(403);
    expect((await ask(app, head, `/organisations/${service.id}/budgets`)).status).toBe(403);
  });

  it('sets its own day rates from a day on, with their history', async () => {
    const rate = (amount: string, year: string, more: Record<string, string> = {}) =>
      send(app, finance, `/organisations/${service.id}/rates`, {
        key: randomUUID(),
        role: 'local-leader',
        amount,
        words: 'Forum of May',
        'validFrom-day': '1',
        'validFrom-month': '4',
        'validFrom-year': year,
        ...more,
      });
    expect((await rate('450', '2026')).status).toBe(303);
    expect((await rate('475', '2049')).status).toBe(303);
    expect(await text(rate('none', '2026', { role: 'wizard' }))).toContain('Choose a role from the list');
    const page = await text(ask(app, broker, `/organisations/${service.id}/rates`));
    expect(page).toContain('£475.00');
    expect(page).toContain('Northampton alliance 2019/20');
    expect((await send(app, broker, `/organisations/${service.id}/rates`, {})).status).toBe(403);
  });
});
