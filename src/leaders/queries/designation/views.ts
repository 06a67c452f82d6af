import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { applyForDesignation, DesignationScope } from '../../policy.ts';
import type { Application, ApplicationFile, DesignationRound } from '../../rules/designation/application.ts';
import type { PanelSeat, ToDeclare } from '../../rules/designation/panel.ts';
import type { Review } from '../../rules/designation/review.ts';
import type { DesignationPart } from '../../rules/designation/states.ts';
import { readApplications } from './applications.ts';
import { fileOfApplication } from './file-of-application.ts';
import { judgesOf, panelOf, toDeclare } from './panel.ts';
import { partsIn } from './parts.ts';
import { readReviews } from './reviews.ts';
import { readRounds, roleTitle } from './rounds.ts';

/** All rounds of the scope's service. */
export function roundsOf(
  db: Kysely<Database>,
  scope: DesignationScope,
  organisationId: string,
): Promise<DesignationRound[]> {
  return readAs(db, scope, (transaction) => readRounds(transaction, { organisationId }));
}

export interface RoundView {
  round: DesignationRound;
  applications: ToDeclare[];
  seats: PanelSeat[];
  judges: { personId: string; name: string; roles: string[] }[];
}

/** A round with its applications and panel; null when the service has no such round. */
export function roundView(
  db: Kysely<Database>,
  scope: DesignationScope,
  asked: { organisationId: string; roundId: string },
): Promise<RoundView | null> {
  return readAs(db, scope, async (transaction) => {
    const [round] = await readRounds(transaction, asked);
    if (round === undefined) return null;
    const { roundId } = asked;
    return {
      round,
      applications: await toDeclare(transaction, roundId),
      seats: await panelOf(transaction, roundId),
      judges: await judgesOf(transaction),
    };
  });
}

/** An application of a round with the parts of whoever reads; only who applied, where they have an interest; null when there is none. */
export function applicationView(
  db: Kysely<Database>,
  scope: DesignationScope,
  { organisationId, roundId, applicationId }: { organisationId: string; roundId: string; applicationId: string },
): Promise<{
  round: DesignationRound;
  known: ToDeclare;
  file: ApplicationFile | null;
  parts: DesignationPart[];
} | null> {
  return readAs(db, scope, async (transaction) => {
    const [round] = await readRounds(transaction, { organisationId, roundId });
    const known = (await toDeclare(transaction, roundId)).find((one) => one.applicationId === applicationId);
    if (round === undefined || known === undefined) return null;
    const file = await fileOfApplication(transaction, applicationId);
    return { round, known, file, parts: await partsIn(transaction, applicationId) };
  });
}

type ApplyScope = Scope<typeof applyForDesignation.verb>;

/** What a leader applied for, with each round, and how designations of theirs are reviewed. */
export function ownView(
  db: Kysely<Database>,
  scope: ApplyScope,
  personId: string,
): Promise<{ applications: Application[]; reviews: Review[] }> {
  return readAs(db, scope, async (transaction) => ({
    applications: await readApplications(transaction, { applicantId: personId }),
    reviews: await readReviews(transaction, { personId }),
  }));
}

/** One application of the applicant's own with their parts; null when it is not theirs. */
export function ownFile(
  db: Kysely<Database>,
  scope: ApplyScope,
  { applicationId, personId }: { applicationId: string; personId: string },
): Promise<{ file: ApplicationFile; parts: DesignationPart[] } | null> {
  return readAs(db, scope, async (transaction) => {
    const file = await fileOfApplication(transaction, applicationId);
    if (file === null || file.application.applicantId !== personId) return null;
    return { file, parts: await partsIn(transaction, applicationId) };
  });
}

/** Reviews of a service, and designations that hold, of which one can be raised. */
export function reviewsView(
  db: Kysely<Database>,
  scope: DesignationScope,
  organisationId: string,
): Promise<{ reviews: Review[]; designations: { id: string; leader: string; title: string }[] }> {
  return readAs(db, scope, async (transaction) => {
    const { rows } = await sql<{ id: string; leader: string; role: string }>`
      select d.id, l.name as leader, d.role
      from leader_designation d join system_leader l on l.id = d.leader_id
      where d.organisation_id = ${organisationId} and d.status <> 'ended' and l.status <> 'ended'
        and not exists (select from leader_designation x where x.supersedes = d.id)
      order by l.name, d.role`.execute(transaction);
    const designations = rows.map(({ id, leader, role }) => ({ id, leader, title: roleTitle(role) }));
    return { reviews: await readReviews(transaction, { organisationId }), designations };
  });
}
