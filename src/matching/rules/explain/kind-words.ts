import { LEAD, type SupportPolicy, fieldOf } from '../../../leaders/rules/support-policy.ts';
import type { Kind } from './imagined.ts';

/** Names a kind of leader: "primary head", "secondary specialist in maths". */
export type KindName = (kind: Kind) => string;

/** Names kinds of leader by the fields of a policy. */
export function kindName(policy: SupportPolicy): KindName {
  return ({ phase, support }) =>
    support === LEAD ? `${phase} head` : `${phase} specialist in ${fieldOf(policy, support)?.label ?? support}`;
}
