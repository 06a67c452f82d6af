import type { AgreedTerms } from './agreed-terms.ts';
import { wholePart } from './pence.ts';

/** How prices are rounded: part of the billing policy. */
export interface Rounding {
  /**
   * Who bears what does not come out in whole pence. 'broker': the broker's part is rounded down, and an odd half penny of a price is not asked
   * for; 'others': the broker's part is rounded up, at the cost of the home school where it lies inside, of the payer where it is added.
   */
  borneBy: 'broker' | 'others';
  /** VAT of a whole invoice. */
  vat: 'down' | 'up';
}

/** What so many half days cost, net of VAT, and who gets it; whole pence. `price` is always `homeShare` and `brokerShare`. */
export interface Split {
  price: number;
  homeShare: number;
  brokerShare: number;
}

type Priced = Pick<AgreedTerms, 'pencePerDay' | 'brokerage'>;

/**
 * The price of the first `halfDays` half days of an agreement and its parts. A half day is half a day's price; where that leaves half a penny,
 * it is rounded once over all half days so far, so that two half days cost a day to the penny, however they are billed. Throws for
 * anything but a whole number of half days from nought: a fault of ours.
 */
export function splitOf(terms: Priced, halfDays: number, { borneBy }: Rounding): Split {
  if (!Number.isSafeInteger(halfDays) || halfDays < 0) throw new Error(`${halfDays} is no number of half days`);
  const { pencePerDay, brokerage } = terms;
  const to = borneBy === 'broker' ? 'down' : 'up';
  const base = wholePart([pencePerDay, halfDays], 2, to);
  switch (brokerage.way) {
    case 'none':
      return { price: base, homeShare: base, brokerShare: 0 };
    case 'percentage added': {
      const brokerShare = wholePart([base, brokerage.basisPoints], 10_000, to);
      return { price: base + brokerShare, homeShare: base, brokerShare };
    }
    case 'percentage inside': {
      const brokerShare = wholePart([base, brokerage.basisPoints], 10_000, to);
      return { price: base, homeShare: base - brokerShare, brokerShare };
    }
    case 'flat fee inside': {
      const fee = wholePart([brokerage.pencePerDay, halfDays], 2, to);
      // A fee is never more than the price that it lies in.
      const brokerShare = Math.min(fee, base);
      return { price: base, homeShare: base - brokerShare, brokerShare };
    }
  }
}

/** What the half days after the first `from` up to `upTo` cost: the difference of both totals, so that parts always sum to the whole. */
export function splitBetween(terms: Priced, from: number, upTo: number, rounding: Rounding): Split {
  const [before, after] = [splitOf(terms, from, rounding), splitOf(terms, upTo, rounding)];
  return {
    price: after.price - before.price,
    homeShare: after.homeShare - before.homeShare,
    brokerShare: after.brokerShare - before.brokerShare,
  };
}

/** VAT on a whole invoice, in pence: worked on its net total and rounded once, as the policy says. */
export function vatOf(netPence: number, vatBasisPoints: number, { vat }: Pick<Rounding, 'vat'>): number {
  return wholePart([netPence, vatBasisPoints], 10_000, vat);
}
