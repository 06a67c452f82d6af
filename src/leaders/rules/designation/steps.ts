import type { QuestionedStep } from './rule-set.ts';

export type ApplicationStep = QuestionedStep | 'references';

/** The steps of an application in their order; the questions of each stand in the rule set of the role. */
export const APPLICATION_STEPS: readonly { step: ApplicationStep; title: string; hint: string }[] = [
  { step: 'eligibility', title: 'Eligibility', hint: 'What no file tells of the rules of the role' },
  { step: 'evidence', title: 'Evidence', hint: 'What you have done in your own school and for others' },
  { step: 'references', title: 'References', hint: 'Two people who are asked by mail once you submit' },
  { step: 'capacity', title: 'Capacity at home', hint: 'Your referees are shown this step, and no other' },
  { step: 'declaration', title: 'Declaration', hint: 'What you agree to' },
];

/** The step that follows; null after the last, where answers are checked. */
export function stepAfter(step: ApplicationStep): ApplicationStep | null {
  const place = APPLICATION_STEPS.findIndex((one) => one.step === step);
  return APPLICATION_STEPS[place + 1]?.step ?? null;
}
