import type { Brokerage, Payer } from './content.ts';

export const PAYER_WORDS: Readonly<Record<Payer, string>> = {
  school: 'The supported school',
  service: 'The service',
  trust: 'The trust of the supported school',
  fund: 'A fund or grant',
};

export const BROKERAGE_WORDS: Readonly<Record<Brokerage['way'], string>> = {
  none: 'No share',
  inside: 'A percentage within the rate',
  added: 'A percentage added to the rate',
  flat: 'An amount for each day, within the rate',
};

/** "£350.00", "£1,350.50". */
export function poundsText(pence: number): string {
  return `£${Math.floor(pence / 100).toLocaleString('en-GB')}.${String(pence % 100).padStart(2, '0')}`;
}

/** "15% added to the rate", "£50.00 of each day". */
export function brokerageText(brokerage: Brokerage): string {
  switch (brokerage.way) {
    case 'none':
      return 'None';
    case 'flat':
      return `${poundsText(brokerage.pence)} for each day, within the rate`;
    case 'inside':
      return `${percentText(brokerage.basisPoints)} within the rate`;
    case 'added':
      return `${percentText(brokerage.basisPoints)} added to the rate`;
  }
}

/** "15%", "12.5%". */
export function percentText(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
