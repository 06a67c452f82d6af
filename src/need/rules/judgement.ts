import type { SchoolFacts, WithoutOverallGrade } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { inspectionsOnce } from './inspection.ts';
import type { CategoryOfConcernIndicator, JudgementIndicator } from './need-policy.ts';
import { listed, monthOf } from './wording.ts';

type Newer = JudgementIndicator | CategoryOfConcernIndicator;

/**
 * The latest inspection when it was graded in a scheme that the indicator reads; else null, and the indicator does not
 * concern the school: nothing of another scheme is made into a grade of this one.
 */
export function inspectionRead(school: SchoolFacts, indicator: Newer, asAt: string): WithoutOverallGrade | null {
  // Almost all inspections held are of the time of overall grades.
  if (!school.inspections.some(({ scheme }) => scheme !== 'overall grade')) return null;
  const [latest] = inspectionsOnce(school, asAt);
  if (latest === undefined || latest.scheme === 'overall grade') return null;
  return schemesOf(indicator).includes(latest.scheme) ? latest : null;
}

function schemesOf(indicator: Newer): readonly string[] {
  return 'schemes' in indicator ? indicator.schemes : [indicator.scheme];
}

/** The grades of some areas at the latest inspection, in the words of its own scheme: the lowest of them decides. */
export function judgement(school: SchoolFacts, indicator: JudgementIndicator, at: Assessing): IndicatorResult {
  const latest = inspectionRead(school, indicator, at.asAt);
  if (latest === null) throw new Error(`${indicator.code} was asked of a school whose inspection it does not read`);
  const judged = (latest.judgements ?? []).filter(
    ({ area }) => indicator.areas.length === 0 || indicator.areas.includes(area),
  );
  const numbers = { year: Number(latest.inspectedOn.slice(0, 4)), source: latest.source };
  const when = `Inspected in ${monthOf(latest.inspectedOn)}`;
  const level = indicator.steps.findLast(({ grades }) => judged.some(({ grade }) => grades.includes(grade)));
  if (level === undefined) {
    const lacking = indicator.areas.filter((area) => !judged.some((one) => one.area === area));
    if (judged.length === 0 || lacking.length > 0) {
      const what = lacking.length === 0 ? 'of any area' : `for ${listed(lacking.map(lowerFirst))}`;
      return missing(indicator, `${when}: the published file gives no grade ${what}.`, numbers);
    }
    const grades =
      judged.length === 1
        ? `${lowerFirst(judged[0]!.area)}: ${judged[0]!.grade.toLowerCase()}`
        : `none of its ${judged.length} areas was graded ${listedOr(indicator.steps.flatMap((step) => step.grades))}`;
    return clear(indicator, `${when}: ${grades}.`, numbers);
  }
  const found = judged.filter(({ grade }) => indicator.steps.some(({ grades }) => grades.includes(grade)));
  const said = found.map(({ area, grade }) => `${lowerFirst(area)}: ${grade.toLowerCase()}`).join('; ');
  return raised(indicator, `${when}. ${said.charAt(0).toUpperCase()}${said.slice(1)}.`, {
    ...numbers,
    level: level.level,
    points: level.points,
  });
}

/** The category of concern that Ofsted published with the latest inspection, where it gave no overall grade that says so. */
export function categoryOfConcern(
  school: SchoolFacts,
  indicator: CategoryOfConcernIndicator,
  at: Assessing,
): IndicatorResult {
  const latest = inspectionRead(school, indicator, at.asAt);
  if (latest === null) throw new Error(`${indicator.code} was asked of a school whose inspection it does not read`);
  const numbers = { year: Number(latest.inspectedOn.slice(0, 4)), source: latest.source };
  const when = `Inspected in ${monthOf(latest.inspectedOn)}`;
  const published = latest.categoryOfConcern ?? null;
  if (published === null) {
    return missing(indicator, `${when}: the published file does not tell whether it is in a category.`, numbers);
  }
  if (published === 'none') return clear(indicator, `${when}: in no category of concern.`, numbers);
  const step = indicator.steps.find(({ publishedAs }) => publishedAs.includes(published));
  if (step === undefined) {
    return missing(
      indicator,
      `${when}: the category is published as “${published}”, which the policy does not know.`,
      numbers,
    );
  }
  return raised(indicator, `${when}: ${step.level}, as published.`, {
    ...numbers,
    level: step.level,
    points: step.points,
  });
}

function listedOr(items: readonly string[]): string {
  const words = items.map((item) => item.toLowerCase());
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
