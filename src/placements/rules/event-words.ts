import { dayText } from '../../schools/rules/figure-words.ts';
import type { PlacementEvent } from './event.ts';
import { MOVE_WORDS, PART_WORDS, STATE_TAGS } from './state-words.ts';
import type { MoveName } from './states.ts';

/** Deeds that are no moves, in words; each part of the room adds its own. */
const DEEDS: Readonly<Record<string, string>> = {
  ask: 'asked for help',
  edit: 'changed what the placement says',
  'money.adjust': 'put the days delivered right',
  'money.request': 'asked for an order, invoice or credit note',
  'money.approve': 'approved an order, invoice or credit note',
  'money.refuse': 'refused an order, invoice or credit note',
  'money.withdraw': 'took back an order, invoice or credit note that was asked for',
  'money.pay': 'recorded a payment',
  'money.unpay': 'undid a payment that was recorded',
  'money.charge': 'changed the budget that it is charged to',
  'money.flow': 'changed who bills whom',
  'action.add': 'put an action into the plan',
  'action.change': 'changed an action',
  'action.state': 'said how far an action is',
  'visit.plan': 'planned a visit',
  'visit.move': 'changed a planned visit',
  'visit.cancel': 'cancelled a visit',
  'visit.held': 'said that a visit was held',
  'visit.not-held': 'said that a visit was not held',
  'visit.undo': 'took back what was said of a visit',
  'visit.school-part': 'said the school’s part before a visit',
  'note.send': 'sent a note of visit',
  'note.confirm': 'confirmed the facts of a note of visit',
  'note.dispute': 'said what is wrong in a note of visit',
  'note.answer': 'answered what was disputed in a note of visit',
  'note.moderate': 'moderated a note of visit',
  'training.arrange': 'arranged training',
  'training.change': 'changed arranged training',
  'training.held': 'said that training was held',
  'training.cancel': 'cancelled training',
  'progress.enter': 'entered how an objective stands',
  'progress.disagree': 'disagreed with an entry on an objective',
  'concern.raise': 'raised a concern',
  'concern.answered': 'answered a concern',
  'concern.escalated': 'escalated a concern to the service',
  'concern.approved': 'approved the escalation of a concern',
  'concern.not-approved': 'did not approve the escalation of a concern',
  'concern.power': 'recorded what the service did about a concern',
  'concern.lifted': 'lifted a concern',
  'concern.closed': 'closed a concern',
  'agreement.meeting': 'noted the contracting meeting',
  'agreement.begin': 'began a draft of the agreement',
  'agreement.edit': 'changed the draft of the agreement',
  'agreement.discard': 'discarded the draft of the agreement',
  'agreement.send': 'sent a new version of the agreement out for signature',
  'agreement.sign': 'signed the agreement',
  'agreement.settle': 'completed the signatures of a new version of the agreement',
  'review.begin': 'began a review',
  'review.answer': 'answered in the review',
  'review.record': 'recorded the review',
  'review.delete': 'deleted a review that was not recorded',
  'evaluation.send': 'sent the evaluation',
  'reflection.send': 'sent the reflection',
  'impact.note': 'noted what an objective came to',
  'follow-up.note': 'noted a follow-up',
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
  const version = typeof detail.agreement === 'number' ? ` (version ${detail.agreement} of the agreement)` : '';
  const on = typeof detail.on === 'string' ? `, on ${dayText(detail.on)}` : '';
  return `${who} ${what}${changed}${version}${on}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
