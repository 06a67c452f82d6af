import type { PlacementSubject } from '../../../access/permission.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { sql } from 'kysely';

/** A placement that waits for signatures, with who has signed the version that was sent. */
export interface ToSign {
  subject: PlacementSubject;
  school: string;
  number: number;
  sentAt: Date;
  dueOn: string | null;
  assignedTo: string | null;
  leaderHeadsHome: boolean;
  signed: readonly string[];
}

/** Placements that the acting person takes part in whose newest version is not signed by all, those that wait longest first. */
export async function placementsToSign(transaction: ScopedTransaction): Promise<ToSign[]> {
  const rows = await transaction
    .selectFrom('placement as p')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('agreement_version as v')
          .select(['v.id', 'v.number', 'v.sent_at'])
          .whereRef('v.placement_id', '=', 'p.id')
          .where('v.sent_at', 'is not', null)
          .orderBy('v.number', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .leftJoin('school as s', 's.urn', 'p.supported_urn')
    .select([
      'p.id',
      'p.organisation_id',
      'p.supported_urn',
      'p.home_urn',
      'p.leader_person_id',
      'p.assigned_to',
      'p.due_on',
      's.name',
      'v.number',
      'v.sent_at',
      sql<string[]>`array(select g.part from agreement_signature g where g.version_id = v.id)`.as('signed'),
      sql<boolean>`leader_heads_home(p.id)`.as('leads'),
    ])
    .where('p.state', 'in', ['signing', 'under way'])
    .where(sql<boolean>`(select count(*) from agreement_signature g where g.version_id = v.id) < 4`)
    .orderBy('v.sent_at')
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
    number: row.number,
    sentAt: row.sent_at!,
    dueOn: row.due_on,
    assignedTo: row.assigned_to,
    leaderHeadsHome: row.leads,
    signed: row.signed,
  }));
}
