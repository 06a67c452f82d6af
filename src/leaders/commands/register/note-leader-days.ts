import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { SchoolTerm } from '../../../need/rules/round/term.ts';
import { ledgersOf } from '../../queries/register/ledgers.ts';
import type { RegisterActor } from '../../rules/register/actor.ts';
import type { DaysKind, TermLedger } from '../../rules/register/ledger.ts';

export interface LeaderDaysNote extends SchoolTerm {
  leaderId: string;
  /** The service whose register it is. */
  organisationId: string;
  kind: DaysKind;
  /** Whole half days, 1 or more. */
  halfDays: number;
  placementId: string | null;
  /** Null: by a private link, whose reader has no account. */
  by: RegisterActor | null;
}

/**
 * Notes days of a leader that a placement promises, uses or gives back, in the transaction of what the placement does, and returns the
 * term's ledger as it then stands. Whether a promise goes beyond what is left is for the caller to ask first: the ledger tells it, and
 * does not forbid it, because a leader may agree to more than they offered. Throws when more is given back than is promised, which is a
 * fault of ours.
 */
export async function noteLeaderDays(
  transaction: ScopedTransaction,
  { leaderId, organisationId, schoolYear, term, kind, halfDays, placementId, by }: LeaderDaysNote,
): Promise<TermLedger> {
  await transaction
    .insertInto('leader_days')
    .values({
      leader_id: leaderId,
      organisation_id: organisationId,
      school_year: schoolYear,
      term,
      kind,
      half_days: halfDays,
      placement_id: placementId,
      noted_by: by?.person ?? null,
      noted_in_role: by?.role ?? null,
    })
    .execute();
  const [ledger] = (await ledgersOf(transaction, [leaderId], [{ schoolYear, term }])).get(leaderId)!;
  if (ledger!.promised < 0) throw new Error(`More days of leader ${leaderId} were given back than promised`);
  return ledger!;
}
