import { sql } from 'kysely';
import { addAuditEvent } from '../../access/audit.ts';
import type { OrganisationKind, Role } from '../../access/roles.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { RoleGiven } from '../rules/claims-to-roles.ts';

export interface KnownRole {
  organisationId: string;
  role: Role;
}

const KEY_OF = {
  'local authority': 'la_code',
  trust: 'group_uid',
  school: 'urn',
  'governing board': 'urn',
  hub: null,
  diocese: null,
} as const satisfies Record<OrganisationKind, string | null>;

/** Of the roles that a provider gives, those in organisations that are known here and open. */
export async function knownRoles(transaction: ScopedTransaction, given: readonly RoleGiven[]): Promise<KnownRole[]> {
  const known: KnownRole[] = [];
  for (const { role, organisation } of given) {
    const organisationId = await openOrganisation(transaction, organisation);
    if (organisationId !== null) known.push({ organisationId, role });
  }
  return known;
}

/**
 * Brings the roles that a provider gave a person in step with those that it gives now: new ones begin, those no longer given end at
 * once. Roles that came by invitation or from another provider stay as they are, and a role that an administrator ended is not given
 * again.
 */
export async function bringRolesInStep(
  transaction: ScopedTransaction,
  scope: Scope,
  {
    personId,
    issuer,
    provider,
    roles,
  }: { personId: string; issuer: string; provider: string; roles: readonly KnownRole[] },
): Promise<void> {
  const held = await transaction
    .selectFrom('membership')
    .select(['id', 'organisation_id', 'role', 'provider_issuer'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  const endedHere = await transaction
    .selectFrom('membership')
    .select(['organisation_id', 'role'])
    .where('person_id', '=', personId)
    .where('ended_by_administrator', '=', true)
    .execute();
  const note = (action: string, { role, organisationId }: { role: string; organisationId: string }) =>
    addAuditEvent(transaction, scope, {
      action,
      outcome: 'done',
      personId,
      detail: { role, organisation: organisationId, provider },
    });
  for (const { id, organisation_id: organisationId, role, provider_issuer: givenBy } of held) {
    const stays = roles.some((given) => given.organisationId === organisationId && given.role === role);
    if (givenBy !== issuer || stays) continue;
    await transaction
      .updateTable('membership')
      .set({ ended_at: sql<Date>`now()`, ended_why: `no longer given by ${provider}` })
      .where('id', '=', id)
      .execute();
    await note('sign-in.role-ended', { role, organisationId });
  }
  for (const given of roles) {
    const isGiven = ({ organisation_id: id, role }: { organisation_id: string; role: string }) =>
      id === given.organisationId && role === given.role;
    if (held.some(isGiven) || endedHere.some(isGiven)) continue;
    await transaction
      .insertInto('membership')
      .values({
        person_id: personId,
        organisation_id: given.organisationId,
        role: given.role,
        granted_by: 'provider',
        provider_issuer: issuer,
      })
      .execute();
    await note('sign-in.role-given', given);
  }
}

async function openOrganisation(
  transaction: ScopedTransaction,
  organisation: RoleGiven['organisation'],
): Promise<string | null> {
  const open = transaction
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', organisation.kind)
    .where('closed_at', 'is', null);
  if ('id' in organisation) return (await open.where('id', '=', organisation.id).executeTakeFirst())?.id ?? null;
  const column = KEY_OF[organisation.kind];
  if (column === null) return null;
  return (await open.where(column, '=', organisation.key).executeTakeFirst())?.id ?? null;
}
