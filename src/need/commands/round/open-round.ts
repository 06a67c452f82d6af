import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { runRound } from '../../policy.ts';
import type { NeedPack, SchoolNeed } from '../../queries.ts';
import { organisationOfScope, readRounds } from '../../queries/round/rounds.ts';
import { packed } from '../../rules/assessment.ts';
import type { NewRound } from '../../rules/round/round.ts';
import { keepPackText } from '../keep-pack-text.ts';
import { actingIn } from './acting-in.ts';

export type Opened =
  | { ok: true; id: string }
  | { ok: false; reason: 'one is open' | 'term taken' | 'nobody takes part' };

/** What a round is opened on: the need of the service's schools as it reads it, and the pack under which it was worked out. */
export interface OpenedOn {
  needs: readonly SchoolNeed[];
  pack: NeedPack;
}

/**
 * Opens a round for the scope's organisation and freezes what it starts from: the policy, the date of the data, and for each
 * school that takes part its proposed category, points and evidence. One round of a service is under way at a time, and a term has one.
 */
export async function openRound(
  db: Kysely<Database>,
  scope: Scope<typeof runRound.verb>,
  { schoolYear, term, panelOn, lettersOn, answerBy }: NewRound,
  { needs, pack }: OpenedOn,
): Promise<Opened> {
  const organisationId = organisationOfScope(scope);
  const { person, role } = actingIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Opened>> => {
    await aloneInRounds(transaction, organisationId);
    const rounds = await readRounds(transaction, organisationId);
    if (rounds.some(({ state }) => state !== 'closed')) return failed('one is open');
    if (rounds.some((round) => round.schoolYear === schoolYear && round.term === term)) return failed('term taken');
    const taking = await takingPart(transaction, needs);
    if (taking[0] === undefined) return failed('nobody takes part');
    const { id } = await transaction
      .insertInto('need_round')
      .values({
        organisation_id: organisationId,
        school_year: schoolYear,
        term,
        policy_id: pack.policy.id,
        policy: JSON.stringify(pack.policy),
        pack_sha256: await keepPackText(transaction, pack, pack.owner?.id ?? null),
        as_at: taking[0].asAt,
        panel_on: panelOn,
        letters_on: lettersOn,
        answer_by: answerBy,
        opened_by: person,
        opened_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const belongs = { round_id: id, organisation_id: organisationId };
    await transaction
      .insertInto('need_round_step')
      .values({ ...belongs, state: 'open', words: null, made_by: person, made_in_role: role })
      .execute();
    await transaction
      .insertInto('need_round_item')
      .values(
        taking.map(({ urn, computed, points, indicators }) => ({
          ...belongs,
          urn,
          proposed: computed,
          points,
          evidence: JSON.stringify(indicators.map(packed)),
        })),
      )
      .execute();
    return { result: { ok: true, id }, detail: { step: 'open', round: id, schools: taking.length } };
  });
}

/** Waits until nobody else changes the rounds of the organisation. */
export async function aloneInRounds(transaction: ScopedTransaction, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('need_round'), hashtext(${organisationId}))`.execute(transaction);
}

async function takingPart(transaction: ScopedTransaction, needs: readonly SchoolNeed[]): Promise<SchoolNeed[]> {
  const { rows } = await sql<{ urn: number }>`
    select urn from unnest(${needs.map(({ urn }) => urn)}::int[]) as urn where may_judge(urn)`.execute(transaction);
  const urns = new Set(rows.map(({ urn }) => urn));
  return needs.filter(({ urn }) => urns.has(urn));
}

function failed(reason: Extract<Opened, { ok: false }>['reason']): Written<Opened> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { step: 'open', reason } };
}
