import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { NOT_KEPT, organisationOfScope } from '../../../need/queries/round/rounds.ts';
import { withPartners } from '../approval/partners.ts';
import type { PlanningScope } from '../../policy.ts';
import { type PackedInputs, type RoundInputs, unpackInputs } from '../../rules/round/inputs.ts';
import type { PlanningRound, Scenario, ScenarioWeights } from '../../rules/round/round.ts';

/** The planning rounds of the scope's organisation, the newest first. */
export function planningRoundsOf(db: Kysely<Database>, scope: PlanningScope): Promise<PlanningRound[]> {
  return readAs(db, scope, (transaction) => readPlanningRounds(transaction, organisationOfScope(scope)));
}

/** One round of the scope's organisation, or null when it has none with this id. */
export async function planningRoundOf(
  db: Kysely<Database>,
  scope: PlanningScope,
  id: string,
): Promise<PlanningRound | null> {
  const [round] = await readAs(db, scope, (transaction) =>
    readPlanningRounds(transaction, organisationOfScope(scope), id),
  );
  return round ?? null;
}

/** The same within a transaction. */
export async function readPlanningRounds(
  transaction: ScopedTransaction,
  organisationId: string,
  id?: string,
): Promise<PlanningRound[]> {
  const rows = await transaction
    .selectFrom('planning_round as r')
    .selectAll('r')
    .select((eb) => sql<string | null>`author_in_planning(${eb.ref('r.opened_by')})`.as('by'))
    .where('r.organisation_id', '=', organisationId)
    .$if(id !== undefined, (query) => query.where('r.id', '=', id!))
    .orderBy('r.opened_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    title: row.title,
    schoolYear: row.school_year,
    term: row.term,
    from: row.term_from,
    to: row.term_to,
    state: row.state,
    asAt: row.as_at,
    travel: row.travel,
    inputsSha256: row.inputs_sha256,
    openedBy: row.by ?? NOT_KEPT,
    openedInRole: row.opened_in_role,
    openedAt: row.opened_at.toISOString(),
  }));
}

/** What a round was frozen from; null when it is no longer kept. */
export function inputsOf(db: Kysely<Database>, scope: PlanningScope, roundId: string): Promise<RoundInputs | null> {
  return readAs(db, scope, (transaction) => readInputs(transaction, roundId));
}

/** The same within a transaction, with what partners who take part brought. */
export async function readInputs(transaction: ScopedTransaction, roundId: string): Promise<RoundInputs | null> {
  const row = await transaction
    .selectFrom('planning_input')
    .select('content')
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row === undefined ? null : withPartners(transaction, roundId, unpackInputs(row.content as PackedInputs));
}

/** The scenarios of a round, the oldest first. */
export function scenariosOf(db: Kysely<Database>, scope: PlanningScope, roundId: string): Promise<Scenario[]> {
  return readAs(db, scope, (transaction) => readScenarios(transaction, roundId));
}

/** The same within a transaction. */
export async function readScenarios(transaction: ScopedTransaction, roundId: string): Promise<Scenario[]> {
  const rows = await transaction
    .selectFrom('planning_scenario as s')
    .selectAll('s')
    .select((eb) => sql<string | null>`author_in_planning(${eb.ref('s.made_by')})`.as('by'))
    .where('s.round_id', '=', roundId)
    .orderBy('s.made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    name: row.name,
    weights: row.weights as ScenarioWeights,
    copiedFrom: row.copied_from,
    by: row.by ?? NOT_KEPT,
    at: row.made_at.toISOString(),
  }));
}
