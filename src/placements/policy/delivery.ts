import { definePermission } from '../../access/permission.ts';
import { type PlacementPart } from '../../access/placement-parts.ts';
import { BROKER_ROLES, partsMay } from '../policy.ts';

/** Who records the work: the service's brokers, the leader, the head of the supported school. */
const DOERS: readonly PlacementPart[] = ['service', 'leader', 'supported head'];

const WORKERS: readonly PlacementPart[] = [...DOERS, 'supported board'];

/** Who of a service reads what is said of people and a school, and answers it: finance has no need of it. */
const JUDGE_ROLES = ['service lead', 'broker', 'adviser'] as const;

export const readWork = definePermission({
  verb: 'placement.read-work',
  title: 'read the action plan, visits, arranged training and progress of a placement',
  about: 'placement',
  class: 'shareable',
  who: partsMay(WORKERS),
});

export const readNotesOfVisit = definePermission({
  verb: 'placement.read-notes',
  title: 'read notes of visit and concerns of a placement',
  about: 'placement',
  class: 'shareable',
  who: partsMay(WORKERS, JUDGE_ROLES),
});

export const planWork = definePermission({
  verb: 'placement.plan-work',
  title: 'plan visits, actions and training in a placement, change them, and say how they went',
  about: 'placement',
  class: 'shareable',
  who: partsMay(DOERS, BROKER_ROLES),
});

export const recordProgress = definePermission({
  verb: 'placement.record-progress',
  title: 'enter how an objective of a placement stands',
  about: 'placement',
  class: 'shareable',
  who: partsMay(DOERS, BROKER_ROLES),
});

export const disagree = definePermission({
  verb: 'placement.disagree',
  title: 'say beside what another entered of an objective that one sees it otherwise',
  about: 'placement',
  class: 'shareable',
  who: partsMay(WORKERS, JUDGE_ROLES),
});

export const saySchoolPart = definePermission({
  verb: 'placement.say-school-part',
  title: 'say the school’s part before a visit',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['supported head']),
});

export const writeNote = definePermission({
  verb: 'placement.write-note',
  title: 'write the note of a visit, send it, answer what is disputed in it',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['leader']),
});

export const confirmNote = definePermission({
  verb: 'placement.confirm-note',
  title: 'confirm the facts of a note of visit, or say what is wrong with them',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['supported head']),
});

export const moderateNote = definePermission({
  verb: 'placement.moderate-note',
  title: 'moderate a note of visit: say that it is read, and comment on it',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], JUDGE_ROLES),
});

export const raiseConcern = definePermission({
  verb: 'placement.raise-concern',
  title: 'raise a concern that somebody does not take part, answer one, and bring one before the service',
  about: 'placement',
  class: 'shareable',
  who: partsMay(WORKERS, JUDGE_ROLES),
});

export const handleConcern = definePermission({
  verb: 'placement.handle-concern',
  title: 'approve the escalation of a concern, record what the service did about it, lift or close it',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], BROKER_ROLES),
});

/** The coaching log is the two people's own: not the board's, not the service's. */
export const readCoaching = definePermission({
  verb: 'placement.read-coaching',
  title: 'read the coaching log of a placement',
  about: 'placement',
  class: 'coaching',
  who: partsMay(['leader', 'supported head']),
});

export const writeCoaching = definePermission({
  verb: 'placement.write-coaching',
  title: 'write in the coaching log of a placement, and correct what one wrote oneself',
  about: 'placement',
  class: 'coaching',
  who: partsMay(['leader', 'supported head']),
});
