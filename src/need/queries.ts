import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { policyAsAt, policyById } from '../policies.ts';
import { schoolFacts } from '../schools/queries.ts';
import { lineageAsAt } from '../schools/queries/lineage.ts';
import { phaseGroupOf, type Phase, type PhaseGroup, type SchoolFacts } from '../schools/rules/facts.ts';
import type { NeedScope } from './policy.ts';
import { type Run, standingDecisions } from './queries/standing-decisions.ts';
import { type PackedResult, unpacked } from './rules/assessment.ts';
import { categorise } from './rules/category.ts';
import { decided, type Decided } from './rules/decision.ts';
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
export async function factsForNeed(db: Kysely<Database>, pack: NeedPack, asAt: string): Promise<SchoolFacts[]> {
  const lineage = await lineageAsAt(db, asAt);
  return schoolFacts(db, { asAt, measures: measuresRead(pack.policy, pack.standards), lineage });
}

/** A school's stored assessment as a reader sees it, with what a list shows beside it. */
export interface SchoolNeed extends Decided {
  name: string;
  laCode: number;
  laName: string;
  phase: Phase;
  phaseGroup: PhaseGroup | null;
  academy: boolean;
}

/** The newest assessment of a school, or null when it has none. */
export async function needOfSchool(db: Kysely<Database>, scope: NeedScope, urn: number): Promise<SchoolNeed | null> {
  const [need] = await needOf(db, scope, { urns: [urn] });
  return need ?? null;
}

/** The newest assessments of an area's schools, those to help first at the top. Empty when nothing is assessed. */
export function needOfArea(db: Kysely<Database>, scope: NeedScope, laCode: number): Promise<SchoolNeed[]> {
  return needOf(db, scope, { laCode });
}

/** Which schools' need is asked for; without any of these, all of England's. */
interface Asked {
  laCode?: number;
  urns?: readonly number[];
  categories?: readonly Category[];
}

/**
 * The newest assessments of these schools, those to help first at the top, each with the decision that stands on it for the
 * reader. Throws when the scope is for other schools: the assessments themselves have no row policy.
 */
export async function needOf(db: Kysely<Database>, scope: NeedScope, asked: Asked): Promise<SchoolNeed[]> {
  mustCover(scope, asked);
  const run = await latestRun(db);
  if (run === null) return [];
  const decisions = await standingDecisions(db, scope, run, asked.urns);
  const { policy } = needPackById(run.policyId);
  const wanted = (category: Category) => asked.categories === undefined || asked.categories.includes(category);
  return (await assessmentsAsked(db, run, asked, [...decisions.keys()]))
    .map((row): SchoolNeed => {
      const indicators = unpacked(row.indicators as PackedResult[], policy);
      const assessment = {
        urn: row.urn,
        policyId: run.policyId,
        asAt: run.asAt,
        ...categorise(indicators, policy),
        indicators,
        missing: indicators.filter(({ state }) => state === 'missing').map(({ code }) => code),
      };
      return {
        ...decided(assessment, decisions.get(row.urn) ?? null),
        name: row.name,
        laCode: row.la_code,
        laName: row.la_name,
        phase: row.phase as Phase,
        phaseGroup: phaseGroupOf(row.phase as Phase),
        academy: row.type_group === 'Academies' || row.type_group === 'Free Schools',
      };
    })
    .filter(({ category }) => wanted(category))
    .toSorted(needOrder);
}

function assessmentsAsked(db: Kysely<Database>, run: Run, { laCode, urns, categories }: Asked, decidedOn: number[]) {
  let query = db
    .selectFrom('need_assessment as n')
    .innerJoin('school as s', 's.urn', 'n.urn')
    .select(['n.urn', 'n.indicators', 's.name', 's.la_code', 's.la_name', 's.phase', 's.type_group'])
    .where('n.policy_id', '=', run.policyId)
    .where('n.as_at', '=', run.asAt);
  if (laCode !== undefined) query = query.where('s.la_code', '=', laCode);
  if (urns !== undefined) query = query.where('n.urn', '=', sql<number>`any(${[...urns]}::int[])`);
  // A school may have been moved into these categories by a person, so those decided on are read too.
  if (categories !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('n.category', 'in', categories), eb('n.urn', '=', sql<number>`any(${decidedOn}::int[])`)]),
    );
  }
  return query.execute();
}

function mustCover({ verb, subject, purpose }: NeedScope, { laCode, urns = [] }: Asked): void {
  const covered =
    (subject.kind === 'area' && subject.laCode === laCode) ||
    (subject.kind === 'school' && urns.length === 1 && urns[0] === subject.urn) ||
    (subject.kind === 'site' && purpose === 'operator');
  if (!covered) throw new Error(`A scope of ${verb} about one ${subject.kind} was used for other schools`);
}

/** The category of each of an area's schools by URN, for pages of earlier rooms to show; null when nothing is assessed. */
export async function categoriesOfArea(
  db: Kysely<Database>,
  scope: NeedScope,
  laCode: number,
): Promise<ReadonlyMap<number, { category: Category }> | null> {
  const needs = await needOfArea(db, scope, laCode);
  return needs.length === 0 ? null : new Map(needs.map(({ urn, category }) => [urn, { category }]));
}

/** The policy and date of the newest assessment of all: of several policies on the date, the one that holds on it. */
export async function latestRun(db: Kysely<Database>): Promise<Run | null> {
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
