import { definePermission, type Grant } from '../access/permission.ts';
import { PLACEMENT_PARTS, type PlacementPart } from '../access/placement-parts.ts';
import type { Role } from '../access/roles.ts';
import { type Scope, scopeForPurpose } from '../access/scope.ts';
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

/** Leave for a deed about one placement. */
export type PlacementScope = Scope<`placement.${string}`>;
