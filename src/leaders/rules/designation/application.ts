import type { Question, QuestionedStep, RefereeAsked, RefereeKind, RuleSet } from './rule-set.ts';
import type { RuledCheck } from './rulings.ts';
import type { ApplicationState, DesignationPart } from './states.ts';
import { APPLICATION_STEPS } from './steps.ts';

export interface RefereeNamed {
  name: string;
  position: string;
  email: string;
}

/** What an applicant wrote so far, by step and question. */
export type Answers = Partial<Record<QuestionedStep, Readonly<Record<string, string>>>> & {
  references?: Partial<Record<RefereeKind, RefereeNamed>>;
};

/** A round of designation as its pages show it. */
export interface DesignationRound {
  id: string;
  organisationId: string;
  organisation: string;
  /** Code of the role, and what it is called. */
  role: string;
  title: string;
  ruleSet: string;
  process: string;
  opensOn: string;
  closesOn: string;
  panelOn: string;
  words: string | null;
}

export interface MoveMade {
  number: number;
  from: ApplicationState;
  to: ApplicationState;
  part: DesignationPart;
  words: string | null;
  untilOn: string | null;
  /** Null where it followed of itself, or the reader may not know. */
  by: string | null;
  at: string;
}

export interface Application {
  id: string;
  roundId: string;
  organisationId: string;
  urn: number;
  school: string;
  applicant: string;
  applicantId: string;
  answers: Answers;
  state: ApplicationState;
  /** In the order in which they were made; their count is the version that forms carry. */
  moves: MoveMade[];
  savedAt: string;
}

export interface ReferenceShown {
  id: string;
  referee: RefereeKind;
  name: string;
  position: string;
  email: string;
  dueOn: string;
  askedAt: string;
  remindedAt: string | null;
  /** Null while there is none, or the reader may not read it yet. */
  answer: { supports: boolean; words: string; answers: Readonly<Record<string, string>>; at: string } | null;
}

export interface Sitting {
  personId: string;
  name: string;
  part: 'chair' | 'member';
  declared: 'interest' | 'no interest' | null;
  scored: boolean;
}

export interface ScoresGiven {
  by: string;
  byId: string;
  at: string;
  scores: Readonly<Record<string, { score: number; words: string }>>;
}

/** Everything of an application that its service reads. */
export interface ApplicationFile {
  application: Application;
  references: ReferenceShown[];
  checks: RuledCheck[];
  checkedAt: string | null;
  sitting: Sitting[];
  scores: ScoresGiven[];
}

/** What is missing of a step: keys of questions without an answer. */
function missingIn(questions: readonly Question[], said: Readonly<Record<string, string>> = {}): string[] {
  return questions.filter(({ key, optional }) => optional !== true && !said[key]).map(({ key }) => key);
}

/** How far a step is: half-filled is in progress. */
export type StepStatus = 'not started' | 'in progress' | 'complete';

export function statusOfStep(questions: readonly Question[], said: Readonly<Record<string, string>> = {}): StepStatus {
  if (missingIn(questions, said).length === 0) return 'complete';
  return Object.values(said).some((answer) => answer !== '') ? 'in progress' : 'not started';
}

/** The same of the step that names referees. */
function statusOfReferees(asked: readonly RefereeAsked[], named: Answers['references'] = {}): StepStatus {
  const boxes = asked.flatMap(({ from }) => [named[from]?.name, named[from]?.position, named[from]?.email]);
  if (boxes.every(Boolean)) return 'complete';
  return boxes.some(Boolean) ? 'in progress' : 'not started';
}

/** Answers of all steps by key, as rules and panels read them. */
export function saidOf({ eligibility, evidence, capacity, declaration }: Answers): Record<string, string> {
  return { ...eligibility, ...evidence, ...capacity, ...declaration };
}

/** How far one step of an application is. */
export function statusOf(
  step: (typeof APPLICATION_STEPS)[number]['step'],
  ruleSet: Pick<RuleSet, 'questions' | 'references'>,
  answers: Answers,
): StepStatus {
  return step === 'references'
    ? statusOfReferees(ruleSet.references, answers.references)
    : statusOfStep(ruleSet.questions[step], answers[step]);
}

/** Titles of the steps that are not complete. */
export function incompleteSteps(ruleSet: Pick<RuleSet, 'questions' | 'references'>, answers: Answers): string[] {
  return APPLICATION_STEPS.filter(({ step }) => statusOf(step, ruleSet, answers) !== 'complete').map(
    ({ title }) => title,
  );
}
