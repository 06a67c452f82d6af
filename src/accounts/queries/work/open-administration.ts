import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';

/** What of an organisation's administration is undecided: requests, complaints, and when each role was last looked at. */
export async function openAdministration(transaction: ScopedTransaction, organisationId: string) {
  return {
    requests: await transaction
      .selectFrom('person_request')
      .select(['id', 'kind', 'received_at as receivedAt', 'due_on as dueOn'])
      .where('organisation_id', '=', organisationId)
      .where('decided_at', 'is', null)
      .execute(),
    complaints: await transaction
      .selectFrom('complaint')
      .select(['id', 'reference', 'received_at as receivedAt'])
      .select(['acknowledge_by as acknowledgeBy', 'acknowledged_at as acknowledgedAt'])
      .where('organisation_id', '=', organisationId)
      .where('answered_at', 'is', null)
      .execute(),
    reviewedAt: (
      await transaction
        .selectFrom('membership')
        .select('reviewed_at')
        .where('organisation_id', '=', organisationId)
        .where('ended_at', 'is', null)
        .execute()
    ).map(({ reviewed_at }) => reviewed_at),
  };
}
