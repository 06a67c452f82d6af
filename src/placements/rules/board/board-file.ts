import type { BoardRow } from './row.ts';
import { RISK_WORDS } from './risk-words.ts';
import { STATE_TAGS } from '../state-words.ts';

/** The columns of the board as a file: fixed, so that whoever reads it by program can rely on them. */
export const BOARD_HEAD = [
  'Reference',
  'State',
  'State since',
  'Late',
  'Next step due',
  'Supported school URN',
  'Supported school',
  'Leader',
  'Home school URN',
  'Home school',
  'Kind of help',
  'Field',
  'Days planned',
  'Days delivered',
  'From',
  'To',
  'Broker',
  'Risk',
] as const;

export interface HelpWords {
  type: string;
  support: string;
}

/** A cell of the board as a file: a day is marked as one, so that a workbook shows it as a day. */
export type BoardCell = string | number | null | { day: string };

/** The board's rows for a file, in the order of BOARD_HEAD. `sinceDay` and `help` put moments and codes into words. */
export function boardCells(
  rows: readonly BoardRow[],
  { sinceDay, help }: { sinceDay: (moment: Date) => string; help: (row: BoardRow) => HelpWords },
): BoardCell[][] {
  return rows.map((row) => {
    const { placement, late, deliveredHalfDays } = row;
    const { type, support } = help(row);
    return [
      placement.reference,
      STATE_TAGS[placement.state].text,
      day(sinceDay(placement.stateSince)),
      late ? 'yes' : 'no',
      day(placement.dueOn),
      placement.supported.urn,
      placement.supported.name,
      placement.leader?.name ?? null,
      placement.home?.urn ?? null,
      placement.home?.name ?? null,
      type,
      support,
      placement.halfDays === null ? null : placement.halfDays / 2,
      deliveredHalfDays / 2,
      day(placement.startsOn),
      day(placement.endsOn),
      placement.assignedTo?.name ?? null,
      placement.risk === null ? null : RISK_WORDS[placement.risk],
    ];
  });
}

function day(iso: string | null): BoardCell {
  return iso === null ? null : { day: iso };
}
