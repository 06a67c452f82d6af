import { dayText } from '../../../schools/rules/figure-words.ts';
import { inheritedWords } from '../../../schools/rules/inherited.ts';
import { inspectionsOnce } from '../inspection.ts';
import { capital, monthOf } from '../wording.ts';
import { type Answer, cannotBeTold, doesNotMeet, meets } from './answer.ts';
import type { RowRule } from './definition.ts';
import { type GradedInspection, gradesCount } from './grades-count.ts';

/** A school with its graded inspections, those of its predecessors that count as its own among them, newest first. */
export interface InspectedSchool {
  inspections: readonly GradedInspection[];
  academy: boolean;
  /** ISO day on which it joined its present trust; null when it is in none or that is not published. */
  joinedTrustOn: string | null;
}

/**
 * Whether the latest inspection and the one before it are both of the grades that count, as at a day (ISO). An inspection graded in
 * a way that the definition does not speak of leaves it open, and so does a second one that is not held.
 */
export function byInspections(school: InspectedSchool, rule: RowRule, asAt: string): Answer {
  const [latest, before] = inspectionsOnce(school, asAt);
  if (latest === undefined) {
    return cannotBeTold('No graded inspection is held for this school.', 'No graded inspection held');
  }
  const asked = [latest, before].flatMap((one) => one ?? []);
  const rest = {
    sources: asked.map(({ source }) => source),
    inherited: predecessorsOf(asked),
  };
  const first = gradesCount(latest, rule.latest);
  const said = `${capital(first.words)}${from(latest)}`;
  if (first.counts === false) return doesNotMeet(`${said}: not a grade that counts for the latest inspection.`, rest);
  if (first.counts === null) return notTold(`${said}.`, rest);
  if (before === undefined) {
    return cannotBeTold(`${said}. No inspection before it is held.`, 'No inspection before the latest held', rest);
  }
  const second = gradesCount(before, rule.before);
  const both = `${said}, and ${second.words}${from(before)} before it`;
  if (second.counts === false) return doesNotMeet(`${both}, which is not below good.`, rest);
  if (second.counts === null) return notTold(`${both}.`, rest);
  if (!rule.sameBody) return meets(`${both}.`, rest);
  return withTheSameBody(school, latest, both, rest);
}

function withTheSameBody(
  { academy, joinedTrustOn }: InspectedSchool,
  { inspectedOn, inherited }: GradedInspection,
  both: string,
  rest: Pick<Answer, 'sources' | 'inherited'>,
): Answer {
  if (inherited !== undefined) {
    return doesNotMeet(`${both}. Its responsible body has changed since: it has had a new number since then.`, rest);
  }
  if (!academy) return meets(`${both}. It is still maintained by its local authority.`, rest);
  if (joinedTrustOn === null) {
    return cannotBeTold(
      `${both}. The day on which it joined its trust is not published, so it cannot be told whether its responsible body is the same.`,
      'Day of joining the trust not published',
      rest,
    );
  }
  return joinedTrustOn > inspectedOn
    ? doesNotMeet(
        `${both}. Its responsible body has changed since: it joined its trust on ${dayText(joinedTrustOn)}.`,
        rest,
      )
    : meets(`${both}. It has been in its trust since ${monthOf(joinedTrustOn)}.`, rest);
}

function notTold(what: string, rest: Pick<Answer, 'sources' | 'inherited'>): Answer {
  return cannotBeTold(
    `${what} The definition does not say what these grades count as, and they are never converted.`,
    'Graded in a way that the definition does not speak of',
    rest,
  );
}

function predecessorsOf(inspections: readonly GradedInspection[]): Answer['inherited'] {
  const from = new Map(
    inspections.flatMap(({ inherited }) => (inherited ? [[inherited.urn, inherited.name] as const] : [])),
  );
  return [...from].map(([urn, name]) => ({ urn, name }));
}

function from({ inherited }: GradedInspection): string {
  return inherited === undefined ? '' : ` (inherited from ${inheritedWords(inherited)})`;
}
