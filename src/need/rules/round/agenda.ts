import type { Decision } from '../decision.ts';
import type { IndicatorResult } from '../assessment.ts';
import type { Category, NeedPolicy } from '../need-policy.ts';
import type { RecordedComment } from '../need-record.ts';
import type { RecordedAnswer } from './answer.ts';
import { type Call, callOf } from './call.ts';
import type { RoundPolicy } from './round-policy.ts';

/** A school of a round as it stood when the round was opened. */
export interface RoundItem {
  urn: number;
  name: string;
  phase: string;
  proposed: Category;
  points: number;
  indicators: readonly IndicatorResult[];
}

/** A decision of the round. */
export interface RoundDecision extends Decision {
  id: string;
  by: string;
  reason: string | null;
}

/** What people said and decided about a school, as the panel reads it. */
export interface Heard {
  /** The newest decision from before the round. */
  earlier: (Decision & { asAt: string }) | null;
  decision: RoundDecision | null;
  /** Comments since the earlier decision. */
  comments: readonly RecordedComment[];
  /** The newest answer since the earlier decision. */
  answer: RecordedAnswer | null;
}

/** One school on the agenda of a panel. */
export interface AgendaEntry extends Heard {
  item: RoundItem;
  call: Call;
  /** Sentences why the call is taken one by one; empty for a clear one. */
  closeBecause: readonly string[];
  /** The greater, the earlier on the agenda. */
  order: number;
}

const NOTHING: Heard = { earlier: null, decision: null, comments: [], answer: null };

/**
 * The agenda: every school of the round, the closest and least certain call first. A school's place is the weighted sum
 *
 *     chance of another category + nearness of a line (1 on it, 0 at the policy's distance or further) + share missing
 *       + 1 if the earlier decision differs from what is proposed + 1 if the school disagreed, asked for a conversation or commented
 *
 * with the policy's weights; equal ones by URN. The order depends on nothing but its arguments.
 */
export function agendaOf(
  items: readonly RoundItem[],
  heard: ReadonlyMap<number, Heard>,
  need: NeedPolicy,
  round: RoundPolicy,
): AgendaEntry[] {
  return items
    .map((item) => entryOf(item, heard.get(item.urn) ?? NOTHING, need, round))
    .toSorted((a, b) => b.order - a.order || a.item.urn - b.item.urn);
}

function entryOf(item: RoundItem, heard: Heard, need: NeedPolicy, { close, weights }: RoundPolicy): AgendaEntry {
  const call = callOf(item.indicators, need);
  const nearness = call.line === null ? 0 : Math.max(0, 1 - call.line.distance / (close.points + 1));
  const differs = heard.earlier !== null && heard.earlier.category !== item.proposed;
  const spoke = heard.comments.some(({ fromSchool }) => fromSchool) || disagrees(heard.answer);
  const order =
    weights.chance * call.chanceOfOther +
    weights.line * nearness +
    weights.missing * call.missingShare +
    (differs ? weights.earlierDecision : 0) +
    (spoke ? weights.schoolSpoke : 0);
  const closeBecause = [
    ...(close.categories.includes(item.proposed) ? [`category ${item.proposed} is always talked about`] : []),
    ...(call.chanceOfOther >= close.chance ? ['figures that are in doubt could make it another category'] : []),
    ...(call.line !== null && call.line.distance <= close.points ? ['its points lie at a line'] : []),
    ...(call.missingShare >= close.missing ? ['much about it is not known'] : []),
    ...(differs ? [`it was decided as ${heard.earlier!.category} before`] : []),
    ...(spoke ? ['the school has something to say'] : []),
  ];
  return { ...heard, item, call, closeBecause, order };
}

function disagrees(answer: RecordedAnswer | null): boolean {
  return answer !== null && answer.stance !== 'agree';
}

/** The agenda in its three parts: what is decided one by one, what can be confirmed in one go, and what is decided. */
export function partsOf(agenda: readonly AgendaEntry[]): {
  close: AgendaEntry[];
  clear: AgendaEntry[];
  decided: AgendaEntry[];
} {
  const waiting = agenda.filter(({ decision }) => decision === null);
  return {
    close: waiting.filter(({ closeBecause }) => closeBecause.length > 0),
    clear: waiting.filter(({ closeBecause }) => closeBecause.length === 0),
    decided: agenda.filter(({ decision }) => decision !== null),
  };
}
