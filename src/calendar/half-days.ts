/** "2½ days", "1 day", "none" for nought; below nought with a minus sign. */
export function halfDaysInWords(halfDays: number): string {
  if (halfDays === 0) return 'none';
  const whole = Math.floor(Math.abs(halfDays) / 2);
  const half = halfDays % 2 === 0 ? '' : '½';
  const number = `${halfDays < 0 ? '−' : ''}${whole === 0 && half !== '' ? '' : whole}${half}`;
  return `${number} ${Math.abs(halfDays) <= 2 ? 'day' : 'days'}`;
}

/** Half days as a person types days: "2.5" is five; null for what is no whole number of half days. */
export function halfDaysTyped(text: string): number | null {
  const said = text.trim().replace('½', '.5').replace(/^\./, '0.');
  if (!/^\d{1,3}(\.[05]0?)?$/.test(said)) return null;
  return Math.round(Number(said) * 2);
}
