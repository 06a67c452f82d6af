import type { PlanFigures, WeightEffect, WeightsEffect } from './weights-effect.ts';
import { listed } from '../../../need/rules/wording.ts';
import { counted, sentence } from './words.ts';

/** "at half", "at double": how a weight was changed. */
export function factorWords(factor: number): string {
  return factor === 0.5 ? 'at half' : factor === 2 ? 'at double' : `times ${factor}`;
}

/** What one weight does, in a sentence. */
export function effectWords({ on, factor, changed, plan }: WeightEffect, now: PlanFigures): string {
  const what = `${on} ${factorWords(factor)}`;
  if (changed === 0) return `${what}: the same pairs.`;
  const covered = plan.covered - now.covered;
  const minutes = plan.minutes - now.minutes;
  const parts = [
    `${counted(changed, 'pair')} changed`,
    ...(covered === 0
      ? []
      : [`${counted(Math.abs(covered), 'school')} ${covered > 0 ? 'more' : 'fewer'} with a leader`]),
    minutes === 0
      ? 'as many minutes of travel'
      : `${counted(Math.abs(minutes), 'minute')} ${minutes > 0 ? 'more' : 'less'} of travel one way in all`,
  ];
  const unproved = plan.provedOptimal ? '' : ' (a plan not proved best, so another may change less)';
  return `${what}: ${listed(parts)}${unproved}.`;
}

/** The answer in one sentence: what the plan hangs on. */
export function weightsWords({ effects, idle }: WeightsEffect): string[] {
  const most = effects.toSorted((a, b) => b.changed - a.changed)[0];
  const first =
    most === undefined || most.changed === 0
      ? 'No weight, at half or at double, changes a single pair of this plan.'
      : `The plan hangs most on this weight: ${most.on.charAt(0).toLowerCase()}${most.on.slice(1)}. Taken ${factorWords(most.factor)}, it changes ${counted(most.changed, 'pair')}.`;
  if (idle.length === 0) return [first];
  const names = listed(idle.map((label) => label.charAt(0).toLowerCase() + label.slice(1)));
  return [first, `${sentence(names)} ${idle.length === 1 ? 'has' : 'have'} no part in this plan.`];
}
