import type { Kysely } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { ApprovalScope } from '../../policy.ts';
import { aroundWhatStands } from '../../rules/approval/around.ts';
import { insteadOf } from '../../rules/approval/choices.ts';
import { against } from '../../rules/approval/differences.ts';
import { type OpenItem, openFor } from '../../rules/approval/gates.ts';
import { dependenceOn, hadAHand } from '../../rules/approval/independence.ts';
import { isPair } from '../../rules/approval/pair.ts';
import { CHANGE_WORDS, ends } from '../../rules/approval/standing.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import { takenForward } from '../../rules/round/decision.ts';
import { isUnderWay } from '../../rules/round/round.ts';
import { readDecisions } from '../round/decisions.ts';
import { readProposals } from '../round/proposals.ts';
import { readPlanningRounds, readScenarios } from '../round/rounds.ts';
import { type ApprovalState, approvalState } from './approval-state.ts';
import { standingList } from './approved.ts';
import { asksOf } from './asks.ts';
import { type ForwardLine, newestForward } from './forward.ts';
import { partnersOf } from './partners.ts';
import { readersFor, sharesOf } from './shares.ts';

/** Who reads, and for which organisation. */
interface Reader {
  organisationId: string;
  personId: string;
}

/** Reads about a round of the reader's organisation; null when it has none with this id. */
function inRoundOf<T>(
  db: Kysely<Database>,
  scope: ApprovalScope,
  reader: Reader,
  roundId: string,
  work: (transaction: ScopedTransaction, round: PlanningRound) => Promise<T>,
): Promise<(T & { round: PlanningRound }) | null> {
  return readAs(db, scope, async (transaction) => {
    const [round] = await readPlanningRounds(transaction, reader.organisationId, roundId);
    return round === undefined ? null : { ...(await work(transaction, round)), round };
  });
}

/** Proposals of a round that have ended with a plan, each with its scenario: the one taken forward first, then the newest. */
async function endedProposals(transaction: ScopedTransaction, roundId: string) {
  const scenarios = await readScenarios(transaction, roundId);
  const proposals = await readProposals(transaction, roundId);
  const forward = takenForward(await readDecisions(transaction, roundId))?.value.proposalId;
  return proposals
    .filter((proposal) => !isUnderWay(proposal) && proposal.state !== 'failed')
    .map(({ id, scenarioId, number, at, progress }) => ({
      id,
      number,
      isTakenForward: id === forward,
      at,
      scenario: scenarios.find((one) => one.id === scenarioId)?.name ?? '',
      covered: progress?.covered ?? null,
      needs: progress?.needs ?? null,
    }))
    .toSorted((a, b) => Number(b.isTakenForward) - Number(a.isTakenForward));
}

/** Lines of the plan as they stand for the person who would approve them. */
function shownLines(state: ApprovalState) {
  const stands = new Map(state.list.map((one) => [one.needKey, one]));
  return state.forward.lines.map((forwarded) => ({
    id: forwarded.id,
    line: forwarded.line,
    against: against(forwarded.line, stands.get(forwarded.line.needKey)),
    open: openOf(forwarded, state, stands),
  }));
}

function openOf(
  { line }: ForwardLine,
  state: ApprovalState,
  stands: ReadonlyMap<string, ApprovalState['list'][number]>,
): OpenItem[] {
  if (isPair(line)) return openFor(line, line.days, state, state.approver);
  const standing = stands.get(line.needKey);
  if (standing === undefined) return [];
  return dependenceOn(standing.pair, state.approver).map((words) => ({ kind: 'not independent', words }));
}

/** All that the page of approval shows. */
export function approvalView(db: Kysely<Database>, scope: ApprovalScope, reader: Reader, roundId: string) {
  return inRoundOf(db, scope, reader, roundId, async (transaction, round) => {
    const state = await approvalState(transaction, round, reader.personId);
    return {
      state,
      lines: state === null ? [] : shownLines(state),
      hand: state === null ? [] : hadAHand(state.approver),
      proposals: await endedProposals(transaction, roundId),
    };
  });
}

/** One line of the plan that is put forward, with the leaders that other plans of the round had for it; null when there is no such line. */
export async function lineView(
  db: Kysely<Database>,
  scope: ApprovalScope,
  reader: Reader,
  { roundId, lineId }: { roundId: string; lineId: string },
) {
  const view = await approvalView(db, scope, reader, roundId);
  const shown = view?.lines.find(({ id }) => id === lineId);
  if (view === null || view.state === null || shown === undefined) return null;
  return { ...view, state: view.state, shown, instead: insteadOf(shown.line, view.state.pairs) };
}

/** Every question of a round about interests, or the one with an id. */
export function interestsView(
  db: Kysely<Database>,
  scope: ApprovalScope,
  reader: Reader,
  { roundId, askId }: { roundId: string; askId?: string },
) {
  return inRoundOf(db, scope, reader, roundId, async (transaction) => ({
    asks: await asksOf(transaction, { roundId, ...(askId !== undefined && { id: askId }) }),
  }));
}

/** The list of approved pairs: what stands, and what stood with why it does not. */
export function approvedView(db: Kysely<Database>, scope: ApprovalScope, reader: Reader, roundId: string) {
  return inRoundOf(db, scope, reader, roundId, async (transaction) => {
    const { lines, changes, standing } = await standingList(transaction, roundId);
    const stands = new Set(standing.map(({ id }) => id));
    const ended = lines.flatMap((line) => {
      const { leaderKey, at, pair } = line;
      if (leaderKey === null || stands.has(line.id)) return [];
      const of = { leaderKey, supportedUrn: pair.supported.urn, homeUrn: pair.home.urn };
      const change = changes.find((one) => one.at > at && ends(one, of));
      const later = lines.find((other) => other.needKey === line.needKey && other.at > at);
      const why =
        change !== undefined
          ? `${CHANGE_WORDS[change.kind]}: ${change.reason}`
          : later?.leaderKey === null
            ? 'Ended by a later approval'
            : 'Another pair was approved for this need';
      return [{ ...line, why }];
    });
    return { standing, ended };
  });
}

/** What changed after approval, and which needs wait for a new leader. */
export function changesView(db: Kysely<Database>, scope: ApprovalScope, reader: Reader, roundId: string) {
  return inRoundOf(db, scope, reader, roundId, async (transaction) => {
    const { lines, changes, standing } = await standingList(transaction, roundId);
    const forward = await newestForward(transaction, roundId);
    const approved = lines.filter(({ leaderKey }) => leaderKey !== null);
    const schools = new Map(approved.map(({ needKey, pair }) => [needKey, pair.supported]));
    const urgent = changes.flatMap(({ needKey, urn }) => (needKey === null || urn === null ? [] : [{ needKey, urn }]));
    const names = await namesOf(
      transaction,
      changes.flatMap(({ urn }) => urn ?? []),
    );
    for (const { needKey, urn } of urgent) schools.set(needKey, { urn, name: names.get(urn) ?? String(urn) });
    const { open } = aroundWhatStands({
      needs: [...schools].map(([key, { urn }]) => ({ key, urn })),
      leaders: [],
      standing,
      everApproved: approved.map(({ needKey, leaderKey, pair }) => ({
        needKey,
        leaderKey: leaderKey!,
        supportedUrn: pair.supported.urn,
        homeUrn: pair.home.urn,
      })),
      changes,
      waiting: [],
    });
    const leaders = new Map(approved.map(({ leaderKey, pair }) => [leaderKey!, pair.leader]));
    return {
      standing,
      forward,
      open: open.map((key) => schools.get(key)!.name),
      changes: changes.map((change) => ({
        ...change,
        about:
          change.leaderKey === null
            ? (names.get(change.urn ?? 0) ?? String(change.urn))
            : (leaders.get(change.leaderKey) ?? change.leaderKey),
      })),
    };
  });
}

async function namesOf(transaction: ScopedTransaction, urns: readonly number[]): Promise<Map<number, string>> {
  if (urns.length === 0) return new Map();
  const rows = await transaction.selectFrom('school').select(['urn', 'name']).where('urn', 'in', urns).execute();
  return new Map(rows.map(({ urn, name }) => [urn, name]));
}

/** What was shared in a round, and with whom it could be. */
export function panelView(db: Kysely<Database>, scope: ApprovalScope, reader: Reader, roundId: string) {
  return inRoundOf(db, scope, reader, roundId, async (transaction) => ({
    shares: await sharesOf(transaction, { roundId }),
    readers: await readersFor(transaction, roundId),
    proposals: await endedProposals(transaction, roundId),
  }));
}

/** The partners of a round. */
export function partnersView(db: Kysely<Database>, scope: ApprovalScope, reader: Reader, roundId: string) {
  return inRoundOf(db, scope, reader, roundId, async (transaction) => ({
    partners: await partnersOf(transaction, roundId),
  }));
}
