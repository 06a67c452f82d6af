import { dayText } from '../figure-words.ts';
import { nameOf } from './head-sighting.ts';
import type { Headship } from './headships.ts';
import type { HeadshipTold } from './school-headships.ts';

/** Who headed: "Karen Canham (co-head)". */
export function headWords({ person, roles }: Pick<Headship, 'person' | 'roles'>): string {
  if (person === null) return 'Nobody: the post was vacant';
  return roles.length === 0 ? nameOf(person) : `${nameOf(person)} (${roles.join(', ')})`;
}

/** When a headship began: "after 30 June 2019 and by 1 October 2019". `day` writes an ISO date. */
export function beganWords({ began, firstSeen }: Headship, day = dayText): string {
  return began === null ? `by ${day(firstSeen)}` : between(began.notBefore, began.notAfter, day);
}

/** When a headship ended: "after 1 October 2019 and by 30 September 2020", or that the last extract still has it. */
export function endedWords({ ended, lastSeen }: Headship, day = dayText): string {
  return ended === null ? `still named on ${day(lastSeen)}` : between(ended.notBefore, ended.notAfter, day);
}

/** How surely the headship began as a new one, with the reason; and whether it is the head's first. */
export function beginningWords({ began, first }: HeadshipTold): string {
  if (began === null) return 'The first extract held here has it already.';
  const sure = { certain: 'Certain', likely: 'Likely', unclear: 'Unclear' }[began.class];
  const words = [`${sure}. ${began.reason}`];
  if (first?.answer === 'seen before') words.push(`Not a first headship, by name: ${lowerFirst(first.reason)}`);
  if (first?.answer === 'not seen before') words.push('No earlier extract held here names them as a head.');
  return words.join(' ');
}

function between(notBefore: string | null, notAfter: string | null, day: (iso: string) => string): string {
  const bounds = [notBefore && `after ${day(notBefore)}`, notAfter && `by ${day(notAfter)}`];
  return bounds.filter(Boolean).join(' and ');
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
