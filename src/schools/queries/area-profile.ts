import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { policyAsAt } from '../../policies.ts';
import { schoolFacts } from '../queries.ts';
import { weightOf } from '../rules/averages.ts';
import { keyStageOf } from '../rules/key-stage.ts';
import type { PhaseGroup, SchoolFacts } from '../rules/facts.ts';
import type { AreaSummary, NationalFrame } from '../rules/national-frame.ts';
import type { AreaProfile } from '../rules/profile/area-profile.ts';
import { byPhase, byResponsibleBody, countedOf } from '../rules/profile/by-group.ts';
import { gapsOf } from '../rules/profile/gaps.ts';
import type { GradesOnDay } from '../rules/profile/grades-over-time.ts';
import type { PhasedMeasure, ProfilePolicy } from '../rules/profile/profile-policy.ts';
import { profileRow } from '../rules/profile/profile-row.ts';
import { whatItTakes } from '../rules/profile/what-it-takes.ts';
import { profilePolicyKind, statisticalNeighboursKind } from '../schema/area-profile.ts';
import { perVersion } from './per-version.ts';
import { nationalFrame } from './national-frame.ts';
import { areaFigures } from './published-figures.ts';

/** All that the profile of an area shows. Throws PolicyError when no policy of the day says what that is. */
export async function areaProfile(db: Kysely<Database>, area: AreaSummary): Promise<AreaProfile> {
  const frame = await nationalFrame(db);
  const asAt = frame.asAt ?? NO_REGISTER;
  const policy = policyAsAt(profilePolicyKind, asAt);
  const neighbours = policyAsAt(statisticalNeighboursKind, asAt);
  const { laCode, region } = area;
  const like = neighbours.neighbours.find((entry) => entry.laCode === laCode)?.of ?? [];
  const beside = {
    laCode,
    region: frame.areas.filter((other) => other.region === region).map((other) => other.laCode),
    neighbours: like,
  };
  const years = newestYears(frame, policy);
  const [schools, published, grades] = await Promise.all([
    schoolFacts(db, { laCode, asAt, measures: measuresRead(years) }),
    areaFigures(db, laCode),
    gradesOverTime(db),
  ]);
  const groups = { measures: policy.byGroup, years, smallestGroup: policy.smallestGroup };
  return {
    area,
    asAt,
    policy,
    neighbours: {
      title: neighbours.title,
      source: neighbours.source,
      areas: frame.areas.filter((other) => like.includes(other.laCode)),
    },
    sections: policy.sections.map(({ title, measures, notHeld }) => ({
      title,
      rows: measures.flatMap((wanted) => profileRow(frame, beside, wanted, policy.yearsBack) ?? []),
      notHeld,
    })),
    inspected: frame.inspected,
    grades: { area: grades.get(laCode) ?? [], england: grades.get('England') ?? [] },
    gaps: gapsOf(published),
    byPhase: byPhase(schools, groups),
    byBody: byResponsibleBody(schools, groups),
    groupYears: years,
    takes: policy.whatItTakes.flatMap((wanted) => takesOf(frame, schools, wanted)),
  };
}

// An area page without any register shows nothing of schools; the earliest policies serve for its words.
const NO_REGISTER = '2021-09-01';

function newestYears(frame: NationalFrame, { byGroup, whatItTakes: lines }: ProfilePolicy): Map<MeasureCode, number> {
  const wanted = [...byGroup, ...lines.map(({ measure }) => measure)];
  return new Map(
    wanted.flatMap((measure) => {
      const year = frame.newestYear(measure);
      return year === null ? [] : [[measure, year] as const];
    }),
  );
}

function measuresRead(years: ReadonlyMap<MeasureCode, number>): (readonly [MeasureCode, number])[] {
  return [...years].flatMap(([measure, year]) => {
    const weight = weightOf(measure);
    return [[measure, year] as const, ...(weight === null ? [] : [[weight, year] as const])];
  });
}

function takesOf(frame: NationalFrame, schools: readonly SchoolFacts[], { measure, phase }: PhasedMeasure) {
  const year = frame.newestYear(measure);
  const { better } = MEASURES[measure];
  const england = year === null ? undefined : frame.average('England', phase, measure, year);
  if (year === null || england === undefined || better === 'neither') return [];
  const counted = schools
    .filter((school) => isJudgedOn(school, measure, phase))
    .flatMap((school) => countedOf(school, measure, year) ?? []);
  const takes = whatItTakes(counted, england.value, better);
  return takes === null ? [] : [{ measure, phase, year, ...takes }];
}

function isJudgedOn(school: SchoolFacts, measure: MeasureCode, phase: PhaseGroup): boolean {
  if (measure.startsWith('ks2_') || measure.startsWith('ks4_'))
    return measure.startsWith(keyStageOf(school.phase)) || school.phase === 'All-through';
  return school.phaseGroup === phase;
}

/**
 * The overall grades of the schools open now, as they stood at each day: of every area by its code, and of England. Kept in
 * memory until another file is imported.
 */
const gradesOverTime = perVersion(async (db: Kysely<Database>): Promise<Map<number | 'England', GradesOnDay[]>> => {
  const { asAt } = await nationalFrame(db);
  if (asAt === null) return new Map();
  const { gradesOn } = policyAsAt(profilePolicyKind, asAt);
  const days = Array.from({ length: gradesOn.yearsBack }, (_, i) => Number(asAt.slice(0, 4)) - gradesOn.yearsBack + i)
    .map((year) => `${year}-${String(gradesOn.month).padStart(2, '0')}-${String(gradesOn.day).padStart(2, '0')}`)
    .filter((day) => day < asAt);
  const { rows } = await sql<{ la_code: number | null; day: string } & Omit<GradesOnDay, 'day'>>`
    select la_code, day, count(*)::int as schools, count(scheme)::int as inspected,
      count(*) filter (where scheme = 'overall grade')::int as graded,
      count(*) filter (where outcome in ('Outstanding', 'Good'))::int as "goodOrOutstanding"
    from unnest(${[...days, asAt]}::date[]) as day
    cross join (select urn, la_code, open_date from school where mainstream) s
    left join lateral (
      select scheme, outcome from inspection i
      where i.urn = s.urn and i.kind = 'graded' and i.inspected_on <= day order by i.inspected_on desc limit 1
    ) latest on true
    where s.open_date is null or s.open_date <= day
    group by grouping sets ((day, la_code), (day))
    order by day`.execute(db);
  const byPlace = new Map<number | 'England', GradesOnDay[]>();
  for (const { la_code, ...onDay } of rows) {
    const place = la_code ?? 'England';
    byPlace.set(place, [...(byPlace.get(place) ?? []), onDay]);
  }
  return byPlace;
});
