import { type Decision, decisionWords } from '../rules/decision.ts';
import type { Category } from '../rules/need-policy.ts';

/** Beside a category: whether a person confirmed or changed it, in which role and when. */
export function DecisionNote({ decision, computed }: { decision: Decision | null; computed: Category }) {
  return <small>{decision === null ? 'not yet confirmed' : decisionWords(decision, computed)}</small>;
}
