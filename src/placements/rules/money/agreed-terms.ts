import type {
  AgreementContent,
  Brokerage as AgreementBrokerage,
  Payer as AgreementPayer,
} from '../agreement/content.ts';

/** The three ways in which a broker's part is reckoned, as published price lists have them. */
export type Brokerage =
  /** A part of the price: 15% inside £450 leaves £382.50 to the home school. */
  | { way: 'percentage inside'; basisPoints: number }
  /** On top of what the home school gets: £700 and 15% added are £805. */
  | { way: 'percentage added'; basisPoints: number }
  /** So much of each day's price: £50 of £350. */
  | { way: 'flat fee inside'; pencePerDay: number }
  | { way: 'none' };

/** Those between whom money moves. */
export const MONEY_PARTIES = ['service', 'supported school', 'home school', 'trust'] as const;

export type MoneyParty = (typeof MONEY_PARTIES)[number];

/** What the parties of a placement agreed about money, as their signed agreement says it. */
export interface AgreedTerms {
  /** The version of the agreement that was signed. */
  versionId: string;
  /** ISO day of its last signature: from it the first bills are due. */
  signedOn: string;
  /** Half days agreed in all. */
  halfDays: number;
  /** Price of a day; with 'percentage added' what the home school gets, before the broker's part. */
  pencePerDay: number;
  /** VAT in hundredths of a per cent; 0 where none is due. */
  vatBasisPoints: number;
  /** Who pays for the days. */
  payer: Exclude<MoneyParty, 'home school'>;
  brokerage: Brokerage;
  /** Code of the invoice flow: policies/placements/. */
  flow: string;
}

/** How agreements name who pays, and what that is here: a fund or grant is money of the service. */
const PAYERS: Readonly<Record<AgreementPayer, AgreedTerms['payer']>> = {
  school: 'supported school',
  service: 'service',
  trust: 'trust',
  fund: 'service',
};

/** The terms of money of a version that all have signed; null where it leaves a part of them open, as none that was signed does. */
export function termsOf(
  { time, money }: Pick<AgreementContent, 'time' | 'money'>,
  signed: Pick<AgreedTerms, 'versionId' | 'signedOn'>,
  { flow, vatBasisPoints }: Pick<AgreedTerms, 'flow' | 'vatBasisPoints'>,
): AgreedTerms | null {
  const { halfDays } = time;
  const { ratePence, vat, payer, brokerage } = money;
  if (halfDays === null || ratePence === null || vat === null || payer === null || brokerage === null) return null;
  return {
    ...signed,
    halfDays,
    pencePerDay: ratePence,
    vatBasisPoints: vat ? vatBasisPoints : 0,
    payer: PAYERS[payer],
    brokerage: brokerageOf(brokerage),
    flow,
  };
}

function brokerageOf(agreed: AgreementBrokerage): Brokerage {
  switch (agreed.way) {
    case 'none':
      return { way: 'none' };
    case 'inside':
      return { way: 'percentage inside', basisPoints: agreed.basisPoints };
    case 'added':
      return { way: 'percentage added', basisPoints: agreed.basisPoints };
    case 'flat':
      return { way: 'flat fee inside', pencePerDay: agreed.pence };
  }
}
