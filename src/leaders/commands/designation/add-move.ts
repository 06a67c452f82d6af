import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { ApplicationState, DesignationPart } from '../../rules/designation/states.ts';

interface MoveToAdd {
  applicationId: string;
  organisationId: string;
  number: number;
  from: ApplicationState;
  to: ApplicationState;
  part: DesignationPart;
  words?: string | null;
  untilOn?: string | null;
  by: { person: string; role: string } | null;
}

/** Adds a move to an application. The database refuses one that is not in its table, or not this person's. */
export async function addMove(transaction: ScopedTransaction, move: MoveToAdd): Promise<void> {
  await transaction
    .insertInto('designation_move')
    .values({
      application_id: move.applicationId,
      organisation_id: move.organisationId,
      number: move.number,
      from_state: move.from,
      to_state: move.to,
      part: move.part,
      words: move.words ?? null,
      until_on: move.untilOn ?? null,
      made_by: move.by?.person ?? null,
      made_in_role: move.by?.role ?? null,
    })
    .execute();
}
