import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { readReferenceAsked } from '../../queries/designation/reference-asked.ts';
import { aloneInApplication } from '../../queries/designation/parts.ts';
import { addMove } from './add-move.ts';

export interface ReferenceGiven {
  supports: boolean;
  words: string;
  answers: Readonly<Record<string, string>>;
}

export type Referred = { ok: true } | { ok: false; reason: 'no link' | 'answered' };

/** Takes a referee's answer, once; when it is the last that was missing, the application goes on of itself. */
export function giveReference(
  db: Kysely<Database>,
  scope: Scope<'designation.refer'>,
  { supports, words, answers }: ReferenceGiven,
): Promise<Referred> {
  return writeAs(db, scope, async (transaction): Promise<Written<Referred>> => {
    const first = await readReferenceAsked(transaction);
    if (first !== null) await aloneInApplication(transaction, first.applicationId);
    const asked = await readReferenceAsked(transaction);
    if (asked === null)
      return { result: { ok: false, reason: 'no link' }, outcome: 'failed', detail: { reason: 'no link' } };
    const detail = { reference: asked.id, application: asked.applicationId };
    if (asked.answered)
      return {
        result: { ok: false, reason: 'answered' },
        outcome: 'failed',
        detail: { ...detail, reason: 'answered' },
      };
    await transaction
      .insertInto('designation_reference_answer')
      .values({
        reference_id: asked.id,
        application_id: asked.applicationId,
        organisation_id: asked.organisationId,
        supports,
        words,
        answers: JSON.stringify(answers),
      })
      .execute();
    const { rows } = await sql<{ all: boolean; state: string; moves: number }>`
      select references_are_in(${asked.applicationId}) as all, designation_state(${asked.applicationId}) as state,
        designation_moves(${asked.applicationId}) as moves`.execute(transaction);
    const [at] = rows;
    if (at?.all === true && at.state === 'awaiting reference')
      await addMove(transaction, {
        applicationId: asked.applicationId,
        organisationId: asked.organisationId,
        number: at.moves + 1,
        from: 'awaiting reference',
        to: 'eligibility check',
        part: 'house',
        by: null,
      });
    return { result: { ok: true }, detail };
  });
}
