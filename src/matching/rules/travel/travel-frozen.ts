import { TRAVEL_NAMES } from './journey-words.ts';
import type { TravelBasis } from './travel-basis.ts';
import { daySentence, errorOf, errorSentence } from './travel-used.ts';

/** What the minutes of a round come from, in sentences, as it is frozen: the policy, the road service with its roads, and how sure they are. */
export function travelFrozen({ policy, roads }: Pick<TravelBasis, 'policy' | 'roads'>): string[] {
  const own = policy.use === 'estimate' ? 'the estimate' : 'straight lines';
  const told = roads === null ? 0 : Object.keys(roads.times).length;
  const service =
    roads === null
      ? [`Minutes of all journeys come from ${own} of the policy “${policy.title}”: no road service is set.`]
      : [
          `${TRAVEL_NAMES[roads.provider]} gave the times by road of ${told.toLocaleString('en-GB')} journey${told === 1 ? '' : 's'} (roads: ${roads.version}).`,
          ...(roads.problem === null ? [] : [roads.problem]),
          `Other journeys, also those of leaders and needs added later, go by ${own} of the policy “${policy.title}”.`,
        ];
  return [...service, errorSentence(policy.use, errorOf({ policy })), daySentence(policy)];
}
