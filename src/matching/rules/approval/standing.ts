import type { PutPair } from './pair.ts';

/** A line of the list of approved pairs. Lines are added and never changed: the newest of a need counts. */
export interface ApprovedLine {
  needKey: string;
  /** Null: it was approved that the need's pair ends. */
  leaderKey: string | null;
  /** As approved, which may differ from what was proposed. */
  days: number;
  /** ISO moment. */
  at: string;
}

/** What can happen after approval, and what it says it is about. */
export const CHANGE_KINDS = ['leader withdraws', 'release withdrawn', 'school closes', 'urgent need'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_WORDS: Record<ChangeKind, string> = {
  'leader withdraws': 'A leader withdraws',
  'release withdrawn': 'A home school withdraws the release of its leader',
  'school closes': 'A school closes',
  'urgent need': 'A new urgent need',
};

/** Something that happened after approval. */
export interface Change {
  kind: ChangeKind;
  /** Of the leader who goes, or whose release is withdrawn. */
  leaderKey: string | null;
  /** Of the school that closes or has the urgent need. */
  urn: number | null;
  /** Of the urgent need. */
  needKey: string | null;
  /** ISO day on which it happened. */
  on: string;
  reason: string;
  /** ISO moment of its being written down. */
  at: string;
}

/** Whether a change ends a pair, by what it is about. That it came after the approval is the caller's to see. */
export function ends(
  { kind, leaderKey, urn }: Pick<Change, 'kind' | 'leaderKey' | 'urn'>,
  pair: { leaderKey: string; supportedUrn: number; homeUrn: number },
): boolean {
  switch (kind) {
    case 'leader withdraws':
    case 'release withdrawn':
      return leaderKey === pair.leaderKey;
    case 'school closes':
      return urn === pair.supportedUrn || urn === pair.homeUrn;
    case 'urgent need':
      return false;
  }
}

/**
 * The pairs that stand: of each need the newest line, unless it ends the pair, or a change that came with it or after it did. `lines` come oldest first;
 * each with its pair, for changes name schools too.
 */
export function standingOf<Line extends ApprovedLine & { pair: Pick<PutPair, 'supported' | 'home'> }>(
  lines: readonly Line[],
  changes: readonly Change[],
): (Line & { leaderKey: string })[] {
  const newest = new Map(lines.map((line) => [line.needKey, line]));
  return [...newest.values()].filter((line): line is Line & { leaderKey: string } => {
    const { leaderKey, at, pair } = line;
    if (leaderKey === null) return false;
    const of = { leaderKey, supportedUrn: pair.supported.urn, homeUrn: pair.home.urn };
    return !changes.some((change) => change.at >= at && ends(change, of));
  });
}
