import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';
import type { PlanningScope } from '../../policy.ts';
import type { RoundPlan } from '../../rules/round/round-plan.ts';
import type { Proposal, ProposalAsked, ProposalProgress, ProposalWithPlan } from '../../rules/round/round.ts';
import type { Solution } from '../../rules/solution.ts';

/** The proposals of a round without their plans, the newest first. */
export function proposalsOf(db: Kysely<Database>, scope: PlanningScope, roundId: string): Promise<Proposal[]> {
  return readAs(db, scope, (transaction) => readProposals(transaction, roundId));
}

/** The same within a transaction. */
export async function readProposals(transaction: ScopedTransaction, roundId: string, id?: string): Promise<Proposal[]> {
  const rows = await transaction
    .selectFrom('planning_proposal as p')
    .select([
      'p.id',
      'p.round_id',
      'p.scenario_id',
      'p.state',
      'p.asked',
      'p.decisions',
      'p.progress',
      'p.inputs_sha256',
      'p.fault',
      'p.cancel_asked_at',
      'p.asked_in_role',
      'p.asked_at',
      'p.started_at',
      'p.ended_at',
      'p.seconds',
    ])
    .select((eb) => [
      sql<string | null>`author_in_planning(${eb.ref('p.asked_by')})`.as('by'),
      sql<number>`(select count(*)::integer from planning_proposal q
        where q.round_id = ${eb.ref('p.round_id')} and q.asked_at <= ${eb.ref('p.asked_at')})`.as('number'),
    ])
    .where('p.round_id', '=', roundId)
    .$if(id !== undefined, (query) => query.where('p.id', '=', id!))
    .orderBy('p.asked_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    roundId: row.round_id,
    scenarioId: row.scenario_id,
    state: row.state,
    asked: row.asked as ProposalAsked,
    decisions: row.decisions,
    progress: row.progress as ProposalProgress | null,
    inputsSha256: row.inputs_sha256,
    fault: row.fault,
    cancelling: row.cancel_asked_at !== null,
    by: row.by ?? NOT_KEPT,
    at: row.asked_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    seconds: row.seconds,
  }));
}

/** How one proposal stands, without its plan; null when the round has none with this id. */
export async function proposalOf(
  db: Kysely<Database>,
  scope: PlanningScope,
  roundId: string,
  id: string,
): Promise<Proposal | null> {
  const [proposal] = await readAs(db, scope, (transaction) => readProposals(transaction, roundId, id));
  return proposal ?? null;
}

/** The same with its plan. */
export async function proposalWithPlan(
  db: Kysely<Database>,
  scope: PlanningScope,
  roundId: string,
  id: string,
): Promise<ProposalWithPlan | null> {
  return readAs(db, scope, async (transaction) => {
    const [proposal] = await readProposals(transaction, roundId, id);
    return proposal === undefined ? null : { ...proposal, plan: await readPlan(transaction, id) };
  });
}

/** The plan of a proposal; null where there is none yet, or it is no longer kept. */
export async function readPlan(transaction: ScopedTransaction, proposalId: string): Promise<RoundPlan | null> {
  const row = await transaction
    .selectFrom('planning_proposal')
    .select('plan')
    .where('id', '=', proposalId)
    .executeTakeFirst();
  return (row?.plan ?? null) as RoundPlan | null;
}

/** The solver's answer of a proposal that has ended, with its proof; null where there is none. */
export function solutionOfProposal(
  db: Kysely<Database>,
  scope: PlanningScope,
  proposalId: string,
): Promise<Solution | null> {
  return readAs(db, scope, async (transaction) => {
    const row = await transaction
      .selectFrom('planning_proposal')
      .select('solution')
      .where('id', '=', proposalId)
      .executeTakeFirst();
    // While the search goes on, and where it was cut off, what is kept is the best so far without its proof.
    const kept = row?.solution ?? null;
    return kept !== null && typeof kept === 'object' && 'proof' in kept ? (kept as Solution) : null;
  });
}
