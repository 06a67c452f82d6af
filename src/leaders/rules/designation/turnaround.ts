import { dayText } from '../../../schools/rules/figure-words.ts';
import { type InspectionRecord, ofScheme } from '../../../schools/rules/inspections/inspection-record.ts';
import { monthsAfter } from '../../../calendar/due-after.ts';
import { type Found, untold } from './found.ts';
import type { InPost } from './in-post.ts';
import type { NoDeclineRule, TurnaroundRule } from './rule-set.ts';

/** Whether the overall grade rose from one of a line to another after the applicant had been in post for so many months. Other schemes are never converted. */
export function turnaroundCheck(rule: TurnaroundRule, inspections: readonly InspectionRecord[], post: InPost): Found {
  if (!post.known) return untold(post.why, post.asAt, post.source);
  const graded = ofScheme(inspections, 'overall grade');
  const from = monthsAfter(post.since.latest, rule.monthsInPost);
  for (const [i, after] of graded.entries()) {
    const before = graded[i + 1];
    if (before === undefined || after.inspectedOn < from || after.inspectedOn > post.asAt) continue;
    const turn = rule.turns.find((one) => one.from.includes(before.outcome) && one.to.includes(after.outcome));
    if (turn === undefined) continue;
    return {
      verdict: 'met',
      sentence: `From ${before.outcome.toLowerCase()} (${dayText(before.inspectedOn)}) to ${after.outcome.toLowerCase()} (${dayText(after.inspectedOn)}) with the applicant in post by ${dayText(post.since.latest)}.`,
      asAt: after.inspectedOn,
      source: after.source,
    };
  }
  return untold(
    'This school’s published grades show no such rise under the applicant. A school headed before may: the applicant says which.',
    post.asAt,
    post.source,
  );
}

/** Whether a published overall grade fell to one of the outcomes while the applicant was head, after the months that are excepted. */
export function noDeclineCheck(rule: NoDeclineRule, inspections: readonly InspectionRecord[], post: InPost): Found {
  if (!post.known) return untold(post.why, post.asAt, post.source);
  const graded = ofScheme(inspections, 'overall grade');
  const from = monthsAfter(post.since.latest, rule.exceptFirstMonths);
  const fall = graded.find((after, i) => {
    const before = graded[i + 1];
    const fell =
      rule.outcomes.includes(after.outcome) && before !== undefined && !rule.outcomes.includes(before.outcome);
    return fell && after.inspectedOn >= from && after.inspectedOn <= post.asAt;
  });
  if (fall !== undefined) {
    const sentence = `Inspected on ${dayText(fall.inspectedOn)}: fell to ${fall.outcome.toLowerCase()} under the applicant.`;
    return { verdict: 'not met', sentence, asAt: fall.inspectedOn, source: fall.source };
  }
  const [latest] = inspections;
  if (
    latest !== undefined &&
    latest.inspectedOn >= from &&
    latest.scheme !== null &&
    latest.scheme !== 'overall grade'
  ) {
    const sentence = `Inspected on ${dayText(latest.inspectedOn)} without an overall grade, which is never made into one.`;
    return untold(sentence, latest.inspectedOn, latest.source);
  }
  const sentence = `No fall is published between ${dayText(from)} and ${dayText(post.asAt)}.`;
  return { verdict: 'met', sentence, asAt: post.asAt, source: graded[0]?.source ?? post.source };
}
