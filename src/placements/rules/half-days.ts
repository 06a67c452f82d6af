/** "6 days", "half a day", "2½ days": days are kept as whole half days. */
export function halfDaysText(halfDays: number): string {
  if (halfDays === 1) return 'half a day';
  const whole = Math.floor(halfDays / 2);
  const days = `${whole.toLocaleString('en-GB')}${halfDays % 2 === 1 ? '½' : ''}`;
  return `${days} ${halfDays === 2 ? 'day' : 'days'}`;
}
