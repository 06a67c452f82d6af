import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { newestFigure, whyMissing } from './figures.ts';
import type { DisadvantageIndicator } from './need-policy.ts';
import { capital, percent, poorestTenth } from './wording.ts';

/** Disadvantaged context: pupils ever eligible for free meals in six years, and the school's own neighbourhood. */
export function disadvantage(school: SchoolFacts, indicator: DisadvantageIndicator, at: Assessing): IndicatorResult {
  const meals = newestFigure(school, indicator.measure, indicator.years);
  const decile = school.idaciDecile;
  if (meals === null && decile === null) {
    const why = whyMissing(school, indicator.measure, indicator.years);
    return missing(indicator, `No free school meals figure (${why}) and no deprivation figure for its postcode.`);
  }
  const lower =
    meals === null ? null : at.reference.shareLower(school.phaseGroup, indicator.measure, meals.year, meals.value);
  const said = [
    ...(meals === null
      ? []
      : [
          `${percent(meals.value, 1)} of pupils were eligible for free school meals in the past six years (${academicYear(meals.year)}), ` +
            `more than in ${Math.floor((lower ?? 0) * 100)}% of ${school.phaseGroup} schools`,
        ]),
    ...(decile === null
      ? []
      : [`its neighbourhood is in the ${poorestTenth(decile)} of England for children in low-income families`]),
  ].join('; ');
  const numbers = {
    value: meals?.value ?? null,
    year: meals?.year ?? null,
    source: meals?.source ?? school.deprivationSource,
    otherSources: meals === null || school.deprivationSource === null ? [] : [school.deprivationSource],
  };
  const high = lower !== null && lower >= indicator.abovePercentile;
  const poor = decile !== null && decile <= indicator.idaciDecile;
  if (!high && !poor) return clear(indicator, `${capital(said)}.`, numbers);
  return raised(indicator, `${capital(said)}. This is context, not a judgement on the school.`, {
    ...numbers,
    points: indicator.points,
  });
}
