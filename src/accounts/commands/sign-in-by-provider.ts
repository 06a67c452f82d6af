import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { holds } from '../rules/claim-values.ts';
import { rolesGiven } from '../rules/claims-to-roles.ts';
import { hasSecondFactor, nameOf, trustedEmail } from '../rules/provider-claims.ts';
import type { ProviderFailure, ProviderSays } from '../rules/provider-says.ts';
import type { ProviderSettings } from '../schema/providers-file.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import { bringRolesInStep, knownRoles } from './roles-of-provider.ts';
import { type NewSession, startSession } from './start-session.ts';
import { invitationsTo, takeUpInvitations } from './take-up-invitations.ts';

type Browser = Pick<NewSession, 'replaces' | 'userAgent'>;

/** Not let in by the provider's own claims, holding no role here, or known here but not to be signed in (restricted, erased, invented). */
export type ProviderRefusal = 'not admitted' | 'no role' | 'closed';

export type SignedInByProvider = { ok: true; token: string } | { ok: false; reason: ProviderRefusal };

/**
 * Signs in the person that a provider vouches for: who has its identity already; else who has the e-mail address that it is trusted
 * on; else somebody new, if its claims or an open invitation to that address give a role in an organisation known here. The
 * roles that this provider gives are brought in step with its claims. Name and address are taken from it at the first sign-in only,
 * so that a correction made here stands.
 */
export async function signInByProvider(
  db: Kysely<Database>,
  scope: Scope<'sign-in.provider'>,
  policy: Pick<SignInPolicy, 'session'>,
  provider: ProviderSettings,
  says: ProviderSays,
  browser: Browser,
): Promise<SignedInByProvider> {
  const email = trustedEmail(says.claims, provider);
  return writeAs(db, scope, async (transaction) => {
    const refused = (reason: ProviderRefusal, personId: string | null = null): Written<SignedInByProvider> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { provider: provider.id, reason },
      personId,
    });
    if (!provider.requires.every((condition) => holds(says.idToken, condition))) return refused('not admitted');
    // Two answers for one person, at the same moment, must not make two people.
    await oneAtATime(transaction, [`${says.issuer} ${says.subject}`, ...(email === null ? [] : [email])]);
    const roles = await knownRoles(transaction, rolesGiven(says.claims, provider.roles));
    const invitations = email === null ? [] : await invitationsTo(transaction, email);
    const known = (await personOfIdentity(transaction, says)) ?? (await personOfEmail(transaction, email));
    if (known?.closed) return refused('closed', known.id);
    if (known === null && roles.length === 0 && invitations.length === 0) return refused('no role');
    const personId =
      known?.id ?? (await newPerson(transaction, nameOf(says.claims, `Person at ${provider.name}`), email));
    if (known?.how !== 'identity') await link(transaction, says, personId);
    // Before the provider's roles, so that one given by both is held by invitation and outlasts the provider's word.
    await takeUpInvitations(transaction, scope, personId, invitations);
    await bringRolesInStep(transaction, scope, { personId, issuer: says.issuer, provider: provider.name, roles });
    const secondFactor = hasSecondFactor(says.idToken, provider.assuresSecondFactor);
    const token = await startSession(transaction, policy, {
      personId,
      method: 'provider',
      providerIssuer: says.issuer,
      secondFactor,
      ip: scope.ip,
      ...browser,
    });
    const found = known?.how ?? 'new';
    return { result: { ok: true, token }, personId, detail: { provider: provider.id, found, secondFactor } };
  });
}

/** Enters in the trail that a sign-in at a provider came to nothing. */
export async function noteProviderFailure(
  db: Kysely<Database>,
  scope: Scope<'sign-in.provider'>,
  provider: string,
  { kind, reason }: ProviderFailure,
): Promise<void> {
  await writeAs(db, scope, async () => ({
    result: undefined,
    outcome: 'failed',
    detail: { provider, kind, reason },
  }));
}

interface Known {
  id: string;
  how: 'identity' | 'e-mail';
  closed: boolean;
}

async function oneAtATime(transaction: ScopedTransaction, keys: readonly string[]): Promise<void> {
  for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
}

async function personOfIdentity(
  transaction: ScopedTransaction,
  { issuer, subject }: ProviderSays,
): Promise<Known | null> {
  const found = await transaction
    .selectFrom('provider_identity as i')
    .innerJoin('person as p', 'p.id', 'i.person_id')
    .select(['p.id', 'p.restricted_at', 'p.erased_at'])
    .where('i.issuer', '=', issuer)
    .where('i.subject', '=', subject)
    .executeTakeFirst();
  if (found === undefined) return null;
  return { id: found.id, how: 'identity', closed: found.restricted_at !== null || found.erased_at !== null };
}

async function personOfEmail(transaction: ScopedTransaction, email: string | null): Promise<Known | null> {
  if (email === null) return null;
  const found = await transaction
    .selectFrom('person')
    .select(['id', 'restricted_at', 'demonstration'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (found === undefined) return null;
  return { id: found.id, how: 'e-mail', closed: found.restricted_at !== null || found.demonstration };
}

async function newPerson(transaction: ScopedTransaction, name: string, email: string | null): Promise<string> {
  const { id } = await transaction
    .insertInto('person')
    .values({ name, email })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function link(
  transaction: ScopedTransaction,
  { issuer, subject }: ProviderSays,
  personId: string,
): Promise<void> {
  await transaction.insertInto('provider_identity').values({ issuer, subject, person_id: personId }).execute();
}
