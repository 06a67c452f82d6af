import { figureOf } from '../../need/rules/figures.ts';
import type { NationalReference } from '../../need/rules/national-reference.ts';
import { listed, score } from '../../need/rules/wording.ts';
import { MEASURES } from '../../opendata/rules/measures.ts';
import { academicYear, type SchoolFacts, type SourceRef } from '../../schools/rules/facts.ts';
import { keyStageOf } from '../../schools/rules/key-stage.ts';
import type { Check } from './check.ts';
import type { CriteriaContext } from './criteria-context.ts';
import type { ConsistentCriterion, ResultSeries } from './designation-policy.ts';

interface Year {
  year: number;
  value: number;
  /** How far above the line; below it is negative. */
  above: number;
  source: SourceRef;
}

interface Course {
  series: ResultSeries;
  /** Oldest first. */
  years: Year[];
  shape: 'consistently high' | 'improving' | 'neither' | 'not known';
}

/**
 * Consistently high: at or above the line in every year of a series. Improving: no year worse against the line than the
 * one before, up to the line at least. One series must be either, and none that must end at its line may end below it.
 * A series that lacks a year is not known.
 */
export function consistentCheck(school: SchoolFacts, criterion: ConsistentCriterion, at: CriteriaContext): Check {
  const courses = criterion.series
    .filter(({ keyStage }) => keyStage === keyStageOf(school.phase))
    .map((series) => courseOf(school, series, at.reference));
  const known = courses.filter(({ shape }) => shape !== 'not known');
  const newest = known[0]?.years.at(-1);
  const figure = { rule: 'consistent' as const, value: newest?.value ?? null, source: newest?.source ?? null };
  if (known.length === 0) {
    return {
      ...figure,
      verdict: 'not known',
      sentence: 'Results are not published for three years under its present number.',
    };
  }
  const steady = known.some(({ shape }) => shape !== 'neither');
  const endsBelow = courses.some(({ series, years }) => {
    const last = years.at(-1);
    return series.mustEndAtLine && last !== undefined && last.year === Math.max(...series.years) && last.above < 0;
  });
  return { ...figure, verdict: steady && !endsBelow ? 'met' : 'not met', sentence: known.map(inWords).join(' ') };
}

function courseOf(school: SchoolFacts, series: ResultSeries, reference: NationalReference): Course {
  const years = series.years
    .flatMap((year) => yearOf(school, series, year, reference) ?? [])
    .toSorted((a, b) => a.year - b.year);
  if (years.length < series.years.length) return { series, years, shape: 'not known' };
  if (years.every(({ above }) => above >= 0)) return { series, years, shape: 'consistently high' };
  const rising = years.every(({ above }, i) => i === 0 || above >= years[i - 1]!.above);
  return { series, years, shape: rising && years.at(-1)!.above >= 0 ? 'improving' : 'neither' };
}

function yearOf(school: SchoolFacts, series: ResultSeries, year: number, reference: NationalReference): Year | null {
  const figures = series.measures.flatMap((measure) => figureOf(school, measure, year) ?? []);
  const [first] = figures;
  if (first === undefined || figures.length < series.measures.length) return null;
  const value = figures.reduce((sum, figure) => sum + figure.value, 0) / figures.length;
  const line =
    series.line === 'national median' ? reference.median(school.phaseGroup, series.measures[0]!, year) : series.line;
  return line === null ? null : { year, value, above: value - line, source: first.source };
}

function inWords({ series, years, shape }: Course): string {
  const [measure] = series.measures;
  const sign = measure !== undefined && MEASURES[measure].unit === 'percent' ? '%' : '';
  const values = years.map(
    ({ year, value }) => `${score(value, measure ?? 'ks4_progress8')}${sign} in ${academicYear(year)}`,
  );
  const against = series.line === 'national median' ? 'the national median' : String(series.line);
  const course =
    shape === 'neither' ? `neither above ${against} throughout nor improving to it` : `${shape} against ${against}`;
  return `${series.label.charAt(0).toUpperCase()}${series.label.slice(1)}: ${listed(values)}, ${course}.`;
}
