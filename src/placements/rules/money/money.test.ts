import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreedTerms, Brokerage } from './agreed-terms.ts';
import { type Billed, type BillFacts, billsOf } from './bills.ts';
import { budgetTotals, chargeVerdict, costToService, financialYearOf, financialYearText } from './budget.ts';
import { creditOf } from './credit.ts';
import { deliveredUpTo, type LedgerEntry, ledgerDifferences, ledgerTotals, runningLedger } from './half-day-ledger.ts';
import { billingPolicyKind } from '../../schema/money/billing-policy.ts';
import { publishedRatesKind } from '../../schema/money/published-rates.ts';
import { policyAsAt } from '../../../policies.ts';
import { daysLate, type MoneyDocument, numberText, standingOf } from './money-document.ts';
import { moneyCsv, MONEY_COLUMNS } from './money-csv.ts';
import { decimalText, poundsText, wholePart } from './pence.ts';
import { ownRateOn } from './rates.ts';
import { type Rounding, splitBetween, splitOf, vatOf } from './split.ts';
import { moneyViewOf } from './who-reads.ts';

const ROUNDING: Rounding = { borneBy: 'broker', vat: 'down' };
const BILLING = policyAsAt(billingPolicyKind, '2026-11-22');
const flowOf = (code: string) => BILLING.flows.find((flow) => flow.code === code)!;

const brokerages: fc.Arbitrary<Brokerage> = fc.oneof(
  fc.constant<Brokerage>({ way: 'none' }),
  fc.record({ way: fc.constant('percentage inside' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ way: fc.constant('percentage added' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ way: fc.constant('flat fee inside' as const), pencePerDay: fc.integer({ min: 1, max: 200_000 }) }),
);
const roundings: fc.Arbitrary<Rounding> = fc.record({
  borneBy: fc.constantFrom('broker' as const, 'others' as const),
  vat: fc.constantFrom('down' as const, 'up' as const),
});
const priced = fc.record({ pencePerDay: fc.integer({ min: 1, max: 200_000 }), brokerage: brokerages });

const terms = (more: Partial<AgreedTerms> = {}): AgreedTerms => ({
  versionId: 'v1',
  signedOn: '2026-10-05',
  halfDays: 12,
  pencePerDay: 45_000,
  vatBasisPoints: 2_000,
  payer: 'supported school',
  brokerage: { way: 'percentage inside', basisPoints: 1_500 },
  flow: 'full-on-signature',
  ...more,
});

describe('prices and their parts', () => {
  it('are those of the published lists', () => {
    const day = (pencePerDay: number, brokerage: Brokerage) => splitOf({ pencePerDay, brokerage }, 2, ROUNDING);
    const inside: Brokerage = { way: 'percentage inside', basisPoints: 1_500 };
    // Northampton: 52.50, 67.50 and 82.50 of 350, 450 and 550.
    expect([35_000, 45_000, 55_000].map((pence) => day(pence, inside).brokerShare)).toEqual([5_250, 6_750, 8_250]);
    expect(day(70_000, { way: 'percentage added', basisPoints: 1_500 })).toEqual({
      price: 80_500,
      homeShare: 70_000,
      brokerShare: 10_500,
    });
    expect(day(35_000, { way: 'flat fee inside', pencePerDay: 5_000 })).toEqual({
      price: 35_000,
      homeShare: 30_000,
      brokerShare: 5_000,
    });
    const lists = policyAsAt(publishedRatesKind, '2026-11-22').lists;
    expect(lists.find(({ body }) => body.startsWith('Northampton'))?.brokerage).toEqual(inside);
    expect(policyAsAt(publishedRatesKind, '2016-01-01').lists.map(({ body }) => body)).not.toContain(
      'Northampton alliance 2019/20',
    );
  });

  it('always sum to the whole, however the half days are parted, and two half days cost a day', () => {
    fc.assert(
      fc.property(
        priced,
        roundings,
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }),
        (of, rounding, steps) => {
          let reached = 0;
          const sum = { price: 0, homeShare: 0, brokerShare: 0 };
          for (const step of steps) {
            const part = splitBetween(of, reached, reached + step, rounding);
            expect(part.homeShare + part.brokerShare).toBe(part.price);
            expect(Math.min(part.price, part.brokerShare)).toBeGreaterThanOrEqual(0);
            sum.price += part.price;
            sum.homeShare += part.homeShare;
            sum.brokerShare += part.brokerShare;
            reached += step;
          }
          expect(sum).toEqual(splitOf(of, reached, rounding));
          const [first, second] = [splitBetween(of, 0, 1, rounding), splitBetween(of, 1, 2, rounding)];
          expect(first.price + second.price).toBe(splitOf(of, 2, rounding).price);
          if (of.brokerage.way !== 'percentage added') expect(splitOf(of, 2, rounding).price).toBe(of.pencePerDay);
        },
      ),
    );
  });

  it('leave what does not come out in whole pence to the side that bears it', () => {
    fc.assert(
      fc.property(priced, fc.integer({ min: 0, max: 200 }), (of, halfDays) => {
        const [broker, others] = (['broker', 'others'] as const).map((borneBy) =>
          splitOf(of, halfDays, { borneBy, vat: 'down' }),
        ) as [ReturnType<typeof splitOf>, ReturnType<typeof splitOf>];
        expect(broker.brokerShare).toBeLessThanOrEqual(others.brokerShare);
        // An odd half penny of the price, and one of the part: never more than two pence between both.
        expect(others.brokerShare - broker.brokerShare).toBeLessThanOrEqual(2);
      }),
    );
    const odd = { pencePerDay: 33_333, brokerage: { way: 'percentage inside', basisPoints: 1_500 } } as const;
    expect(splitOf(odd, 1, ROUNDING)).toEqual({ price: 16_666, homeShare: 14_167, brokerShare: 2_499 });
    expect(splitOf(odd, 1, { borneBy: 'others', vat: 'down' })).toEqual({
      price: 16_667,
      homeShare: 14_166,
      brokerShare: 2_501,
    });
  });

  it('refuse what is no number of half days', () => {
    for (const bad of [-1, 0.5, Number.NaN]) expect(() => splitOf(terms(), bad, ROUNDING)).toThrow(/half days/);
  });

  it('have VAT on the whole, within a penny below or above', () => {
    expect(vatOf(13_333, 2_000, ROUNDING)).toBe(2_666);
    expect(vatOf(13_333, 2_000, { vat: 'up' })).toBe(2_667);
    expect(vatOf(13_333, 0, ROUNDING)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 10_000 }), (net, rate) => {
        const [down, up] = [vatOf(net, rate, { vat: 'down' }), vatOf(net, rate, { vat: 'up' })];
        expect(up - down).toBe((BigInt(net) * BigInt(rate)) % 10_000n === 0n ? 0 : 1);
        expect(BigInt(down) * 10_000n).toBeLessThanOrEqual(BigInt(net) * BigInt(rate));
      }),
    );
  });

  it('are written as people and as finance systems read them', () => {
    expect([123_450, -5, 0].map(poundsText)).toEqual(['£1,234.50', '−£0.05', '£0.00']);
    expect([123_450, -5, 0].map(decimalText)).toEqual(['1234.50', '-0.05', '0.00']);
    expect([wholePart([-7], 2, 'down'), wholePart([-7], 2, 'up')]).toEqual([-4, -3]);
  });
});

describe('bills of a flow', () => {
  const facts = (more: Partial<BillFacts> = {}): BillFacts => ({
    today: '2026-11-22',
    firstVisitOn: null,
    deliveredUpTo: () => 0,
    billed: [],
    ended: false,
    ...more,
  });
  const stateOf = (bills: ReturnType<typeof billsOf>) =>
    Object.fromEntries(bills.map((bill) => [bill.rule.code, bill]));

  it('are due in full on signature, and by the home school after the first visit', () => {
    const flow = flowOf('full-on-signature');
    const before = stateOf(billsOf(flow, terms(), facts(), ROUNDING));
    expect(before.fee).toMatchObject({
      state: 'to bill',
      from: 'service',
      to: 'supported school',
      by: '2026-10-05',
      halfDays: 12,
      netPence: 270_000,
      vatPence: 54_000,
    });
    expect(before['home-share']).toMatchObject({ state: 'not yet', by: null });
    const after = stateOf(billsOf(flow, terms(), facts({ firstVisitOn: '2026-11-02' }), ROUNDING));
    expect(after['home-share']).toMatchObject({ state: 'to bill', by: '2026-11-30', netPence: 229_500 });
    expect(flow.bills.map(({ dueDays }) => dueDays)).toEqual([null, 28, 28]);
  });

  it('leave out what one would send oneself', () => {
    const bills = billsOf(flowOf('full-on-signature'), terms({ payer: 'service' }), facts(), ROUNDING);
    expect(bills.map(({ rule }) => rule.code)).toEqual(['order', 'home-share']);
    const free = terms({ brokerage: { way: 'none' }, flow: 'monthly-time-sheets' });
    const codes = billsOf(flowOf('monthly-time-sheets'), free, facts(), ROUNDING).map(({ rule }) => rule.code);
    expect(codes).toEqual(['order', 'time']);
  });

  it('come each month for what was delivered by its end, and at once when the work has ended', () => {
    const flow = flowOf('monthly-time-sheets');
    const of = terms({ flow: 'monthly-time-sheets' });
    const delivered = (day: string) => (day >= '2026-11-10' ? 5 : day >= '2026-10-20' ? 3 : 0);
    const running = stateOf(billsOf(flow, of, facts({ deliveredUpTo: delivered }), ROUNDING));
    expect(running.time).toMatchObject({ state: 'to bill', halfDays: 3, netPence: 67_500, by: '2026-11-14' });
    expect(running['broker-share']).toMatchObject({ from: 'service', to: 'home school', netPence: 10_125 });
    const ended = stateOf(billsOf(flow, of, facts({ deliveredUpTo: delivered, ended: true }), ROUNDING));
    expect(ended.time).toMatchObject({ halfDays: 5 });
    const none = stateOf(billsOf(flow, of, facts(), ROUNDING));
    expect(none.time).toMatchObject({ state: 'not yet' });
  });

  it('do not ask twice, nor for more than was agreed, and wait while one waits', () => {
    const flow = flowOf('monthly-time-sheets');
    const of = terms({ flow: 'monthly-time-sheets' });
    const billed: Billed = { bill: 'time', versionId: 'v1', halfDays: 3, netPence: 67_500, waits: false };
    const timeOf = (deliveredHalfDays: number, done: Billed[]) =>
      stateOf(billsOf(flow, of, facts({ deliveredUpTo: () => deliveredHalfDays, billed: done }), ROUNDING)).time;
    expect(timeOf(3, [billed])).toMatchObject({ state: 'billed', netPence: 0 });
    expect(timeOf(20, [billed])).toMatchObject({ state: 'to bill', halfDays: 9, netPence: 202_500 });
    expect(timeOf(20, [{ ...billed, waits: true }])).toMatchObject({ state: 'waits for approval' });
  });

  it('sum to the price agreed, whatever is billed month by month', () => {
    const flow = flowOf('monthly-time-sheets');
    fc.assert(
      fc.property(
        priced,
        roundings,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        (of, rounding, months) => {
          const whole = months.reduce((sum, halfDays) => sum + halfDays, 0);
          const agreed = terms({ ...of, halfDays: whole, flow: flow.code });
          const billed: Billed[] = [];
          let delivered = 0;
          for (const halfDays of months) {
            delivered += halfDays;
            const reached = delivered;
            const bills = billsOf(flow, agreed, facts({ deliveredUpTo: () => reached, billed: [...billed] }), rounding);
            for (const { rule, state, netPence, halfDays: of } of bills)
              if (state === 'to bill' && rule.code !== 'order')
                billed.push({ bill: rule.code, versionId: 'v1', halfDays: of, netPence, waits: false });
          }
          const sum = (code: string) =>
            billed.filter(({ bill }) => bill === code).reduce((all, one) => all + one.netPence, 0);
          const split = splitOf(agreed, whole, rounding);
          expect(sum('time')).toBe(split.price);
          expect(sum('broker-share')).toBe(split.brokerShare);
        },
      ),
    );
  });

  it('keep the price of half days that were billed under an earlier version', () => {
    const flow = flowOf('full-on-signature');
    const billed: Billed[] = [{ bill: 'fee', versionId: 'v1', halfDays: 12, netPence: 270_000, waits: false }];
    const longer = terms({ versionId: 'v2', halfDays: 16, pencePerDay: 50_000 });
    const [, fee] = billsOf(flow, longer, facts({ billed }), ROUNDING);
    expect(fee).toMatchObject({ state: 'to bill', halfDays: 4, netPence: 100_000 });
  });
});

const invoice = (more: Partial<MoneyDocument> = {}): MoneyDocument => ({
  id: 'i1',
  placementId: 'p1',
  reference: '2026-014',
  school: 'Invented Primary',
  kind: 'invoice',
  bill: 'fee',
  versionId: 'v1',
  from: 'service',
  to: 'supported school',
  issuer: 'service',
  fromName: 'Invented Council',
  toName: 'Invented Primary',
  label: 'Fee for the placement',
  halfDays: 3,
  netPence: 10_001,
  vatBasisPoints: 2_000,
  vatPence: 2_000,
  totalPence: 12_001,
  dueDays: 28,
  credits: null,
  words: null,
  state: 'approved',
  number: 12,
  issuedOn: '2026-10-05',
  dueOn: '2026-11-02',
  requestedById: 'a',
  requestedBy: 'A',
  requestedAt: new Date('2026-10-05T10:00:00Z'),
  decidedBy: 'B',
  decidedAt: new Date('2026-10-05T11:00:00Z'),
  decidedWords: null,
  creditedNet: 0,
  creditedPence: 0,
  creditedHalfDays: 0,
  paidPence: 0,
  ...more,
});

describe('documents', () => {
  it('stand as what was paid and credited makes them', () => {
    expect(standingOf(invoice(), '2026-11-02')).toBe('to pay');
    expect(standingOf(invoice(), '2026-11-03')).toBe('overdue');
    expect(daysLate(invoice(), '2026-11-22')).toBe(20);
    expect(standingOf(invoice({ paidPence: 12_001 }), '2026-11-22')).toBe('paid');
    expect(standingOf(invoice({ creditedPence: 12_001 }), '2026-11-22')).toBe('credited');
    expect(standingOf(invoice({ paidPence: 12_001, creditedPence: 1 }), '2026-11-22')).toBe('to be paid back');
    expect(standingOf(invoice({ kind: 'purchase order' }), '2026-11-22')).toBe('issued');
    expect(standingOf(invoice({ state: 'requested' }), '2026-11-22')).toBe('waits for approval');
  });

  it('count in the numbers of their issuer', () => {
    expect(numberText(invoice())).toBe('INV-00012');
    expect(numberText(invoice({ issuer: '100003', kind: 'credit note' }))).toBe('100003-CN-00012');
    expect(numberText(invoice({ number: null }))).toBeNull();
  });

  it('are taken back to the penny by credit notes for all their half days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e7 }),
        fc.constantFrom(0, 500, 2_000),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
        roundings,
        (netPence, vatBasisPoints, parts, rounding) => {
          const halfDays = parts.reduce((sum, part) => sum + part, 0);
          const vatPence = vatOf(netPence, vatBasisPoints, rounding);
          const of = { ...invoice(), halfDays, netPence, vatBasisPoints, vatPence, totalPence: netPence + vatPence };
          for (const part of parts) {
            const credit = creditOf(of, part, rounding);
            expect(credit.netPence).toBeGreaterThanOrEqual(0);
            expect(credit.vatPence).toBeGreaterThanOrEqual(0);
            of.creditedNet += credit.netPence;
            of.creditedPence += credit.netPence + credit.vatPence;
            of.creditedHalfDays += part;
          }
          expect(of.creditedNet).toBe(netPence);
          expect(of.creditedPence).toBe(of.totalPence);
          expect(() => creditOf(of, 1, rounding)).toThrow(/not left/);
        },
      ),
    );
  });

  it('go to finance systems with one cell for each documented column', () => {
    const credit = invoice({ id: 'c1', kind: 'credit note', credits: 'i1', number: 1, words: 'Agreed', dueOn: null });
    const [head, first, second] = moneyCsv([invoice(), credit], '2026-11-22').trim().split('\r\n');
    expect(head!.split(',')).toHaveLength(MONEY_COLUMNS.length);
    expect(first).toContain('invoice,INV-00012,2026-10-05,2026-11-02,');
    expect(first).toContain(',1.5,100.01,20,20.00,120.01,,0.00,120.01,overdue');
    expect(second).toContain(',100.01,20,20.00,120.01,INV-00012,,,issued');
  });
});

describe('the ledger of half days', () => {
  const entry = (day: string, kind: LedgerEntry['kind'], halfDays: number): LedgerEntry => ({
    day,
    kind,
    halfDays,
    words: 'x',
    by: null,
  });

  it('runs in the order of days, with totals after each line', () => {
    const entries = [
      entry('2026-11-10', 'delivered', 3),
      entry('2026-10-05', 'invoiced', 12),
      entry('2026-10-05', 'planned', 12),
    ];
    expect(runningLedger(entries).map(({ totals }) => totals)).toEqual([
      { planned: 12, delivered: 0, invoiced: 0, left: 12 },
      { planned: 12, delivered: 0, invoiced: 12, left: 12 },
      { planned: 12, delivered: 3, invoiced: 12, left: 9 },
    ]);
    expect(deliveredUpTo(entries, '2026-11-09')).toBe(0);
    expect(deliveredUpTo(entries, '2026-11-10')).toBe(3);
    expect(ledgerTotals([])).toEqual({ planned: 0, delivered: 0, invoiced: 0, left: 0 });
  });

  it('names where it does not agree with itself', () => {
    const totals = { planned: 4, delivered: 6, invoiced: 5, left: -2 };
    expect(ledgerDifferences(totals, true)).toEqual([
      { difference: 'delivered more than agreed', halfDays: 2 },
      { difference: 'invoiced more than agreed', halfDays: 1 },
      { difference: 'delivered and not invoiced', halfDays: 1 },
    ]);
    expect(ledgerDifferences({ planned: 12, delivered: 3, invoiced: 12, left: 9 }, true)).toEqual([]);
    expect(ledgerDifferences({ planned: 12, delivered: 3, invoiced: 12, left: 9 }, false)).toEqual([
      { difference: 'invoiced before delivered', halfDays: 9 },
    ]);
  });
});

describe('rates and budgets', () => {
  it('take the rate that holds on the day, and none once it ended', () => {
    const rate = (validFrom: string, pencePerDay: number | null, setAt: string) => ({
      role: 'local-leader',
      pencePerDay,
      validFrom,
      words: 'x',
      setBy: 'A',
      setAt: new Date(setAt),
    });
    const rates = [
      rate('2026-04-01', 45_000, '2026-03-01'),
      rate('2026-09-01', 47_000, '2026-03-01'),
      rate('2026-09-01', 48_000, '2026-03-02'),
      rate('2027-04-01', null, '2026-03-01'),
    ];
    const on = (day: string) => ownRateOn(rates, 'local-leader', day)?.pencePerDay ?? null;
    expect(['2026-03-31', '2026-04-01', '2026-09-01', '2027-04-01'].map(on)).toEqual([null, 45_000, 48_000, null]);
    expect(ownRateOn(rates, 'specialist', '2026-09-01')).toBeNull();
  });

  it('count what is agreed, or invoiced where that is more, as committed', () => {
    const totals = budgetTotals(1_000_000, [
      { agreed: 270_000, invoiced: 0, paid: 0 },
      { agreed: 100_000, invoiced: 120_000, paid: 120_000 },
    ]);
    expect(totals).toEqual({
      amount: 1_000_000,
      committed: 390_000,
      invoiced: 120_000,
      paid: 120_000,
      left: 610_000,
      placements: 2,
    });
    expect(costToService(terms(), ROUNDING)).toBe(0);
    expect(costToService(terms({ payer: 'service' }), ROUNDING)).toBe(270_000);
  });

  it('warn or refuse as the policy says, and keep to what a grant is restricted to', () => {
    const budget = { restrictedTo: ['head-coaching'], left: 100 };
    const charge = (supportType: string, cost: number, overspend: 'warn' | 'refuse') =>
      chargeVerdict(budget, { supportType, cost }, overspend);
    expect(charge('head-coaching', 100, 'refuse')).toBe('fits');
    expect(charge('head-coaching', 101, 'warn')).toBe('overspends');
    expect(charge('head-coaching', 101, 'refuse')).toBe('refused: overspends');
    expect(charge('secondment', 1, 'warn')).toBe('refused: restricted');
  });

  it('begin their year on 1 April', () => {
    expect(['2027-03-31', '2027-04-01'].map((day) => financialYearText(financialYearOf(day)))).toEqual([
      '2026/27',
      '2027/28',
    ]);
  });
});

describe('who reads what', () => {
  it('gives a leader days alone, and one who heads the home school its bills', () => {
    expect(moneyViewOf('leader', 'system leader')).toEqual({ kind: 'days' });
    expect(moneyViewOf('leader', 'headteacher')).toEqual({ kind: 'school', party: 'home school' });
    expect(moneyViewOf('service', 'adviser')).toEqual({ kind: 'all' });
    expect(moneyViewOf('supported head', 'headteacher')).toEqual({ kind: 'school', party: 'supported school' });
  });
});
