import { dayText } from '../figure-words.ts';
import type { Standing } from './as-at.ts';
import type { TimelineEntry } from './timeline.ts';

/** How a school stood on a day, as a sentence without its full stop. `day` writes an ISO date. */
export function standingWords(standing: Standing, day = dayText): string {
  if (standing.kind === 'not known') return 'No register held tells whether it was open';
  const { kind, on, asAt } = standing;
  const by = `, by the register as at ${day(asAt)}`;
  if (kind === 'not yet open') return `Not yet open: it opened on ${day(on ?? '')}${by}`;
  if (kind === 'open') return `Open${on === null ? '' : ` since ${day(on)}`}${by}`;
  if (kind === 'closed') return `Closed${on === null ? '' : ` on ${day(on)}`}${by}`;
  return `No longer listed among open schools by the register as at ${day(asAt)}`;
}

/** When something of a timeline happened: on its published day, or between two files. */
export function whenWords({ on, between }: Pick<TimelineEntry, 'on' | 'between'>, day = dayText): string {
  if (on !== null) return day(on);
  if (between === null) return 'on a day that is not published';
  const { after, by } = between;
  return after === null ? `by ${day(by)}` : `after ${day(after)} and by ${day(by)}`;
}
