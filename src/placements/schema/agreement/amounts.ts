import { z } from 'zod';

/** Pounds in a box as whole pence; null for an empty box. Exact: the digits are read, nothing is multiplied as a fraction. */
export function pence(name: string, most: number) {
  return digits(2, `${name} must be an amount in pounds and pence, such as 350 or 350.50, up to £${most / 100}`, most);
}

/** A percentage in a box as basis points, up to 100%; null for an empty box. */
export function basisPoints(name: string) {
  return digits(2, `${name} must be a number from 0 to 100, such as 15 or 12.5`, 10_000);
}

/** Days in a box as whole half days; null for an empty box. */
export function halfDays(name: string) {
  return z
    .string()
    .catch('')
    .transform((typed, context): number | null => {
      const said = typed.trim();
      if (said === '') return null;
      const found = /^(\d{1,3})(?:\.(0|5))?$/.exec(said);
      const value = found === null ? 0 : Number(found[1]) * 2 + (found[2] === '5' ? 1 : 0);
      if (value > 0) return value;
      context.addIssue({ code: 'custom', message: `${name} must be whole or half days, such as 6 or 2.5` });
      return null;
    });
}

function digits(decimals: number, message: string, most: number) {
  return z
    .string()
    .catch('')
    .transform((typed, context): number | null => {
      const said = typed.trim().replace(/^£/, '').replace(/%$/, '').replaceAll(',', '').trim();
      if (said === '') return null;
      const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(said);
      const value = found === null ? Number.NaN : Number(found[1]! + (found[2] ?? '').padEnd(decimals, '0'));
      if (value <= most) return value;
      context.addIssue({ code: 'custom', message });
      return null;
    });
}
