import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { SiteSecret } from '../../../access/secret.ts';
import type { Database } from '../../../db/schema.ts';
import { COACHING_USE, coachingPair } from '../../queries/coaching/log.ts';
import { placementIdOf, readPlacementRow } from '../../queries/placement.ts';
import { WORKING } from '../../rules/states.ts';

export type CoachingWritten =
  | { ok: true }
  | { ok: false; reason: 'not working' | 'not one of the two' | 'no such note' | 'corrected already' };

/**
 * Adds a note to the coaching log, or corrects one that the writer wrote: the words before a correction stay, for the two alone. The words are sealed
 * here, so that neither the database nor a copy of it ever holds them; no event, no letter and no entry of the trail tells of more than that something was written.
 */
export function writeCoachingNote(
  db: Kysely<Database>,
  scope: Scope<'placement.write-coaching'>,
  secret: SiteSecret,
  { words, talkedOn, corrects }: { words: string; talkedOn: string; corrects: string | null },
): Promise<CoachingWritten> {
  return writeAs(db, scope, async (transaction): Promise<Written<CoachingWritten>> => {
    const refused = (reason: Exclude<CoachingWritten, { ok: true }>['reason']) => ({
      result: { ok: false as const, reason },
      outcome: 'failed' as const,
      detail: { reason },
    });
    const placementId = placementIdOf(scope);
    await transaction.selectFrom('placement').select('id').where('id', '=', placementId).forNoKeyUpdate().execute();
    const placement = await readPlacementRow(transaction, placementId);
    const { person } = scope;
    if (placement === null || person?.acting == null) throw new Error(`${scope.verb} is done by one of the two`);
    if (!WORKING.includes(placement.state)) return refused('not working');
    const { leaderId, headId } = await coachingPair(transaction, placementId);
    if (leaderId === null || headId === null || ![leaderId, headId].includes(person.id))
      return refused('not one of the two');
    if (corrects !== null) {
      const corrected = await transaction
        .selectFrom('placement_coaching_note as n')
        .leftJoin('placement_coaching_note as later', 'later.corrects', 'n.id')
        .select(['n.id', 'later.id as later'])
        .where('n.id', '=', corrects)
        .where('n.placement_id', '=', placementId)
        .where('n.made_by', '=', person.id)
        .executeTakeFirst();
      if (corrected === undefined) return refused('no such note');
      if (corrected.later !== null) return refused('corrected already');
    }
    const mine = await transaction
      .selectFrom('placement_coaching_note')
      .select('sealed')
      .where('placement_id', '=', placementId)
      .where('made_by', '=', person.id)
      .orderBy('made_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const content = JSON.stringify({ talkedOn, words });
    // Sent twice, it is there already.
    if (mine !== undefined && secret.open(COACHING_USE, mine.sealed) === content) return { result: { ok: true } };
    await transaction
      .insertInto('placement_coaching_note')
      .values({
        placement_id: placementId,
        organisation_id: placement.organisationId,
        leader_person_id: leaderId,
        supported_head_person_id: headId,
        corrects,
        sealed: secret.seal(COACHING_USE, content),
        made_by: person.id,
        made_in_role: person.acting.role,
      })
      .execute();
    return { result: { ok: true } };
  });
}
