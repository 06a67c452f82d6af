import type { Obstacle } from '../pairing.ts';
import { kilometres, placeOf } from '../travel.ts';
import type { Leader, Need } from '../sides.ts';
import type { Ground } from './ground.ts';
import { counted } from './words.ts';

/** Why two can be no pair, and what would mend it where something would, in sentences. */
export function leftOutBecause(
  { policy }: Pick<Ground, 'policy'>,
  need: Need,
  leader: Leader,
  obstacle: Obstacle | 'days',
): string {
  const { school } = need;
  const home = leader.school;
  const words: Record<Obstacle | 'days', () => string> = {
    days: () =>
      leader.mostSchools < 1
        ? `The leader from ${home.name} takes no school in this plan. They could, if they took one.`
        : `${school.name} needs ${counted(need.days, 'day')} and the leader from ${home.name} has ${leader.days || 'none'}. ${sentenceOfDays(need.days - leader.days)}`,
    'same school': () => `${home.name} is the school that needs help: its leader comes from elsewhere.`,
    'other phase': () =>
      `${home.name} is a ${home.phaseGroup} school and ${school.name} a ${school.phaseGroup} one. A leader helps in their own phase; nothing in a plan mends that.`,
    'same trust': () =>
      `Both schools are of one trust (${home.trustName ?? 'number ' + home.trustUid}), which helps its own schools itself. A leader from outside it can be asked.`,
    'same federation': () =>
      'Both schools are of one federation, which helps its own schools itself. A leader from outside it can be asked.',
    'no known place': () =>
      `The place of ${school.easting === null ? school.name : home.name} is not published, so no distance can be measured. The register's next extract may give it.`,
    'too far': () => {
      const [from, to] = [placeOf(home)!, placeOf(school)!];
      const limit = policy.phases[school.phaseGroup].furthestKm;
      const km = kilometres(from, to);
      return `It is ${km.toFixed(1)} km from ${home.name}, and the plan goes to ${limit} km at most for a ${school.phaseGroup} school. They could be a pair if the limit were ${Math.ceil(km)} km.`;
    },
  };
  return words[obstacle]();
}

function sentenceOfDays(short: number): string {
  return `They could be a pair with ${counted(short, 'day')} more.`;
}
