import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type NeedPack, needPackAsAt } from '../need/queries.ts';
import { policyAsAt } from '../policies.ts';
import { schoolFacts } from '../schools/queries.ts';
import { lineageAsAt } from '../schools/queries/lineage.ts';
import { type Phase, type PhaseGroup, phaseGroupOf, type SchoolFacts } from '../schools/rules/facts.ts';
import type { DesignationPolicy } from './rules/designation-policy.ts';
import { measuresAsked } from './rules/measures-asked.ts';
import { type Prospect, prospectTitle } from './rules/prospect.ts';
import { designationPolicyKind } from './schema.ts';

/** A designation policy with the need policy and minimum standards it is judged by. */
export interface DesignationPack {
  policy: DesignationPolicy;
  need: NeedPack;
}

/** The designation policy that holds on the date. Throws PolicyError when a file is malformed or none holds. */
export function designationPackAsAt(date: string): DesignationPack {
  return { policy: policyAsAt(designationPolicyKind, date), need: needPackAsAt(date) };
}

/** The figures that the criteria of a pack read, to ask of `schoolFacts` with others or alone. */
export function measuresForProspects({ policy, need }: DesignationPack): ReturnType<typeof measuresAsked> {
  return measuresAsked(policy, need.standards, need.policy.pupilSpread);
}

/** All that the criteria read, of every open mainstream school in England. */
export async function factsForProspects(
  db: Kysely<Database>,
  pack: DesignationPack,
  asAt: string,
): Promise<SchoolFacts[]> {
  return schoolFacts(db, { asAt, measures: measuresForProspects(pack), lineage: await lineageAsAt(db, asAt) });
}

/** A school's stored standing against the criteria, with what a list shows beside it. */
export interface ProspectSchool extends Prospect {
  /** "Headteacher, X Primary School: meets the published criteria, not designated"; null when it does not meet them. */
  title: string | null;
  name: string;
  laCode: number;
  laName: string;
  phase: Phase;
  phaseGroup: PhaseGroup | null;
  easting: number | null;
  northing: number | null;
}

/** A prospect with its straight-line distance from the place asked about. */
export interface NearProspect extends ProspectSchool {
  km: number;
}

/** The newest standing of a school, whether it meets the criteria or not; null when it has not been judged. */
export async function prospectOf(db: Kysely<Database>, urn: number): Promise<ProspectSchool | null> {
  const finding = await latestFinding(db);
  if (finding === null) return null;
  const row = await prospects(db, finding).where('p.urn', '=', urn).executeTakeFirst();
  return row === undefined ? null : presented(row);
}

/** Schools of an area that meet the criteria, in the order of their names. */
export async function prospectsOfArea(db: Kysely<Database>, laCode: number): Promise<ProspectSchool[]> {
  const finding = await latestFinding(db);
  if (finding === null) return [];
  const rows = await prospects(db, finding)
    .where('p.meets', '=', true)
    .where('s.la_code', '=', laCode)
    .orderBy('s.name')
    .execute();
  return rows.map(presented);
}

/** Schools within so many kilometres of a place (British National Grid metres) that meet the criteria, nearest first. */
export async function prospectsNear(
  db: Kysely<Database>,
  near: { easting: number; northing: number; km: number; phaseGroup?: PhaseGroup },
): Promise<NearProspect[]> {
  const { easting, northing, km, phaseGroup } = near;
  const metres = km * 1000;
  const finding = await latestFinding(db);
  if (finding === null) return [];
  const rows = await prospects(db, finding)
    .where('p.meets', '=', true)
    // The square about the circle, for which there is an index; the circle is cut out of it below.
    .where('s.easting', '>=', Math.floor(easting - metres))
    .where('s.easting', '<=', Math.ceil(easting + metres))
    .where('s.northing', '>=', Math.floor(northing - metres))
    .where('s.northing', '<=', Math.ceil(northing + metres))
    .execute();
  return rows
    .map((row) => ({
      ...presented(row),
      km: Math.hypot((row.easting ?? 0) - easting, (row.northing ?? 0) - northing) / 1000,
    }))
    .filter((prospect) => prospect.km <= km && (phaseGroup === undefined || prospect.phaseGroup === phaseGroup))
    .toSorted((a, b) => a.km - b.km || a.urn - b.urn);
}

interface Finding {
  policyId: string;
  asAt: string;
}

// Of several policies put to the schools on the newest date, the one that holds on it.
async function latestFinding(db: Kysely<Database>): Promise<Finding | null> {
  const runs = await db.selectFrom('prospect').select(['policy_id', 'as_at']).groupBy(['policy_id', 'as_at']).execute();
  const newest = runs.toSorted((a, b) => b.as_at.localeCompare(a.as_at))[0];
  if (newest === undefined) return null;
  const sameDay = runs.filter(({ as_at }) => as_at === newest.as_at);
  const holds = sameDay.length === 1 ? undefined : policyAsAt(designationPolicyKind, newest.as_at).id;
  const run = sameDay.find(({ policy_id }) => policy_id === holds) ?? newest;
  return { policyId: run.policy_id, asAt: run.as_at };
}

function prospects(db: Kysely<Database>, finding: Finding) {
  return db
    .selectFrom('prospect as p')
    .innerJoin('school as s', 's.urn', 'p.urn')
    .selectAll('p')
    .select(['s.name', 's.la_code', 's.la_name', 's.phase', 's.easting', 's.northing'])
    .where('p.policy_id', '=', finding.policyId)
    .where('p.as_at', '=', finding.asAt);
}

type Row = Awaited<ReturnType<ReturnType<typeof prospects>['execute']>>[number];

function presented(row: Row): ProspectSchool {
  return {
    urn: row.urn,
    policyId: row.policy_id,
    asAt: row.as_at,
    meets: row.meets,
    checks: row.checks as Prospect['checks'],
    daysPerYear: row.days_per_year,
    mostSchools: row.most_schools,
    title: row.meets ? prospectTitle(row) : null,
    name: row.name,
    laCode: row.la_code,
    laName: row.la_name,
    phase: row.phase as Phase,
    phaseGroup: phaseGroupOf(row.phase as Phase),
    easting: row.easting,
    northing: row.northing,
  };
}
