import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priced, ROUNDING, roundings, terms } from '../../../../test/factories/money.ts';
import { policyAsAt } from '../../../policies.ts';
import { publishedRatesKind } from '../../schema/money/published-rates.ts';
import type { Brokerage } from './agreed-terms.ts';
import { decimalText, poundsText, wholePart } from './pence.ts';
import { splitBetween, splitOf, vatOf } from './split.ts';

function day(pencePerDay: number, brokerage: Brokerage) {
  return splitOf({ pencePerDay, brokerage }, 2, ROUNDING);
}

describe('prices and their parts', () => {
  it('are those of the published lists', () => {
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
          const withoutShare = splitOf({ ...of, brokerage: { way: 'none' } }, 2, rounding);
          expect(withoutShare.price).toBe(of.pencePerDay);
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
