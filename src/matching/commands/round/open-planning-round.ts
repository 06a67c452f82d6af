import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import { memberOf } from '../../../access/on-school.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { SchoolTerm } from '../../../need/rules/round/term.ts';
import type { runPlanning } from '../../policy.ts';
import { readPlanningRounds } from '../../queries/round/rounds.ts';
import { packInputs, type RoundInputs } from '../../rules/round/inputs.ts';
import type { ScenarioWeights } from '../../rules/round/round.ts';

export interface NewPlanningRound extends SchoolTerm {
  title: string;
  /** ISO days. */
  from: string;
  to: string;
}

export type OpenedPlanning =
  | { ok: true; id: string; scenarioId: string }
  | { ok: false; reason: 'term taken'; id: string };

/** A scenario that weighs as the policy does. */
export const AS_THE_POLICY: ScenarioWeights = { change: {}, budgetPounds: null };

/** Opens a planning round of the scope's organisation on what was frozen, with a first scenario under the policy's own weights. */
export function openPlanningRound(
  db: Kysely<Database>,
  scope: Scope<typeof runPlanning.verb>,
  { title, schoolYear, term, from, to }: NewPlanningRound,
  inputs: RoundInputs,
): Promise<OpenedPlanning> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<OpenedPlanning>> => {
    await aloneInPlanning(transaction, organisation.id);
    const rounds = await readPlanningRounds(transaction, organisation.id);
    const taken = rounds.find(
      (round) => round.schoolYear === schoolYear && round.term === term && round.state !== 'closed',
    );
    if (taken !== undefined) {
      const result = { ok: false, reason: 'term taken', id: taken.id } as const;
      return { result, outcome: 'failed', detail: { step: 'open', reason: result.reason } };
    }
    const content = JSON.stringify(packInputs(inputs));
    const { rows } = await sql<{ sha256: string }>`
      select encode(sha256(convert_to((${content}::jsonb)::text, 'UTF8')), 'hex') as sha256`.execute(transaction);
    const { id } = await transaction
      .insertInto('planning_round')
      .values({
        organisation_id: organisation.id,
        title,
        school_year: schoolYear,
        term,
        term_from: from,
        term_to: to,
        as_at: inputs.asAt,
        travel: inputs.travel,
        inputs_sha256: rows[0]!.sha256,
        opened_by: person,
        opened_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const belongs = { round_id: id, organisation_id: organisation.id };
    await transaction
      .insertInto('planning_input')
      .values({ ...belongs, content })
      .execute();
    const { id: scenarioId } = await transaction
      .insertInto('planning_scenario')
      .values({
        ...belongs,
        name: 'As the policy weighs',
        weights: JSON.stringify(AS_THE_POLICY),
        copied_from: null,
        made_by: person,
        made_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const detail = { step: 'open', round: id, needs: inputs.needs.length, leaders: inputs.leaders.length };
    return { result: { ok: true, id, scenarioId }, detail };
  });
}

/** Waits until nobody else changes the planning rounds of the organisation. */
export async function aloneInPlanning(transaction: ScopedTransaction, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('planning_round'), hashtext(${organisationId}))`.execute(transaction);
}
