import { coveredWords, headOf, moveWords } from './changes.ts';
import type { KindName } from './kind-words.ts';
import type { Range } from './range.ts';
import type { Asked, Way, WaysToCover } from './ways.ts';
import { listed } from '../../../need/rules/wording.ts';
import { counted, minutesWords, rangeWords, sentence } from './words.ts';

/** What a way asks for, as a heading: "6 days more of the leader from Oak High". */
export function askedWords(asked: Asked, nameOf: KindName): string {
  switch (asked.is) {
    case 'exchange':
      return 'Nothing more: leaders change places';
    case 'days': {
      const { days, schools, leader } = asked;
      const more = [
        ...(days > 0 ? [counted(days, 'day')] : []),
        ...(schools > 0 ? [`room for ${counted(schools, 'school')}`] : []),
      ];
      return `${sentence(listed(more))} more of the leader from ${leader.name}`;
    }
    case 'journey':
      return `A longer journey: the leader from ${asked.leader.name}, ${asked.km.toFixed(1)} km away`;
    case 'override':
      return `An override for ${asked.leader.name} to lend its leader`;
    case 'leader':
      return `One more ${nameOf(asked)} in or near ${asked.near}`;
  }
}

/** A way to cover a school in sentences: what is asked, what the plan does then, and what that costs or spares. */
export function wayWords(way: Way, { need }: Pick<WaysToCover, 'need'>): string[] {
  const { asked, helper, difference, changes } = way;
  const others = changes.moves.filter(({ school }) => school.key !== need.key);
  return [
    ...askedMore(asked),
    `${need.name} would have ${headOf(helper)}.`,
    others.length === 0 ? 'No other pair changes.' : others.map(moveWords).join(' '),
    coveredWords(changes),
    differenceWords(difference),
  ];
}

function askedMore(asked: Asked): string[] {
  switch (asked.is) {
    case 'journey': {
      const { km, minutes, limitKm, ownMinutes, ferry } = asked;
      const journey = `about ${minutesWords(Math.round(minutes))} one way${ferry ? ', with a ferry' : ''}`;
      return [
        ...(km > limitKm
          ? [`The limit of ${limitKm} km would have to be ${Math.ceil(km)} km for this pair: ${journey}.`]
          : []),
        ...(ownMinutes !== null && minutes > ownMinutes
          ? [`They agreed to ${minutesWords(ownMinutes)} and would be asked for ${journey}.`]
          : []),
      ];
    }
    case 'leader': {
      const { days, nearest } = asked;
      return [
        `Counted as giving ${counted(days, 'day')}, as the middle one of the leaders here does, and as one of whom only the place is known.`,
        nearest === null
          ? 'No such leader is known of who is not at work in this plan.'
          : `The nearest such leader known, with room left in this plan, is from ${nearest.leader.name}, ${nearest.km.toFixed(1)} km away.`,
      ];
    }
    case 'override':
      return ['Its own school is at risk: a named person would have to give the reason.'];
    default:
      return [];
  }
}

/** What another plan costs beside this one: "The whole plan would cost exactly 12 minutes less." */
export function differenceWords({ least, most, exact }: Range): string {
  if (exact && least === 0) return 'The whole plan would cost the same.';
  if (least >= 0) return `The whole plan would cost ${rangeWords({ least, most, exact })} more.`;
  if (most !== null && most <= 0) {
    return `The whole plan would cost ${rangeWords({ least: -most + 0, most: -least, exact })} less.`;
  }
  return `The whole plan would cost between ${minutesWords(-least)} less and ${most === null ? 'some' : minutesWords(most)} more; which is not proved.`;
}

/** The answer in one sentence: how many ways there are and which is cheapest. */
export function waysWords({ need, ways, weight }: WaysToCover, nameOf: KindName): string {
  const best = ways[0];
  const left = `Leaving ${need.name} without a leader weighs ${minutesWords(weight)} in the plan.`;
  if (best === undefined) return `${left} None of the ways that were tested covers it.`;
  const tested = `${sentence(counted(ways.length, 'way'))} to cover it ${ways.length === 1 ? 'was' : 'were'} tested by making the plan anew.`;
  const words = askedWords(best.asked, nameOf);
  return `${left} ${tested} Cheapest for the whole plan: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
}
