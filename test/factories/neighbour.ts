import { inspected } from './school-facts.ts';
import type { ResultRow } from '../../src/similar/rules/did-better.ts';
import type { Neighbour } from '../../src/similar/rules/neighbour.ts';

/** A made-up result of two schools side by side. */
export function resultOf(own: number | null, other: number | null, verdict: ResultRow['verdict']): ResultRow {
  const sources = { ownSources: [{ importId: 4, line: 9 }], otherSources: [{ importId: 4, line: 17 }] };
  return { label: 'Expected standard in reading, writing and maths', year: 2017, own, other, verdict, ...sources };
}

/** A made-up neighbour of the school 100001, with one result. */
export function neighbourWith(urn: number, row: ResultRow, change: Partial<Neighbour> = {}): Neighbour {
  return {
    rank: urn - 100_001,
    urn,
    name: `Neighbour ${urn}`,
    laCode: 821,
    laName: 'Luton',
    phase: 'Primary',
    trustUid: null,
    distance: 0.2,
    km: 3.4,
    latestInspection: inspected('2019-05-02', 'Good'),
    features: [
      { figure: 'roll', label: 'Pupils on roll', year: 2021, own: 399, other: 448 },
      { figure: 'idaci_score', label: 'Children in low-income families nearby', year: null, own: 0.124, other: null },
    ],
    notCompared: ['Children in low-income families nearby'],
    better: { verdict: row.verdict, rows: [row] },
    ...change,
  };
}
