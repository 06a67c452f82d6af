import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { listImports } from '../../opendata/queries/imports.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { MAINSTREAM_REGISTERS } from '../../opendata/rules/registers.ts';
import { type Average, comparedAcrossPhases, ofWholeYears, type Place } from '../rules/averages.ts';
import { type Phase, type PhaseGroup, phaseGroupOf } from '../rules/facts.ts';
import { type AreaSummary, type InspectedSchools, type NationalFrame, NOT_INSPECTED } from '../rules/national-frame.ts';
import { areasHeld } from './areas.ts';
import { averageRows } from './averages.ts';
import { perVersion } from './per-version.ts';

/** The areas of England and the means over their schools; read once for each set of imports and kept in memory. */
export const nationalFrame = perVersion(async (db): Promise<NationalFrame> => {
  const [areas, averages, asAt, deprivation, inspected, files] = await Promise.all([
    areaSummaries(db),
    averageRows(db),
    registerAsAt(db),
    deprivationMeans(db),
    inspectionCounts(db),
    listImports(db),
  ]);
  const byKey = new Map<string, Average>();
  const newest = new Map<MeasureCode, number>();
  for (const row of ofWholeYears(averages)) {
    byKey.set(keyOf(row.laCode ?? 'England', row.phase, row.measure, row.year), row);
    newest.set(row.measure, Math.max(newest.get(row.measure) ?? 0, row.year));
  }
  return {
    asAt,
    areas,
    average: (place, phase, measure, year) =>
      byKey.get(keyOf(place, comparedAcrossPhases(measure) ? null : phase, measure, year)),
    newestYear: (measure) => newest.get(measure) ?? null,
    deprivation: (place, phase) => deprivation.get(`${place} ${phase}`),
    inspected: (place, phase) => inspected.get(`${place} ${phase}`) ?? NOT_INSPECTED,
    files: new Map(files.map((file) => [file.id, file])),
  };
});

function keyOf(place: Place, phase: PhaseGroup | null, measure: MeasureCode, year: number): string {
  return `${place} ${phase} ${measure} ${year}`;
}

async function areaSummaries(db: Kysely<Database>): Promise<AreaSummary[]> {
  const [areas, counts] = await Promise.all([
    areasHeld(db),
    db
      .selectFrom('school')
      .select(['la_code', 'phase', (eb) => eb.fn.countAll<number>().as('schools')])
      .where('mainstream', '=', true)
      .groupBy(['la_code', 'phase'])
      .execute(),
  ]);
  const tally = new Map<number, Record<PhaseGroup, number>>();
  for (const { la_code, phase, schools } of counts) {
    const group = phaseGroupOf(phase as Phase);
    if (group === null) continue;
    const sums = tally.get(la_code) ?? { primary: 0, secondary: 0 };
    sums[group] += schools;
    tally.set(la_code, sums);
  }
  return areas.map(({ laCode, name, region, source }) => ({
    laCode,
    name,
    region,
    schools: tally.get(laCode) ?? { primary: 0, secondary: 0 },
    source,
  }));
}

// The phase group of a school, as phaseGroupOf gives it.
const PHASE_GROUP = sql<PhaseGroup | null>`case when s.phase in ('Primary', 'Middle deemed primary') then 'primary'
  when s.phase in ('Secondary', 'Middle deemed secondary', 'All-through') then 'secondary' end`;

async function deprivationMeans(db: Kysely<Database>): Promise<Map<string, Average>> {
  const { rows } = await sql<{ la_code: number | null; phase: PhaseGroup; schools: number; value: number }>`
    select s.la_code, s.phase, count(*) as schools, avg(d.idaci_score) as value
    from (select la_code, postcode, ${PHASE_GROUP} as phase from school s where mainstream) s
    join postcode_deprivation d using (postcode)
    where s.phase is not null and d.idaci_score is not null
    group by grouping sets ((s.phase, s.la_code), (s.phase))`.execute(db);
  return new Map(
    rows.map(({ la_code, phase, schools, value }) => [
      `${la_code ?? 'England'} ${phase}`,
      { value, schools, weighted: false, weight: schools },
    ]),
  );
}

async function inspectionCounts(db: Kysely<Database>): Promise<Map<string, InspectedSchools>> {
  const { rows } = await sql<InspectedSchools & { la_code: number | null; phase: PhaseGroup }>`
    select la_code, phase, count(*) filter (where scheme = 'overall grade') as graded,
      count(*) filter (where outcome in ('Outstanding', 'Good')) as "goodOrOutstanding",
      count(*) filter (where scheme = 'judgements only') as "judgementsOnly",
      count(*) filter (where scheme = 'report card') as "reportCard"
    from (
      select distinct on (s.urn) s.la_code, ${PHASE_GROUP} as phase, i.scheme, i.outcome
      from school s join inspection i using (urn)
      where s.mainstream and i.kind = 'graded'
        and i.inspected_on <= (select max(as_at) from import where dataset = any(${MAINSTREAM_REGISTERS}))
      order by s.urn, i.inspected_on desc
    ) latest
    where phase is not null
    group by grouping sets ((phase, la_code), (phase))`.execute(db);
  return new Map(rows.map(({ la_code, phase, ...counts }) => [`${la_code ?? 'England'} ${phase}`, counts]));
}
