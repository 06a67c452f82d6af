import { type OrganisationKind, type Role, ROLES } from '../../access/roles.ts';

const EVERYWHERE: readonly Role[] = ['finance officer', 'read-only', 'administrator'];

/**
 * The roles that make sense in an organisation of each kind: who commissions and brokers help (authorities, trusts, hubs), who
 * gives and receives it (schools), who oversees (boards of governors and trustees), and what every organisation has. A system
 * leader is the head of a school or works for a trust or hub; an authority's own people who visit schools are advisers.
 */
const ROLES_OF_KIND: Record<OrganisationKind, readonly Role[]> = {
  'local authority': ['service lead', 'broker', 'adviser', ...EVERYWHERE],
  trust: ['service lead', 'broker', 'adviser', 'system leader', 'governor or trustee', ...EVERYWHERE],
  hub: ['service lead', 'broker', 'adviser', 'system leader', ...EVERYWHERE],
  diocese: ['service lead', 'adviser', 'governor or trustee', ...EVERYWHERE],
  school: ['headteacher', 'system leader', 'governor or trustee', ...EVERYWHERE],
  'governing board': ['governor or trustee', 'read-only', 'administrator'],
};

/** The roles that may be given in an organisation of a kind, in the order of `ROLES`. */
export function rolesOfKind(kind: OrganisationKind): Role[] {
  return ROLES.filter((role) => ROLES_OF_KIND[kind].includes(role));
}

/** The role that the text names, if it may be given in an organisation of the kind. */
export function roleOfKind(kind: OrganisationKind, text: string): Role | null {
  return rolesOfKind(kind).find((role) => role === text) ?? null;
}
