import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { MEASURES, measureCode } from '../../opendata/rules/measures.ts';
import type { MissingReason } from '../../opendata/rules/missing.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import type { Fact, FactKey } from '../../schools/rules/facts.ts';
import { inheritedRecord, NOTHING_INHERITED } from '../../schools/rules/inherited.ts';
import type { SchoolWithResults } from '../rules/eligibility/school-with-results.ts';
import type { MeasureYear } from '../rules/measures-read.ts';

/**
 * Every number under which one of these figures was published, of schools that closed since too: with what a register, or else
 * what followed it, tells of it, and the figures of the numbers before it. With `urns`, those alone.
 */
export async function schoolsWithResults(
  db: Kysely<Database>,
  measures: readonly MeasureYear[],
  asAt: string,
  urns?: readonly number[],
): Promise<SchoolWithResults[]> {
  const lineage = await lineageAsAt(db, asAt);
  const read = urns && [...new Set([...urns, ...urns.flatMap((urn) => lineage.ancestors(urn).map((one) => one.urn))])];
  const [figures, known, successors, names] = await Promise.all([
    figuresByNumber(db, measures, read),
    registered(db, read),
    successorsOf(db, read),
    namesInLinks(db, read),
  ]);
  const records = { figures: (urn: number) => figures.get(urn), inspections: () => undefined };
  const wanted = urns ?? [...figures.keys()];
  return wanted.map((urn): SchoolWithResults => {
    const own = figures.get(urn) ?? new Map<FactKey, Fact>();
    const school = known.get(urn);
    const followed = successors.get(urn) ?? [];
    const after = followed.find(({ establishment_type }) => establishment_type !== null);
    const type = school ?? after;
    const ancestors = lineage.ancestors(urn);
    const before = ancestors.find(({ kind }) => lineage.policy.kinds[kind].results === 'judged');
    return {
      urn,
      name: school?.name ?? names.get(urn) ?? `the school with URN ${urn}`,
      known: school !== undefined,
      laCode: type?.la_code ?? null,
      laName: type?.la_name ?? null,
      establishmentType: type?.establishment_type ?? null,
      typeGroup: type?.type_group ?? null,
      typeOf: school === undefined && after !== undefined ? { urn: after.linked_urn, name: after.linked_name } : null,
      closedOn: closedOn(school, followed),
      followedBy: followed.flatMap(({ establishment_type }) => establishment_type ?? []),
      facts: own,
      before: before === undefined ? null : { ...before, facts: figures.get(before.urn) ?? new Map() },
      inherited: ancestors.length === 0 ? NOTHING_INHERITED : inheritedRecord(ancestors, own, records, lineage.policy),
    };
  });
}

type FigureRow = [
  measureId: number,
  year: number,
  value: number | null,
  missing: MissingReason | null,
  importId: number,
  line: number,
];

async function figuresByNumber(db: Kysely<Database>, measures: readonly MeasureYear[], urns?: readonly number[]) {
  const ids = measures.map(([code]) => MEASURES[code].id);
  const years = measures.map(([, year]) => year);
  const { rows } = await sql<{ urn: number; figures: FigureRow[] }>`
    select o.urn, json_agg(json_build_array(o.measure_id, o.year, o.value, o.missing, o.import_id, o.line)) as figures
    from observation o
    join (select distinct * from unnest(${ids}::smallint[], ${years}::smallint[]) as pairs(measure_id, year)) as wanted
      using (measure_id, year)
    ${urns === undefined ? sql`` : sql`where o.urn = any(${[...urns]}::int[])`}
    group by o.urn
    order by o.urn`.execute(db);
  return new Map(
    rows.map(({ urn, figures }) => [
      urn,
      new Map<FactKey, Fact>(
        figures.map(([measureId, year, value, missing, importId, line]) => [
          `${measureCode(measureId)}:${year}`,
          { value, missing, year, source: { importId, line } },
        ]),
      ),
    ]),
  );
}

type Registered = Awaited<ReturnType<typeof registered>> extends Map<number, infer Row> ? Row : never;
type Successor = Awaited<ReturnType<typeof successorsOf>> extends Map<number, (infer Row)[]> ? Row : never;

async function registered(db: Kysely<Database>, urns?: readonly number[]) {
  let query = db
    .selectFrom('school')
    .select(['urn', 'name', 'la_code', 'la_name', 'establishment_type', 'type_group', 'status', 'close_date']);
  if (urns !== undefined) query = query.where('urn', '=', sql<number>`any(${[...urns]}::int[])`);
  return new Map((await query.execute()).map((row) => [row.urn, row]));
}

async function successorsOf(db: Kysely<Database>, urns?: readonly number[]) {
  let query = db
    .selectFrom('school_link as l')
    .leftJoin('school as s', 's.urn', 'l.linked_urn')
    .where('l.link_type', 'like', 'Successor%')
    .select(['l.urn', 'l.linked_urn', 'l.linked_name', 'l.established_on'])
    .select(['s.establishment_type', 's.type_group', 's.la_code', 's.la_name'])
    .orderBy('l.established_on');
  if (urns !== undefined) query = query.where('l.urn', '=', sql<number>`any(${[...urns]}::int[])`);
  const rows = await query.execute();
  const bySchool = new Map<number, typeof rows>();
  for (const row of rows) bySchool.set(row.urn, [...(bySchool.get(row.urn) ?? []), row]);
  return bySchool;
}

async function namesInLinks(db: Kysely<Database>, urns?: readonly number[]): Promise<Map<number, string>> {
  let query = db.selectFrom('school_link').select(['linked_urn', 'linked_name']);
  if (urns !== undefined) query = query.where('linked_urn', '=', sql<number>`any(${[...urns]}::int[])`);
  return new Map((await query.execute()).map((row) => [row.linked_urn, row.linked_name]));
}

/** The published day; else, of a school that is not open, the day on which another is linked as having followed it. */
function closedOn(school: Registered | undefined, followed: readonly Successor[]): string | null {
  if (school?.status.startsWith('Open') === true) return null;
  return school?.close_date ?? followed.find(({ established_on }) => established_on !== null)?.established_on ?? null;
}
