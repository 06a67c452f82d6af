import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { measureCode } from '../../opendata/rules/measures.ts';
import type { MissingReason } from '../../opendata/rules/missing.ts';
import type { Stage } from '../../opendata/rules/stages.ts';
import type { PublishedFigure } from '../rules/published-figures.ts';

/** What is published for an authority and for England as such. */
export async function areaFigures(
  db: Kysely<Database>,
  laCode: number,
): Promise<{ area: PublishedFigure[]; england: PublishedFigure[] }> {
  const rows = await db
    .selectFrom('area_observation')
    .selectAll()
    .where((eb) => eb.or([eb('level', '=', 'England'), eb('area', '=', String(laCode))]))
    .execute();
  const of = (level: string) =>
    rows.filter((row) => row.level === level).map((row) => ({ ...figureOf(row), schools: row.schools }));
  return { area: of('authority'), england: of('England') };
}

/** What is published for a trust or sponsor as such. */
export async function trustFigures(db: Kysely<Database>, uid: number): Promise<PublishedFigure[]> {
  const rows = await db.selectFrom('trust_observation').selectAll().where('group_uid', '=', uid).execute();
  return rows.map((row) => ({ ...figureOf(row), schools: null }));
}

type Row = Pick<
  Selectable<Database['trust_observation']>,
  'measure_id' | 'pupils' | 'year' | 'value' | 'missing' | 'stage' | 'import_id' | 'line'
>;

function figureOf(row: Row): Omit<PublishedFigure, 'schools'> {
  return {
    measure: measureCode(row.measure_id),
    pupils: row.pupils,
    stage: row.stage as Stage,
    fact: {
      value: row.value,
      missing: row.missing as MissingReason | null,
      year: row.year,
      source: { importId: row.import_id, line: row.line },
    },
  };
}
