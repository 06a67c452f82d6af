import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { keepRegister } from '../../policy.ts';
import { entryOf } from '../../queries/register/entries.ts';
import { keeperIn, type RegisterKeeper } from '../../rules/register/actor.ts';
import type { NewDesignation } from '../../rules/register/designation.ts';
import { aloneInRegister } from './add-leader.ts';

export type Designated =
  | { ok: true; id: string; unchanged: boolean }
  | { ok: false; reason: 'no such leader' | 'over' | 'no such designation' | 'superseded already' };

/** Writes down a designation of a leader of the register, new or in the place of an earlier one, which stays readable. */
export function designate(
  db: Kysely<Database>,
  scope: Scope<typeof keepRegister.verb>,
  leaderId: string,
  designation: NewDesignation,
): Promise<Designated> {
  const keeper = keeperIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Designated>> => {
    const result = await writeDesignation(transaction, keeper, leaderId, designation);
    const detail = { step: 'designate', leader: leaderId, role: designation.role, status: designation.status };
    return result.ok ? { result, detail } : { result, outcome: 'failed', detail: { ...detail, reason: result.reason } };
  });
}

/** The same within a command that does more, such as the end of a designation round. */
export async function writeDesignation(
  transaction: ScopedTransaction,
  keeper: RegisterKeeper,
  leaderId: string,
  { supersedes, ...designation }: NewDesignation,
): Promise<Designated> {
  await aloneInRegister(transaction, keeper.organisationId);
  const entry = await entryOf(transaction, keeper.organisationId, leaderId);
  if (entry === null) return { ok: false, reason: 'no such leader' };
  if (entry.status === 'ended') return { ok: false, reason: 'over' };
  const all = await transaction
    .selectFrom('leader_designation')
    .select(['id', 'role', 'body', 'designated_on', 'supersedes'])
    .where('leader_id', '=', leaderId)
    .execute();
  if (supersedes !== null) {
    if (!all.some(({ id }) => id === supersedes.id)) return { ok: false, reason: 'no such designation' };
    if (all.some((one) => one.supersedes === supersedes.id)) return { ok: false, reason: 'superseded already' };
  }
  // The form sent twice: the same designation is there once.
  const twin = all.find(
    (one) =>
      one.role === designation.role && one.body === designation.body && one.designated_on === designation.designatedOn,
  );
  if (supersedes === null && twin !== undefined) return { ok: true, id: twin.id, unchanged: true };
  const { id } = await transaction
    .insertInto('leader_designation')
    .values({
      leader_id: leaderId,
      organisation_id: keeper.organisationId,
      role: designation.role,
      body: designation.body,
      designated_on: designation.designatedOn,
      evidence: designation.evidence,
      review_on: designation.reviewOn,
      status: designation.status,
      rule_set: designation.ruleSet,
      words: supersedes?.words ?? null,
      supersedes: supersedes?.id ?? null,
      recorded_by: keeper.person,
      recorded_in_role: keeper.role,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ok: true, id, unchanged: false };
}
