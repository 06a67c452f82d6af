import { NEWEST_RESULTS } from '../opendata/rules/newest-results.ts';
import type { InspectionScheme, SourceRef } from '../schools/rules/facts.ts';
import type { SimilarSchools } from '../similar/queries.ts';
import type { ResultRow } from '../similar/rules/did-better.ts';
import type { Neighbour } from '../similar/rules/neighbour.ts';
import type { FileAnswer } from './files-named.ts';

interface AreaAnswer {
  code: number;
  name: string;
}

/** A neighbour with its area in the form that all answers have. */
type NeighbourAnswer = Omit<Neighbour, 'laCode' | 'laName' | 'latestInspection'> & {
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
  /** The most similar first. */
  neighbours: NeighbourAnswer[];
  /** Similar, nearby and doing better, the most similar first; `km` is how far counts as nearby. */
  nearbyAndBetter: { km: number; among: number; schools: NeighbourAnswer[] };
  files: FileAnswer[];
  resultsNote: string;
}

/** The k most similar schools, and those nearby that did better among all that were looked at. */
export function similarAnswer(similar: SimilarSchools, k: number, files: FileAnswer[]): SimilarAnswer {
  const { school, policy, asAt, neighbours, nearbyAndBetter } = similar;
  const { id, title, validFrom, validTo, nearbyKm } = policy;
  return {
    urn: school.urn,
    name: school.name,
    area: { code: school.laCode, name: school.laName },
    phase: school.phase,
    asAt,
    policy: { id, title, validFrom, validTo },
    neighbours: neighbours.slice(0, k).map(neighbourAnswer),
    nearbyAndBetter: { km: nearbyKm, among: neighbours.length, schools: nearbyAndBetter.map(neighbourAnswer) },
    files,
    resultsNote: NEWEST_RESULTS,
  };
}

/** The sources of every result that an answer holds. */
export function sourcesOfResults({ neighbours, nearbyAndBetter }: SimilarSchools, k: number): SourceRef[] {
  const rows: ResultRow[] = [...neighbours.slice(0, k), ...nearbyAndBetter].flatMap(({ better }) => better.rows);
  return rows.flatMap(({ ownSources, otherSources }) => [...ownSources, ...otherSources]);
}

function neighbourAnswer({ laCode, laName, latestInspection, ...rest }: Neighbour): NeighbourAnswer {
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
