import type { InspectionOutcome } from '../../../schools/rules/facts.ts';
import type { DesignationCriterion } from '../designation-policy.ts';

interface Rule<By extends string> {
  key: string;
  label: string;
  by: By;
  source: string;
}

/** Three rules of the school are judged for all of England after each import; this one reads what was found. */
export interface SchoolRecordRule extends Rule<'school record'> {
  rule: DesignationCriterion['rule'];
}

/** The register names the applicant as head for so many years. */
export interface HeadshipRule extends Rule<'headship'> {
  years: number;
}

/** The newest graded inspection while the applicant was head gave leadership and management one of these grades. */
export interface LeadershipRule extends Rule<'leadership'> {
  grades: readonly string[];
}

/** The overall grade rose from one to another of a line, after so many months of the applicant in post. */
export interface TurnaroundRule extends Rule<'turnaround'> {
  turns: readonly { from: readonly InspectionOutcome[]; to: readonly InspectionOutcome[] }[];
  monthsInPost: number;
}

/** No inspection fell from better to one of these while the applicant was head, but for the first months. */
export interface NoDeclineRule extends Rule<'no decline'> {
  outcomes: readonly InspectionOutcome[];
  exceptFirstMonths: number;
}

/** Nothing is published on it: a person reads the answer of the application and decides. */
export interface PersonRule extends Rule<'person'> {
  /** Key of the question whose answer speaks to it. */
  answer: string;
}

export type EligibilityRule =
  | SchoolRecordRule
  | HeadshipRule
  | LeadershipRule
  | TurnaroundRule
  | NoDeclineRule
  | PersonRule;

/** One question of an application or a reference. */
export interface Question {
  key: string;
  label: string;
  hint?: string | undefined;
  /** A line, a box of words, yes or no, or something to agree to. */
  type: 'text' | 'words' | 'yes or no' | 'tick';
  /** Characters at most. */
  most: number;
  optional?: boolean | undefined;
}

export type QuestionedStep = 'eligibility' | 'evidence' | 'capacity' | 'declaration';

/** From whom a reference comes. */
export type RefereeKind = 'board' | 'head' | 'professional';

export interface RefereeAsked {
  from: RefereeKind;
  title: string;
  who: string;
  questions: readonly Question[];
}

/** Everything that is asked of applicants for one role: rules, questions, references, and what a panel scores. */
export interface RuleSet {
  id: string;
  title: string;
  /** Code of a role in the policy of roles and fields. */
  role: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  rules: readonly EligibilityRule[];
  questions: Readonly<Record<QuestionedStep, readonly Question[]>>;
  references: readonly RefereeAsked[];
  criteria: readonly { key: string; label: string; help: string }[];
  /** The lowest first. */
  scale: readonly { score: number; words: string }[];
}
