import type { Forecast } from './forecast.ts';
import { crossFitted } from './logistic.ts';
import { brierScore, logScore, type Told } from './proper-scores.ts';

/** Ways to tell whether a school will be below the line. */
export const METHODS = ['ours', 'ours, standing still', 'yes or no', 'base rate', 'fitted curve'] as const;

/**
 * - `ours`: the chance from the cohort's size, the years before and the country's spread.
 * - `ours, standing still`: the same, as if the country's level had stayed as it was.
 * - `yes or no`: the bare figure: whoever was below will be, whoever was not will not.
 * - `base rate`: the same chance for every school: the share that in fact came, which nobody could know before.
 * - `fitted curve`: the bare figure through a curve fitted to what came of other schools in the same year, which nobody could
 *   know before either. The hardest rival.
 */
export type Method = (typeof METHODS)[number];

/** How well a method told. */
export interface Score {
  brier: number;
  /** Null for a method that called impossible what came. */
  log: number | null;
}

/** What each method told of the same schools. */
export type ToldBy = Record<Method, Told[]>;

/** What each method tells of these schools against a line. */
export function toldBy(schools: readonly Forecast[], line: number): ToldBy {
  const rate = schools.filter(({ came }) => came).length / schools.length;
  const curve = crossFitted(schools.map(({ urn, before, came }) => ({ urn, figure: before, yes: came })));
  const by = (chance: (school: Forecast, i: number) => number) =>
    schools.map((school, i): Told => ({ chance: chance(school, i), came: school.came }));
  return {
    ours: by(({ chance }) => chance),
    'ours, standing still': by(({ chance, chanceStill }) => chanceStill ?? chance),
    'yes or no': by(({ before }) => (before < line ? 1 : 0)),
    'base rate': by(() => rate),
    'fitted curve': by((_, i) => curve[i] ?? rate),
  };
}

/** Several questions' tellings as one, method by method. */
export function together(tellings: readonly ToldBy[]): ToldBy {
  const joined = (method: Method) => tellings.flatMap((telling) => telling[method]);
  return Object.fromEntries(METHODS.map((method) => [method, joined(method)])) as ToldBy;
}

/** How many schools were told of, the share that came, and how well each method did. */
export interface Verdict {
  cases: number;
  came: number;
  scores: Record<Method, Score>;
}

/** The verdict on what was told. Throws when nothing was: there is none on nothing. */
export function verdictOn(telling: ToldBy): Verdict {
  const cases = telling.ours.length;
  if (cases === 0) throw new Error('No case to judge: leave the question out');
  const scores = METHODS.map((method) => [
    method,
    { brier: brierScore(telling[method]), log: logScore(telling[method]) },
  ]);
  return {
    cases,
    came: telling.ours.filter(({ came }) => came).length / cases,
    scores: Object.fromEntries(scores) as Record<Method, Score>,
  };
}
