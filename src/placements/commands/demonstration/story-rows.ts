import type { Insertable } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { TenantDatabase } from '../../../db/tenant-schema.ts';

type Table = keyof TenantDatabase;

/** Rows of a story by table, written all at once; a table comes after those that its rows point to, so the first row of each decides. */
export class StoryRows {
  readonly #rows = new Map<Table, object[]>();

  add<T extends Table>(table: T, row: Insertable<TenantDatabase[T]>): void {
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [row]);
    else rows.push(row);
  }

  /** Writes them, and returns how many there were. */
  async write(transaction: ScopedTransaction): Promise<number> {
    let count = 0;
    for (const [table, rows] of this.#rows) {
      await transaction.insertInto(table).values(rows).execute();
      count += rows.length;
    }
    return count;
  }
}
