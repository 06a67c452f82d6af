import type { PlacementEvent } from './event.ts';
import { MOVE_WORDS, PART_WORDS, STATE_TAGS } from './state-words.ts';
import type { MoveName } from './states.ts';

/** Deeds that are no moves, in words; each part of the room adds its own. */
const DEEDS: Readonly<Record<string, string>> = {
  ask: 'asked for help',
  edit: 'changed what the placement says',
  'begin-from-round': 'began it from a pair that a planning round approved',
  triage: 'wrote down how the request is weighed',
  'short-list': 'put a leader on the short list',
  'short-list.remove': 'took a leader off the short list',
  'interests.note': 'wrote down what was said about interests',
  'interests.decide': 'decided on a declared interest',
  'offer.accept': 'said yes to the offer',
  'offer.conditions': 'said yes to the offer, with conditions',
  'offer.counter': 'offered other days or dates',
  'offer.undecided': 'asked for more time to answer the offer',
  'offer.agree': 'agreed to what was asked for',
  'offer.refuse': 'did not agree to what was asked for',
  object: 'objected to the leader',
  'object.answer': 'answered the objection to the leader',
};

/** "A. Day (the service) moved it from Requested to Triage: Begin triage." */
export function deedText(event: PlacementEvent): string {
  const { deed, from, to, part, by, detail } = event;
  const who = by === null ? capital(PART_WORDS[part]) : `${by} (${PART_WORDS[part]})`;
  const what =
    from !== null && to !== null
      ? `moved it from ${STATE_TAGS[from].text} to ${STATE_TAGS[to].text}${deed in MOVE_WORDS ? ` (${MOVE_WORDS[deed as MoveName]})` : ''}`
      : (DEEDS[deed] ?? deed);
  const changed = Array.isArray(detail.changed) ? `: ${detail.changed.join(', ')}` : '';
  return `${who} ${what}${changed}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
