import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { evaluatePlacement, followUpPlacement, noteImpact, reflectOnPlacement } from '../../policy/agreement.ts';
import { readAgreement } from '../../queries/agreement/versions.ts';
import { readLookingBack } from '../../queries/life/looking-back.ts';
import { placementIdOf } from '../../queries/placement.ts';
import { saysTheSame } from '../../rules/agreement/canonical.ts';
import type { FollowedUp } from '../../rules/life/follow-up.ts';
import type { Impact } from '../../rules/life/impact.ts';
import type { Placement } from '../../rules/placement.ts';
import type { PlacementState } from '../../rules/states.ts';
import { heldPlacement } from '../agreement/held-placement.ts';
import { notePlacementEvent } from '../change-placement.ts';

export type LookedBack =
  | { ok: true }
  | { ok: false; reason: 'not now' | 'no such objective' }
  /** Something was sent already, and it was not said why another should take its place. */
  | { ok: false; reason: 'sent already' };

/** States in which a placement is looked back on, and followed up. */
export const LOOKED_BACK_IN: readonly PlacementState[] = ['evaluation', 'signed off'];
export const FOLLOWED_UP_IN: readonly PlacementState[] = ['signed off'];

function failed(reason: Extract<LookedBack, { ok: false }>['reason']): Written<LookedBack> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { reason } };
}

interface Sending {
  kind: 'evaluation' | 'reflection';
  policyId: string;
  answers: Readonly<Record<string, string>>;
  /** Why it takes the place of the one before; null for the first. */
  reason: string | null;
}

/** Sends an evaluation or a reflection. What was sent is fixed: a later one takes its place and says why. The same twice is one. */
export function sendAnswers(
  db: Kysely<Database>,
  scope: Scope<typeof evaluatePlacement.verb | typeof reflectOnPlacement.verb>,
  { kind, policyId, answers, reason }: Sending,
): Promise<LookedBack> {
  return writeAs(db, scope, async (transaction): Promise<Written<LookedBack>> => {
    const placement = await heldPlacement(transaction, placementIdOf(scope), LOOKED_BACK_IN);
    if (placement === null) return failed('not now');
    const before = (await readLookingBack(transaction, placement.id))[kind];
    if (before !== null && saysTheSame(before.answers, answers))
      return { result: { ok: true }, detail: { unchanged: true } };
    if (before !== null && reason === null) return failed('sent already');
    await notePlacementEvent(transaction, scope, placement, { deed: `${kind}.send` });
    await transaction
      .insertInto('placement_evaluation')
      .values({
        ...belongs(placement),
        kind,
        policy_id: policyId,
        answers: JSON.stringify(answers),
        supersedes: before?.id ?? null,
        reason: before === null ? null : reason,
        sent_by: scope.person!.id,
        sent_in_role: scope.person!.acting!.role,
      })
      .execute();
    return { result: { ok: true }, detail: { kind, replaces: before !== null } };
  });
}

/** Notes what an objective of the agreement in force came to. A later note takes the place of an earlier one, which stays in the record. */
export function noteObjectiveImpact(
  db: Kysely<Database>,
  scope: Scope<typeof noteImpact.verb>,
  { objective, value, asAt, source, comparator, confidence, words }: Omit<Impact, 'by' | 'at'>,
): Promise<LookedBack> {
  return writeAs(db, scope, async (transaction): Promise<Written<LookedBack>> => {
    const placement = await heldPlacement(transaction, placementIdOf(scope), LOOKED_BACK_IN);
    if (placement === null) return failed('not now');
    const { inForce } = await readAgreement(transaction, placement.id);
    if (!inForce?.content.objectives.some(({ key }) => key === objective)) return failed('no such objective');
    const { impacts } = await readLookingBack(transaction, placement.id);
    const last = impacts.find((impact) => impact.objective === objective);
    const said = { value, asAt, source, comparator, confidence, words };
    if (last !== undefined && saysTheSame(said, pick(last)))
      return { result: { ok: true }, detail: { unchanged: true } };
    await notePlacementEvent(transaction, scope, placement, { deed: 'impact.note' });
    await transaction
      .insertInto('placement_impact')
      .values({
        ...belongs(placement),
        objective,
        value,
        as_at: asAt,
        source,
        comparator: comparator === null ? null : JSON.stringify(comparator),
        confidence,
        words,
        noted_by: scope.person!.id,
        noted_in_role: scope.person!.acting!.role,
      })
      .execute();
    return { result: { ok: true }, detail: { objective, confidence } };
  });
}

/** Notes a follow-up, once. */
export function noteFollowUp(
  db: Kysely<Database>,
  scope: Scope<typeof followUpPlacement.verb>,
  { months, heldOn, who, lasted, newNeed }: { months: number } & Omit<FollowedUp, 'by'>,
): Promise<LookedBack> {
  return writeAs(db, scope, async (transaction): Promise<Written<LookedBack>> => {
    const placement = await heldPlacement(transaction, placementIdOf(scope), FOLLOWED_UP_IN);
    if (placement === null) return failed('not now');
    if (await isFollowedUp(transaction, placement, months)) return failed('sent already');
    await notePlacementEvent(transaction, scope, placement, { deed: 'follow-up.note' });
    await transaction
      .insertInto('placement_follow_up')
      .values({
        ...belongs(placement),
        months,
        held_on: heldOn,
        who,
        lasted,
        new_need: newNeed,
        noted_by: scope.person!.id,
        noted_in_role: scope.person!.acting!.role,
      })
      .execute();
    return { result: { ok: true }, detail: { months, newNeed: newNeed !== null } };
  });
}

function belongs({ id, organisationId }: Placement) {
  return { placement_id: id, organisation_id: organisationId };
}

function pick({ value, asAt, source, comparator, confidence, words }: Impact) {
  return { value, asAt, source, comparator, confidence, words };
}

async function isFollowedUp(transaction: ScopedTransaction, { id }: Placement, months: number): Promise<boolean> {
  const { followedUp } = await readLookingBack(transaction, id);
  return followedUp.has(months);
}
