import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { enterNeed } from '../policy.ts';
import type { Entry } from '../rules/entry.ts';
import type { RecordedEntry } from '../rules/recorded-entry.ts';
import { serviceOf } from '../rules/service-of.ts';
import type { NeedRecordScope } from './need-record.ts';

/** The entries of one service that count, by URN: those that were not withdrawn. `urns` narrows it to these schools. */
export async function standingEntries(
  transaction: ScopedTransaction,
  organisationId: string,
  urns?: readonly number[],
): Promise<Map<number, Entry[]>> {
  const rows = await transaction
    .selectFrom('need_entry as e')
    .select(['e.id', 'e.urn', 'e.code', 'e.level', 'e.seen_on', 'e.evidence', 'e.entered_in_role', 'e.entered_at'])
    .where('e.organisation_id', '=', organisationId)
    .$if(urns !== undefined, (query) => query.where('e.urn', '=', sql<number>`any(${[...(urns ?? [])]}::int[])`))
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('need_entry_withdrawal as w').whereRef('w.entry_id', '=', 'e.id').select('w.urn')),
      ),
    )
    .execute();
  const bySchool = new Map<number, Entry[]>();
  for (const row of rows) {
    bySchool.set(row.urn, [...(bySchool.get(row.urn) ?? []), entryOf(row)]);
  }
  return bySchool;
}

/** Leave to read what was entered of one school. */
export type EntriesScope = NeedRecordScope | Scope<typeof enterNeed.verb>;

/**
 * Everything that was entered of the scope's school, the newest first, with what was withdrawn. A service reads its own; the school
 * reads what any of its services entered, without their notes. Throws when the scope is not about a school.
 */
export function entriesOfSchool(db: Kysely<Database>, scope: EntriesScope): Promise<RecordedEntry[]> {
  const { subject } = scope;
  if (subject.kind !== 'school')
    throw new Error(`The entries of a school were asked for with a scope about a ${subject.kind}`);
  // A person may have entered in another name too, which the row policies let them read.
  const service = serviceOf(scope);
  return readAs(db, scope, async (transaction) => {
    const rows = await transaction
      .selectFrom('need_entry as e')
      .leftJoin('need_entry_note as n', 'n.entry_id', 'e.id')
      .leftJoin('need_entry_withdrawal as w', 'w.entry_id', 'e.id')
      .selectAll('e')
      .select((eb) => [
        'n.note',
        'w.reason',
        'w.withdrawn_in_role',
        'w.withdrawn_at',
        sql<string | null>`author_of_entry(${eb.ref('e.id')})`.as('by'),
        sql<string | null>`withdrawer_of_entry(${eb.ref('e.id')})`.as('withdrawer'),
        sql<string | null>`party_of_entry(${eb.ref('e.id')})`.as('organisation'),
      ])
      .where('e.urn', '=', subject.urn)
      .$if(service !== null, (query) => query.where('e.organisation_id', '=', service))
      .orderBy('e.seen_on', 'desc')
      .orderBy('e.entered_at', 'desc')
      .execute();
    return rows.map((row): RecordedEntry => ({
      ...entryOf(row),
      organisationId: row.organisation_id,
      organisation: row.organisation ?? '',
      by: row.by ?? NOT_KEPT,
      note: row.note,
      withdrawn:
        row.withdrawn_at === null
          ? null
          : {
              by: row.withdrawer ?? NOT_KEPT,
              role: row.withdrawn_in_role ?? '',
              at: row.withdrawn_at.toISOString(),
              reason: row.reason ?? '',
            },
    }));
  });
}

/** Said in place of a name that is no longer kept. */
const NOT_KEPT = 'Somebody whose name is not kept';

interface StoredEntry {
  id: string;
  urn: number;
  code: string;
  level: string;
  seen_on: string;
  evidence: string;
  entered_in_role: string;
  entered_at: Date;
}

function entryOf(row: StoredEntry): Entry {
  return {
    id: row.id,
    urn: row.urn,
    code: row.code as Entry['code'],
    level: row.level,
    on: row.seen_on,
    evidence: row.evidence,
    role: row.entered_in_role,
    at: row.entered_at.toISOString(),
  };
}
