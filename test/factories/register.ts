import type { Kysely, Insertable } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import { MEASURE_CODES, MEASURES, type MeasureCode } from '../../src/opendata/rules/measures.ts';
import type { InspectionOutcome } from '../../src/schools/rules/facts.ts';

type School = Insertable<Database['school']>;

/** Stores an imported file of the dataset and answers its number. By default, the register as at 6 July 2022. */
export async function addImport(
  db: Kysely<Database>,
  dataset = 'gias-mainstream',
  change: Partial<Insertable<Database['import']>> = {},
): Promise<number> {
  const { id } = await db
    .insertInto('import')
    .values({
      dataset,
      layout: dataset,
      year: null,
      stage: 'register',
      as_at: '2022-07-06',
      file_name: `${dataset}.csv`,
      sha256: `${dataset} ${change.year ?? ''}`,
      rows_read: 1,
      rows_loaded: 1,
      rows_set_aside: 0,
      ...change,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Stores an area: a square of land of ten kilometres. */
export async function addArea(db: Kysely<Database>, importId: number, laCode: number, name: string): Promise<void> {
  const boundary = {
    type: 'Polygon',
    coordinates: [
      [
        [500_000, 220_000],
        [510_000, 220_000],
        [510_000, 230_000],
        [500_000, 220_000],
      ],
    ],
  };
  await db
    .insertInto('area')
    .values({
      la_code: laCode,
      gss_code: `E${laCode}`,
      name,
      region: 'East of England',
      boundary: JSON.stringify(boundary),
      import_id: importId,
      line: 2,
    })
    .execute();
}

/** Stores an open mainstream primary school in Luton, unless told otherwise. */
export async function addSchool(
  db: Kysely<Database>,
  school: Partial<School> & Pick<School, 'urn' | 'import_id'>,
): Promise<void> {
  await db
    .insertInto('school')
    .values({
      la_code: 821,
      la_name: 'Luton',
      name: `School ${school.urn}`,
      phase: 'Primary',
      establishment_type: 'Community school',
      type_group: 'Local authority maintained schools',
      mainstream: true,
      status: 'Open',
      easting: 509_000,
      northing: 222_000,
      line: 2,
      ...school,
    })
    .execute();
}

/** Stores an inspection with an overall grade. */
export async function addInspection(
  db: Kysely<Database>,
  importId: number,
  urn: number,
  inspectedOn: string,
  outcome: InspectionOutcome,
): Promise<void> {
  await db
    .insertInto('inspection')
    .values({ urn, inspected_on: inspectedOn, scheme: 'overall grade', outcome, import_id: importId, line: 7 })
    .execute();
}

/** Stores whom an extract names as head of a school: first name and surname, with a title and a job title where they matter. */
export async function addHead(
  db: Kysely<Database>,
  importId: number,
  urn: number,
  name: string,
  { title = null, jobTitle = null }: { title?: string | null; jobTitle?: string | null } = {},
): Promise<void> {
  const [first_name = null, last_name = null] = name.split(' ');
  await db
    .insertInto('head_sighting')
    .values({ urn, title, first_name, last_name, job_title: jobTitle, import_id: importId, line: urn % 1000 })
    .execute();
}

/** Stores the catalogue of measures, which comes in with the first import. */
export async function addMeasures(db: Kysely<Database>): Promise<void> {
  const rows = MEASURE_CODES.map((code) => {
    const { id, label, unit } = MEASURES[code];
    return { id, code, label, unit };
  });
  await db.insertInto('measure').values(rows).execute();
}

/** Stores figures of a school: numbers, or the publisher's reason for there being none, by measure and year. */
export async function addFigures(
  db: Kysely<Database>,
  importId: number,
  urn: number,
  figures: Partial<Record<`${MeasureCode}:${number}`, number | string>>,
): Promise<void> {
  const rows = Object.entries(figures).map(([key, figure], i) => {
    const [code, year] = key.split(':') as [MeasureCode, string];
    const missing = typeof figure === 'string';
    return {
      urn,
      measure_id: MEASURES[code].id,
      year: Number(year),
      value: missing ? null : figure,
      missing: missing ? figure : null,
      stage: 'final',
      import_id: importId,
      line: i + 2,
    };
  });
  await db.insertInto('observation').values(rows).execute();
}
