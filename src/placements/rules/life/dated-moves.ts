import type { MoveName } from '../states.ts';

/** Moves that are made on a day, with what the day is called and whether words are asked for. */
export const DATED_MOVES = [
  'pause',
  'resume',
  'end-early',
  'complete',
  'undo-end',
] as const satisfies readonly MoveName[];

export type DatedMove = (typeof DATED_MOVES)[number];

interface Asks {
  /** "the day of the pause"; null where none is asked for. */
  day: string | null;
  legend: string;
  /** What the words are called, where the table of states asks why. */
  words: string;
  hint: string;
}

export const DATED_MOVE_ASKS: Readonly<Record<DatedMove, Asks>> = {
  pause: {
    day: 'the day of the pause',
    legend: 'Paused from',
    words: 'Why, and until when',
    hint: 'All who take part read this. While it is paused nothing can be added or changed.',
  },
  resume: { day: 'the day of taking up again', legend: 'Taken up again on', words: '', hint: '' },
  'end-early': {
    day: 'the day of the end',
    legend: 'Ended on',
    words: 'Why it ends early',
    hint: 'All who take part read this.',
  },
  complete: { day: 'the day of the end', legend: 'Ended on', words: '', hint: '' },
  'undo-end': { day: null, legend: '', words: 'Why the end is undone', hint: 'All who take part read this.' },
};
