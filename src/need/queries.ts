import { type Kysely, sql } from 'kysely';
import type { Scope } from '../access/scope.ts';
import type { Database } from '../db/schema.ts';
import { londonIsoDay } from '../opendata/rules/london-time.ts';
import { policyAsAt, policyById } from '../policies.ts';
import { schoolFacts } from '../schools/queries.ts';
import { lineageAsAt } from '../schools/queries/lineage.ts';
import { phaseGroupOf, type Phase, type PhaseGroup, type SchoolFacts } from '../schools/rules/facts.ts';
import type { NeedScope } from './policy.ts';
import { keptAssessments, type SchoolsOf } from './queries/assess-under.ts';
import { type NeedView, type ServiceKey, type Viewed, viewOf } from './queries/need-view.ts';
import { type Run, standingDecisions } from './queries/standing-decisions.ts';
import { type IndicatorResult, type PackedResult, unpacked } from './rules/assessment.ts';
import { categorise } from './rules/category.ts';
import { decided, type Decided } from './rules/decision.ts';
import { measuresRead } from './rules/measures-read.ts';
import type { MinimumStandards } from './rules/minimum-standards.ts';
import type { Category, NeedPolicy } from './rules/need-policy.ts';
import type { NeedService } from './rules/need-service.ts';
import { needOrder } from './rules/need-order.ts';
import { effective } from './rules/own-pack.ts';
import { withEntries } from './rules/with-entries.ts';
import { minimumStandardsKind, needPolicyKind } from './schema.ts';

/** A need policy with the minimum standards it refers to. */
export interface NeedPack {
  policy: NeedPolicy;
  standards: MinimumStandards;
  /** The service whose own pack it is; absent for one of policies/need/. */
  owner?: NeedService;
}

/** The need policy that holds on the date, with its minimum standards. Throws PolicyError when a file is malformed or missing. */
export function needPackAsAt(date: string): NeedPack {
  return withStandards(policyAsAt(needPolicyKind, date));
}

/** A need policy of policies/need/ by its id, whatever its dates. Throws PolicyError when there is none. */
export function needPackById(id: string): NeedPack {
  return withStandards(policyById(needPolicyKind, id));
}

/** An organisation's policy as a pack, with the standards that it names. */
export function withStandards(policy: NeedPolicy): NeedPack {
  return { policy, standards: policyById(minimumStandardsKind, policy.minimumStandards) };
}

/** All that an assessment under the pack reads, of every open mainstream school in England. */
export async function factsForNeed(db: Kysely<Database>, pack: NeedPack, asAt: string): Promise<SchoolFacts[]> {
  const lineage = await lineageAsAt(db, asAt);
  return schoolFacts(db, { asAt, measures: measuresRead(pack.policy, pack.standards), lineage });
}

/** A school's assessment as a reader sees it, with what a list shows beside it. */
export interface SchoolNeed extends Decided {
  name: string;
  laCode: number;
  laName: string;
  phase: Phase;
  phaseGroup: PhaseGroup | null;
  academy: boolean;
}

/** Need with the pack under which it was read, which is the reader's service's own where it has one in force. */
export interface NeedRead {
  needs: SchoolNeed[];
  pack: NeedPack;
  /** With whose eyes it was read; null where no service's entries and decisions count. */
  service: NeedView['service'];
  asAt: string;
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
export interface NeedAsked extends Viewed {
  categories?: readonly Category[];
  /** Only those in a category that the pack offers a leader. */
  inNeed?: boolean;
  /** ISO day on which it is read, and so whose own pack is in force and which entries still count; today without. */
  today?: string;
}

/** The newest assessments of these schools, those to help first at the top, each with the decision that stands on it for the reader. */
export async function needOf(db: Kysely<Database>, scope: NeedScope, asked: NeedAsked): Promise<SchoolNeed[]> {
  return (await readNeed(db, scope, asked))?.needs ?? [];
}

/**
 * The need of these schools with the pack that it was read under. Where the reader's service has a pack of its own in force, its
 * schools are assessed under it; else England's stored assessment is read. What the service entered and decided is laid over
 * either. Null when nothing is assessed. Throws when the scope is for other schools: the assessments have no row policy.
 */
export async function readNeed(db: Kysely<Database>, scope: NeedScope, asked: NeedAsked): Promise<NeedRead | null> {
  mustCover(scope, asked);
  const england = await latestRun(db);
  return england === null ? null : needSeen(db, scope, asked, england);
}

/** The same without asking whether the scope covers the schools: for queries that show no single school. */
export async function needSeen(db: Kysely<Database>, scope: Scope, wanted: NeedAsked, england: Run): Promise<NeedRead> {
  const { today = londonIsoDay(new Date()) } = wanted;
  const { service, pack: own, entries } = await viewOf(db, scope, england, wanted, today);
  const pack: NeedPack =
    own === null || service === null
      ? needPackById(england.policyId)
      : { ...withStandards(effective(own.policy, own.switchedOff)), owner: service };
  const asked = wanted.inNeed === true ? { ...wanted, categories: pack.policy.inNeed } : wanted;
  const run = { policyId: pack.policy.id, asAt: england.asAt };
  const decisions = await standingDecisions(db, scope, run, asked.urns, service?.id);
  const concerned = [...new Set([...decisions.keys(), ...entries.keys()])];
  const rows =
    own === null || service === null
      ? await storedAssessments(db, run, asked, concerned)
      : await ownAssessments(db, pack, run.asAt, asked, service);
  const isAsked = (category: Category) => asked.categories?.includes(category) ?? true;
  const needs = rows
    .map((row): SchoolNeed => {
      const { policy } = pack;
      const phaseGroup = phaseGroupOf(row.phase as Phase);
      const school = { urn: row.urn, phaseGroup };
      const published =
        row.indicators === undefined ? row.assessed : unpacked(row.indicators as PackedResult[], policy);
      const indicators = service === null ? published : withEntries(published, school, policy, entries, today);
      const assessment = {
        urn: row.urn,
        ...run,
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
        phaseGroup,
        academy: row.type_group === 'Academies' || row.type_group === 'Free Schools',
      };
    })
    .filter(({ category }) => isAsked(category))
    .toSorted(needOrder);
  return { needs, pack, service, asAt: run.asAt };
}

/** A school with its assessment: the stored record, or the one made under an own pack. */
interface Row {
  urn: number;
  name: string;
  la_code: number;
  la_name: string;
  phase: string;
  type_group: string;
  indicators?: unknown;
  assessed: IndicatorResult[];
}

async function storedAssessments(
  db: Kysely<Database>,
  run: Run,
  { laCode, urns, categories }: NeedAsked,
  concerned: number[],
): Promise<Row[]> {
  let query = db
    .selectFrom('need_assessment as n')
    .innerJoin('school as s', 's.urn', 'n.urn')
    .select(['n.urn', 'n.indicators', 's.name', 's.la_code', 's.la_name', 's.phase', 's.type_group'])
    .where('n.policy_id', '=', run.policyId)
    .where('n.as_at', '=', run.asAt);
  if (laCode !== undefined) query = query.where('s.la_code', '=', laCode);
  if (urns !== undefined) query = query.where('n.urn', '=', sql<number>`any(${[...urns]}::int[])`);
  // What people decided or entered may have moved a school into these categories, so those schools are read too.
  if (categories !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('n.category', 'in', categories), eb('n.urn', '=', sql<number>`any(${concerned}::int[])`)]),
    );
  }
  return (await query.execute()).map((row) => ({ ...row, assessed: [] }));
}

async function ownAssessments(
  db: Kysely<Database>,
  pack: NeedPack,
  asAt: string,
  { laCode, urns }: NeedAsked,
  service: ServiceKey,
): Promise<Row[]> {
  const assessments = await keptAssessments(db, pack, asAt, schoolsOf(service));
  const wanted = [...assessments.keys()].filter((urn) => urns?.includes(urn) ?? true);
  const rows = await db
    .selectFrom('school as s')
    .select(['s.urn', 's.name', 's.la_code', 's.la_name', 's.phase', 's.type_group'])
    .where('s.urn', '=', sql<number>`any(${wanted}::int[])`)
    .$if(laCode !== undefined, (query) => query.where('s.la_code', '=', laCode!))
    .execute();
  return rows.map((row) => ({ ...row, assessed: assessments.get(row.urn)!.indicators }));
}

/** Which schools a service judges. Throws for a service that has no key in the register: a fault of ours. */
export function schoolsOf({ laCode, groupUid }: ServiceKey): SchoolsOf {
  if (laCode !== null) return { laCode };
  if (groupUid !== null) return { groupUid };
  throw new Error('A service that judges need is a local authority or a trust of the register');
}

function mustCover({ verb, subject, purpose }: NeedScope, { laCode, urns = [] }: NeedAsked): void {
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
