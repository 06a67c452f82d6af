import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import { MOVES, type MoveName, type PlacementState } from '../states.ts';

/** The ISO day so many days from another, or the Friday before where it lies on a weekend. */
export function storyDay(today: string, offset: number): string {
  const day = daysAfter(today, offset);
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 6 ? daysAfter(day, -1) : weekday === 0 ? daysAfter(day, -2) : day;
}

/** A moment of an ISO day in working hours; `minutes` after nine o'clock. */
export function storyMoment(day: string, minutes: number): Date {
  return new Date(Date.parse(`${day}T09:00:00Z`) + minutes * 60_000);
}

/** A move of a placement in its story: by whom, and on which day. */
export interface StoryMove {
  move: MoveName;
  from: PlacementState;
  to: PlacementState;
  part: PlacementPart;
  /** Days from the day on which the story is told. */
  on: number;
}

/** Who makes the moves that the service does not make in these stories. */
const MADE_BY: Partial<Record<MoveName, PlacementPart>> = {
  'settle-offer': 'home head',
  'note-contact': 'leader',
  'settle-agreement': 'supported head',
  withdraw: 'supported head',
  complete: 'leader',
};

/**
 * The moves between the states of a life, in their order, each by the table of states. Throws for two states between which there is no
 * move: a fault of the file.
 */
export function movesOf(life: readonly (readonly [PlacementState, number])[]): StoryMove[] {
  return life.slice(1).map(([to, on], place) => {
    const [from] = life[place]!;
    // Work that ends in a story ends as agreed.
    const move = MOVES.find(
      (one) => one.to === to && (one.from as readonly PlacementState[]).includes(from) && one.name !== 'end-early',
    );
    if (move === undefined) throw new Error(`No move leads from ${from} to ${to}`);
    return { move: move.name, from, to, part: MADE_BY[move.name] ?? 'service', on };
  });
}
