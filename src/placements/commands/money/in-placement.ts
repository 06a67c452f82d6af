import { sql } from 'kysely';
import { actingIn } from './acting.ts';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Written } from '../../../access/scoped.ts';
import { placementIdOf } from '../../queries/placement.ts';
import { holdMoney } from '../../queries/money/placement-money.ts';
import type { PlacementScope } from '../../policy.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import type { PlacementMoney } from '../../rules/money/placement-money.ts';
import type { Placement } from '../../rules/placement.ts';
import { FROZEN } from '../../rules/states.ts';

/** The billing policy and the day on which something is done. */
export interface OnDay {
  policy: BillingPolicy;
  /** ISO day in London. */
  today: string;
}

export type Refused<R extends string> = { ok: false; reason: R | 'no such placement' | 'frozen' };

interface Held {
  placement: Placement;
  money: PlacementMoney;
  /** What every row says of where it belongs. */
  belongs: { placement_id: string; organisation_id: string };
  person: string;
  role: string;
}

/** The placement of a scope with its money, held for a deed of a person of its service; refused while it rests or when it is over. */
export async function heldMoney(
  transaction: ScopedTransaction,
  scope: PlacementScope,
  { policy, today }: OnDay,
): Promise<({ ok: true } & Held) | { ok: false; reason: 'no such placement' | 'frozen' }> {
  const { person, role } = actingIn(scope);
  const held = await holdMoney(transaction, placementIdOf(scope), policy, today);
  if (held === null) return { ok: false, reason: 'no such placement' };
  if (FROZEN.includes(held.placement.state)) return { ok: false, reason: 'frozen' };
  const { id, organisationId } = held.placement;
  return { ok: true, ...held, belongs: { placement_id: id, organisation_id: organisationId }, person, role };
}

/** A deed that was not done, as the trail keeps it. */
export function failed<const T extends { ok: false; reason: string }>(result: T): Written<T> {
  return { result, outcome: 'failed', detail: { reason: result.reason } };
}

/** The organisation of a scope about it, and who acts. Throws for any other scope: a fault of ours. */
export function ofService(scope: Scope): { organisation_id: string; person: string; role: string } {
  const { subject } = scope;
  if (subject.kind !== 'organisation') throw new Error(`${scope.verb} is about an organisation`);
  return { organisation_id: subject.organisationId, ...actingIn(scope) };
}

/** Waits until nobody else moves money of a service's budgets or charges one, and keeps others waiting until the transaction ends. */
export async function holdBudgets(transaction: ScopedTransaction, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('budget'), hashtext(${organisationId}))`.execute(transaction);
}
