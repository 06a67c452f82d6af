import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { PanelSeat, ToDeclare } from '../../rules/designation/panel.ts';

/** Who sits on the panel of a round, and who hears appeals. */
export async function panelOf(transaction: ScopedTransaction, roundId: string): Promise<PanelSeat[]> {
  const { rows } = await sql<PanelSeat>`
    select id, person_id as "personId", coalesce(author_in_designation(person_id), '') as name, part
    from designation_panel where round_id = ${roundId} and ended_at is null order by part, name`.execute(transaction);
  return rows;
}

/** People of the service who can be named, for those who run its rounds. */
export async function judgesOf(
  transaction: ScopedTransaction,
): Promise<{ personId: string; name: string; roles: string[] }[]> {
  const { rows } = await sql<{ person_id: string; name: string; roles: string[] }>`
    select * from designation_judges()`.execute(transaction);
  return rows.map(({ person_id, ...judge }) => ({ personId: person_id, ...judge }));
}

/** Submitted applications of a round, for whoever sits on its panel: before they declare, and where they have an interest. */
export async function toDeclare(transaction: ScopedTransaction, roundId: string): Promise<ToDeclare[]> {
  const { rows } = await sql<ToDeclare>`
    select d.application_id as "applicationId", d.applicant, d.urn, s.name as school, d.state, d.declared
    from designation_to_declare(${roundId}) d join school s on s.urn = d.urn`.execute(transaction);
  return rows;
}
