import { fieldOf, roleOf } from '../../leaders/rules/support-policy.ts';
import { listed } from '../../need/rules/wording.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { journeyBetween } from './pairing.ts';
import { interestIn, type Obstacle } from './obstacles.ts';
import type { PlanPolicy } from './plan-policy.ts';
import type { InterestKind, Leader, Need } from './sides.ts';
import { minutesWords } from './travel/journey-words.ts';
import { fieldsGiven, supportWords } from './support-policy.ts';
import { type Journey, placeOf } from './travel.ts';

/** An obstacle in words that both heads could read, and what would mend it. */
export interface ObstacleWords {
  sentence: string;
  mend: string;
}

const NOTHING = 'Nothing in this plan: choose somebody else.';

/** Says of a need and a leader why they cannot be a pair. `forbidden` is a person's decision of the round. */
export function obstacleWords(
  obstacle: Obstacle | 'forbidden',
  need: Need,
  leader: Leader,
  policy: PlanPolicy,
): ObstacleWords {
  const journey = journeyBetween(need, leader, policy);
  return WORDS[obstacle](need, leader, policy, journey ?? { km: Number.NaN, minutes: Number.NaN });
}

type Say = (need: Need, leader: Leader, policy: PlanPolicy, journey: Pick<Journey, 'km' | 'minutes'>) => ObstacleWords;

const WORDS: Readonly<Record<Obstacle | 'forbidden', Say>> = {
  'no known place': ({ school }, leader) => {
    const lost = [school, leader.school].filter((one) => placeOf(one) === null).map(({ name }) => name);
    return {
      sentence: `Where to find ${listed(lost)} is not published, so no journey can be measured.`,
      mend: 'Import a register that gives the place.',
    };
  },
  'too far': ({ school }, leader, { phases }, { km, minutes }) => {
    const { furthestKm, furthestMinutes } = phases[school.phaseGroup];
    const isLong = furthestMinutes !== undefined && !(km > furthestKm);
    const most = isLong ? `${furthestMinutes} minutes` : `${furthestKm} km`;
    const how = isLong
      ? `about ${minutesWords(minutes)} by road from ${leader.school.name}`
      : `${km.toFixed(1)} km from ${leader.school.name} in a straight line`;
    return {
      sentence: `${school.name} is ${how}, and nobody is asked to help a ${school.phaseGroup} school more than ${most} away.`,
      mend: `A policy that allows more than ${most}.`,
    };
  },
  'same school': ({ school }) => ({
    sentence: `${school.name} is the leader's own school.`,
    mend: NOTHING,
  }),
  'not a head': (_need, { role }, { support }) => ({
    sentence: `The school needs a lead head, and a ${roleOf(support, role)?.label ?? role} is not one.`,
    mend: 'Ask this leader for a specialist need, or record a role that leads.',
  }),
  'not in the field': ({ support: asked }, leader, { support }) => {
    const given = fieldsGiven(support, leader).map((field) => fieldOf(support, field)?.label ?? field);
    const own =
      given.length === 0 ? 'no field is recorded of the leader' : `the leader gives only: ${given.join('; ')}`;
    return {
      sentence: `The school needs ${supportWords(support, asked)}, and ${own}.`,
      mend: `If the leader does give ${fieldOf(support, asked)?.label ?? asked}, record the field with its evidence.`,
    };
  },
  'other phase': ({ school }, leader) => ({
    sentence: `${school.name} is a ${school.phaseGroup} school and ${leader.school.name} a ${leader.school.phaseGroup} one.`,
    mend: `Choose a leader from a ${school.phaseGroup} school.`,
  }),
  'same trust': ({ school }, leader) => ({
    sentence: `${school.name} and ${leader.school.name} are both in ${school.trustName ?? 'one trust'}.`,
    mend: 'Help within a trust is for the trust itself to arrange: choose somebody from outside it.',
  }),
  'same federation': ({ school }, leader) => ({
    sentence: `${school.name} and ${leader.school.name} are in one federation.`,
    mend: 'Help within a federation is for its board to arrange: choose somebody from outside it.',
  }),
  'declared interest': (need, leader) => {
    const { kind, trustUid } = interestIn(need, leader)!;
    const where = trustUid === null ? need.school.name : `the trust or federation of ${need.school.name}`;
    return {
      sentence: `The leader ${INTEREST_WORDS[kind]} ${where}, so the two are not independent of each other.`,
      mend: 'Choose somebody else; if the interest has ended, have its declaration withdrawn.',
    };
  },
  'home in need': (_need, leader) => ({
    sentence: `${leader.school.name} is in need of help itself and keeps its own leaders.`,
    mend: 'Nothing until its own need has passed: choose somebody else.',
  }),
  'home at risk': (_need, leader) => ({
    sentence: `${leader.school.name} is at risk, and lends a leader only where a named person records why it can.`,
    mend: 'Record an override with its reason, once its head or board has agreed.',
  }),
  'release refused': (_need, leader) => ({
    sentence: `${leader.school.name} has said that it cannot release the leader.`,
    mend: 'Ask again when its reason has passed, and record the answer.',
  }),
  'not available': (need, leader) => ({
    sentence: `Help is to start ${spanWords(need)}, and the leader is available ${spanWords(leader)}.`,
    mend: 'Move the days on which help can start, or ask the leader for other days.',
  }),
  'beyond own limit': ({ school }, { furthestMinutes }, _policy, { minutes }) => ({
    sentence: `${school.name} is about ${Math.ceil(minutes)} minutes away one way, and the leader agreed to ${furthestMinutes}.`,
    mend: `Ask the leader whether ${Math.ceil(minutes)} minutes would do, and record the answer.`,
  }),
  'too near': ({ school, confidentialKm }, leader, _policy, { km }) => ({
    sentence: `${leader.school.name} is ${km.toFixed(1)} km away, and ${school.name} asked for nobody from nearer than ${confidentialKm} km, so that what is said stays confidential.`,
    mend: 'Ask the school whether a smaller distance would do, or choose somebody from further away.',
  }),
  forbidden: ({ school }, leader) => ({
    sentence: `It was decided in this round not to put ${school.name} and the leader from ${leader.school.name} together.`,
    mend: 'Undo that decision, with a reason.',
  }),
};

const INTEREST_WORDS: Readonly<Record<InterestKind, string>> = {
  trust: 'belongs to',
  adviser: 'advises on or for',
  inspector: 'inspects',
  reviewer: 'reviews',
  sponsor: 'has ties to the sponsor of',
  governor: 'is a governor or trustee of',
  employment: 'has worked for, or is to work for,',
  family: 'has family at',
  business: 'does business with',
  other: 'has declared an interest in',
};

/** "from 4 January 2027 to 31 March 2027"; "at any time" when open on both sides. */
function spanWords({ from, to }: { from: string | null; to: string | null }): string {
  const parts = [...(from === null ? [] : [`from ${dayText(from)}`]), ...(to === null ? [] : [`to ${dayText(to)}`])];
  return parts.length === 0 ? 'at any time' : parts.join(' ');
}
