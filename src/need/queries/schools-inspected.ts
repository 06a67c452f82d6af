import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import type { PhaseGroup, SourceRef } from '../../schools/rules/facts.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import type { InspectedSchool } from '../rules/eligibility/by-inspections.ts';
import type { GradedInspection } from '../rules/eligibility/grades-count.ts';

/** An open mainstream school with what definitions by inspections ask about it. */
export interface SchoolInspected extends InspectedSchool {
  urn: number;
  name: string;
  laCode: number;
  laName: string;
  phaseGroup: PhaseGroup;
}

/** Open mainstream schools with their graded inspections up to a day: all of England's, an area's or those named. */
export async function schoolsInspected(
  db: Kysely<Database>,
  asAt: string,
  which: { laCode?: number; urns?: readonly number[] } = {},
): Promise<SchoolInspected[]> {
  const lineage = await lineageAsAt(db, asAt);
  const schools = await schoolFacts(db, { asAt, measures: [], lineage, ...which });
  const some = which.laCode !== undefined || which.urns !== undefined;
  const numbers = schools.flatMap(({ urn }) => [urn, ...lineage.ancestors(urn).map((before) => before.urn)]);
  const [details, joined] = await Promise.all([
    inspectionDetails(db, some ? numbers : undefined),
    joinedTrust(
      db,
      schools.map(({ urn }) => urn),
    ),
  ]);
  return schools.map((school) => ({
    urn: school.urn,
    name: school.name,
    laCode: school.laCode,
    laName: school.laName,
    phaseGroup: school.phaseGroup,
    academy: school.academy,
    joinedTrustOn: school.trustUid === null ? null : (joined.get(`${school.urn} ${school.trustUid}`) ?? null),
    inspections: asJudged(school, { results: false, inspections: true }).inspections.map(
      (inspection): GradedInspection => ({ ...inspection, ...(details.get(keyOf(inspection.source)) ?? NO_DETAILS) }),
    ),
  }));
}

type Details = Pick<GradedInspection, 'judgements' | 'categoryOfConcern' | 'safeguarding'>;

const NO_DETAILS: Details = { judgements: [], categoryOfConcern: null, safeguarding: null };

/** What is published about inspections beside an overall grade, by the row that it is from. Most have nothing. */
async function inspectionDetails(db: Kysely<Database>, urns?: readonly number[]): Promise<Map<string, Details>> {
  const { rows } = await sql<{
    import_id: number;
    line: number;
    category_of_concern: string | null;
    safeguarding: string | null;
    judgements: { area: string; grade: string }[] | null;
  }>`
    select i.import_id, i.line, i.category_of_concern, i.safeguarding,
      (select json_agg(json_build_object('area', j.area, 'grade', j.grade) order by j.area) from inspection_judgement j
        where j.urn = i.urn and j.inspected_on = i.inspected_on and j.kind = i.kind) as judgements
    from inspection i
    where i.kind = 'graded' and (i.scheme <> 'overall grade' or i.category_of_concern is not null)
      ${urns === undefined ? sql`` : sql`and i.urn = any(${[...urns]}::int[])`}`.execute(db);
  return new Map(
    rows.map((row) => [
      keyOf({ importId: row.import_id, line: row.line }),
      {
        judgements: row.judgements ?? [],
        categoryOfConcern: row.category_of_concern,
        safeguarding: row.safeguarding,
      },
    ]),
  );
}

async function joinedTrust(db: Kysely<Database>, urns: readonly number[]): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('group_member')
    .select(['urn', 'group_uid', 'joined_on'])
    .where('urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .execute();
  return new Map(rows.map((row) => [`${row.urn} ${row.group_uid}`, row.joined_on]));
}

function keyOf({ importId, line }: SourceRef): string {
  return `${importId}:${line}`;
}
