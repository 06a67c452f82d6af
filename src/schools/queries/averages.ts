import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { MEASURE_CODES, MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { type Average, canBeAveraged, comparedAcrossPhases, weightOf } from '../rules/averages.ts';
import type { PhaseGroup } from '../rules/facts.ts';

/** The mean of one measure and year over the mainstream schools of a place. */
export interface AverageRow extends Average {
  /** Null for England. */
  laCode: number | null;
  /** Null for measures that are compared across phases. */
  phase: PhaseGroup | null;
  measure: MeasureCode;
  year: number;
}

type Row = {
  la_code: number | null;
  phase: PhaseGroup | null;
  measure_id: number;
  year: number;
  schools: number;
  weighed: number;
  plain: number;
  weighted: number | null;
};

const MEASURE_OF_ID = new Map<number, MeasureCode>(MEASURE_CODES.map((code) => [MEASURES[code].id, code]));

/**
 * Means over the mainstream schools of each local authority and of England, for every measure and year. Where the pupils
 * behind a figure are known for any school of a place, schools without that number are left out and each counts for its
 * pupils; where for none, each counts once.
 */
export async function averageRows(db: Kysely<Database>): Promise<AverageRow[]> {
  const averaged = MEASURE_CODES.filter(canBeAveraged);
  const ids = averaged.map((code) => MEASURES[code].id);
  const weights = averaged.map((code) => {
    const weight = weightOf(code);
    return weight === null ? null : MEASURES[weight].id;
  });
  const across = averaged.map(comparedAcrossPhases);
  const { rows } = await sql<Row>`
    with mainstream as (
      select urn, la_code,
        case when phase in ('Primary', 'Middle deemed primary') then 'primary'
             when phase in ('Secondary', 'Middle deemed secondary', 'All-through') then 'secondary' end as phase
      from school where mainstream
    ), kind as (
      select * from unnest(${ids}::smallint[], ${weights}::smallint[], ${across}::boolean[]) as k(measure_id, weight_id, across)
    ), figure as (
      select s.la_code, case when k.across then null else s.phase end as phase, o.measure_id, o.year, o.value, w.value as weight
      from observation o
      join mainstream s using (urn)
      join kind k using (measure_id)
      left join observation w on w.urn = o.urn and w.measure_id = k.weight_id and w.year = o.year and w.value > 0
      where o.value is not null
    )
    select la_code, phase, measure_id, year, count(*) as schools, count(weight) as weighed,
      avg(value) as plain, sum(value * weight) / sum(weight) as weighted
    from figure
    group by grouping sets ((measure_id, year, phase, la_code), (measure_id, year, phase))`.execute(db);
  return rows.flatMap((row) => {
    const measure = MEASURE_OF_ID.get(row.measure_id);
    if (measure === undefined) return [];
    const weighted = row.weighed > 0 && row.weighted !== null;
    return [
      {
        laCode: row.la_code,
        phase: row.phase,
        measure,
        year: row.year,
        weighted,
        schools: weighted ? row.weighed : row.schools,
        value: weighted ? row.weighted! : row.plain,
      },
    ];
  });
}
