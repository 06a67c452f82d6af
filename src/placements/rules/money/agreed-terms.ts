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
export const MONEY_PARTIES = ['service', 'supported school', 'home school'] as const;

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
