import type { ScopedTransaction } from '../../access/scoped-transaction.ts';

/** Imports of an organisation that wait for a decision, and since when; the newest of both moments that are kept. */
export async function undecidedImports(transaction: ScopedTransaction, organisationId: string) {
  const rows = await transaction
    .selectFrom('import_job as j')
    .select(['j.id', 'j.state', 'j.ended_at', 'j.waiting_since'])
    .select((eb) =>
      eb
        .selectFrom('import_job_file as f')
        .whereRef('f.job_id', '=', 'j.id')
        .select((f) => f.fn.countAll<number>().as('files'))
        .as('files'),
    )
    .where('j.organisation_id', '=', organisationId)
    .where('j.state', 'in', ['checked', 'failed', 'cut off', 'cancelled'])
    .orderBy('j.uploaded_at')
    .execute();
  return rows.map(({ id, state, ended_at, waiting_since, files }) => ({
    id,
    state,
    since: ended_at ?? waiting_since,
    files: files ?? 0,
  }));
}
