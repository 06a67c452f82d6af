import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { type BoardFilters, boardQuery } from '../../rules/board/filters.ts';

/** Keeps what a person chose to see of the board, so that they find it so again. Which page they were on is not kept. */
export function keepBoardFilters(
  db: Kysely<Database>,
  scope: Scope<'placements.keep-filter'>,
  filters: BoardFilters,
): Promise<void> {
  return writeAs(db, scope, async (transaction): Promise<Written<undefined>> => {
    const { organisation, person } = memberOf(scope);
    const query = boardQuery({ ...filters, page: 1 });
    await transaction
      .insertInto('board_filter')
      .values({ person_id: person, organisation_id: organisation.id, query })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'organisation_id']).doUpdateSet({ query, kept_at: new Date() }),
      )
      .execute();
    return { result: undefined };
  });
}
