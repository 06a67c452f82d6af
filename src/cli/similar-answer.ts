import { NEWEST_RESULTS } from '../opendata/rules/newest-results.ts';
import type { InspectionScheme, SourceRef } from '../schools/rules/facts.ts';
import type { SimilarSchools } from '../similar/queries.ts';
import type { ResultRow } from '../similar/rules/did-better.ts';
import type { BetterSchool } from '../similar/rules/better-school.ts';
import type { Neighbour } from '../similar/rules/neighbour.ts';
import type { SchoolFilter } from '../similar/rules/school-filter.ts';
import type { FileAnswer } from './files-named.ts';

interface AreaAnswer {
  code: number;
  name: string;
}

/** A neighbour with its area in the form that all answers have. */
type Answered<T extends Neighbour> = Omit<T, 'laCode' | 'laName' | 'latestInspection'> & {
  area: AreaAnswer;
  /** `outcome` is null where the scheme gives no overall grade. */
  latestInspection: { inspectedOn: string; scheme: InspectionScheme; outcome: string | null } | null;
};

/** What `similar --json` prints. */
export interface SimilarAnswer {
  urn: number;
  name: string;
  area: AreaAnswer;
  phase: string;
  asAt: string;
  policy: { id: string; title: string; validFrom: string; validTo: string | null };
  /** On what schools are compared, and which were let through. */
  set: { set: string; id: string; title: string };
  filter: SchoolFilter;
  passing: number;
  /** The most similar first. */
  neighbours: Answered<Neighbour>[];
  /** Similar, nearby and doing better on a measure, the most similar first; `km` is how far counts as nearby. */
  nearbyAndBetter: {
    km: number;
    measure: string | null;
    among: number;
    similar: number;
    comparable: number;
    better: number;
    schools: Answered<BetterSchool>[];
  };
  files: FileAnswer[];
  resultsNote: string;
}

/** The k most similar schools, and those nearby that do better among all within the distance. */
export function similarAnswer(similar: SimilarSchools, k: number, files: FileAnswer[]): SimilarAnswer {
  const { school, policy, set, filter, passing, asAt, neighbours, doingBetter } = similar;
  const { id, title, validFrom, validTo, nearbyKm } = policy;
  return {
    urn: school.urn,
    name: school.name,
    area: { code: school.laCode, name: school.laName },
    phase: school.phase,
    asAt,
    policy: { id, title, validFrom, validTo },
    set: { set: set.set, id: set.id, title: set.title },
    filter,
    passing,
    neighbours: neighbours.slice(0, k).map(neighbourAnswer),
    nearbyAndBetter: {
      km: nearbyKm,
      measure: doingBetter.chosen?.measure.measure ?? null,
      among: doingBetter.inRange,
      similar: doingBetter.similar,
      comparable: doingBetter.comparable,
      better: doingBetter.better,
      schools: doingBetter.schools.map(neighbourAnswer),
    },
    files,
    resultsNote: NEWEST_RESULTS,
  };
}

/** The sources of every result that an answer holds. */
export function sourcesOfResults({ neighbours, doingBetter }: SimilarSchools, k: number): SourceRef[] {
  const rows: ResultRow[] = [...neighbours.slice(0, k), ...doingBetter.schools].flatMap(({ better }) => better.rows);
  return rows.flatMap(({ ownSources, otherSources }) => [...ownSources, ...otherSources]);
}

function neighbourAnswer<T extends Neighbour>({ laCode, laName, latestInspection, ...rest }: T): Answered<T> {
  return {
    ...rest,
    area: { code: laCode, name: laName },
    latestInspection:
      latestInspection === null
        ? null
        : {
            inspectedOn: latestInspection.inspectedOn,
            scheme: latestInspection.scheme,
            outcome: latestInspection.outcome,
          },
  };
}
