import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { MEASURES, type MeasureCode } from '../opendata/rules/measures.ts';
import { policyAsAt } from '../policies.ts';
import { schoolFacts } from '../schools/queries.ts';
import { perVersion } from '../schools/queries/per-version.ts';
import { type PhaseGroup, phaseGroupOf, type Phase, type SchoolFacts } from '../schools/rules/facts.ts';
import { type FeatureRow, type FeatureSpace, featureSpace } from './rules/feature-space.ts';
import { nearest } from './rules/nearest.ts';
import { type Neighbour, neighbours, similarNearbyAndBetter } from './rules/neighbour.ts';
import { type SearchIndex, searchIndex } from './rules/search-index.ts';
import type { SimilarPolicy } from './rules/similar-policy.ts';
import { similarPolicyKind } from './schema.ts';

/** The similar schools policy that holds on the date. Throws PolicyError when a file is malformed or none holds. */
export function similarPolicyAsAt(date: string): SimilarPolicy {
  return policyAsAt(similarPolicyKind, date);
}

/** Reads the context of every open mainstream school of the phase group and makes a feature space of it. */
export async function loadFeatureSpace(
  db: Kysely<Database>,
  policy: SimilarPolicy,
  group: PhaseGroup,
): Promise<FeatureSpace> {
  const schools = await db
    .selectFrom('school as s')
    .leftJoin('postcode_deprivation as d', 'd.postcode', 's.postcode')
    .select(['s.urn', 's.phase', 'd.idaci_score'])
    .where('s.mainstream', '=', true)
    .execute();
  const published = policy.features.flatMap(({ figure, year }) =>
    figure === 'idaci_score' || year === null ? [] : [{ figure, year }],
  );
  const figures = await figuresOf(db, published);
  const rows = schools
    .filter(({ phase }) => phaseGroupOf(phase as Phase) === group)
    .map(({ urn, idaci_score }): FeatureRow => {
      const own = figures.get(urn);
      return {
        urn,
        figures: policy.features.map(({ figure, year }) =>
          figure === 'idaci_score' ? idaci_score : (own?.get(`${figure}:${year}`) ?? null),
        ),
      };
    });
  return featureSpace(group, policy, rows);
}

async function figuresOf(
  db: Kysely<Database>,
  wanted: readonly { figure: MeasureCode; year: number }[],
): Promise<Map<number, Map<string, number | null>>> {
  const bySchool = new Map<number, Map<string, number | null>>();
  for (const { figure, year } of wanted) {
    const rows = await db
      .selectFrom('observation')
      .select(['urn', 'value'])
      .where('measure_id', '=', MEASURES[figure].id)
      .where('year', '=', year)
      .execute();
    for (const { urn, value } of rows) {
      const own = bySchool.get(urn) ?? new Map<string, number | null>();
      bySchool.set(urn, own.set(`${figure}:${year}`, value));
    }
  }
  return bySchool;
}

/** A school with those most like it. */
export interface SimilarSchools {
  school: SchoolFacts;
  policy: SimilarPolicy;
  asAt: string;
  /** Most similar first. */
  neighbours: Neighbour[];
  /** Similar, nearby and doing better: the list a head wants first. */
  nearbyAndBetter: Neighbour[];
}

/**
 * The k open schools of the same phase group whose context is most like a school's, each with both schools' figures, the
 * distance, and whether it did better. Null when the URN is not an open mainstream school.
 */
export async function similarSchools(
  db: Kysely<Database>,
  urn: number,
  wanted: { policy: SimilarPolicy; asAt: string; k?: number },
): Promise<SimilarSchools | null> {
  const { policy, asAt } = wanted;
  const measures = policy.better.flatMap(({ measures: codes, year }) => codes.map((code) => [code, year] as const));
  const [school] = await schoolFacts(db, { urns: [urn], asAt, measures });
  if (school === undefined) return null;
  const index = await indexFor(db, policy, school.phaseGroup);
  const row = index.space.rowOf.get(urn);
  if (row === undefined) return null;
  const found = nearest(index, row, wanted.k ?? policy.neighbours);
  const urns = found.map((near) => index.space.urns[near.row]!);
  const others = new Map((await schoolFacts(db, { urns, asAt, measures })).map((other) => [other.urn, other]));
  const list = neighbours(index.space, school, found, others, policy);
  return { school, policy, asAt, neighbours: list, nearbyAndBetter: similarNearbyAndBetter(list, policy) };
}

/** The feature space of a phase group as it stands, kept in memory until another file is imported. */
export async function keptFeatureSpace(
  db: Kysely<Database>,
  policy: SimilarPolicy,
  group: PhaseGroup,
): Promise<FeatureSpace> {
  return (await indexFor(db, policy, group)).space;
}

// Reading and ordering a phase takes a hundred times as long as a search in it, so each index is kept until another file
// is imported.
const indexes = new Map<string, (db: Kysely<Database>) => Promise<SearchIndex>>();

function indexFor(db: Kysely<Database>, policy: SimilarPolicy, group: PhaseGroup): Promise<SearchIndex> {
  const key = `${policy.id} ${group}`;
  const kept = indexes.get(key) ?? perVersion(async (from) => searchIndex(await loadFeatureSpace(from, policy, group)));
  indexes.set(key, kept);
  return kept(db);
}
