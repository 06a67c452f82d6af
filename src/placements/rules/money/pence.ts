/** "£1,234.50", "−£0.05": whole pence as people write them. */
export function poundsText(pence: number): string {
  const sign = pence < 0 ? '−' : '';
  const all = Math.abs(pence);
  const pounds = Math.floor(all / 100).toLocaleString('en-GB');
  return `${sign}£${pounds}.${String(all % 100).padStart(2, '0')}`;
}

/** "1234.50": whole pence as finance systems read them, with a hyphen for a minus. */
export function decimalText(pence: number): string {
  const all = Math.abs(pence);
  return `${pence < 0 ? '-' : ''}${Math.floor(all / 100)}.${String(all % 100).padStart(2, '0')}`;
}

/** "15%", "12.5%": a rate in hundredths of a per cent. */
export function percentText(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}

export type RoundedTo = 'down' | 'up';

/**
 * A product of whole numbers divided by a whole number, to a whole number below or above. Reckoned in whole numbers of any size, so that
 * no fraction of a penny is lost on the way.
 */
export function wholePart(factors: readonly number[], by: number, to: RoundedTo): number {
  const product = factors.reduce((all, factor) => all * BigInt(factor), 1n);
  const divisor = BigInt(by);
  const whole = product / divisor;
  const rest = product % divisor;
  // Division of whole numbers cuts towards nought.
  if (rest === 0n) return Number(whole);
  if (to === 'up') return Number(product > 0n ? whole + 1n : whole);
  return Number(product < 0n ? whole - 1n : whole);
}
