import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';
import type { PlanningScope } from '../../policy.ts';
import type { RoundDecision } from '../../rules/round/decision.ts';
import { decisionOfRow } from '../../rules/round/stored-decision.ts';

/** Everything decided in a round, undone or not, the oldest first. */
export function decisionsOf(db: Kysely<Database>, scope: PlanningScope, roundId: string): Promise<RoundDecision[]> {
  return readAs(db, scope, (transaction) => readDecisions(transaction, roundId));
}

/** The same within a transaction. */
export async function readDecisions(transaction: ScopedTransaction, roundId: string): Promise<RoundDecision[]> {
  const rows = await transaction
    .selectFrom('planning_decision as d')
    .selectAll('d')
    .select((eb) => [
      sql<string | null>`author_in_planning(${eb.ref('d.decided_by')})`.as('by'),
      sql<string | null>`author_in_planning(${eb.ref('d.undone_by')})`.as('undoer'),
    ])
    .where('d.round_id', '=', roundId)
    .orderBy('d.decided_at')
    .execute();
  return rows.map((row) => ({
    ...decisionOfRow(row),
    id: row.id,
    scenarioId: row.scenario_id,
    reason: row.reason,
    by: row.by ?? NOT_KEPT,
    role: row.decided_in_role,
    at: row.decided_at.toISOString(),
    undone:
      row.undone_at === null
        ? null
        : {
            by: row.undoer ?? NOT_KEPT,
            role: row.undone_in_role ?? '',
            at: row.undone_at.toISOString(),
            why: row.undone_why,
          },
  }));
}
