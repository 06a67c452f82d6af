import { LEAD, fieldOf, roleOf } from '../../leaders/rules/support-policy.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { type Interest, type Leader, type Need } from './sides.ts';
import { fieldsGiven } from './support-policy.ts';
import { type Journey, placeOf } from './travel.ts';

/** Why a leader cannot meet a need, whatever it costs; in the order in which they are looked for. */
const OBSTACLES = [
  'no known place',
  'too far',
  'same school',
  'not a head',
  'not in the field',
  'other phase',
  'same trust',
  'same federation',
  'declared interest',
  'home in need',
  'home at risk',
  'release refused',
  'not available',
  'beyond own limit',
  'too near',
] as const;

export type Obstacle = (typeof OBSTACLES)[number];

type Check = (need: Need, leader: Leader, policy: PlanPolicy, journey: Journey | null) => boolean;

/** `journey` is null when either place is not known: then nothing is said of distances. */
const CHECKS: Readonly<Record<Obstacle, Check>> = {
  'no known place': ({ school }, leader) => placeOf(school) === null || placeOf(leader.school) === null,
  'too far': ({ school }, _leader, { phases }, journey) => {
    const { furthestKm, furthestMinutes = Number.POSITIVE_INFINITY } = phases[school.phaseGroup];
    return journey !== null && (journey.km > furthestKm || journey.minutes > furthestMinutes);
  },
  'same school': ({ school }, leader) => school.urn === leader.school.urn,
  'not a head': ({ support: asked }, { role }, { support }) => asked === LEAD && roleOf(support, role)?.leads !== true,
  'not in the field': ({ support: asked }, leader, { support }) =>
    asked !== LEAD && !fieldsGiven(support, leader).includes(asked),
  'other phase': ({ support: asked, school }, leader, { support }) =>
    school.phaseGroup !== leader.school.phaseGroup &&
    (asked === LEAD || fieldOf(support, asked)?.acrossPhases !== true),
  'same trust': ({ school }, leader) => school.trustUid !== null && school.trustUid === leader.school.trustUid,
  'same federation': ({ school }, leader) =>
    school.federationUid !== null && school.federationUid === leader.school.federationUid,
  'declared interest': (need, leader) => interestIn(need, leader) !== undefined,
  'home in need': (_need, { homeRisk }) => homeRisk === 'in need',
  'home at risk': (_need, { homeRisk, lendingOverride }) => homeRisk === 'at risk' && lendingOverride === null,
  'release refused': (_need, { released }) => released === false,
  'not available': (need, leader) =>
    (need.to !== null && leader.from !== null && leader.from > need.to) ||
    (need.from !== null && leader.to !== null && leader.to < need.from),
  'beyond own limit': (_need, { furthestMinutes }, _policy, journey) =>
    journey !== null && furthestMinutes !== null && journey.minutes > furthestMinutes,
  'too near': ({ confidentialKm }, _leader, _policy, journey) =>
    journey !== null && confidentialKm !== null && journey.km < confidentialKm,
};

/** The first interest of a leader in the school of a need, or in its trust or federation. */
export function interestIn(
  { school }: Pick<Need, 'school'>,
  { interests }: Pick<Leader, 'interests'>,
): Interest | undefined {
  return interests.find(
    ({ urn, trustUid }) =>
      urn === school.urn || (trustUid !== null && (trustUid === school.trustUid || trustUid === school.federationUid)),
  );
}

/** The first obstacle between a need and a leader, or null when they can be a pair. */
export function obstacleBetween(
  need: Need,
  leader: Leader,
  policy: PlanPolicy,
  journey: Journey | null,
): Obstacle | null {
  return OBSTACLES.find((code) => CHECKS[code](need, leader, policy, journey)) ?? null;
}

/** Every obstacle between a need and a leader: all of them must be mended before they can be a pair. */
export function obstaclesBetween(need: Need, leader: Leader, policy: PlanPolicy, journey: Journey | null): Obstacle[] {
  return OBSTACLES.filter((code) => CHECKS[code](need, leader, policy, journey));
}
