import { wholeYears } from '../../../need/rules/inspection.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { InspectionRecord } from '../../../schools/rules/inspections/inspection-record.ts';
import type { Check } from '../check.ts';
import { type Found, untold } from './found.ts';
import { type InPost, inPostWords, postOf, type SeenAsHead } from './in-post.ts';
import type { EligibilityRule, HeadshipRule, LeadershipRule, SchoolRecordRule } from './rule-set.ts';
import { noDeclineCheck, turnaroundCheck } from './turnaround.ts';

/** What published data says of one rule for one applicant. */
export interface EligibilityCheck extends Found {
  key: string;
  label: string;
}

/** All that is read of published data, and of the application, for the check. */
export interface EligibilityFacts {
  /** Name of the applicant as their account has it. */
  applicant: string;
  /** How the school stands against the criteria for England; null when it was not judged. */
  record: { asAt: string; checks: readonly Check[] } | null;
  /** Who is named as head of the school, the latest first. */
  heads: readonly SeenAsHead[];
  /** Every inspection of the school, the newest first. */
  inspections: readonly InspectionRecord[];
  /** Answers of the application by the key of the question. */
  answers: Readonly<Record<string, string>>;
  /** ISO day of the check. */
  today: string;
}

/**
 * Puts each rule of a set to what is published. Nothing is taken from silence: where the data does not tell, the verdict is that it cannot
 * be told, and a person decides.
 */
export function eligibilityOf(rules: readonly EligibilityRule[], facts: EligibilityFacts): EligibilityCheck[] {
  const post = postOf(facts.applicant, facts.heads);
  return rules.map((rule) => ({ key: rule.key, label: rule.label, ...foundOf(rule, facts, post) }));
}

function foundOf(rule: EligibilityRule, facts: EligibilityFacts, post: InPost): Found {
  switch (rule.by) {
    case 'school record':
      return recordFound(rule, facts);
    case 'headship':
      return headshipFound(rule, facts, post);
    case 'leadership':
      return leadershipFound(rule, facts, post);
    case 'turnaround':
      return turnaroundCheck(rule, facts.inspections, post);
    case 'no decline':
      return noDeclineCheck(rule, facts.inspections, post);
    case 'person': {
      const said = facts.answers[rule.answer];
      return untold(`Nothing is published on this. The applicant says: ${said ? `“${said}”` : 'nothing'}.`);
    }
    default:
      return rule satisfies never;
  }
}

function recordFound(rule: SchoolRecordRule, { record }: EligibilityFacts): Found {
  const check = record?.checks.find((one) => one.rule === rule.rule);
  if (record === null || check === undefined) return untold('The published record of the school has not been judged.');
  const verdict = check.verdict === 'not known' ? 'cannot be told' : check.verdict;
  return { verdict, sentence: check.sentence, asAt: record.asAt, source: check.source };
}

function headshipFound({ years }: HeadshipRule, { today }: EligibilityFacts, post: InPost): Found {
  if (!post.known) return untold(post.why, post.asAt, post.source);
  const { since, asAt, source } = post;
  const told = (verdict: Found['verdict']): Found => ({ verdict, sentence: inPostWords(post), asAt, source });
  // By the last day on which the register names them; what it does not tell yet may still be so.
  if (wholeYears(since.latest, asAt) >= years) return told('met');
  if (since.earliest !== null && wholeYears(since.earliest, today) < years) return told('not met');
  return told('cannot be told');
}

function leadershipFound({ grades }: LeadershipRule, { inspections }: EligibilityFacts, post: InPost): Found {
  if (!post.known) return untold(post.why, post.asAt, post.source);
  const inPost = inspections.filter(
    (one) => one.kind === 'graded' && one.inspectedOn >= post.since.latest && one.inspectedOn <= post.asAt,
  );
  for (const { judgements, inspectedOn, source } of inPost) {
    const judged = judgements.find(({ area }) => /leadership/i.test(area));
    if (judged === undefined) continue;
    const sentence = `Inspected on ${dayText(inspectedOn)} under the applicant: ${judged.area.toLowerCase()} ${judged.grade.toLowerCase()}.`;
    if (grades.includes(judged.grade)) return { verdict: 'met', sentence, asAt: inspectedOn, source };
    // A grade of another scheme is neither good nor bad here.
    const isOfScheme = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'].includes(judged.grade);
    return { verdict: isOfScheme ? 'not met' : 'cannot be told', sentence, asAt: inspectedOn, source };
  }
  return untold(
    'No inspection that is published judged leadership and management while the register names the applicant as head.',
    post.asAt,
    post.source,
  );
}
