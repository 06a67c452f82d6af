import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { DATE_PARTS, type DateError, readDate } from '../../../web/form-date.ts';

/** What is wrong with a typed day of a form that came back, for its three boxes. */
export function dateFault({ errors, typed }: FormState, prefix: string): DateError | undefined {
  const box = DATE_PARTS.map((part) => `${prefix}-${part}`).find((name) => errors[name] !== undefined);
  if (box === undefined) return undefined;
  const again = readDate(typed, prefix, { name: 'the day' });
  const { fault, parts } = again.ok ? { fault: 'wrong side' as const, parts: DATE_PARTS } : again.error;
  return { fault, parts, text: errors[box]!, href: `#${box}` };
}
