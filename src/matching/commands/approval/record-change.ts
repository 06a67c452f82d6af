import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { changeApproved } from '../../policy.ts';
import { standingList } from '../../queries/approval/approved.ts';
import { readDecisions } from '../../queries/round/decisions.ts';
import { readInputs } from '../../queries/round/rounds.ts';
import { CHANGE_WORDS, type ChangeKind, ends } from '../../rules/approval/standing.ts';
import { applyDecisions, type DecidedSides } from '../../rules/round/apply-decisions.ts';
import type { DecisionContent } from '../../rules/round/decision.ts';
import { rowOfDecision } from '../../rules/round/stored-decision.ts';
import type { Need } from '../../rules/sides.ts';
import { inRound, moveTo } from './in-round.ts';

export interface NewChange {
  kind: ChangeKind;
  leaderKey: string | null;
  urn: number | null;
  /** Of an urgent need: worked out from the school's record. */
  need: Need | null;
  /** ISO day. */
  on: string;
  reason: string;
}

export type ChangeRecorded =
  | { ok: true; ended: number }
  | { ok: false; reason: 'no such round' | 'over' | 'nothing approved' | 'no such leader' | 'no such school' };

/**
 * Records what happened after approval, and takes it into the round for every later plan: a leader who goes is withdrawn, needs of a
 * school that closes are left out, an urgent need is added. A round that was approved is open again; what stands stays.
 */
export function recordChange(
  db: Kysely<Database>,
  scope: Scope<typeof changeApproved.verb>,
  roundId: string,
  change: NewChange,
): Promise<ChangeRecorded> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<ChangeRecorded>> => {
    const { kind, leaderKey, urn, need, on, reason } = change;
    const detail = { round: roundId, change: kind, leader: leaderKey, school: urn };
    const failed = (why: Extract<ChangeRecorded, { ok: false }>['reason']): Written<ChangeRecorded> => ({
      result: { ok: false, reason: why },
      outcome: 'failed',
      detail: { ...detail, reason: why },
    });
    const found = await inRound(transaction, organisation.id, roundId, 'change');
    if (!found.ok) return failed(found.reason);
    const { standing } = await standingList(transaction, roundId);
    if (standing.length === 0) return failed('nothing approved');
    const hit = standing.filter((one) =>
      ends(change, { leaderKey: one.leaderKey, supportedUrn: one.pair.supported.urn, homeUrn: one.pair.home.urn }),
    );
    if (leaderKey !== null && hit.length === 0) return failed('no such leader');
    const sides = await sidesNow(transaction, roundId);
    const isThere = [...sides.needs, ...sides.leaders].some(({ school }) => school.urn === urn);
    if (kind === 'school closes' && !isThere && hit.length === 0) return failed('no such school');
    if (kind === 'urgent need' && need === null) return failed('no such school');
    const belongs = { round_id: roundId, organisation_id: organisation.id };
    await transaction
      .insertInto('planning_change')
      .values({
        ...belongs,
        kind,
        leader_key: leaderKey,
        urn,
        need_key: need?.key ?? null,
        happened_on: on,
        reason,
        recorded_by: person,
        recorded_in_role: role,
      })
      .execute();
    for (const decision of decisionsFor(change, sides)) {
      const row = rowOfDecision(decision);
      await transaction
        .insertInto('planning_decision')
        .values({
          ...belongs,
          ...row,
          value: JSON.stringify(row.value),
          scenario_id: null,
          reason: `${CHANGE_WORDS[kind]}: ${reason}`.slice(0, 2000),
          decided_by: person,
          decided_in_role: role,
        })
        .execute();
    }
    await moveTo(transaction, found.round, found.next);
    return { result: { ok: true, ended: hit.length }, detail: { ...detail, ended: hit.length } };
  });
}

type Sides = Pick<DecidedSides, 'needs' | 'leaders' | 'leftOut'>;

/** Needs and leaders of the round as people decided in all of its scenarios. */
async function sidesNow(transaction: ScopedTransaction, roundId: string): Promise<Sides> {
  const inputs = await readInputs(transaction, roundId);
  if (inputs === null) return { needs: [], leaders: [], leftOut: [] };
  const decisions = (await readDecisions(transaction, roundId)).filter(
    ({ scenarioId, undone }) => scenarioId === null && undone === null,
  );
  return applyDecisions(inputs, decisions);
}

function decisionsFor(
  { kind, leaderKey, urn, need }: NewChange,
  { needs, leaders, leftOut }: Sides,
): DecisionContent[] {
  switch (kind) {
    case 'leader withdraws':
    case 'release withdrawn':
      return leaders.some(({ key }) => key === leaderKey) ? [withdraw(leaderKey!)] : [];
    case 'school closes':
      return [
        ...leaders.filter(({ school }) => school.urn === urn).map(({ key }) => withdraw(key)),
        ...needs
          .filter(({ school }) => school.urn === urn)
          .map(({ key }): DecisionContent => ({ kind: 'leave out', leaderKey: null, needKey: key, value: {} })),
      ];
    case 'urgent need':
      return need === null || needs.some(({ key }) => key === need.key && !leftOut.includes(key))
        ? []
        : [{ kind: 'add need', leaderKey: null, needKey: need.key, value: { need } }];
  }
}

function withdraw(leaderKey: string): DecisionContent {
  return { kind: 'withdraw leader', leaderKey, needKey: null, value: {} };
}
