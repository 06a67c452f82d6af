import type { PlacementPart } from './placement-parts.ts';
import type { OrganisationKind, Role } from './roles.ts';

/** How confidential what a permission opens is; see docs/security.md. */
export type RecordClass =
  | 'published'
  | 'own account'
  | 'organisation'
  | 'shareable'
  | 'triage'
  | 'coaching'
  | 'appraisal'
  | 'audit';

/** What a permission is about, and so which facts decide whether it is the actor's own. */
export type Subject =
  | { kind: 'site' }
  | { kind: 'person'; personId: string }
  | { kind: 'organisation'; organisationId: string }
  | { kind: 'area'; laCode: number }
  /** By its number in the register of groups. */
  | { kind: 'trust'; groupUid: number }
  /** `groupUids` are the trusts of the school, from the register. */
  | { kind: 'school'; urn: number; laCode: number; groupUids: readonly number[] }
  | PlacementSubject;

/** A placement, with what tells who takes part in it: its service, its two schools and its leader; see placement-parts.ts. */
export interface PlacementSubject {
  kind: 'placement';
  placementId: string;
  organisationId: string;
  supportedUrn: number;
  /** Null while no leader is found. */
  homeUrn: number | null;
  leaderPersonId: string | null;
}

export type SubjectKind = Subject['kind'];

/** One line of a room's policy: who may do one thing, to what. */
export interface Permission<V extends string = string, K extends SubjectKind = SubjectKind> {
  /** Room and deed, for example 'need.moderate': the name in the audit trail. */
  verb: V;
  /** The deed in words, for the matrix and for refusals: "read why a school is in its category". */
  title: string;
  about: K;
  class: RecordClass;
  /** Who: these roles in organisations of these kinds, and only for what is their own. `everyone` needs no sign-in, `signed-in` no role. */
  who: 'everyone' | 'signed-in' | readonly Grant[];
}

/** People who may: by the kind of their organisation and their role in it; about a placement, by their part in it as well. */
export interface Grant {
  kinds: readonly OrganisationKind[];
  roles: readonly Role[];
  /** Any of these parts; without, any part will do. */
  parts?: readonly PlacementPart[];
}

/** Declares a permission. Called in `policy.ts` files alone (the lint rule scope-minting says so), so that one place a room says who may do what. */
export function definePermission<const V extends string, const K extends SubjectKind>(
  permission: Permission<V, K>,
): Permission<V, K> {
  return permission;
}

/** Published data, and what is said to everybody. */
export const openToAll = definePermission({
  verb: 'public.read',
  title: 'read what is published',
  about: 'site',
  class: 'published',
  who: 'everyone',
});
