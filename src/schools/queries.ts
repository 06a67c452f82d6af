import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { categoryWords } from '../opendata/queries/category-words.ts';
import { MEASURES, type MeasureCode, measureCode } from '../opendata/rules/measures.ts';
import type { MissingReason } from '../opendata/rules/missing.ts';
import type { Lineage } from './queries/lineage.ts';
import { type Fact, type FactKey, type Inspection, type Phase, phaseGroupOf, type SchoolFacts } from './rules/facts.ts';
import { inheritedRecord, NOTHING_INHERITED } from './rules/inherited.ts';

/** Which schools and figures to read. Without `laCode` and `urns`: every open mainstream school in England. */
export interface FactsWanted {
  laCode?: number;
  urns?: readonly number[];
  /** ISO date: inspections after it are left out, and group membership that began after it. */
  asAt: string;
  measures: readonly (readonly [MeasureCode, number])[];
  /** With it, each school also gets what it has inherited from its predecessors; without it, nothing. */
  lineage?: Lineage;
}

// Group types as GIAS writes them. A sponsor is not a responsible body, so it is not among them.
const TRUST_TYPES = ['Multi-academy trust', 'Single-academy trust', 'Secure single-academy trust'];
// A foundation trust ("Trust" in GIAS) is shared like a federation; its schools' responsible body is still the authority.
const FEDERATION_TYPES = ['Federation', 'Trust'];

/**
 * Reads what the rules of need, similarity and designation need of the open mainstream schools: identity, group, head as
 * published, inspections (newest first), and the published figures asked for. In the order of URN. What is published under
 * the number of a predecessor is never among a school's own.
 */
export async function schoolFacts(db: Kysely<Database>, wanted: FactsWanted): Promise<SchoolFacts[]> {
  const rows = await schoolRows(db, wanted);
  const all = wanted.laCode === undefined && wanted.urns === undefined;
  const { lineage } = wanted;
  const ancestors = new Map(lineage === undefined ? [] : rows.map(({ urn }) => [urn, lineage.ancestors(urn)]));
  const before = [...new Set([...ancestors.values()].flatMap((list) => list.map(({ urn }) => urn)))];
  const urns = all ? null : [...rows.map((row) => row.urn), ...before];
  const [figures, earlier, inspections] = await Promise.all([
    figuresBySchool(db, wanted.measures, urns),
    all && before.length > 0 ? figuresBySchool(db, wanted.measures, before) : undefined,
    inspectionsBySchool(db, wanted.asAt, urns),
  ]);
  const words = categoryWords(wanted.asAt);
  const records = {
    figures: (urn: number) => (earlier ?? figures).get(urn),
    inspections: (urn: number) => inspections.get(urn),
  };
  return rows.flatMap((row) => {
    const phaseGroup = phaseGroupOf(row.phase as Phase);
    if (phaseGroup === null) return [];
    const head = [row.head_title, row.head_first_name, row.head_last_name].filter(Boolean).join(' ');
    const facts = figures.get(row.urn) ?? new Map<FactKey, Fact>();
    const from = ancestors.get(row.urn) ?? [];
    return [
      {
        urn: row.urn,
        name: row.name,
        laCode: row.la_code,
        laName: row.la_name,
        phase: row.phase as Phase,
        phaseGroup,
        establishmentType: row.establishment_type,
        academy: row.type_group === 'Academies' || row.type_group === 'Free Schools',
        religiousCharacter: row.religious_character,
        urban: urbanOf(words('urban or rural', row.urban_rural ?? '')),
        postcode: row.postcode,
        easting: row.easting,
        northing: row.northing,
        openDate: row.open_date,
        headName: head === '' ? null : head,
        headJobTitle: row.head_job_title,
        registerSource: { importId: row.import_id, line: row.line },
        trustUid: row.trust_uid,
        trustName: row.trust_name,
        federationUid: row.federation_uid,
        idaciScore: row.idaci_score,
        idaciDecile: row.idaci_decile,
        deprivationSource:
          row.idaci_import_id === null || row.idaci_line === null
            ? null
            : { importId: row.idaci_import_id, line: row.idaci_line },
        inspections: inspections.get(row.urn) ?? [],
        facts,
        inherited:
          lineage === undefined || from.length === 0
            ? NOTHING_INHERITED
            : inheritedRecord(from, facts, records, lineage.policy),
      },
    ];
  });
}

function urbanOf(word: string | null | undefined): boolean | null {
  return word === 'Urban' ? true : word === 'Rural' ? false : null;
}

function schoolRows(db: Kysely<Database>, wanted: FactsWanted) {
  let query = db
    .selectFrom('school as s')
    .leftJoin('postcode_deprivation as d', 'd.postcode', 's.postcode')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('group_member as m')
          .select(['m.group_uid as trust_uid', 'm.group_name as trust_name'])
          .whereRef('m.urn', '=', 's.urn')
          .where('m.group_type', 'in', TRUST_TYPES)
          .where((w) => w.or([w('m.joined_on', 'is', null), w('m.joined_on', '<=', wanted.asAt)]))
          .orderBy('m.joined_on', (order) => order.desc().nullsLast())
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('group_member as m')
          .select('m.group_uid as federation_uid')
          .whereRef('m.urn', '=', 's.urn')
          .where('m.group_type', 'in', FEDERATION_TYPES)
          .where((w) => w.or([w('m.joined_on', 'is', null), w('m.joined_on', '<=', wanted.asAt)]))
          .orderBy('m.group_type')
          .limit(1)
          .as('f'),
      (join) => join.onTrue(),
    )
    .selectAll('s')
    .select(['d.idaci_score', 'd.idaci_decile', 'd.import_id as idaci_import_id', 'd.line as idaci_line'])
    .select(['t.trust_uid', 't.trust_name', 'f.federation_uid'])
    .where('s.mainstream', '=', true)
    .orderBy('s.urn');
  if (wanted.laCode !== undefined) query = query.where('s.la_code', '=', wanted.laCode);
  if (wanted.urns !== undefined) query = query.where('s.urn', '=', sql<number>`any(${[...wanted.urns]}::int[])`);
  return query.execute();
}

type FigureRow = [
  measureId: number,
  year: number,
  value: number | null,
  missing: MissingReason | null,
  importId: number,
  line: number,
];

async function figuresBySchool(
  db: Kysely<Database>,
  measures: FactsWanted['measures'],
  urns: number[] | null,
): Promise<Map<number, Map<FactKey, Fact>>> {
  const bySchool = new Map<number, Map<FactKey, Fact>>();
  if (measures.length === 0) return bySchool;
  const ids = measures.map(([code]) => MEASURES[code].id);
  const years = measures.map(([, year]) => year);
  // One JSON array a school: for all of England a quarter of the time of a million separate rows.
  const { rows } = await sql<{ urn: number; figures: FigureRow[] }>`
    select o.urn, json_agg(json_build_array(o.measure_id, o.year, o.value, o.missing, o.import_id, o.line)) as figures
    from observation o
    join (select distinct * from unnest(${ids}::smallint[], ${years}::smallint[]) as pairs(measure_id, year)) as wanted
      using (measure_id, year)
    ${urns === null ? sql`join school s on s.urn = o.urn and s.mainstream` : sql`where o.urn = any(${urns}::int[])`}
    group by o.urn`.execute(db);
  for (const { urn, figures } of rows) {
    const facts = new Map<FactKey, Fact>();
    for (const [measureId, year, value, missing, importId, line] of figures) {
      facts.set(`${measureCode(measureId)}:${year}`, { value, missing, year, source: { importId, line } });
    }
    bySchool.set(urn, facts);
  }
  return bySchool;
}

async function inspectionsBySchool(
  db: Kysely<Database>,
  asAt: string,
  urns: number[] | null,
): Promise<Map<number, Inspection[]>> {
  let query = db
    .selectFrom('inspection')
    .select(['urn', 'inspected_on', 'scheme', 'outcome', 'category_of_concern', 'import_id', 'line'])
    .where('kind', '=', 'graded')
    .where('inspected_on', '<=', asAt)
    .orderBy('inspected_on', 'desc');
  if (urns !== null) query = query.where('urn', '=', sql<number>`any(${urns}::int[])`);
  const [rows, judgements] = await Promise.all([query.execute(), judgementsByInspection(db, asAt, urns)]);
  const bySchool = new Map<number, Inspection[]>();
  for (const row of rows) {
    const list = bySchool.get(row.urn) ?? [];
    const inspection = {
      inspectedOn: row.inspected_on,
      scheme: row.scheme,
      outcome: row.outcome,
      source: { importId: row.import_id, line: row.line },
    };
    // The table holds an outcome for overall grades and for nothing else.
    list.push(
      (row.scheme === 'overall grade'
        ? inspection
        : {
            ...inspection,
            judgements: judgements.get(`${row.urn}:${row.inspected_on}`) ?? [],
            categoryOfConcern: row.category_of_concern,
          }) as Inspection,
    );
    bySchool.set(row.urn, list);
  }
  return bySchool;
}

/** The grades of areas of inspections without an overall grade, by URN and day. */
async function judgementsByInspection(
  db: Kysely<Database>,
  asAt: string,
  urns: number[] | null,
): Promise<Map<string, { area: string; grade: string }[]>> {
  let query = db
    .selectFrom('inspection_judgement as j')
    .innerJoin('inspection as i', (join) =>
      join
        .onRef('i.urn', '=', 'j.urn')
        .onRef('i.inspected_on', '=', 'j.inspected_on')
        .onRef('i.kind', '=', 'j.kind')
        .on('i.scheme', '<>', 'overall grade'),
    )
    .select(['j.urn', 'j.inspected_on', 'j.area', 'j.grade'])
    .where('j.kind', '=', 'graded')
    .where('j.inspected_on', '<=', asAt)
    .orderBy('j.area');
  if (urns !== null) query = query.where('j.urn', '=', sql<number>`any(${urns}::int[])`);
  const found = new Map<string, { area: string; grade: string }[]>();
  for (const { urn, inspected_on, area, grade } of await query.execute()) {
    const key = `${urn}:${inspected_on}`;
    const list = found.get(key) ?? [];
    list.push({ area, grade });
    found.set(key, list);
  }
  return found;
}
