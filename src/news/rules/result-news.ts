import type { Assessing } from '../../need/rules/assessing.ts';
import type { IndicatorResult } from '../../need/rules/assessment.ts';
import { attainment } from '../../need/rules/attainment.ts';
import { minimumStandard } from '../../need/rules/minimum-standard.ts';
import { inForce, type MinimumStandards } from '../../need/rules/minimum-standards.ts';
import type { IndicatorPolicy } from '../../need/rules/need-policy.ts';
import { progress } from '../../need/rules/progress.ts';
import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import { type KeyStage, keyStageOf } from '../../schools/rules/key-stage.ts';
import type { DrawnNews, NewsSchool } from './news-item.ts';
import type { NewsPolicy, ResultIndicatorCode, ResultLine } from './news-policy.ts';

type ResultIndicator = Extract<IndicatorPolicy, { code: ResultIndicatorCode }>;

/**
 * The indicators of a need policy whose results can be news, asked about one year whatever years they name. One that takes
 * several years together is asked by the same standards about that year alone: news is of a year.
 */
export function inYear(indicators: readonly IndicatorPolicy[], year: number): ResultIndicator[] {
  const years = [year];
  return indicators.flatMap((indicator): ResultIndicator[] => {
    switch (indicator.code) {
      case 'minimum_standard':
      case 'progress':
      case 'attainment':
        return [{ ...indicator, years }];
      case 'pooled_progress':
        return [{ ...indicator, code: 'progress', years }];
      case 'pooled_attainment': {
        const { label, source, keyStage, steps } = indicator;
        const { points, certainty } = steps[0]!;
        // No minimum standard of key stage 4 had a line for attainment.
        if (keyStage !== 'ks2') return [];
        return [{ code: 'attainment', label, source, keyStage, years, standard: 'ks2-floor', points, certainty }];
      }
      default:
        return [];
    }
  });
}

/**
 * The news of a school's result of a year that is below a line which the need policy uses, with at least the chance of truly
 * being below that the news policy asks; null where none is. Says whether it was below the same line the year before.
 */
export function resultNews(
  facts: SchoolFacts,
  year: number,
  importId: number,
  policy: NewsPolicy,
  at: Assessing,
): DrawnNews | null {
  const stood = standardStood(at.standards, keyStageOf(facts.phase), year);
  for (const line of policy.results) {
    // Where the standard stood, it is the line: its parts alone are no news of a school that met it.
    if (stood !== (line.indicator === 'minimum_standard')) continue;
    const now = below(facts, year, line, at);
    if (now === null || !now.isBelow) continue;
    const source = [now.result.source, ...now.result.otherSources].find((one) => one?.importId === importId);
    // Figures of another file are that file's news.
    if (source == null) return null;
    const before = below(facts, year - 1, line, at);
    const again = before?.isBelow === true;
    return {
      school: schoolOf(facts),
      kind: 'result',
      occasion: String(year),
      happenedOn: null,
      notBefore: null,
      notAfter: null,
      headline: `${line.words} in ${academicYear(year)}${again ? ', for the second year' : ''}`,
      detail: {
        likely: false,
        before: null,
        after: now.result.value === null ? null : String(now.result.value),
        sentences: [now.result.sentence, ...yearBefore(before, year - 1)],
      },
      source,
    };
  }
  return null;
}

interface Below {
  isBelow: boolean;
  result: IndicatorResult;
}

/** Null where the indicator is not of the school's phase, or nothing is known of the year. */
function below(facts: SchoolFacts, year: number, line: ResultLine, at: Assessing): Below | null {
  const indicator = inYear(at.policy.indicators, year).find(
    ({ code, keyStage }) => code === line.indicator && keyStage === keyStageOf(facts.phase),
  );
  if (indicator === undefined) return null;
  const result = judge(facts, indicator, at);
  if (result.state === 'missing') return null;
  const levelCounts = line.levels === null || (result.level !== null && line.levels.includes(result.level));
  return { isBelow: result.state === 'raised' && levelCounts && (result.probability ?? 0) >= line.certainty, result };
}

function judge(facts: SchoolFacts, indicator: ResultIndicator, at: Assessing): IndicatorResult {
  switch (indicator.code) {
    case 'minimum_standard':
      return minimumStandard(facts, indicator, at);
    case 'progress':
      return progress(facts, indicator, at);
    case 'attainment':
      return attainment(facts, indicator, at);
  }
}

function standardStood({ standards }: MinimumStandards, keyStage: KeyStage, year: number): boolean {
  return standards.some((standard) => standard.keyStage === keyStage && inForce(standard, year));
}

function yearBefore(before: Below | null, year: number): string[] {
  if (before === null) return [`The same is not known of ${academicYear(year)}.`];
  return before.isBelow ? [] : [`Not below it, or not surely, in ${academicYear(year)}.`];
}

function schoolOf({ urn, name, laCode }: SchoolFacts): NewsSchool {
  return { urn, name, laCode };
}
