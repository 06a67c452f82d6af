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
  pupils: number | null;
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
  const rows = await Promise.all(families().map(async (family) => (await familyMeans(family).execute(db)).rows));
  return rows.flat().flatMap(averageOf);
}

/** Measures that are averaged in one way. */
interface Family {
  measures: MeasureCode[];
  weight: MeasureCode | null;
  across: boolean;
}

// One statement a family: with the weight's number written in, the planner knows how few rows it has and hashes those. In
// a single statement over all measures it sorted a million rows, and took ten times as long.
function families(): Family[] {
  const byWay = new Map<string, Family>();
  for (const measure of MEASURE_CODES.filter(canBeAveraged)) {
    const weight = weightOf(measure);
    const across = comparedAcrossPhases(measure);
    const family = byWay.get(`${weight} ${across}`) ?? { measures: [], weight, across };
    family.measures.push(measure);
    byWay.set(`${weight} ${across}`, family);
  }
  return [...byWay.values()];
}

function familyMeans({ measures, weight, across }: Family) {
  const ids = sql.lit(`{${measures.map((code) => MEASURES[code].id).join()}}`);
  const phase = sql`case when s.phase in ('Primary', 'Middle deemed primary') then 1
    when s.phase in ('Secondary', 'Middle deemed secondary', 'All-through') then 2 end`;
  const weights =
    weight === null
      ? sql`cross join (select null::float8 as value) w`
      : sql`left join observation w on w.urn = o.urn and w.year = o.year and w.measure_id = ${sql.lit(MEASURES[weight].id)} and w.value > 0`;
  return sql<Row>`
    with area as (
      select s.la_code, ${across ? sql`null::int` : phase} as phase, o.measure_id, o.year,
        count(*) as schools, count(w.value) as weighed,
        sum(o.value) as total, sum(o.value * w.value) as product, sum(w.value) as pupils
      from observation o join school s on s.urn = o.urn and s.mainstream ${weights}
      where o.measure_id = any(${ids}::smallint[]) and o.value is not null
      group by 1, 2, 3, 4
    )
    select la_code, case phase when 1 then 'primary' when 2 then 'secondary' end as phase, measure_id, year,
      sum(schools)::int as schools, sum(weighed)::int as weighed, sum(pupils)::float8 as pupils,
      sum(total) / sum(schools)::float8 as plain, sum(product) / sum(pupils) as weighted
    from area
    group by grouping sets ((measure_id, year, phase, la_code), (measure_id, year, phase))`;
}

function averageOf(row: Row): AverageRow[] {
  const measure = MEASURE_OF_ID.get(row.measure_id);
  if (measure === undefined) return [];
  const { la_code: laCode, phase, year } = row;
  const { schools, weighed, pupils, weighted: value } = row;
  if (value === null || pupils === null) {
    return [{ laCode, phase, measure, year, weighted: false, schools, weight: schools, value: row.plain }];
  }
  return [{ laCode, phase, measure, year, weighted: true, schools: weighed, weight: pupils, value }];
}
