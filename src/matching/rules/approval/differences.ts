import type { PutPair } from './pair.ts';

/** What somebody approves for a need. */
export interface Choice {
  leaderKey: string;
  leader: string;
  days: number;
}

/** In what an approved pair differs from the one proposed, each in a sentence; empty when it does not. Null: nobody was proposed. */
export function differencesFrom(
  proposed: Pick<PutPair, 'leaderKey' | 'leader' | 'days'> | null,
  choice: Choice,
): string[] {
  const different: string[] = [];
  if (proposed === null) return [`${choice.leader}, where nobody was proposed.`];
  if (proposed.leaderKey !== choice.leaderKey) different.push(`${choice.leader} instead of ${proposed.leader}.`);
  if (proposed.days !== choice.days) different.push(`${choice.days} days instead of ${proposed.days}.`);
  return different;
}

/** How a line of a new plan stands to what is approved. */
export type Against = 'new' | 'same' | 'other days' | 'other leader' | 'ends' | 'nobody';

export const AGAINST_WORDS: Record<Against, string> = {
  new: 'New',
  same: 'Stands as approved',
  'other days': 'Stands, with other days',
  'other leader': 'Moves to another leader',
  ends: 'Would end: this plan has nobody',
  nobody: 'Nobody',
};

/** Compares one line of a plan with the pair that stands for its need, if any. */
export function against(
  line: { leaderKey: string | null; days: number },
  standing: { leaderKey: string; days: number } | undefined,
): Against {
  if (standing === undefined) return line.leaderKey === null ? 'nobody' : 'new';
  if (line.leaderKey === null) return 'ends';
  if (line.leaderKey !== standing.leaderKey) return 'other leader';
  return line.days === standing.days ? 'same' : 'other days';
}
