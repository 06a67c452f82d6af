import { describe, expect, it } from 'vitest';
import { ROUNDING, terms } from '../../../../test/factories/money.ts';
import { budgetTotals, chargeVerdict, costToService, financialYearOf, financialYearText } from './budget.ts';
import { deliveredUpTo, type LedgerEntry, ledgerDifferences, ledgerTotals, runningLedger } from './half-day-ledger.ts';
import { type OwnRate, ownRateOn } from './rates.ts';
import { moneyViewOf } from './who-reads.ts';

function entry(day: string, kind: LedgerEntry['kind'], halfDays: number): LedgerEntry {
  return { day, kind, halfDays, words: 'x', by: null };
}

function rate(validFrom: string, pencePerDay: number | null, setAt: string): OwnRate {
  return { role: 'local-leader', pencePerDay, validFrom, words: 'x', setBy: 'A', setAt: new Date(setAt) };
}

describe('the ledger of half days', () => {
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
