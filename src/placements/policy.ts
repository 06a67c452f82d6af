import { definePermission, type Grant } from '../access/permission.ts';
import { PLACEMENT_PARTS, type PlacementPart } from '../access/placement-parts.ts';
import type { Role } from '../access/roles.ts';
import { type Scope, scopeForPurpose } from '../access/scope.ts';
import { READERS_OF } from './rules/placement.ts';
import { type Move, type MoveName, MOVES } from './rules/states.ts';

const SERVICES = ['local authority', 'trust', 'hub'] as const;

/** Roles that can have each part, with the kinds of organisation they have it in: what access/placement-parts.ts says. */
const GRANT_OF: Readonly<Record<PlacementPart, Grant>> = {
  service: { kinds: SERVICES, roles: ['service lead', 'broker', 'adviser', 'finance officer'] },
  leader: { kinds: ['school'], roles: ['system leader', 'headteacher'] },
  'supported head': { kinds: ['school'], roles: ['headteacher'] },
  'supported board': { kinds: ['governing board'], roles: ['governor or trustee'] },
  'home head': { kinds: ['school'], roles: ['headteacher'] },
  'home board': { kinds: ['governing board'], roles: ['governor or trustee'] },
};

/** Those with one of these parts in a placement, as grants of a permission; `serviceRoles` narrows who of the service. */
export function partsMay(parts: readonly PlacementPart[], serviceRoles?: readonly Role[]): Grant[] {
  return parts.map((part) => ({
    ...GRANT_OF[part],
    ...(part === 'service' && serviceRoles !== undefined ? { roles: serviceRoles } : {}),
    parts: [part],
  }));
}

/** Who of a service runs placements. */
export const BROKER_ROLES = ['service lead', 'broker'] as const;

export const readPlacement = definePermission({
  verb: 'placement.read',
  title: 'read a placement: who, what for, where it stands, what was done',
  about: 'placement',
  class: 'shareable',
  who: partsMay(PLACEMENT_PARTS),
});

export const changePlacement = definePermission({
  verb: 'placement.change',
  title: 'change what a placement is for, its days, its broker and its risk',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], BROKER_ROLES),
});

/** Who of a service asks for orders and invoices, and who approves them: never the same person for one of them. */
const ASKING_ROLES = ['service lead', 'broker', 'finance officer'] as const;
const APPROVING_ROLES = ['service lead', 'finance officer'] as const;

export const readMoney = definePermission({
  verb: 'placement.read-money',
  title: 'read the days and the money of a placement, as far as they concern one',
  about: 'placement',
  class: 'shareable',
  who: partsMay(READERS_OF.money),
});

export const adjustDays = definePermission({
  verb: 'placement.adjust-days',
  title: 'put the days delivered in a placement right',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], ASKING_ROLES),
});

export const requestMoney = definePermission({
  verb: 'placement.request-money',
  title: 'ask for an order, an invoice or a credit note of a placement, and say how it is billed and charged',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], ASKING_ROLES),
});

export const approveMoney = definePermission({
  verb: 'placement.approve-money',
  title: 'approve or refuse an order, an invoice or a credit note that somebody else asked for',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], APPROVING_ROLES),
});

export const recordPayment = definePermission({
  verb: 'placement.record-payment',
  title: 'record what was paid of an invoice',
  about: 'placement',
  class: 'shareable',
  who: partsMay(['service'], APPROVING_ROLES),
});

const READS_MONEY = [{ kinds: SERVICES, roles: ['service lead', 'broker', 'adviser', 'finance officer'] }] as const;
const RUNS_MONEY = [{ kinds: SERVICES, roles: APPROVING_ROLES }] as const;

export const readServiceMoney = definePermission({
  verb: 'money.read',
  title: 'read the orders, invoices, rates and budgets of the service',
  about: 'organisation',
  class: 'organisation',
  who: READS_MONEY,
});

export const exportServiceMoney = definePermission({
  verb: 'money.export',
  title: 'take the orders, invoices and budgets of the service as a file',
  about: 'organisation',
  class: 'organisation',
  who: READS_MONEY,
});

export const changeBudgets = definePermission({
  verb: 'money.change-budgets',
  title: 'open a budget of the service, and move money into, out of and between budgets',
  about: 'organisation',
  class: 'organisation',
  who: RUNS_MONEY,
});

export const setRates = definePermission({
  verb: 'money.set-rates',
  title: 'set a day rate of the service',
  about: 'organisation',
  class: 'organisation',
  who: RUNS_MONEY,
});

/** The permission of each move of the table of states. */
export const MOVE_PERMISSIONS = Object.fromEntries(
  MOVES.map((move: Move) => [
    move.name,
    definePermission({
      verb: `placement.${move.name}`,
      title: move.title,
      about: 'placement',
      class: 'shareable',
      who: move.who.flatMap(({ part, roles }) => (part === 'house' ? [] : partsMay([part], roles))),
    }),
  ]),
) as Record<MoveName, ReturnType<typeof definePermission<`placement.${MoveName}`, 'placement'>>>;

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

/** A deadline that moves a placement: an offer that expires. */
export const placementTask = scopeForPurpose('reminder', 'placement.deadlines');

/** Leave for a deed about one placement. */
export type PlacementScope = Scope<`placement.${string}`>;
