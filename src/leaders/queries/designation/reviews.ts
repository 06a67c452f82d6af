import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { SourceRef } from '../../../schools/rules/facts.ts';
import type { Review, ReviewGrounds, ReviewStanding, ReviewStep } from '../../rules/designation/review.ts';
import { roleTitle } from './rounds.ts';

interface Row {
  id: string;
  organisation_id: string;
  organisation: string;
  leader_id: string;
  leader: string;
  leader_email: string | null;
  home_urn: number;
  school: string;
  designation_id: string;
  role: string;
  designated_on: string | null;
  grounds: ReviewGrounds;
  evidence: string;
  source: SourceRef | null;
  due_on: string;
  raised_at: Date;
  stands: ReviewStanding;
  conflicts: boolean;
  steps: (Omit<ReviewStep, 'at'> & { at: string })[];
}

/** Reviews that the scope may read, the nearest day first; of a service, of a leader's own, or one. */
export function reviewsOf(
  db: Kysely<Database>,
  scope: Scope,
  asked: { organisationId?: string; personId?: string; id?: string },
): Promise<Review[]> {
  return readAs(db, scope, (transaction) => readReviews(transaction, asked));
}

/** The same within a transaction. */
export async function readReviews(
  transaction: ScopedTransaction,
  { organisationId, personId, id }: { organisationId?: string; personId?: string; id?: string },
): Promise<Review[]> {
  const { rows } = await sql<Row>`
    select r.*, coalesce(o.name, d.body) as organisation, l.name as leader, l.email as leader_email, l.home_urn, s.name as school, d.role,
      d.designated_on, review_stands_at(r.id) as stands, conflicts_with_leader(r.leader_id) as conflicts, coalesce((
        select jsonb_agg(jsonb_build_object('number', t.number, 'kind', t.kind, 'outcome', t.outcome, 'words', t.words, 'movedUrn', t.moved_urn,
          'movedOn', t.moved_on, 'dueOn', t.due_on, 'by', author_in_designation(t.made_by), 'byId', t.made_by, 'at', t.made_at) order by t.number)
        from designation_review_step t where t.review_id = r.id), '[]') as steps
    from designation_review r
      join system_leader l on l.id = r.leader_id
      join leader_designation d on d.id = r.designation_id
      left join organisation o on o.id = r.organisation_id
      left join school s on s.urn = l.home_urn
    where (${organisationId ?? null}::uuid is null or r.organisation_id = ${organisationId ?? null}::uuid)
      and (${personId ?? null}::uuid is null or l.person_id = ${personId ?? null}::uuid)
      and (${id ?? null}::uuid is null or r.id = ${id ?? null}::uuid)
    order by r.due_on, r.raised_at`.execute(transaction);
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    leaderId: row.leader_id,
    leader: row.leader,
    leaderEmail: row.leader_email,
    urn: row.home_urn,
    school: row.school ?? `URN ${row.home_urn}`,
    designationId: row.designation_id,
    title: roleTitle(row.role),
    designatedOn: row.designated_on,
    grounds: row.grounds,
    evidence: row.evidence,
    source: row.source,
    // Where the leader moved, the day that follows from it.
    dueOn: row.steps.findLast(({ kind }) => kind === 'moved')?.dueOn ?? row.due_on,
    raisedAt: row.raised_at.toISOString(),
    stands: row.stands,
    conflicts: row.conflicts,
    steps: row.steps,
  }));
}
