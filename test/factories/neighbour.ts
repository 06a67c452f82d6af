import { inspected } from './school-facts.ts';
import type { ResultRow } from '../../src/similar/rules/did-better.ts';
import type { BetterSchool, DoingBetter, Standing } from '../../src/similar/rules/better-school.ts';
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

/** The school 100001 on a share of which it has 56% in the newest year. */
export function standingOf(place: number | null = 0.31): Standing {
  return {
    measure: {
      kind: 'share',
      keyStage: 'ks2',
      measure: 'ks2_rwm_expected',
      label: 'Expected standard in reading, writing and maths',
      pupils: 'ks2_pupils',
      years: [2016, 2017],
      source: 'a test',
    },
    newest: place === null ? null : { year: 2017, value: 56, pupils: 60 },
    place,
  };
}

/** A made-up school that does better than 100001. */
export function betterSchool(neighbour: Neighbour): BetterSchool {
  return {
    ...neighbour,
    lead: {
      years: [
        { year: 2017, own: 56, other: 73 },
        { year: 2016, own: 50, other: 64 },
      ],
      ahead: 2,
      lead: 15.5,
      interval: [4.2, 26.8],
      chance: 0.996,
      isBetter: true,
    },
    differs: neighbour.features.slice(0, 1),
    ask: { headName: 'Ms Ada Bell', headJobTitle: 'Headteacher', trustName: null },
  };
}

/** What was found on that share: these schools, among 40 in range. */
export function doingBetterOf(schools: readonly Neighbour[], standing: Standing | null = standingOf()): DoingBetter {
  return {
    standings: standing === null ? [standingOf(null)] : [standing],
    chosen: standing,
    byReader: false,
    inRange: 40,
    similar: 12,
    comparable: 9,
    better: schools.length,
    schools: schools.map(betterSchool),
    leftOut: 0,
  };
}
