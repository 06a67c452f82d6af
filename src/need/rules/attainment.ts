import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { chanceShareBelow, shareInterval } from './beta-binomial.ts';
import { cohortOf, newestFigure, whyMissing } from './figures.ts';
import { inForce, standardOf } from './minimum-standards.ts';
import { shareOf } from './national-reference.ts';
import type { AttainmentIndicator } from './need-policy.ts';
import { chance, percent } from './wording.ts';

/**
 * The share of pupils reaching the expected standard against the attainment part of the minimum standard. Raised only
 * when the chance of truly being below is at least the policy's certainty, so that a small cohort is not blamed for luck.
 */
export function attainment(school: SchoolFacts, indicator: AttainmentIndicator, at: Assessing): IndicatorResult {
  const standard = standardOf(at.standards, indicator.standard);
  const line = standard.attainment;
  if (line === null) throw new Error(`The standard "${standard.id}" has no attainment line to compare with.`);
  const figure = newestFigure(school, line.measure, indicator.years);
  if (figure === null) {
    return missing(indicator, `No attainment: ${whyMissing(school, line.measure, indicator.years)}.`);
  }
  const year = academicYear(figure.year);
  const reached = `${percent(figure.value)} reached the expected standard in reading, writing and maths in ${year}`;
  const cohort = cohortOf(school, 'ks2_pupils', figure.year);
  const prior = at.reference.prior(line.measure, 'ks2_pupils', figure.year);
  if (cohort === null || prior === null) {
    return missing(indicator, `${reached}, but the number of pupils behind it is not held, so no range can be given.`, {
      value: figure.value,
      year: figure.year,
      source: figure.source,
    });
  }
  const share = shareOf(figure.value, cohort.value);
  const probability = chanceShareBelow(prior, share, line.atLeast / 100);
  const interval = shareInterval(prior, share).map((bound) => Math.round(bound * 1000) / 10) as [number, number];
  const ended = inForce(standard, figure.year) ? '' : ', which had ended by then';
  const facts =
    `${reached} (${cohort.value} pupils; likely range ${Math.round(interval[0])}% to ${Math.round(interval[1])}%); ` +
    `${standard.name} for attainment was ${percent(line.atLeast)}${ended}. Chance that the school is truly below: ${chance(probability)}.`;
  const numbers = {
    value: figure.value,
    year: figure.year,
    threshold: line.atLeast,
    probability,
    interval,
    source: figure.source,
    otherSources: cohort.estimated ? [cohort.source] : [],
  };
  if (figure.value >= line.atLeast || probability < indicator.certainty) return clear(indicator, facts, numbers);
  return raised(indicator, facts, { ...numbers, points: indicator.points, measures: [line.measure] });
}
