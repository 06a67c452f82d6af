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

/** A deadline that moves a placement: an offer that expires. */
export const placementTask = scopeForPurpose('reminder', 'placement.deadlines');

/** Leave for a deed about one placement. */
export type PlacementScope = Scope<`placement.${string}`>;
