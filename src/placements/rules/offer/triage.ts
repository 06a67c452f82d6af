import type { OpenItem } from '../placement.ts';

export const RISKS = ['green', 'amber', 'red'] as const;

/** How a request is weighed before it is accepted. Null: not done yet, never "no". */
export interface Triage {
  /** 'round': the approval of a planning round stands for it. */
  source: 'service' | 'round';
  needWords: string | null;
  costWords: string | null;
  halfDays: number | null;
  /** Estimated, of all of it. */
  pence: number | null;
  risk: (typeof RISKS)[number] | null;
  nextStep: string | null;
  /** The rule of focus: does it serve the improvement of the school, and does it serve the need of whom it is for? Each with words. */
  forImprovement: boolean | null;
  forImprovementWords: string | null;
  forNeed: boolean | null;
  forNeedWords: string | null;
  /** Why it is given although one of the two is no. */
  overrideWords: string | null;
}

export const EMPTY_TRIAGE: Triage = {
  source: 'service',
  needWords: null,
  costWords: null,
  halfDays: null,
  pence: null,
  risk: null,
  nextStep: null,
  forImprovement: null,
  forImprovementWords: null,
  forNeed: null,
  forNeedWords: null,
  overrideWords: null,
};

const item = (words: string): OpenItem => ({ words, at: 'triage' });

/** What the rule of focus still asks for: each of its two questions answered with words, and both yes or a reason to go on all the same. */
export function focusMissing(triage: Triage): OpenItem[] {
  const missing: OpenItem[] = [];
  if (triage.forImprovement === null || triage.forImprovementWords === null)
    missing.push(item('It is not said, with words, whether the help serves the improvement of the school.'));
  if (triage.forNeed === null || triage.forNeedWords === null)
    missing.push(item('It is not said, with words, whether the help serves the need of those whom it is for.'));
  if ((triage.forImprovement === false || triage.forNeed === false) && triage.overrideWords === null)
    missing.push(item('One answer to the rule of focus is no: it is not said why help is given all the same.'));
  return missing;
}

/** What is missing of a triage, each part by itself; nothing when it is complete. The approval of a round stands for all but the rule of focus. */
export function triageMissing(triage: Triage | null): OpenItem[] {
  const one = triage ?? EMPTY_TRIAGE;
  if (one.source === 'round') return [];
  const missing: OpenItem[] = [];
  if (one.needWords === null) missing.push(item('The need is not confirmed with the school.'));
  if (one.costWords === null) missing.push(item('It is not confirmed who pays.'));
  if (one.halfDays === null) missing.push(item('The days are not estimated.'));
  if (one.pence === null) missing.push(item('The cost is not estimated.'));
  if (one.risk === null) missing.push(item('The risk is not set.'));
  if (one.nextStep === null) missing.push(item('The next step is not written down.'));
  return [...missing, ...focusMissing(one)];
}

export type TriageState = 'not started' | 'in progress' | 'complete';

/** Half filled is in progress, never complete. */
export function triageState(triage: Triage | null): TriageState {
  if (triage === null) return 'not started';
  return triageMissing(triage).length === 0 && focusMissing(triage).length === 0 ? 'complete' : 'in progress';
}
