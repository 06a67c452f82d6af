import type { AgreementContent } from './content.ts';

/** What a signature is bound to: the placement by its reference, the number of the version, and all that it says. */
export interface Signed {
  placement: string;
  version: number;
  content: AgreementContent;
}

/**
 * The one text of a version of an agreement: JSON with the keys of every object in the order of their code units, without spaces between
 * parts. Its SHA-256 in UTF-8 is what signatures carry.
 */
export function canonicalText(signed: Signed): string {
  return JSON.stringify(ordered(signed));
}

/** Whether two pieces of an agreement say the same, in whatever order their keys came back from the database. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}

/** How a hash is shown to people: its first twelve signs in groups of four. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 12).replaceAll(/(.{4})(?=.)/g, '$1 ');
}
