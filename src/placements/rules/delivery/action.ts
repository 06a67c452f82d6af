import { PART_WORDS } from '../state-words.ts';
import type { Objective } from './objective.ts';
import type { Written, WorkingPart } from './part.ts';

export const ACTION_STATES = ['not started', 'in progress', 'done', 'dropped'] as const;

export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_TAGS: Readonly<Record<ActionState, { text: string; colour: string }>> = {
  'not started': { text: 'Not started', colour: 'grey' },
  'in progress': { text: 'In progress', colour: 'blue' },
  done: { text: 'Done', colour: 'green' },
  dropped: { text: 'Dropped', colour: 'red' },
};

/** One thing of the action plan that somebody is to do. */
export interface Action extends Written {
  id: string;
  what: string;
  ownerPart: WorkingPart | null;
  ownerName: string | null;
  /** ISO day. */
  dueOn: string;
  /** Null for one that a note of visit brought and that is not tied to an objective yet. */
  objective: Objective | null;
  /** How it will be seen that it worked; null with the objective. */
  criterion: string | null;
  /** The visit whose note brought it. */
  visitId: string | null;
  state: ActionState;
  /** Why it was dropped, or what was said with the last change of state. */
  stateReason: string | null;
  version: number;
}

/** Whether something is still to be done about it. */
export function isOpen({ state }: Pick<Action, 'state'>): boolean {
  return state === 'not started' || state === 'in progress';
}

/** Whether it should be done by now; an action that is due today is not late. */
export function isLateAction(action: Pick<Action, 'state' | 'dueOn'>, today: string): boolean {
  return isOpen(action) && action.dueOn < today;
}

/** "the leader", "Jo Field, the leader", "Jo Field". */
export function ownerText({ ownerPart, ownerName }: Pick<Action, 'ownerPart' | 'ownerName'>): string {
  return [ownerName, ownerPart === null ? null : PART_WORDS[ownerPart]].filter((word) => word !== null).join(', ');
}
