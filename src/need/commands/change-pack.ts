import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../access/on-school.ts';
import type { Scope } from '../../access/scope.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { minimumStandardsKind } from '../schema.ts';
import { policyById } from '../../policies.ts';
import type { editNeedPack } from '../policy.ts';
import { packsOf } from '../queries/own-packs.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { contentOf, effective, type OwnPack, startProblem, stateOf } from '../rules/own-pack.ts';
import { keepPackText } from './keep-pack-text.ts';

type EditScope = Scope<typeof editNeedPack.verb>;

export type PackChanged = { ok: true } | { ok: false; reason: string };

/** Puts a draft's content in place of what it was. Published packs do not change: copy one to go on from it. */
export function changePack(
  db: Kysely<Database>,
  scope: EditScope,
  id: string,
  { policy, switchedOff, group }: { policy: NeedPolicy; switchedOff: readonly string[]; group: string },
  today: string,
): Promise<PackChanged> {
  return onPack(db, scope, id, async (transaction, pack) => {
    if (stateOf(pack, today) !== 'draft') return refused('It is published, and stays as it is. Copy it to change it');
    await transaction
      .updateTable('need_pack')
      .set({
        policy: JSON.stringify(contentOf(policy)),
        switched_off: [...switchedOff],
        changed_at: sql<Date>`clock_timestamp()`,
      })
      .where('id', '=', id)
      .execute();
    return { result: { ok: true }, detail: { deed: 'change', pack: id, group } };
  });
}

/** Publishes a draft from a day (ISO) on, with the reason; the pack before it ends on that day. Refuses a day that is past or taken. */
export function publishPack(
  db: Kysely<Database>,
  scope: EditScope,
  id: string,
  { from, reason }: { from: string; reason: string },
  today: string,
): Promise<PackChanged> {
  return onPack(db, scope, id, async (transaction, pack, packs) => {
    if (stateOf(pack, today) !== 'draft') return refused('It is published or withdrawn already');
    const problem = startProblem(packs, from, today);
    if (problem !== null) return refused(problem);
    const { organisation, person } = memberOf(scope);
    await transaction
      .updateTable('need_pack')
      .set({ valid_from: from, reason, published_by: person, published_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', id)
      .execute();
    const policy = { ...effective(pack.policy, pack.switchedOff), validFrom: from };
    const standards = policyById(minimumStandardsKind, policy.minimumStandards);
    await keepPackText(transaction, { policy, standards }, organisation.id);
    return { result: { ok: true }, detail: { deed: 'publish', pack: id, from } };
  });
}

/** Withdraws a pack that has not begun, or throws a draft away; it stays in the history with who did and why. */
export function withdrawPack(
  db: Kysely<Database>,
  scope: EditScope,
  id: string,
  why: string | null,
  today: string,
): Promise<PackChanged> {
  return onPack(db, scope, id, async (transaction, pack) => {
    const state = stateOf(pack, today);
    if (state !== 'draft' && state !== 'to come')
      return refused('It has begun, and schools were judged under it. Publish another in its place');
    await transaction
      .updateTable('need_pack')
      .set({ withdrawn_by: memberOf(scope).person, withdrawn_at: sql<Date>`clock_timestamp()`, withdrawn_why: why })
      .where('id', '=', id)
      .execute();
    return { result: { ok: true }, detail: { deed: 'withdraw', pack: id } };
  });
}

type Work = (transaction: ScopedTransaction, pack: OwnPack, packs: OwnPack[]) => Promise<Written<PackChanged>>;

/** One change of an organisation's packs at a time, so that two days cannot be taken at once. */
function onPack(db: Kysely<Database>, scope: EditScope, id: string, work: Work): Promise<PackChanged> {
  const { organisation } = memberOf(scope);
  return writeAs<PackChanged>(db, scope, async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('need_pack'), hashtext(${organisation.id}))`.execute(transaction);
    const packs = await packsOf(transaction, organisation.id);
    const pack = packs.find((one) => one.id === id);
    return pack === undefined ? refused('There is no such pack') : work(transaction, pack, packs);
  });
}

function refused(reason: string): Written<PackChanged> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { reason } };
}
