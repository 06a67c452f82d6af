import type { Leader, Need } from '../sides.ts';
import type { DecisionContent, DecisionKind } from './decision.ts';
import { pack, type Packed, unpack } from './inputs.ts';

/** A decision as its row holds it. */
export interface StoredDecision {
  kind: DecisionKind;
  leader_key: string | null;
  need_key: string | null;
  value: unknown;
}

/** A decision for its row: schools within it are packed, for JSON knows no maps. */
export function rowOfDecision({ kind, leaderKey, needKey, value }: DecisionContent): StoredDecision {
  const packed =
    'need' in value ? { need: pack(value.need) } : 'leader' in value ? { leader: pack(value.leader) } : value;
  return { kind, leader_key: leaderKey, need_key: needKey, value: packed };
}

/** A decision out of its row. Rows are written by `rowOfDecision` alone. */
export function decisionOfRow({ kind, leader_key, need_key, value }: StoredDecision): DecisionContent {
  return { kind, leaderKey: leader_key, needKey: need_key, value: unpacked(kind, value) } as DecisionContent;
}

// What retention has cleared is an empty object.
function unpacked(kind: DecisionKind, value: unknown): unknown {
  if (kind === 'add need' && 'need' in (value as object))
    return { need: unpack<Need>((value as { need: Packed<Need> }).need) };
  if (kind === 'add leader' && 'leader' in (value as object))
    return { leader: unpack<Leader>((value as { leader: Packed<Leader> }).leader) };
  return value;
}
