import { definePermission } from '../../access/permission.ts';
import { BROKER_ROLES, MOVE_PERMISSIONS, partsMay } from '../policy.ts';

/** Who negotiates an agreement: the broker, the leader and the head who is helped. */
const NEGOTIATORS = partsMay(['service', 'leader', 'supported head'], BROKER_ROLES);

export const noteMeeting = definePermission({
  verb: 'placement.note-meeting',
  title: 'note the contracting meeting of a placement',
  about: 'placement',
  class: 'shareable',
  who: NEGOTIATORS,
});

export const readMeetings = definePermission({
  verb: 'placement.read-meetings',
  title: 'read the notes of a contracting meeting',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service', 'leader', 'supported head', 'supported board']),
});

export const writeAgreement = definePermission({
  verb: 'placement.write-agreement',
  title: 'draft the agreement of a placement',
  about: 'placement',
  class: 'shareable',
  who: NEGOTIATORS,
});

/** Sending a version out for signature, before the work and while it is under way; discarding a draft. */
export const sendAgreement = MOVE_PERMISSIONS['send-agreement'];

export const signAgreement = definePermission({
  verb: 'placement.sign',
  title: 'sign the agreement of a placement',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service', 'leader', 'supported head', 'home head', 'home board'], BROKER_ROLES),
});

/** Those who work together: they read how the work goes and what it came to. */
export const readReview = definePermission({
  verb: 'placement.read-review',
  title: 'read the reviews, the evaluation and the impact of a placement',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service', 'leader', 'supported head', 'supported board']),
});

export const holdReview = definePermission({
  verb: 'placement.hold-review',
  title: 'hold and record a review of a placement',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], BROKER_ROLES),
});

export const answerReview = definePermission({
  verb: 'placement.answer-review',
  title: 'answer in a review of a placement, or write down what was answered',
  about: 'placement',
  class: 'shareable',
  who: NEGOTIATORS,
});

export const evaluatePlacement = definePermission({
  verb: 'placement.evaluate',
  title: 'evaluate a placement as the head who was helped',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['supported head']),
});

export const reflectOnPlacement = definePermission({
  verb: 'placement.reflect',
  title: 'reflect on a placement as its leader',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['leader']),
});

export const noteImpact = definePermission({
  verb: 'placement.note-impact',
  title: 'note what an objective came to',
  about: 'placement',
  class: 'shareable',
  who: NEGOTIATORS,
});

export const followUpPlacement = definePermission({
  verb: 'placement.follow-up',
  title: 'note a follow-up of a placement',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], BROKER_ROLES),
});
