import { dayText } from '../../../schools/rules/figure-words.ts';
import type { Written } from './part.ts';

export type VisitState = 'planned' | 'cancelled' | 'held' | 'not held';

export interface Visit extends Written {
  id: string;
  /** ISO days; a visit of one day ends on the day it starts. */
  startsOn: string;
  endsOn: string;
  halfDays: number;
  place: string;
  purpose: string;
  state: VisitState;
  /** Why it was cancelled or not held. */
  stateReason: string | null;
  /** Last ISO day on which its note is in time. */
  noteDueOn: string;
  version: number;
}

/** How the note of a visit stands, as lists say it. `late` only where it was due before today. */
export type NoteStanding = 'none yet' | 'not written' | 'late' | 'sent' | 'confirmed' | 'disputed' | 'answered';

export const VISIT_TAGS: Readonly<Record<VisitState, { text: string; colour: string }>> = {
  planned: { text: 'Planned', colour: 'blue' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
  held: { text: 'Held', colour: 'green' },
  'not held': { text: 'Not held', colour: 'orange' },
};

export const NOTE_TAGS: Readonly<Record<NoteStanding, { text: string; colour: string } | null>> = {
  'none yet': null,
  'not written': { text: 'Note to write', colour: 'yellow' },
  late: { text: 'Note late', colour: 'red' },
  sent: { text: 'Facts to confirm', colour: 'yellow' },
  confirmed: { text: 'Facts confirmed', colour: 'green' },
  disputed: { text: 'Facts disputed', colour: 'orange' },
  answered: { text: 'Facts disputed and answered', colour: 'green' },
};

/** What was said of the newest note that was sent, the oldest first; null when none was. */
export function noteStanding(
  { state, noteDueOn }: Pick<Visit, 'state' | 'noteDueOn'>,
  said: readonly ('confirmed' | 'disputed' | 'answered' | 'moderated')[] | null,
  today: string,
): NoteStanding {
  if (state !== 'held') return 'none yet';
  if (said === null) return noteDueOn < today ? 'late' : 'not written';
  const last = said.findLast((kind) => kind !== 'moderated');
  return last ?? 'sent';
}

/** Visits whose day has passed and of which nobody has said whether they were held. */
export function isUntold({ state, endsOn }: Pick<Visit, 'state' | 'endsOn'>, today: string): boolean {
  return state === 'planned' && endsOn < today;
}

/** "3 November 2026", "3 November 2026 to 4 November 2026". */
export function visitDays({ startsOn, endsOn }: Pick<Visit, 'startsOn' | 'endsOn'>): string {
  return startsOn === endsOn ? dayText(startsOn) : `${dayText(startsOn)} to ${dayText(endsOn)}`;
}

/** What the school says before a visit. */
export interface SchoolPart extends Written {
  sinceLast: string;
  selfEvaluation: string;
  lookAt: string | null;
}
