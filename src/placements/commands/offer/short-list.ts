import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { Says } from '../../../matching/rules/approval/declaration.ts';
import type { decideInterest, shortList } from '../../policy/offer.ts';
import { readCandidates } from '../../queries/offer/candidates.ts';
import { placementIdOf, readPlacementRow } from '../../queries/placement.ts';
import type { Candidate, PairSide } from '../../rules/offer/candidate.ts';
import type { Outcome } from '../../../matching/rules/approval/declaration.ts';
import type { Placement } from '../../rules/placement.ts';
import { FROZEN } from '../../rules/states.ts';
import { notePlacementEvent } from '../change-placement.ts';

export type Listed =
  | { ok: true }
  | {
      ok: false;
      reason: 'no such placement' | 'frozen' | 'no such leader' | 'the same school' | 'there already' | 'being asked';
    };

/** A leader to put on the short list: an entry of the service's register, or one who is entered. */
export type ToList =
  | { leaderId: string; reasons: readonly string[] }
  | { name: string; email: string | null; urn: number; reasons: readonly string[] };

/** Puts a leader on the short list of a placement. */
export function addCandidate(db: Kysely<Database>, scope: Scope<typeof shortList.verb>, to: ToList): Promise<Listed> {
  return onList(db, scope, async (transaction, placement, candidates) => {
    const leader =
      'leaderId' in to ? await ofRegister(transaction, placement, to.leaderId) : await entered(transaction, to);
    if (leader === null) return 'no such leader';
    if (leader.homeUrn === placement.supported.urn) return 'the same school';
    const isSame = (one: Candidate) =>
      one.removed === null &&
      (one.leaderId === null || leader.leaderId === null
        ? one.home.urn === leader.homeUrn && one.name === leader.name
        : one.leaderId === leader.leaderId);
    if (candidates.some(isSame)) return 'there already';
    const { person, acting } = actor(scope);
    await transaction
      .insertInto('placement_candidate')
      .values({
        placement_id: placement.id,
        organisation_id: placement.organisationId,
        source: leader.leaderId === null ? 'entered' : 'register',
        leader_id: leader.leaderId,
        leader_name: leader.name,
        leader_email: leader.email,
        home_urn: leader.homeUrn,
        reasons: [...to.reasons],
        added_by: person,
        added_in_role: acting,
      })
      .execute();
    await notePlacementEvent(transaction, scope, placement, {
      deed: 'short-list',
      detail: { leader: leader.name },
      seenBy: 'service',
    });
    return null;
  });
}

/** Takes a leader off the short list, with why; not one who is being asked. */
export function removeCandidate(
  db: Kysely<Database>,
  scope: Scope<typeof shortList.verb>,
  { candidateId, words }: { candidateId: string; words: string },
): Promise<Listed> {
  return onList(db, scope, async (transaction, placement, candidates) => {
    const candidate = candidates.find(({ id }) => id === candidateId);
    if (candidate === undefined) return 'no such leader';
    if (candidate.removed !== null) return null;
    const asked = await transaction
      .selectFrom('placement_offer')
      .select('id')
      .where('candidate_id', '=', candidateId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (asked !== undefined) return 'being asked';
    await transaction
      .updateTable('placement_candidate')
      .set({ removed_at: new Date(), removed_by: actor(scope).person, removed_words: words })
      .where('id', '=', candidateId)
      .execute();
    await notePlacementEvent(transaction, scope, placement, {
      deed: 'short-list.remove',
      detail: { leader: candidate.name },
      seenBy: 'service',
    });
    return null;
  });
}

/** Writes down what one side of a pair said about interests, by telephone or letter. */
export function noteInterests(
  db: Kysely<Database>,
  scope: Scope<typeof shortList.verb>,
  {
    candidateId,
    side,
    says,
    ...told
  }: { candidateId: string; side: PairSide; says: Says; how: 'telephone' | 'letter'; givenBy: string; on: string },
): Promise<Listed> {
  return onList(db, scope, async (transaction, placement, candidates) => {
    const candidate = candidates.find(({ id, removed }) => id === candidateId && removed === null);
    if (candidate === undefined) return 'no such leader';
    const { person, acting } = actor(scope);
    await transaction
      .insertInto('placement_declaration')
      .values({
        candidate_id: candidateId,
        placement_id: placement.id,
        organisation_id: placement.organisationId,
        side,
        says: says.says,
        kind: says.says === 'interest' ? says.kind : null,
        detail: says.says === 'interest' ? says.detail : null,
        how: told.how,
        given_by: told.givenBy,
        given_on: told.on,
        settled_words: null,
        recorded_by: person,
        recorded_in_role: acting,
      })
      .execute();
    await notePlacementEvent(transaction, scope, placement, {
      deed: 'interests.note',
      detail: { leader: candidate.name },
      seenBy: 'service',
    });
    return null;
  });
}

export type InterestDecided = { ok: true } | { ok: false; reason: 'nothing to decide' | 'not independent' | 'frozen' };

/** Decides on a declared interest: by somebody who neither listed the leader nor wrote the declaration down, and has no stake in either school. */
export function decideOnInterest(
  db: Kysely<Database>,
  scope: Scope<typeof decideInterest.verb>,
  { declarationId, outcome, words }: { declarationId: string; outcome: Outcome; words: string },
): Promise<InterestDecided> {
  return writeAs(db, scope, async (transaction): Promise<Written<InterestDecided>> => {
    const failed = (reason: Extract<InterestDecided, { ok: false }>['reason']): Written<InterestDecided> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { reason, declaration: declarationId },
    });
    const placement = await readPlacementRow(transaction, placementIdOf(scope));
    if (placement === null || FROZEN.includes(placement.state)) return failed('frozen');
    const candidates = await readCandidates(transaction, placement.id);
    const candidate = candidates.find(({ declarations }) => declarations.some(({ id }) => id === declarationId));
    const declaration = candidate?.declarations.find(({ id }) => id === declarationId);
    if (candidate === undefined || declaration?.says.says !== 'interest') return failed('nothing to decide');
    if (!(await isIndependent(transaction, declarationId))) return failed('not independent');
    const { person, acting } = actor(scope);
    await transaction
      .insertInto('placement_interest_decision')
      .values({
        declaration_id: declarationId,
        placement_id: placement.id,
        organisation_id: placement.organisationId,
        outcome,
        words,
        decided_by: person,
        decided_in_role: acting,
      })
      .execute();
    await notePlacementEvent(transaction, scope, placement, {
      deed: 'interests.decide',
      detail: { leader: candidate.name },
      seenBy: 'service',
    });
    return { result: { ok: true }, detail: { declaration: declarationId, outcome } };
  });
}

async function isIndependent(transaction: ScopedTransaction, declarationId: string): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`select independent_of_pair(${declarationId}::uuid) as free`.execute(
    transaction,
  );
  return rows[0]?.free ?? false;
}

function onList(
  db: Kysely<Database>,
  scope: Scope<typeof shortList.verb>,
  work: (
    transaction: ScopedTransaction,
    placement: Placement,
    candidates: readonly Candidate[],
  ) => Promise<Extract<Listed, { ok: false }>['reason'] | null>,
): Promise<Listed> {
  return writeAs(db, scope, async (transaction): Promise<Written<Listed>> => {
    const id = placementIdOf(scope);
    // Two who list the same leader at once: the second finds them there.
    await transaction.selectFrom('placement').select('id').where('id', '=', id).forUpdate().execute();
    const placement = await readPlacementRow(transaction, id);
    const fault =
      placement === null
        ? 'no such placement'
        : FROZEN.includes(placement.state)
          ? 'frozen'
          : await work(transaction, placement, await readCandidates(transaction, id));
    return fault === null
      ? { result: { ok: true } }
      : { result: { ok: false, reason: fault }, outcome: 'failed', detail: { reason: fault } };
  });
}

interface Leader {
  leaderId: string | null;
  name: string;
  email: string | null;
  homeUrn: number;
}

async function ofRegister(
  transaction: ScopedTransaction,
  { organisationId }: Placement,
  leaderId: string,
): Promise<Leader | null> {
  const row = await transaction
    .selectFrom('system_leader')
    .select(['id', 'name', 'email', 'home_urn'])
    .where('id', '=', leaderId)
    .where('organisation_id', '=', organisationId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return row === undefined ? null : { leaderId: row.id, name: row.name, email: row.email, homeUrn: row.home_urn };
}

async function entered(
  transaction: ScopedTransaction,
  { name, email, urn }: Extract<ToList, { urn: number }>,
): Promise<Leader | null> {
  const school = await transaction.selectFrom('school').select('urn').where('urn', '=', urn).executeTakeFirst();
  return school === undefined ? null : { leaderId: null, name, email, homeUrn: urn };
}

function actor({ person, verb }: Scope): { person: string; acting: string } {
  if (person?.acting == null) throw new Error(`${verb} is done by a person of the service`);
  return { person: person.id, acting: person.acting.role };
}
