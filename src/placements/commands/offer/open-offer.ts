import { type Kysely, sql } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { AnswerScope } from '../../policy/offer.ts';
import type { Offer, OfferSide } from '../../rules/offer/offer.ts';

/** Notes that a side has opened its offer, once: the service sees who has read it. */
export async function openOffer(
  db: Kysely<Database>,
  scope: AnswerScope,
  { id, leaderOpened, releaseOpened, endedAt }: Offer,
  side: OfferSide,
): Promise<void> {
  if (endedAt !== null || (side === 'leader' ? leaderOpened : releaseOpened)) return;
  const now = new Date();
  await writeAs(db, scope, async (transaction): Promise<Written<void>> => {
    if (scope.link !== null) await sql`select note_link_opened()`.execute(transaction);
    await transaction
      .updateTable('placement_offer')
      .set(side === 'leader' ? { leader_opened_at: now } : { release_opened_at: now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    return { result: undefined, detail: { offer: id, side, did: 'opened' } };
  });
}
