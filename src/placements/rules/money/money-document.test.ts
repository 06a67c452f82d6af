import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoice, roundings } from '../../../../test/factories/money.ts';
import { creditOf } from './credit.ts';
import { MONEY_COLUMNS, moneyCsv } from './money-csv.ts';
import { daysLate, numberText, standingOf } from './money-document.ts';
import { vatOf } from './split.ts';

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
