import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import type { PhaseGroup } from '../../schools/rules/facts.ts';
import { type PublishedInput, PUBLISHED_INPUTS, type SimilarFeature } from '../rules/similar-policy.ts';

/** One figure of many schools by URN; a school without a number is absent. */
export type FigureBySchool = ReadonlyMap<number, number>;

/** The figures of these features, in their order, as published; kept in memory until another file is imported. */
export function contextFigures(
  db: Kysely<Database>,
  features: readonly Pick<SimilarFeature, 'figure' | 'year' | 'plus'>[],
  group: PhaseGroup,
): Promise<FigureBySchool[]> {
  return Promise.all(features.map((feature) => figureOf(db, feature, group)));
}

async function figureOf(
  db: Kysely<Database>,
  { figure, year, plus }: Pick<SimilarFeature, 'figure' | 'year' | 'plus'>,
  group: PhaseGroup,
): Promise<FigureBySchool> {
  if (figure === 'idaci_score') return deprivation(db);
  if (isInput(figure)) return (await inputsOf[group](db))[figure];
  if (year === null) return new Map();
  const first = await measureOf(db, figure, year);
  return plus === undefined ? first : sum(first, await measureOf(db, plus, year));
}

/** Whether a figure is an input of the Department's own list. */
export function isInput(figure: SimilarFeature['figure']): figure is PublishedInput {
  return (PUBLISHED_INPUTS as readonly string[]).includes(figure);
}

// A sum of which a part is not known is not known.
function sum(first: FigureBySchool, second: FigureBySchool): FigureBySchool {
  const both = new Map<number, number>();
  for (const [urn, value] of first) {
    const other = second.get(urn);
    if (other !== undefined) both.set(urn, value + other);
  }
  return both;
}

// The policies name few figures, and no visitor can name another, so what is kept stays small.
const kept = new Map<string, (db: Kysely<Database>) => Promise<FigureBySchool>>();

/** One measure of one year of every school that has a number, kept in memory until another file is imported. */
export function measureOf(db: Kysely<Database>, measure: MeasureCode, year: number): Promise<FigureBySchool> {
  const key = `${measure}:${year}`;
  const read = kept.get(key) ?? perVersion((from) => readMeasure(from, measure, year));
  kept.set(key, read);
  return read(db);
}

async function readMeasure(db: Kysely<Database>, measure: MeasureCode, year: number): Promise<FigureBySchool> {
  const rows = await db
    .selectFrom('observation')
    .select(['urn', 'value'])
    .where('measure_id', '=', MEASURES[measure].id)
    .where('year', '=', year)
    .where('value', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ urn, value }) => (value === null ? [] : [[urn, value] as const])));
}

const deprivation = perVersion(async (db): Promise<FigureBySchool> => {
  const rows = await db
    .selectFrom('school as s')
    .innerJoin('postcode_deprivation as d', 'd.postcode', 's.postcode')
    .select(['s.urn', 'd.idaci_score'])
    .where('s.mainstream', '=', true)
    .execute();
  return new Map(rows.flatMap(({ urn, idaci_score }) => (idaci_score === null ? [] : [[urn, idaci_score] as const])));
});

/** What the Department compared schools on, by input; kept in memory until another file is imported. */
export const inputsOf: Record<PhaseGroup, (db: Kysely<Database>) => Promise<Record<PublishedInput, FigureBySchool>>> = {
  primary: perVersion((db) => readInputs(db, 'primary')),
  secondary: perVersion((db) => readInputs(db, 'secondary')),
};

async function readInputs(db: Kysely<Database>, phase: PhaseGroup): Promise<Record<PublishedInput, FigureBySchool>> {
  const rows = await db.selectFrom('published_neighbour_input').selectAll().where('phase', '=', phase).execute();
  const of = (column: Exclude<keyof (typeof rows)[number], 'phase'>): FigureBySchool =>
    new Map(
      rows.flatMap((row) => {
        const value = row[column];
        return value === null ? [] : [[row.urn, value] as const];
      }),
    );
  return {
    input_prior_attainment: of('prior_attainment'),
    input_pupil_premium_percent: of('pupil_premium_percent'),
    input_eal_percent: of('eal_percent'),
    input_polar4_quintile: of('polar4_quintile'),
    input_stability_percent: of('stability_percent'),
    input_idaci_score: of('idaci_score'),
    input_sen_support_percent: of('sen_support_percent'),
    input_ehc_percent: of('ehc_percent'),
    input_pupils: of('pupils'),
  };
}
