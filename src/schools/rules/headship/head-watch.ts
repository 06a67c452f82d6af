import type { SourceRef } from '../facts.ts';
import type { ChangeClass } from './compare-people.ts';
import type { HeadshipChange } from './headship-change.ts';
import type { ComparedStretch } from './stretches.ts';

/** What one stretch between two extracts says of whether somebody else heads the school after it. */
export interface WatchedStretch {
  /** ISO dates of the two extracts. */
  notBefore: string;
  notAfter: string;
  /**
   * `stays`: the head, or one of several, stays; `new`: nobody stays and somebody came; `vacant`: the post became vacant; `unclear`:
   * the names do not tell.
   */
  head: 'stays' | 'new' | 'vacant' | 'unclear';
  class: ChangeClass;
  /** Whether earlier extracts name the new head as a head of any school; null where nobody is new. */
  first: 'not seen before' | 'seen before' | 'unclear' | null;
  /** The URN of the predecessor that the earlier name is of; null when of the school itself. */
  inheritedFrom: number | null;
  /** The row of the earlier extract and that of the later one. */
  sources: readonly SourceRef[];
}

/** What extracts tell of the head of one school, the earliest first; at least one stretch. */
export type HeadWatch = readonly WatchedStretch[];

/** What a stretch says of whether the head is new; `change` is the same stretch told for people, null where nothing changed. */
export function watchedStretch(stretch: ComparedStretch, change: HeadshipChange | null): WatchedStretch {
  const { notBefore, notAfter, class: verdict, pairings, before, after } = stretch;
  const stays = verdict === 'same' || pairings.some((pair) => pair.class === 'same');
  const came = pairings.some((pair) => pair.class !== 'same' && pair.after !== null);
  return {
    notBefore,
    notAfter,
    head: stays ? 'stays' : verdict === 'unclear' ? 'unclear' : came ? 'new' : 'vacant',
    class: verdict,
    first: stays ? null : (change?.first?.answer ?? null),
    inheritedFrom: change?.inheritedFrom ?? null,
    sources: [before.source, after.source],
  };
}
