import { definePermission, type Grant } from '../access/permission.ts';
import { PLACEMENT_PARTS, type PlacementPart } from '../access/placement-parts.ts';
import { type Role } from '../access/roles.ts';
import { type Scope, scopeForPurpose } from '../access/scope.ts';
import { type Move, type MoveName, MOVES } from './rules/states.ts';

/** Kinds of organisation that broker placements. */
export const SERVICES = ['local authority', 'trust', 'hub'] as const;

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

/** A deadline that moves a placement: an offer that expires. */
export const placementTask = scopeForPurpose('reminder', 'placement.deadlines');

/** Making the invented year of placements, where the site is a demonstration. */
export const demonstrationYearTask = scopeForPurpose('demonstration', 'demonstration.tell-year');

/** Leave for a deed about one placement. */
export type PlacementScope = Scope<`placement.${string}`>;

/** Everybody of a service who has to do with placements. */
const OF_SERVICE = { kinds: SERVICES, roles: ['service lead', 'broker', 'adviser', 'finance officer'] } as const;

export const readPlacements = definePermission({
  verb: 'placements.read',
  title: 'read the board of a service: all its placements',
  about: 'organisation',
  class: 'shareable',
  who: [OF_SERVICE],
});

export const exportPlacements = definePermission({
  verb: 'placements.export',
  title: 'take the board of a service as a file',
  about: 'organisation',
  class: 'shareable',
  who: [OF_SERVICE],
});

export const keepBoardFilter = definePermission({
  verb: 'placements.keep-filter',
  title: 'choose what the board shows, and find it so again',
  about: 'organisation',
  class: 'organisation',
  who: [OF_SERVICE],
});

export const readServiceInPlacements = definePermission({
  verb: 'placements.read-service',
  title: 'read a service’s placements against need and capacity',
  about: 'organisation',
  class: 'triage',
  who: [{ kinds: SERVICES, roles: ['service lead', 'broker', 'adviser'] }],
});

/** A school's own: its head, its board, and a leader from it for what they lead. */
export const readSchoolPlacements = definePermission({
  verb: 'placements.read-school',
  title: 'read the placements of one’s school, received and given',
  about: 'school',
  class: 'shareable',
  who: [
    { kinds: ['school'], roles: ['headteacher', 'system leader'] },
    { kinds: ['governing board'], roles: ['governor or trustee'] },
  ],
});

/** Leave to make a move of the table of states. */
export type MoveScope = Scope<`placement.${MoveName}`>;
