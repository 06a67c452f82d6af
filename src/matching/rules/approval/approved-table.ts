import type { HandedTable } from '../handed-table.ts';
import type { PutPair } from './pair.ts';

/** A pair of the list that is handed on, as it stands. */
export interface ApprovedPair {
  pair: PutPair;
  /** As approved. */
  days: number;
  /** Why it is not as proposed; null: it is. */
  differs: string | null;
  by: string;
  /** ISO moment. */
  at: string;
}

const HEAD = [
  'School URN',
  'School',
  'Support',
  'Days in the term',
  'Leader',
  'Home school URN',
  'Home school',
  'Kilometres',
  'Minutes',
  'Approved by',
  'Approved on',
  'Differs from the proposal because',
];

/** The approved pairs that stand, as a table for whoever sets up the placements. */
export function approvedTable(pairs: readonly ApprovedPair[]): HandedTable {
  const rows = pairs.map(({ pair, days, differs, by, at }) => [
    pair.supported.urn,
    pair.supported.name,
    pair.support,
    days,
    pair.leader,
    pair.home.urn,
    pair.home.name,
    pair.km ?? '',
    pair.minutes ?? '',
    by,
    at.slice(0, 10),
    differs ?? '',
  ]);
  return { head: HEAD, rows };
}
