import type { Field } from '../../../leaders/rules/support-policy.ts';
import type { Interest, Leader, Need } from '../sides.ts';

/** What people decide in a planning round. Every one has a reason, is added to the list, and can be undone. */
export type DecisionKind =
  | 'lock'
  | 'forbid'
  | 'leave out'
  | 'change need'
  | 'add need'
  | 'set days'
  | 'change leader'
  | 'add leader'
  | 'withdraw leader'
  | 'override lender'
  | 'take forward';

/** What may be changed of a need. */
export type NeedChange = Partial<Pick<Need, 'days' | 'from' | 'to' | 'confidentialKm'>>;

/** What may be changed of a leader, besides the days. */
export interface LeaderChange {
  mostSchools?: number;
  fields?: readonly Field[];
  furthestMinutes?: number | null;
  released?: boolean | null;
  from?: string | null;
  to?: string | null;
  interests?: readonly Interest[];
  pencePerDay?: number | null;
}

type Named<K extends DecisionKind, L, N, V> = { kind: K; leaderKey: L; needKey: N; value: V };
type Nothing = Record<string, never>;

/** A decision without who, when and why. Needs and leaders are named by their keys. */
export type DecisionContent =
  | Named<'lock', string, string, Nothing>
  | Named<'forbid', string, string, Nothing>
  | Named<'leave out', null, string, Nothing>
  | Named<'change need', null, string, NeedChange>
  | Named<'add need', null, string, { need: Need }>
  | Named<'set days', string, null, { days: number }>
  | Named<'change leader', string, null, LeaderChange>
  | Named<'add leader', string, null, { leader: Leader }>
  | Named<'withdraw leader', string, null, Nothing>
  | Named<'override lender', string, null, Nothing>
  | Named<'take forward', null, null, { proposalId: string }>;

/** A decision as the list holds it. */
export type RoundDecision = DecisionContent & {
  id: string;
  /** Null: of the whole round. */
  scenarioId: string | null;
  reason: string;
  by: string;
  role: string;
  /** ISO moment. */
  at: string;
  undone: { by: string; role: string; at: string; why: string | null } | null;
};

/** The decisions that count in a scenario: those of the whole round and its own that are not undone, the oldest first. */
export function inForce(decisions: readonly RoundDecision[], scenarioId: string): RoundDecision[] {
  return decisions.filter(
    (decision) => decision.undone === null && (decision.scenarioId === null || decision.scenarioId === scenarioId),
  );
}

/** The newest standing decision on which proposal is taken forward; null where none is. */
export function takenForward(decisions: readonly RoundDecision[]): (RoundDecision & { kind: 'take forward' }) | null {
  return (
    decisions.findLast(
      (decision): decision is RoundDecision & { kind: 'take forward' } =>
        decision.kind === 'take forward' && decision.undone === null,
    ) ?? null
  );
}

export const KIND_WORDS: Record<DecisionKind, string> = {
  lock: 'Pair locked',
  forbid: 'Pair forbidden',
  'leave out': 'Need left out',
  'change need': 'Need changed',
  'add need': 'Need added',
  'set days': 'Days set',
  'change leader': 'Leader changed',
  'add leader': 'Leader added',
  'withdraw leader': 'Leader withdrawn',
  'override lender': 'Lending overridden',
  'take forward': 'Proposal taken forward',
};
