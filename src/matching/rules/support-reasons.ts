import { LEAD, fieldOf, roleOf } from '../../leaders/rules/support-policy.ts';
import { needAsks } from './need-asks.ts';
import { listed } from '../../need/rules/wording.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { type Leader, type Need } from './sides.ts';
import { fieldsGiven } from './support-policy.ts';

/** Reasons for a pair that people told, not published data: fields, earlier work together, impact, release. None for what is not known. */
export function supportReasons(need: Need, leader: Leader, policy: PlanPolicy): string[] {
  const { support } = policy;
  const given = fieldsGiven(support, leader);
  const met = needAsks(need, policy).fields.filter((field) => given.includes(field));
  const names = listed(met.map((field) => fieldOf(support, field)?.label ?? field));
  const role = roleOf(support, leader.role)?.label ?? leader.role;
  return [
    ...(met.length === 0
      ? []
      : [need.support === LEAD ? `Gives what is asked for by what fails: ${names}.` : `A ${role} who gives ${names}.`]),
    ...(need.earlierHomes.includes(leader.school.urn)
      ? [`${leader.school.name} has worked with ${need.school.name} before.`]
      : []),
    ...(leader.impact === null
      ? []
      : [`Evidence of past impact: ${Number(leader.impact.toFixed(2))}, where 1 is the most.`]),
    ...(leader.released === true ? [`${leader.school.name} has agreed to release the leader.`] : []),
  ];
}
