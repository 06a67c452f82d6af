import type { Written, WorkingPart } from './part.ts';

export const STEP_KINDS = ['answered', 'escalated', 'approved', 'not approved', 'power', 'lifted', 'closed'] as const;

export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  answered: 'Answered',
  escalated: 'Escalated to the service',
  approved: 'Escalation approved',
  'not approved': 'Escalation not approved',
  power: 'Step taken',
  lifted: 'Lifted',
  closed: 'Closed',
};

/** What was done about a concern. */
export interface ConcernStep extends Written {
  kind: StepKind;
  words: string | null;
  /** ISO day of the approval, or on which a power was used. */
  onDay: string | null;
  /** Codes that were ticked, by group of the checklist. */
  ticked: Readonly<Record<string, readonly string[]>>;
  /** Code and label of the power that was used. */
  power: { code: string; label: string } | null;
  part: WorkingPart;
  personId: string;
}

/** Somebody does not take part as was agreed, as another sees it. */
export interface Concern extends Written {
  id: string;
  what: string;
  /** ISO day. */
  sinceOn: string;
  evidence: string;
  part: WorkingPart;
  personId: string;
  /** The oldest first. */
  steps: readonly ConcernStep[];
}

export type ConcernState = 'open' | 'waiting for approval' | 'escalated' | 'lifted' | 'closed';

export const CONCERN_TAGS: Readonly<Record<ConcernState, { text: string; colour: string }>> = {
  open: { text: 'Open', colour: 'yellow' },
  'waiting for approval': { text: 'Waiting for approval', colour: 'orange' },
  escalated: { text: 'Escalated', colour: 'red' },
  lifted: { text: 'Lifted', colour: 'green' },
  closed: { text: 'Closed', colour: 'grey' },
};

/** Where a concern stands, told by its steps: the last that says anything of it. */
export function concernState({ steps }: Pick<Concern, 'steps'>): ConcernState {
  const last = steps.findLast(({ kind }) => kind !== 'answered' && kind !== 'power')?.kind;
  if (last === 'escalated') return 'waiting for approval';
  if (last === 'approved') return 'escalated';
  return last === 'lifted' || last === 'closed' ? last : 'open';
}

/** Whether something is still to be done about it. */
export function isOpenConcern(concern: Pick<Concern, 'steps'>): boolean {
  const state = concernState(concern);
  return state !== 'lifted' && state !== 'closed';
}

/** Who escalated it last, as a person; null when nobody has. */
export function escalatedBy({ steps }: Pick<Concern, 'steps'>): string | null {
  return steps.findLast(({ kind }) => kind === 'escalated')?.personId ?? null;
}
