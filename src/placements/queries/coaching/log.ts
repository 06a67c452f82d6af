import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { readAs } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { SiteSecret } from '../../../access/secret.ts';
import type { Database } from '../../../db/schema.ts';
import type { CoachingLog, CoachingNote } from '../../rules/coaching/coaching-note.ts';
import { placementIdOf } from '../placement.ts';

/** What the site's secret is used for here: a note is opened with the key of this use alone. */
export const COACHING_USE = 'coaching note';

/** What is sealed of a note. */
export const coachingContent = z.object({ talkedOn: z.string(), words: z.string() });

/** The two between whom the coaching of the placement is now. Null where there is nobody, or the reader may not know. */
export async function coachingPair(
  transaction: ScopedTransaction,
  placementId: string,
): Promise<{ leaderId: string | null; headId: string | null }> {
  const { rows } = await sql<{ leader_id: string | null; head_id: string | null }>`
    select * from coaching_pair(${placementId}::uuid)`.execute(transaction);
  return { leaderId: rows[0]?.leader_id ?? null, headId: rows[0]?.head_id ?? null };
}

/** The coaching log of the placement, for one of the two. Throws where a note cannot be opened: it was sealed with another secret. */
export function coachingLogOf(
  db: Kysely<Database>,
  scope: Scope<'placement.read-coaching' | 'placement.write-coaching'>,
  secret: SiteSecret,
): Promise<CoachingLog> {
  return readAs(db, scope, async (transaction) => {
    const placementId = placementIdOf(scope);
    const me = scope.person?.id ?? null;
    const { leaderId, headId } = await coachingPair(transaction, placementId);
    if (leaderId === null) return { ok: false, reason: 'no leader with an account' };
    if (headId === null) return { ok: false, reason: 'no head' };
    if (me !== leaderId && me !== headId) return { ok: false, reason: 'not one of the two' };
    const { rows: named } = await sql<{ name: string | null }>`
      select author_in_placement(${placementId}::uuid, ${me === leaderId ? headId : leaderId}::uuid) as name`.execute(
      transaction,
    );
    const rows = await transaction
      .selectFrom('placement_coaching_note as n')
      .selectAll('n')
      .select(sql<string | null>`author_in_placement(n.placement_id, n.made_by)`.as('by'))
      .where('n.placement_id', '=', placementId)
      // One who was leader here before, with another head, reads those notes no longer among these.
      .where('n.leader_person_id', '=', leaderId)
      .where('n.supported_head_person_id', '=', headId)
      .orderBy('n.made_at')
      .execute();
    const opened = rows.map((row) => ({
      row,
      ...coachingContent.parse(JSON.parse(secret.open(COACHING_USE, row.sealed))),
    }));
    const notes = new Map<string, CoachingNote>();
    for (const { row, talkedOn, words } of opened) {
      const corrected = row.corrects === null ? undefined : notes.get(row.corrects);
      const before =
        corrected === undefined
          ? []
          : [{ words: corrected.words, talkedOn: corrected.talkedOn, at: corrected.at }, ...corrected.before];
      if (row.corrects !== null) notes.delete(row.corrects);
      notes.set(row.id, {
        id: row.id,
        talkedOn,
        words,
        isOwn: row.made_by === me,
        before,
        by: row.by,
        at: row.made_at,
      });
    }
    const newestFirst = [...notes.values()].toSorted(
      (a, b) => b.talkedOn.localeCompare(a.talkedOn) || b.at.getTime() - a.at.getTime(),
    );
    return { ok: true, with: named[0]?.name ?? null, notes: newestFirst };
  });
}
