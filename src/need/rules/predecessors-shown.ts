import type { CountsInherited } from '../../schools/rules/inherited.ts';
import type { Ancestor } from '../../schools/rules/lineage.ts';
import type { LineagePolicy } from '../../schools/rules/lineage-policy.ts';

/** A school that another came from, with what its record is to the other's need. */
export interface PredecessorShown extends Ancestor {
  /** Whether anything of its record counts, where the school has none of its own. */
  counted: boolean;
  /** Why it does not count, in words; null when it does. */
  because: string | null;
}

/** Which predecessors' records a need policy counts under a lineage policy, and why not the others'. */
export function predecessorsShown(
  ancestors: readonly Ancestor[],
  { kinds }: Pick<LineagePolicy, 'kinds'>,
  rule: CountsInherited | undefined,
): PredecessorShown[] {
  return ancestors.map((ancestor) => {
    const { results, inspections } = kinds[ancestor.kind];
    const counted =
      ancestor.until !== null &&
      ((rule?.results === true && results === 'judged') || (rule?.inspections === true && inspections === 'judged'));
    return { ...ancestor, counted, because: counted ? null : whyNot(ancestor) };
  });
}

function whyNot({ kind, why }: Ancestor): string {
  if (kind === 'merger') return 'it was one of several schools that became one';
  if (kind === 'split') return 'it became several schools';
  return kind === 'doubtful' ? `the links are in doubt: ${why}` : 'the policy does not count it';
}
