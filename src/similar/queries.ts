import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { MeasureCode } from '../opendata/rules/measures.ts';
import { policyAsAt } from '../policies.ts';
import { schoolFacts } from '../schools/queries.ts';
import { perVersion } from '../schools/queries/per-version.ts';
import { type PhaseGroup, phaseGroupOf, type Phase, type SchoolFacts } from '../schools/rules/facts.ts';
import { contextFigures } from './queries/context-figures.ts';
import { doingBetterAsAt, findBetter } from './queries/doing-better.ts';
import { schoolTraits } from './queries/school-traits.ts';
import { askAt, type DoingBetter, mayBePutForward, mostDifferent } from './rules/better-school.ts';
import { contextSet, type FeatureSet, OWN_SET } from './rules/feature-set.ts';
import { type FeatureRow, type FeatureSpace, featureSpace } from './rules/feature-space.ts';
import { nearest, nearestByScan } from './rules/nearest.ts';
import { placesAmongAll, preferredFirst } from './rules/likeness-order.ts';
import { type Neighbour, neighbours } from './rules/neighbour.ts';
import { passes, type SchoolFilter, type SchoolTraits } from './rules/school-filter.ts';
import { type SearchIndex, searchIndex } from './rules/search-index.ts';
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

/** What to compare a school on and with. */
export interface SimilarWanted {
  policy: SimilarPolicy;
  asAt: string;
  /** How many to list; by default as many as the set keeps. */
  k?: number;
  /** By default that of the policy. */
  set?: FeatureSet;
  /** Both the list and those doing better are of schools that pass it. */
  filter?: SchoolFilter;
  /** On which others should do better; by default the one on which the school stands lowest. */
  measure?: MeasureCode | null;
}

/** A school with those most like it. */
export interface SimilarSchools {
  school: SchoolFacts;
  policy: SimilarPolicy;
  set: FeatureSet;
  filter: SchoolFilter;
  asAt: string;
  /** Most similar first, unless the set prefers some. */
  neighbours: Neighbour[];
  /** Where the neighbours lie, British National Grid in metres; those whose place is not published are not there. */
  places: ReadonlyMap<number, { easting: number; northing: number }>;
  /** How many schools pass the filter. */
  passing: number;
  /** Similar, nearby and doing better: the list a head wants first. */
  doingBetter: DoingBetter;
}

// Pairs of features named in "what differs".
const DIFFERENCES = 3;

/**
 * The k open schools of the same phase group whose context is most like a school's among those that pass the filter, each
 * with both schools' figures and the distance, and those within the policy's distance that do better. Null when the URN
 * is not an open mainstream school.
 */
export async function similarSchools(
  db: Kysely<Database>,
  urn: number,
  wanted: SimilarWanted,
): Promise<SimilarSchools | null> {
  const { policy, asAt, set = contextSet(policy), filter = {} } = wanted;
  const measures = policy.better.flatMap(({ measures: codes, year }) => codes.map((code) => [code, year] as const));
  const [school] = await schoolFacts(db, { urns: [urn], asAt, measures });
  if (school === undefined) return null;
  const [{ space, index }, traitsOf] = await Promise.all([
    searched(db, set, school.phaseGroup),
    schoolTraits(db, rollYear(policy)),
  ]);
  const row = space.rowOf.get(urn);
  const own = traitsOf(urn);
  if (row === undefined || own === undefined) return null;
  const traits = (other: number) => traitsOf(space.urns[other]!);
  const isIn = (by: SchoolFilter) => (other: number) => isPassing(by, own, traits(other));
  const isFiltered = Object.keys(filter).length > 0;
  const k = wanted.k ?? set.kept;
  const among = set.prefer === null ? k : Math.max(k, set.prefer.among);
  const likest =
    index === null
      ? nearestByScan(space, row, among, isIn(filter))
      : nearest(index, row, among, isFiltered ? isIn(filter) : undefined);
  const found =
    set.prefer === null ? likest : preferredFirst(likest, k, (other) => traits(other)?.region === own.region);
  const nearby = { ...filter, within: Math.min(filter.within ?? Infinity, policy.nearbyKm) };
  const rule = doingBetterAsAt(asAt);
  const { found: ahead, ...better } = await findBetter(db, {
    school,
    space,
    row,
    allowed: (one) => {
      const other = traits(one);
      return isPassing(nearby, own, other) && other !== undefined && mayBePutForward(rule, own, other, filter);
    },
    policy: rule,
    measure: wanted.measure ?? null,
  });
  const rows = [...found, ...ahead.map(({ near }) => near)];
  const urns = [...new Set(rows.map((near) => space.urns[near.row]!))];
  const others = new Map((await schoolFacts(db, { urns, asAt, measures })).map((other) => [other.urn, other]));
  const places = placesAmongAll(
    space,
    row,
    ahead.map(({ near }) => near),
  );
  const schools = ahead.flatMap(({ near, lead }, i) => {
    const facts = others.get(space.urns[near.row]!);
    const [neighbour] = neighbours(space, school, [near], others, policy);
    if (facts === undefined || neighbour === undefined) return [];
    const differs = mostDifferent(space, row, near.row, neighbour.features, DIFFERENCES);
    return [{ ...neighbour, rank: places[i]!, lead, differs, ask: askAt(facts) }];
  });
  const kept = schools.filter(({ latestInspection: latest }) => {
    return latest?.outcome == null || !policy.notIfLatest.includes(latest.outcome);
  });
  return {
    school,
    policy,
    set,
    filter,
    asAt,
    neighbours: neighbours(space, school, found, others, policy),
    places: placesOf([school, ...others.values()]),
    passing: isFiltered ? count(space, row, isIn(filter)) : space.urns.length - 1,
    doingBetter: {
      ...better,
      schools: kept,
      leftOut: schools.length - kept.length,
    },
  };
}

function placesOf(schools: readonly SchoolFacts[]): SimilarSchools['places'] {
  return new Map(
    schools.flatMap(({ urn, easting, northing }) =>
      easting === null || northing === null ? [] : [[urn, { easting, northing }] as const],
    ),
  );
}

function isPassing(filter: SchoolFilter, own: SchoolTraits, other: SchoolTraits | undefined): boolean {
  return other !== undefined && passes(filter, own, other);
}

function count(space: FeatureSpace, row: number, allowed: (row: number) => boolean): number {
  let passing = 0;
  for (let other = 0; other < space.urns.length; other += 1) if (other !== row && allowed(other)) passing += 1;
  return passing;
}

// Filters by size speak of the same rolls that schools are compared on.
function rollYear(policy: SimilarPolicy): number {
  return policy.features.find(({ figure }) => figure === 'roll')?.year ?? Number(policy.validFrom.slice(0, 4));
}

/** The feature space of a phase group as it stands, kept in memory until another file is imported. */
export async function keptFeatureSpace(
  db: Kysely<Database>,
  policy: Pick<FeatureSet, 'id' | 'features' | 'fewestSharedFeatures'>,
  group: PhaseGroup,
): Promise<FeatureSpace> {
  return (await keptIndex(db, policy, group)).space;
}

// A visitor's own set is made for the one answer: kept, there would be no end of them. An index of it would be dearer than
// the one search.
async function searched(
  db: Kysely<Database>,
  set: FeatureSet,
  group: PhaseGroup,
): Promise<{ space: FeatureSpace; index: SearchIndex | null }> {
  if (set.set === OWN_SET) return { space: await loadFeatureSpace(db, set, group), index: null };
  const index = await keptIndex(db, set, group);
  return { space: index.space, index };
}

// Reading and ordering a phase takes a hundred times as long as a search in it, so each index is kept until another file
// is imported.
const indexes = new Map<string, (db: Kysely<Database>) => Promise<SearchIndex>>();

function keptIndex(
  db: Kysely<Database>,
  set: Pick<FeatureSet, 'id' | 'features' | 'fewestSharedFeatures'>,
  group: PhaseGroup,
): Promise<SearchIndex> {
  const key = `${set.id} ${group}`;
  const kept = indexes.get(key) ?? perVersion(async (from) => searchIndex(await loadFeatureSpace(from, set, group)));
  indexes.set(key, kept);
  return kept(db);
}
