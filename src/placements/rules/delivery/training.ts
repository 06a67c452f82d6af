import type { Written } from './part.ts';

export type TrainingState = 'arranged' | 'held' | 'cancelled';

export const TRAINING_TAGS: Readonly<Record<TrainingState, { text: string; colour: string }>> = {
  arranged: { text: 'Arranged', colour: 'blue' },
  held: { text: 'Held', colour: 'green' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
};

/** Training or coaching that is arranged for the staff of the supported school. */
export interface Training extends Written {
  id: string;
  what: string;
  /** Roles, not names: "teachers of year 2". */
  forWhom: string;
  people: number;
  provider: string;
  /** Given by the leader, out of the days of the placement: only then it counts among the days delivered. */
  byLeader: boolean;
  /** ISO day. */
  heldOn: string;
  halfDays: number;
  /** Null while it is not known. */
  costPence: number | null;
  state: TrainingState;
  stateReason: string | null;
  version: number;
}

/** "£1,250.00"; pence exact. */
export function poundsText(pence: number): string {
  return `£${Math.floor(pence / 100).toLocaleString('en-GB')}.${String(pence % 100).padStart(2, '0')}`;
}

/** Pence of "1,250", "£1250.5" or "12.50"; null for anything else. */
export function penceIn(text: string): number | null {
  const found = /^£?(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', '').trim());
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}
