import { type CsvCell, csvText } from '../../../schools/rules/csv-text.ts';
import { decisionWords } from '../decision.ts';
import { raisedOf } from '../area-needs.ts';
import { shortReason } from '../short-reason.ts';
import type { AgendaEntry } from './agenda.ts';
import { STANCE_WORDS } from './answer.ts';
import { callWords } from './call.ts';

const HEAD = [
  'Place',
  'URN',
  'School',
  'Phase',
  'Proposed category',
  'Points',
  'How close the call is',
  'Chance of another category (%)',
  'Points from the nearest line',
  'One by one because',
  'Raised',
  'Not known',
  'What would change it',
  'Decided before',
  'What the school says',
  'Decided',
];

/** The agenda of a panel as CSV, in its order. Reasons of decisions are not in it: they stay with the record. */
export function agendaCsv(agenda: readonly AgendaEntry[]): string {
  return csvText(
    HEAD,
    agenda.map(({ item, call, closeBecause, earlier, answer, comments, decision }, index): CsvCell[] => [
      index + 1,
      item.urn,
      item.name,
      item.phase,
      item.proposed,
      item.points,
      callWords(call),
      Math.round(call.chanceOfOther * 1000) / 10,
      call.line?.distance ?? null,
      closeBecause.join('; '),
      raisedOf({ indicators: [...item.indicators] })
        .map(shortReason)
        .join('; '),
      call.missing.join('; '),
      call.changes.join(' '),
      earlier === null ? null : `${earlier.category}: ${decisionWords(earlier)}`,
      [
        ...(answer === null ? [] : [STANCE_WORDS[answer.stance], answer.words]),
        ...comments.filter(({ fromSchool }) => fromSchool).map(({ body }) => body),
      ]
        .filter(Boolean)
        .join('; '),
      decision === null ? null : `${decision.category}: ${decisionWords(decision)}`,
    ]),
  );
}
