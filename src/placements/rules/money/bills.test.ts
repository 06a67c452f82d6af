import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priced, ROUNDING, roundings, terms } from '../../../../test/factories/money.ts';
import { policyAsAt } from '../../../policies.ts';
import { billingPolicyKind } from '../../schema/money/billing-policy.ts';
import { type Billed, type BillFacts, billsOf } from './bills.ts';
import { splitOf } from './split.ts';

const BILLING = policyAsAt(billingPolicyKind, '2026-11-22');
const flowOf = (code: string) => BILLING.flows.find((flow) => flow.code === code)!;

function facts(more: Partial<BillFacts> = {}): BillFacts {
  return { today: '2026-11-22', firstVisitOn: null, deliveredUpTo: () => 0, billed: [], ended: false, ...more };
}

function stateOf(bills: ReturnType<typeof billsOf>) {
  return Object.fromEntries(bills.map((bill) => [bill.rule.code, bill]));
}

/** Three half days by the end of October, five by 10 November. */
function delivered(day: string): number {
  if (day >= '2026-11-10') return 5;
  return day >= '2026-10-20' ? 3 : 0;
}

describe('bills of a flow', () => {
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
