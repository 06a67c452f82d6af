import { definePermission } from '../../access/permission.ts';
import { type Scope, scopeForLink } from '../../access/scope.ts';
import { BROKER_ROLES, SERVICES, partsMay } from '../policy.ts';

/** What of a service asks for a school, and takes over what a round approved. */
const BROKERS = { kinds: SERVICES, roles: BROKER_ROLES } as const;

export const askForHelp = definePermission({
  verb: 'placement.ask',
  title: 'ask for help for a school',
  about: 'school',
  class: 'shareable',
  who: [
    { kinds: ['school'], roles: ['headteacher'] },
    { kinds: ['governing board'], roles: ['governor or trustee'] },
  ],
});

export const askForSchool = definePermission({
  verb: 'placement.ask-for-school',
  title: 'ask for help for a school as its service, on somebody’s behalf',
  about: 'organisation',
  class: 'shareable',
  who: [BROKERS],
});

export const beginFromRound = definePermission({
  verb: 'placement.begin-from-round',
  title: 'begin the placements of pairs that a planning round approved',
  about: 'organisation',
  class: 'shareable',
  who: [BROKERS],
});

export const readTriage = definePermission({
  verb: 'placement.read-triage',
  title: 'read how a request for help is weighed',
  about: 'placement',
  class: 'triage',
  who: partsMay(['service']),
});

export const weighRequest = definePermission({
  verb: 'placement.triage',
  title: 'weigh a request for help: need, cost, focus, risk, next step',
  about: 'placement',
  class: 'triage',
  who: partsMay(['service'], BROKER_ROLES),
});

export const readOffers = definePermission({
  verb: 'placement.read-offers',
  title: 'read the short list and the offers of a placement, or of the home school its own',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service', 'leader', 'home head', 'home board']),
});

export const shortList = definePermission({
  verb: 'placement.short-list',
  title: 'put leaders on the short list of a placement, and write down what was said about interests',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], BROKER_ROLES),
});

/** Whether somebody is independent of the pair is asked of each. */
export const decideInterest = definePermission({
  verb: 'placement.decide-interest',
  title: 'decide on an interest that was declared before an offer',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], ['service lead', 'broker', 'adviser']),
});

export const replyToAnswer = definePermission({
  verb: 'placement.reply-to-answer',
  title: 'agree to conditions or a counter-offer, or not',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], BROKER_ROLES),
});

export const objectToLeader = definePermission({
  verb: 'placement.object',
  title: 'object to the leader before the first contact',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['supported head']),
});

export const answerObjection = definePermission({
  verb: 'placement.answer-objection',
  title: 'answer an objection to the leader',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], BROKER_ROLES),
});

/** Offers and releases are found by the school of whom they ask; the database shows each to whom it is addressed. */
export const answerOffers = definePermission({
  verb: 'placement.answer-offer',
  title: 'read the offers to oneself and the releases that one’s school is asked for, and answer them',
  about: 'school',
  class: 'shareable',
  who: [
    { kinds: ['school'], roles: ['headteacher', 'system leader'] },
    { kinds: ['governing board'], roles: ['governor or trustee'] },
  ],
});

export const answerByLink = definePermission({
  verb: 'placement.answer-offer-by-link',
  title: 'read and answer an offer or a release by its private link',
  about: 'site',
  class: 'shareable',
  who: 'everyone',
});

/** Leave for whoever holds the private link of an offer or a release. */
export const offerLink = (token: string, ip: string | null) => scopeForLink(token, answerByLink.verb, ip);

/** Leave to answer offers: of somebody signed in for their school, or of whoever holds a link. */
export type AnswerScope = Scope<typeof answerOffers.verb | typeof answerByLink.verb>;
