import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing } from './assessment.ts';
import { written } from './compared.ts';
import { newestFigure, whyMissing } from './figures.ts';
import type { ContextIndicator } from './need-policy.ts';

/**
 * Whom the school serves, beside other schools of its phase. It is never raised and scores nothing, high or low: a school is
 * not in need for taking children who need more, nor doing well for having few of them.
 */
export function contextShare(school: SchoolFacts, indicator: ContextIndicator, at: Assessing): IndicatorResult {
  const found = indicator.shown.flatMap(({ measure, saying }) => {
    const figure = newestFigure(school, measure, indicator.years);
    return figure === null ? [] : [{ measure, saying, figure }];
  });
  const [first] = found;
  if (first === undefined) {
    const why = whyMissing(school, indicator.shown[0]!.measure, indicator.years);
    return missing(indicator, `Not known: ${why}.`);
  }
  const shares = found.map(({ measure, saying, figure }) => {
    const lower = at.reference.shareLower(school.phaseGroup, measure, figure.year, figure.value) ?? 0;
    return `${saying.replace('{figure}', written(measure, figure.value))}, more than in ${Math.floor(lower * 100)}% of ${school.phaseGroup} schools`;
  });
  const sentence = `In ${academicYear(first.figure.year)} ${shares.join('; ')}. This is whom the school serves: it scores nothing, high or low.`;
  return clear(indicator, sentence, {
    value: first.figure.value,
    year: first.figure.year,
    source: first.figure.source,
    otherSources: found.slice(1).map(({ figure }) => figure.source),
  });
}
