import type { Inspection, SchoolFacts } from '../../schools/rules/facts.ts';
import { outcomeWords } from '../../schools/rules/inspections/scheme-words.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import type { InspectionIndicator, RepeatBelowGoodIndicator } from './need-policy.ts';
import { listed, lowerFirst, monthOf } from './wording.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Inspections up to a date, newest first whatever the order given, each once. Two published sources give the first and the
 * last day of the same inspection, mostly a day apart; no school is inspected in full twice within 30 days.
 */
export function inspectionsOnce<I extends Pick<Inspection, 'inspectedOn'>>(
  school: { inspections: readonly I[] },
  asAt: string,
): I[] {
  const kept = once.get(school.inspections);
  if (kept?.asAt === asAt) return kept.inspections as I[];
  const upTo = school.inspections
    .filter((inspection) => inspection.inspectedOn <= asAt)
    .toSorted((a, b) => (a.inspectedOn < b.inspectedOn ? 1 : a.inspectedOn > b.inspectedOn ? -1 : 0));
  const inspections = upTo.filter((inspection, i) => {
    const later = upTo[i - 1];
    return later === undefined || Date.parse(later.inspectedOn) - Date.parse(inspection.inspectedOn) > 30 * DAY;
  });
  once.set(school.inspections, { asAt, inspections });
  return inspections;
}

// Several indicators ask the same of a school, one after another.
const once = new WeakMap<readonly object[], { asAt: string; inspections: readonly object[] }>();

/** Whole years between two ISO dates. */
export function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/**
 * Why the latest inspection cannot be judged: it gave no overall grade, which is all that a policy of overall grades knows.
 * It is neither good nor bad, and an older grade does not stand in for it.
 */
export function withoutGradeSentence(latest: Pick<Inspection, 'inspectedOn' | 'scheme' | 'outcome'>): string {
  return `Inspected in ${monthOf(latest.inspectedOn)}: ${lowerFirst(outcomeWords(latest))}. The policy reads overall grades and never converts others, so this cannot be told.`;
}

/** The latest overall grade; missing where the latest inspection was graded in another way. */
export function inspection(school: SchoolFacts, indicator: InspectionIndicator, at: Assessing): IndicatorResult {
  const [latest] = inspectionsOnce(school, at.asAt);
  if (latest === undefined) {
    return missing(
      indicator,
      'No inspection with an overall grade is published for this school under its present number.',
    );
  }
  const numbers = { year: Number(latest.inspectedOn.slice(0, 4)), source: latest.source };
  if (latest.scheme !== 'overall grade') return missing(indicator, withoutGradeSentence(latest), numbers);
  const years = wholeYears(latest.inspectedOn, at.asAt);
  const ago = years === 0 ? 'less than a year' : `${years} year${years === 1 ? '' : 's'}`;
  const sentence = `Inspected in ${monthOf(latest.inspectedOn)}: ${latest.outcome.toLowerCase()} (${ago} before ${monthOf(at.asAt)}).`;
  const step = indicator.steps.find(({ outcomes }) => outcomes.includes(latest.outcome));
  return step === undefined
    ? clear(indicator, sentence, numbers)
    : raised(indicator, sentence, { ...numbers, level: step.level, points: step.points });
}

/**
 * The latest inspections one after another below good.
 * Source: "stuck" schools in the Department's statistics: latest below good and the one before it too.
 */
export function repeatBelowGood(
  school: SchoolFacts,
  indicator: RepeatBelowGoodIndicator,
  at: Assessing,
): IndicatorResult {
  const inspections = inspectionsOnce(school, at.asAt);
  const [latest] = inspections;
  if (latest === undefined)
    return missing(
      indicator,
      'No inspection with an overall grade is published for this school under its present number.',
    );
  if (latest.scheme !== 'overall grade')
    return missing(indicator, withoutGradeSentence(latest), { source: latest.source });
  // Of one graded in another way nothing is known, so the run ends there too.
  const firstGood = inspections.findIndex(
    ({ scheme, outcome }) => scheme !== 'overall grade' || !indicator.belowGood.includes(outcome),
  );
  const inARow = firstGood === -1 ? inspections : inspections.slice(0, firstGood);
  const numbers = {
    value: inARow.length,
    year: Number(latest.inspectedOn.slice(0, 4)),
    threshold: indicator.steps[0]?.inARow ?? null,
    source: latest.source,
    otherSources: inARow.slice(1).map(({ source }) => source),
  };
  const step = indicator.steps.findLast((candidate) => inARow.length >= candidate.inARow);
  if (step === undefined) {
    const sentence =
      inARow.length === 0
        ? 'The latest inspection was not below good.'
        : 'One inspection below good, none before it in a row.';
    return clear(indicator, sentence, numbers);
  }
  const when = listed(inARow.map(({ inspectedOn }) => monthOf(inspectedOn)).toReversed());
  return raised(indicator, `Below good ${inARow.length} times in a row: ${when}.`, {
    ...numbers,
    level: step.level,
    points: step.points,
  });
}
