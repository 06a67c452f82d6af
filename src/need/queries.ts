import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { policyAsAt, policyById } from '../policies.ts';
import { schoolFacts } from '../schools/queries.ts';
import { phaseGroupOf, type Phase, type PhaseGroup, type SchoolFacts } from '../schools/rules/facts.ts';
import { type Assessment, type PackedResult, unpacked } from './rules/assessment.ts';
import { categorise } from './rules/category.ts';
import { measuresRead } from './rules/measures-read.ts';
import type { MinimumStandards } from './rules/minimum-standards.ts';
import type { Category, NeedPolicy } from './rules/need-policy.ts';
import { needOrder } from './rules/need-order.ts';
import { minimumStandardsKind, needPolicyKind } from './schema.ts';

/** A need policy with the minimum standards it refers to. */
export interface NeedPack {
  policy: NeedPolicy;
  standards: MinimumStandards;
}

/** The need policy that holds on the date, with its minimum standards. Throws PolicyError when a file is malformed or missing. */
export function needPackAsAt(date: string): NeedPack {
  return withStandards(policyAsAt(needPolicyKind, date));
}

/** A need policy by its id, whatever its dates. Throws PolicyError when there is none. */
export function needPackById(id: string): NeedPack {
  return withStandards(policyById(needPolicyKind, id));
}

function withStandards(policy: NeedPolicy): NeedPack {
  return { policy, standards: policyById(minimumStandardsKind, policy.minimumStandards) };
}

/** All that an assessment under the pack reads, of every open mainstream school in England. */
export function factsForNeed(db: Kysely<Database>, pack: NeedPack, asAt: string): Promise<SchoolFacts[]> {
  return schoolFacts(db, { asAt, measures: measuresRead(pack.policy, pack.standards) });
}

/** A school's stored assessment with what a list shows beside it. */
export interface SchoolNeed extends Assessment {
  name: string;
  laCode: number;
  laName: string;
  phase: Phase;
  phaseGroup: PhaseGroup | null;
  academy: boolean;
}

/** The newest assessment of a school, or null when it has none. */
export async function needOfSchool(db: Kysely<Database>, urn: number): Promise<SchoolNeed | null> {
  const [need] = await needOf(db, { urns: [urn] });
  return need ?? null;
}

/** The newest assessments of an area's schools, those to help first at the top. Empty when nothing is assessed. */
export function needOfArea(db: Kysely<Database>, laCode: number): Promise<SchoolNeed[]> {
  return needOf(db, { laCode });
}

/** The newest assessments of these schools, or of all England, those to help first at the top. */
export async function needOf(
  db: Kysely<Database>,
  scope: { laCode?: number; urns?: readonly number[]; categories?: readonly Category[] },
): Promise<SchoolNeed[]> {
  const run = await latestRun(db);
  if (run === null) return [];
  let query = db
    .selectFrom('need_assessment as n')
    .innerJoin('school as s', 's.urn', 'n.urn')
    .select(['n.urn', 'n.indicators', 's.name', 's.la_code', 's.la_name', 's.phase', 's.type_group'])
    .where('n.policy_id', '=', run.policyId)
    .where('n.as_at', '=', run.asAt);
  if (scope.laCode !== undefined) query = query.where('s.la_code', '=', scope.laCode);
  if (scope.urns !== undefined) query = query.where('n.urn', '=', sql<number>`any(${[...scope.urns]}::int[])`);
  if (scope.categories !== undefined) query = query.where('n.category', 'in', scope.categories);
  const { policy } = needPackById(run.policyId);
  const needs = (await query.execute()).map((row): SchoolNeed => {
    const indicators = unpacked(row.indicators as PackedResult[], policy);
    return {
      urn: row.urn,
      policyId: run.policyId,
      asAt: run.asAt,
      ...categorise(indicators, policy),
      indicators,
      missing: indicators.filter(({ state }) => state === 'missing').map(({ code }) => code),
      name: row.name,
      laCode: row.la_code,
      laName: row.la_name,
      phase: row.phase as Phase,
      phaseGroup: phaseGroupOf(row.phase as Phase),
      academy: row.type_group === 'Academies' || row.type_group === 'Free Schools',
    };
  });
  return needs.toSorted(needOrder);
}

/** The category of each of an area's schools by URN, for pages of earlier rooms to show; null when nothing is assessed. */
export async function categoriesOfArea(
  db: Kysely<Database>,
  laCode: number,
): Promise<ReadonlyMap<number, { category: Category }> | null> {
  const needs = await needOfArea(db, laCode);
  return needs.length === 0 ? null : new Map(needs.map(({ urn, category }) => [urn, { category }]));
}

/** How many schools of an area are in each category. */
export interface AreaCount {
  laCode: number;
  laName: string;
  counts: Record<Category, number>;
}

/** The newest assessment of England, counted by area and category, in the order of the areas' names. */
export async function needOfEngland(db: Kysely<Database>): Promise<AreaCount[]> {
  const run = await latestRun(db);
  if (run === null) return [];
  const rows = await db
    .selectFrom('need_assessment as n')
    .innerJoin('school as s', 's.urn', 'n.urn')
    .select((eb) => ['s.la_code', 's.la_name', 'n.category', eb.fn.countAll<number>().as('schools')])
    .where('n.policy_id', '=', run.policyId)
    .where('n.as_at', '=', run.asAt)
    .groupBy(['s.la_code', 's.la_name', 'n.category'])
    .orderBy('s.la_name')
    .execute();
  const areas = new Map<number, AreaCount>();
  for (const row of rows) {
    const area = areas.get(row.la_code) ?? {
      laCode: row.la_code,
      laName: row.la_name,
      counts: { A: 0, B: 0, C: 0, D: 0 },
    };
    area.counts[row.category] = row.schools;
    areas.set(row.la_code, area);
  }
  return [...areas.values()];
}

/** The policy and date of the newest assessment of all: of several policies on the date, the one that holds on it. */
export async function latestRun(db: Kysely<Database>): Promise<{ policyId: string; asAt: string } | null> {
  const runs = await db
    .selectFrom('need_assessment')
    .select(['policy_id', 'as_at'])
    .groupBy(['policy_id', 'as_at'])
    .orderBy('as_at', 'desc')
    .execute();
  const [newest] = runs;
  if (newest === undefined) return null;
  const sameDay = runs.filter((run) => run.as_at === newest.as_at);
  const holds = sameDay.length === 1 ? undefined : policyAsAt(needPolicyKind, newest.as_at).id;
  const run = sameDay.find(({ policy_id }) => policy_id === holds) ?? newest;
  return { policyId: run.policy_id, asAt: run.as_at };
}
