import { sql } from 'kysely';
import type { PlacementSubject } from '../../../access/permission.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { PlacementState } from '../../rules/states.ts';

/** A placement whose life waits for something: a review, an answer, a look back, a follow-up. */
export interface LifeAwaited {
  subject: PlacementSubject;
  school: string;
  state: PlacementState;
  stateSince: Date;
  startsOn: string | null;
  endsOn: string | null;
  dueOn: string | null;
  assignedTo: string | null;
  /** Whether a review was recorded, and when one was begun that is not. */
  reviewed: boolean;
  reviewBegun: Date | null;
  /** Parts that have answered in the review in progress. */
  answered: readonly string[];
  /** 'evaluation' and 'reflection', where they were sent. */
  sent: readonly string[];
  /** Months of the follow-ups that were held. */
  followedUp: readonly number[];
}

/** The placements of the acting person from when their work begins until they are closed, with what was done of their life. */
export async function livesAwaited(transaction: ScopedTransaction): Promise<LifeAwaited[]> {
  const rows = await transaction
    .selectFrom('placement as p')
    .leftJoin('school as s', 's.urn', 'p.supported_urn')
    .selectAll('p')
    .select([
      's.name',
      sql<boolean>`exists (select from placement_review r where r.placement_id = p.id and r.recorded_at is not null)`.as(
        'reviewed',
      ),
      sql<Date | null>`(select r.made_at from placement_review r where r.placement_id = p.id and r.recorded_at is null)`.as(
        'begun',
      ),
      sql<
        string[]
      >`array(select distinct a.part from placement_review_answer a join placement_review r on r.id = a.review_id
        where a.placement_id = p.id and r.recorded_at is null)`.as('answered'),
      sql<string[]>`array(select distinct e.kind from placement_evaluation e where e.placement_id = p.id)`.as('sent'),
      sql<number[]>`array(select f.months from placement_follow_up f where f.placement_id = p.id)`.as('months'),
    ])
    .where('p.state', 'in', ['under way', 'evaluation', 'signed off'])
    .execute();
  return rows.map((row) => ({
    subject: {
      kind: 'placement',
      placementId: row.id,
      organisationId: row.organisation_id,
      supportedUrn: row.supported_urn,
      homeUrn: row.home_urn,
      leaderPersonId: row.leader_person_id,
    },
    school: row.name ?? `School ${row.supported_urn}`,
    state: row.state as PlacementState,
    stateSince: row.state_since,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    dueOn: row.due_on,
    assignedTo: row.assigned_to,
    reviewed: row.reviewed,
    reviewBegun: row.begun,
    answered: row.answered,
    sent: row.sent,
    followedUp: row.months,
  }));
}
