import type { Kysely } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { BoardScope } from './board.ts';

/** What this person chose to see of the board when they last chose; null when they never did. */
export function keptBoardFilter(db: Kysely<Database>, scope: BoardScope): Promise<string | null> {
  return readAs(db, scope, async (transaction) => {
    // Under its row policy a person sees their own alone.
    const kept = await transaction.selectFrom('board_filter').select('query').executeTakeFirst();
    return kept?.query ?? null;
  });
}
