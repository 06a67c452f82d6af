import { against } from './differences.ts';
import type { PutLine } from './pair.ts';
import type { ApprovedLine } from './standing.ts';

/**
 * Whether nothing of a plan that was put forward waits for approval: every line stands as it says, or somebody decided on its need after
 * the plan was put forward.
 */
export function isSettled(
  { at, lines }: { at: string; lines: readonly { line: PutLine }[] },
  approved: readonly ApprovedLine[],
  standing: readonly (ApprovedLine & { leaderKey: string })[],
): boolean {
  const stands = new Map(standing.map((one) => [one.needKey, one]));
  const decidedAt = new Map(approved.map((one) => [one.needKey, one.at]));
  return lines.every(({ line }) => {
    const said = against(line, stands.get(line.needKey));
    return said === 'same' || said === 'nobody' || (decidedAt.get(line.needKey) ?? '') > at;
  });
}
