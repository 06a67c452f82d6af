import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { runDesignation } from '../../policy.ts';
import { judgesOf, panelOf } from '../../queries/designation/panel.ts';
import { readRounds } from '../../queries/designation/rounds.ts';

export type PanelNamed =
  | { ok: true }
  | {
      ok: false;
      reason: 'no such round' | 'no such person' | 'named already' | 'has a chair' | 'role' | 'sat on the panel';
    };

/**
 * Names somebody of the service to the panel of a round, its chair, or to hear appeals. A chair and whoever hears appeals can decide, so
 * they are service leads or brokers; whoever sat on the panel hears no appeal of the round.
 */
export function nameOnPanel(
  db: Kysely<Database>,
  scope: Scope<typeof runDesignation.verb>,
  roundId: string,
  { person: named, part }: { person: string; part: 'chair' | 'member' | 'appeal' },
): Promise<PanelNamed> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<PanelNamed>> => {
    const failed = (reason: Extract<PanelNamed, { ok: false }>['reason']): Written<PanelNamed> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { round: roundId, reason },
    });
    const [round] = await readRounds(transaction, { organisationId: organisation.id, roundId });
    if (round === undefined) return failed('no such round');
    await sql`select pg_advisory_xact_lock(hashtext('designation_panel'), hashtext(${roundId}))`.execute(transaction);
    const judge = (await judgesOf(transaction)).find(({ personId }) => personId === named);
    if (judge === undefined) return failed('no such person');
    const seats = await panelOf(transaction, roundId);
    if (seats.some(({ personId }) => personId === named)) return failed('named already');
    if (part === 'chair' && seats.some((seat) => seat.part === 'chair')) return failed('has a chair');
    if (part !== 'member' && !judge.roles.some((held) => held === 'service lead' || held === 'broker'))
      return failed('role');
    const { rows } = await sql<{ sat: boolean }>`select sat_on_designation(${roundId}, ${named}) as sat`.execute(
      transaction,
    );
    if (part === 'appeal' && rows[0]?.sat === true) return failed('sat on the panel');
    await transaction
      .insertInto('designation_panel')
      .values({
        round_id: roundId,
        organisation_id: organisation.id,
        person_id: named,
        part,
        named_by: person,
        named_in_role: role,
      })
      .execute();
    return { result: { ok: true }, detail: { round: roundId, part, named } };
  });
}

/** Ends a part in a panel; what the person scored stays. False when there is no such seat. */
export function endSeat(
  db: Kysely<Database>,
  scope: Scope<typeof runDesignation.verb>,
  roundId: string,
  seat: string,
  now: Date,
): Promise<boolean> {
  const { organisation, person } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<boolean>> => {
    const { numUpdatedRows } = await transaction
      .updateTable('designation_panel')
      .set({ ended_at: now, ended_by: person })
      .where('id', '=', seat)
      .where('round_id', '=', roundId)
      .where('organisation_id', '=', organisation.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    const found = numUpdatedRows > 0n;
    return { result: found, outcome: found ? 'done' : 'failed', detail: { round: roundId, step: 'end a seat' } };
  });
}
