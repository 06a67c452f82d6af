import type { DeadlineRule } from '../../../calendar/due-after.ts';
import type { AgreementContent } from './content.ts';

/** What holds for agreements: a file in policies/placements/. */
export interface AgreementPolicy {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** The fewest and the most objectives of an agreement. */
  objectives: { least: number; most: number };
  /** Within how long those who are asked sign. */
  signWithin: DeadlineRule;
  /** The focus rule, as it is put to those who negotiate. */
  focusRule: string;
  /** Words that a new draft begins with, to be changed. */
  beginsWith: {
    confidentiality: string;
    bodyTold: string;
    exit: string;
    dataProtection: string;
  };
}

/** A new agreement of a placement: nothing agreed, but for the words that the policy begins with and the days that were offered. */
export function beginAgreement(
  { beginsWith }: Pick<AgreementPolicy, 'beginsWith'>,
  { halfDays, startsOn, endsOn }: { halfDays: number | null; startsOn: string | null; endsOn: string | null },
): AgreementContent {
  const { confidentiality, bodyTold, exit, dataProtection } = beginsWith;
  return {
    focus: { improvement: '', need: '' },
    objectives: [],
    time: { halfDays, startsOn, endsOn, frequency: '' },
    money: { ratePence: null, vat: null, payer: null, fund: '', brokerage: null, backfill: '' },
    working: { access: '', confidentiality, bodyTold },
    ending: { exit, dataProtection },
  };
}
