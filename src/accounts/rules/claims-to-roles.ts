import type { OrganisationKind, Role } from '../../access/roles.ts';
import { type ClaimCondition, type ClaimPath, type Claims, holds, nodesAt, valuesAt } from './claim-values.ts';

/** One line of a provider's mapping: whoever has these claims has this role in that organisation. */
export interface RoleMapping {
  /**
   * A list in the claims whose members are looked at one by one, so that the role of one member is never joined with the
   * organisation of another. `when` and `keyFrom` are then paths within a member. Without it they are paths within all claims.
   */
  each?: ClaimPath | undefined;
  /** All of these must hold. */
  when: readonly ClaimCondition[];
  role: Role;
  /** Exactly one of `keyFrom` (the claim with its key), `key` (LA code, group number or URN) and `id` (for what has no key). */
  organisation: {
    kind: OrganisationKind;
    keyFrom?: ClaimPath | undefined;
    key?: number | undefined;
    id?: string | undefined;
  };
}

/** A role that a provider's claims give, in an organisation that may or may not be known here. */
export interface RoleGiven {
  role: Role;
  organisation: { kind: OrganisationKind; key: number } | { kind: OrganisationKind; id: string };
}

/** The roles that the claims give by the mapping, each once, in the order of the mapping. Where a key has several values, each counts. */
export function rolesGiven(claims: Claims, mapping: readonly RoleMapping[]): RoleGiven[] {
  const given = new Map<string, RoleGiven>();
  for (const line of mapping) {
    for (const facts of line.each === undefined ? [claims] : nodesAt(claims, line.each)) {
      if (!line.when.every((condition) => holds(facts, condition))) continue;
      for (const organisation of organisationsOf(facts, line)) {
        const role = { role: line.role, organisation };
        given.set(JSON.stringify(role), role);
      }
    }
  }
  return [...given.values()];
}

function organisationsOf(facts: unknown, { organisation }: RoleMapping): RoleGiven['organisation'][] {
  const { kind, keyFrom, key, id } = organisation;
  if (id !== undefined) return [{ kind, id }];
  if (key !== undefined) return [{ kind, key }];
  if (keyFrom === undefined) return [];
  return valuesAt(facts, keyFrom).flatMap((value) => {
    const found = keyOf(value);
    return found === null ? [] : [{ kind, key: found }];
  });
}

/** Keys of the register are whole numbers of at most eight digits; anything else is no key. */
function keyOf(value: string): number | null {
  return /^\d{1,8}$/.test(value) ? Number(value) : null;
}
