import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { notePanel as permission } from '../../policy.ts';
import { organisationOfScope, readPanel, readRounds } from '../../queries/round/rounds.ts';
import { interestsOf, type PanelEntry } from '../../rules/round/round.ts';
import { actingIn } from './acting-in.ts';
import { aloneInRounds } from './open-round.ts';

export type Noted =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'no such round' | 'closed' | 'no such school' | 'no interest to withdraw' };

/**
 * Writes down who sits on the panel, a note, or an interest of the actor in a school of the round (or that it is over). An interest is
 * one's own: nobody declares or withdraws another's.
 */
export function notePanel(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  roundId: string,
  entry: Pick<PanelEntry, 'kind' | 'urn' | 'words'>,
): Promise<Noted> {
  const organisationId = organisationOfScope(scope);
  const { person, role } = actingIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Noted>> => {
    const failed = (reason: Extract<Noted, { ok: false }>['reason']): Written<Noted> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { round: roundId, entry: entry.kind, reason },
    });
    await aloneInRounds(transaction, organisationId);
    const [round] = await readRounds(transaction, organisationId, roundId);
    if (round === undefined) return failed('no such round');
    if (round.state === 'closed') return failed('closed');
    const entries = await readPanel(transaction, roundId);
    if (entry.urn !== null) {
      const item = await transaction
        .selectFrom('need_round_item')
        .select('urn')
        .where('round_id', '=', roundId)
        .where('urn', '=', entry.urn)
        .executeTakeFirst();
      if (item === undefined) return failed('no such school');
      const has = interestsOf(entries, person).has(entry.urn);
      if (entry.kind === 'interest withdrawn' && !has) return failed('no interest to withdraw');
      if (entry.kind === 'interest' && has)
        return { result: { ok: true, unchanged: true }, detail: { unchanged: true } };
    }
    const last = entries.findLast(({ kind }) => kind === entry.kind);
    if (entry.urn === null && last?.words === entry.words && last.personId === person)
      return { result: { ok: true, unchanged: true }, detail: { unchanged: true } };
    await transaction
      .insertInto('need_panel_entry')
      .values({ round_id: roundId, organisation_id: organisationId, ...entry, made_by: person, made_in_role: role })
      .execute();
    return { result: { ok: true, unchanged: false }, detail: { round: roundId, entry: entry.kind } };
  });
}
