import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { policyAsAt } from '../policies.ts';
import { schoolFacts } from '../schools/queries.ts';
import { perVersion } from '../schools/queries/per-version.ts';
import { type PhaseGroup, phaseGroupOf, type Phase, type SchoolFacts } from '../schools/rules/facts.ts';
import { contextFigures } from './queries/context-figures.ts';
import { type FeatureRow, type FeatureSpace, featureSpace } from './rules/feature-space.ts';
import { nearest, type SearchIndex, searchIndex } from './rules/nearest.ts';
import { type Neighbour, neighbours, similarNearbyAndBetter } from './rules/neighbour.ts';
import type { SimilarPolicy } from './rules/similar-policy.ts';
import { similarPolicyKind } from './schema.ts';

/** The similar schools policy that holds on the date. Throws PolicyError when a file is malformed or none holds. */
export function similarPolicyAsAt(date: string): SimilarPolicy {
  return policyAsAt(similarPolicyKind, date);
}

/** Makes a feature space of the context of every open mainstream school of the phase group. */
export async function loadFeatureSpace(
  db: Kysely<Database>,
  policy: Pick<SimilarPolicy, 'features' | 'fewestSharedFeatures'>,
  group: PhaseGroup,
): Promise<FeatureSpace> {
  const [schools, columns] = await Promise.all([
    db.selectFrom('school').select(['urn', 'phase']).where('mainstream', '=', true).execute(),
    contextFigures(db, policy.features, group),
  ]);
  const rows = schools
    .filter(({ phase }) => phaseGroupOf(phase as Phase) === group)
    .map(({ urn }): FeatureRow => ({ urn, figures: columns.map((column) => column.get(urn) ?? null) }));
  return featureSpace(group, policy, rows);
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
