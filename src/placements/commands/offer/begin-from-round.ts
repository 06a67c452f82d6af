import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { LEAD } from '../../../leaders/rules/support-policy.ts';
import { type ListedLine, standingList } from '../../../matching/queries/approval/approved.ts';
import { type AskShown, asksOf } from '../../../matching/queries/approval/asks.ts';
import { readPlanningRounds } from '../../../matching/queries/round/rounds.ts';
import { askState, OUTCOME_WORDS } from '../../../matching/rules/approval/declaration.ts';
import type { PlanningRound } from '../../../matching/rules/round/round.ts';
import type { beginFromRound } from '../../policy/offer.ts';
import { begunOf } from '../../queries/offer/from-round.ts';
import { openOfKind } from '../../queries/offer/requests.ts';
import type { OfferPolicy } from '../../rules/offer/offer-policy.ts';
import { EMPTY_TRIAGE } from '../../rules/offer/triage.ts';
import { movePlacement, notePlacementEvent } from '../change-placement.ts';
import { addTriage } from './add-triage.ts';
import { nextReference } from './next-reference.ts';

export type Begun =
  /** `open` are pairs whose school has an open placement of the kind already, with that placement. */
  | { ok: true; begun: string[]; already: string[]; open: { school: string; id: string }[] }
  | { ok: false; reason: 'no such round' };

interface ToBegin {
  roundId: string;
  /** Approved pairs; every one that stands when left out. */
  pairIds?: readonly string[];
  today: string;
  policy: OfferPolicy;
}

/**
 * Begins the placements of approved pairs of a planning round: each with the leader of the pair first on its short list and with what
 * the heads declared there. The round's approval stands for the triage, and the history says so. A pair is begun once.
 */
export function beginPlacements(
  db: Kysely<Database>,
  scope: Scope<typeof beginFromRound.verb>,
  { roundId, pairIds, today, policy }: ToBegin,
): Promise<Begun> {
  const { organisation } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Begun>> => {
    const [round] = await readPlanningRounds(transaction, organisation.id, roundId);
    if (round === undefined)
      return { result: { ok: false, reason: 'no such round' }, outcome: 'failed', detail: { round: roundId } };
    const { standing } = await standingList(transaction, roundId);
    const asks = await asksOf(transaction, { roundId });
    const result: Extract<Begun, { ok: true }> = { ok: true, begun: [], already: [], open: [] };
    for (const line of standing.filter(({ id }) => pairIds === undefined || pairIds.includes(id))) {
      // Also keeps others who would begin the same pair waiting.
      const reference = await nextReference(transaction, organisation.id, today);
      const before = (await begunOf(transaction, [line.id])).get(line.id);
      if (before !== undefined) {
        result.already.push(before.id);
        continue;
      }
      const support = line.needKey.slice(line.needKey.indexOf(':') + 1);
      const supportType = support === LEAD ? policy.fromRound.lead : policy.fromRound.field;
      const of = { organisationId: organisation.id, urn: line.pair.supported.urn, support, supportType };
      const open = await openOfKind(transaction, of);
      if (open !== null) {
        result.open.push({ school: line.pair.supported.name, id: open });
        continue;
      }
      result.begun.push(await beginOne(transaction, scope, { round, line, reference, support, supportType, asks }));
    }
    return { result, detail: { round: roundId, begun: result.begun.length, already: result.already.length } };
  });
}

interface ToBeginOne {
  round: PlanningRound;
  line: ListedLine;
  reference: string;
  support: string;
  supportType: string;
  asks: readonly AskShown[];
}

async function beginOne(
  transaction: ScopedTransaction,
  scope: Scope<typeof beginFromRound.verb>,
  { round, line, reference, support, supportType, asks }: ToBeginOne,
): Promise<string> {
  const { organisation, person, role } = memberOf(scope);
  const { pair } = line;
  const { id } = await transaction
    .insertInto('placement')
    .values({
      organisation_id: organisation.id,
      reference,
      supported_urn: pair.supported.urn,
      home_urn: null,
      leader_name: null,
      leader_id: null,
      leader_person_id: null,
      supported_head_id: null,
      support,
      support_type: supportType,
      focus: `${capital(pair.support)}, as planned in ${round.title}`.slice(0, 2000),
      hoped_outcome: null,
      origin: 'round',
      asked_by_kind: organisation.kind === 'trust' ? 'trust' : 'local authority',
      approved_pair_id: line.id,
      half_days: Math.max(1, Math.round(line.days * 2)),
      starts_on: round.from,
      ends_on: round.to,
      assigned_to: person,
      risk: null,
      ended_how: null,
      due_on: null,
      made_by: person,
      made_in_role: role,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const placement = { id, organisationId: organisation.id };
  await notePlacementEvent(transaction, scope, placement, {
    deed: 'begin-from-round',
    as: 'service',
    seenBy: 'all',
    detail: { round: round.title },
  });
  await addTriage(transaction, scope, placement, { ...EMPTY_TRIAGE, source: 'round' });
  const words = `The approval of the pair in ${round.title} stands for the triage.`;
  for (const move of ['begin-triage', 'accept-request'] as const) {
    const moved = await movePlacement(transaction, scope, {
      placementId: id,
      version: null,
      move,
      deed: move,
      as: 'service',
      words,
    });
    if (!moved.ok) throw new Error(`A placement of a round could not ${move}: ${moved.reason}`);
  }
  const { id: candidate } = await transaction
    .insertInto('placement_candidate')
    .values({
      placement_id: id,
      organisation_id: organisation.id,
      source: 'round',
      leader_id: null,
      leader_name: pair.leader,
      leader_email: null,
      home_urn: pair.home.urn,
      reasons: [...pair.reasons],
      added_by: person,
      added_in_role: role,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const ask of asks.filter(({ needKey, leaderKey }) => needKey === line.needKey && leaderKey === line.leaderKey)) {
    const { declaration, decision } = ask;
    const state = askState(ask);
    // What is still open in the round is asked here.
    if (declaration === null || !['none', 'stands', 'mitigated'].includes(state)) continue;
    const { says } = declaration;
    await transaction
      .insertInto('placement_declaration')
      .values({
        candidate_id: candidate,
        placement_id: id,
        organisation_id: organisation.id,
        side: ask.side,
        says: says.says,
        kind: says.says === 'interest' ? says.kind : null,
        detail: says.says === 'interest' ? says.detail : null,
        how: 'round',
        given_by: declaration.givenBy ?? declaration.by,
        given_on: declaration.on,
        settled_words:
          decision === null ? null : `${OUTCOME_WORDS[decision.outcome]}. ${decision.words}`.slice(0, 2000),
        recorded_by: person,
        recorded_in_role: role,
      })
      .execute();
  }
  return id;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
