import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import { MEASURES } from '../../opendata/rules/measures.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing } from './assessment.ts';
import { written } from './compared.ts';
import { newestFigure, whyMissing } from './figures.ts';
import type { ContextIndicator } from './need-policy.ts';
import { listed } from './wording.ts';

/**
 * Whom the school serves, beside other schools of its phase. It is never raised and scores nothing, high or low: a school is
 * not in need for taking children who need more, nor doing well for having few of them.
 */
export function contextShare(school: SchoolFacts, indicator: ContextIndicator, at: Assessing): IndicatorResult {
  const found = indicator.measures.flatMap((measure) => {
    const figure = newestFigure(school, measure, indicator.years);
    return figure === null ? [] : [{ measure, figure }];
  });
  const [first] = found;
  if (first === undefined) {
    const why = whyMissing(school, indicator.measures[0]!, indicator.years);
    return missing(indicator, `Not known: ${why}.`);
  }
  const shares = found.map(({ measure, figure }) => {
    const lower = at.reference.shareLower(school.phaseGroup, measure, figure.year, figure.value) ?? 0;
    return `${lowerFirst(MEASURES[measure].label)}: ${written(measure, figure.value)}, more than in ${Math.floor(lower * 100)}% of ${school.phaseGroup} schools`;
  });
  const sentence = `In ${academicYear(first.figure.year)}, ${listed(shares)}. Context, which scores nothing.`;
  return clear(indicator, sentence, {
    value: first.figure.value,
    year: first.figure.year,
    source: first.figure.source,
    otherSources: found.slice(1).map(({ figure }) => figure.source),
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
