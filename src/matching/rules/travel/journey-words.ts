import { listed } from '../../../need/rules/wording.ts';
import type { Journey, TravelKind } from '../travel.ts';

/** Each kind of travel as it is named to people. */
export const TRAVEL_NAMES: Readonly<Record<TravelKind, string>> = {
  'straight line': 'straight line',
  estimate: 'estimate',
  osrm: 'OSRM',
  valhalla: 'Valhalla',
};

/** "12.3 km away in a straight line, about 62 minutes by road, by the Humber Bridge (an estimate)." */
export function journeySentence({ km, minutes, how, roadKm, by, ferry }: Journey): string {
  const time = `about ${minutesWords(minutes)} by road${ferry ? ' and ferry' : ''}`;
  const way = by.length === 0 ? '' : `, by ${listed(by)}`;
  const road = roadKm === null ? '' : `${roadKm.toFixed(1)} km and `;
  const source = how === 'osrm' || how === 'valhalla' ? TRAVEL_NAMES[how] : 'an estimate';
  return `${km.toFixed(1)} km away in a straight line, ${road}${time}${way} (${source}).`;
}

/** "24 minutes": whole, and never none. */
export function minutesWords(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  return `${whole} minute${whole === 1 ? '' : 's'}`;
}
