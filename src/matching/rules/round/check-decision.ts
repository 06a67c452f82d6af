import type { DecidedSides } from './apply-decisions.ts';
import type { DecisionContent } from './decision.ts';

/** Why a decision cannot be taken as things stand, and what would mend it. `field` is the part of the form that it is about. */
export interface DecisionProblem {
  field: 'leader' | 'need' | 'what';
  message: string;
}

/**
 * What stands against a decision by itself, given the needs, leaders and pairs as people have decided so far. Null when nothing does.
 * Whether all that is decided can be kept together is the model's to say.
 */
export function decisionProblem(decision: DecisionContent, sides: DecidedSides): DecisionProblem | null {
  const leader = sides.leaders.find(({ key }) => key === decision.leaderKey);
  const need = sides.needs.find(({ key }) => key === decision.needKey);
  const isPair = (pair: { leaderKey: string; needKey: string }) =>
    pair.leaderKey === decision.leaderKey && pair.needKey === decision.needKey;
  if (decision.kind === 'add leader')
    return leader === undefined ? null : { field: 'leader', message: `${leader.title} is in the round already` };
  if (decision.kind === 'add need')
    return need === undefined
      ? null
      : { field: 'need', message: `${need.school.name} has this need in the round already` };
  if (decision.leaderKey !== null && leader === undefined)
    return { field: 'leader', message: 'Choose a leader of this round: this one is not in it, or has withdrawn' };
  if (decision.needKey !== null && (need === undefined || sides.leftOut.includes(need.key)))
    return { field: 'need', message: 'Choose a need of this round: this one is not in it, or is left out' };
  if (decision.kind === 'lock' && sides.locks.some(isPair))
    return { field: 'what', message: 'This pair is locked already' };
  if (decision.kind === 'lock' && sides.forbids.some(isPair))
    return { field: 'what', message: 'This pair is forbidden: undo that first' };
  if (decision.kind === 'forbid' && sides.locks.some(isPair))
    return { field: 'what', message: 'This pair is locked: undo the lock first' };
  if (decision.kind === 'forbid' && sides.forbids.some(isPair))
    return { field: 'what', message: 'This pair is forbidden already' };
  if (decision.kind === 'override lender' && leader!.homeRisk !== 'at risk') {
    const { name } = leader!.school;
    const message =
      leader!.homeRisk === 'in need'
        ? `${name} is in need itself and never lends`
        : `${name} is not at risk: it lends without an override`;
    return { field: 'leader', message };
  }
  if (decision.kind === 'leave out' && sides.locks.some(({ needKey }) => needKey === decision.needKey))
    return { field: 'need', message: 'This need is locked to a leader: undo the lock first' };
  if (decision.kind === 'withdraw leader' && sides.locks.some(({ leaderKey }) => leaderKey === decision.leaderKey))
    return { field: 'leader', message: 'A need is locked to this leader: undo the lock first' };
  return null;
}
