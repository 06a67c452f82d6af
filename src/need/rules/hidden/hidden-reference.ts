import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import { factOf, type SchoolFacts } from '../../../schools/rules/facts.ts';
import { type BetaPrior, fitBetaPrior, type Share } from '../beta-binomial.ts';
import type { HiddenMeasure } from './hidden-policy.ts';

/** How disadvantaged and other pupils of the country's schools do in one measure. */
export interface HiddenReference {
  /** The newest year in which any school has a figure of disadvantaged pupils; null when no file holds one. */
  newest: number | null;
  /** Spread of schools' true shares in a year, or null where too few schools have a figure. */
  prior(group: 'disadvantaged' | 'other', year: number): BetaPrior | null;
  /** Share (0 to 1) of all the disadvantaged pupils of these schools in the newest year. */
  england: number | null;
  /** The same of all pupils, by the schools that have a figure. */
  englandAll: number | null;
}

/** Which measures hold a group's share and how many pupils it is of. */
export function measuresOfGroup(
  measure: HiddenMeasure,
  group: 'disadvantaged' | 'other',
): readonly [share: MeasureCode, pupils: MeasureCode] {
  return group === 'disadvantaged'
    ? [measure.disadvantaged, measure.pupilsDisadvantaged]
    : [measure.other, measure.pupilsOther];
}

/** A group's pupils in a year, or null where either figure is missing. */
export function shareOf(
  school: Pick<SchoolFacts, 'facts'>,
  [share, pupils]: readonly [MeasureCode, MeasureCode],
  year: number,
): Share | null {
  const value = factOf(school, share, year)?.value ?? null;
  const count = factOf(school, pupils, year)?.value ?? null;
  return value === null || count === null || count === 0 ? null : { pupils: count, successes: (value * count) / 100 };
}

/** The reference of a measure for these schools, which should be all of England's that it is for. */
export function hiddenReference(schools: readonly SchoolFacts[], measure: HiddenMeasure): HiddenReference {
  const sharesIn = (group: 'disadvantaged' | 'other', year: number) =>
    schools.flatMap((school) => shareOf(school, measuresOfGroup(measure, group), year) ?? []);
  const priors = new Map<string, BetaPrior | null>();
  const newest = measure.years.find((year) => sharesIn('disadvantaged', year).length > 0) ?? null;
  const disadvantaged = newest === null ? [] : sharesIn('disadvantaged', newest);
  const every = newest === null ? [] : [...disadvantaged, ...sharesIn('other', newest)];
  return {
    newest,
    prior(group, year) {
      const key = `${group} ${year}`;
      if (!priors.has(key)) priors.set(key, fitBetaPrior(sharesIn(group, year)));
      return priors.get(key) ?? null;
    },
    england: together(disadvantaged),
    englandAll: together(every),
  };
}

function together(shares: readonly Share[]): number | null {
  const pupils = shares.reduce((sum, share) => sum + share.pupils, 0);
  return pupils === 0 ? null : shares.reduce((sum, share) => sum + share.successes, 0) / pupils;
}
