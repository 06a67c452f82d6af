import { sql } from 'kysely';
import type { ActingPerson } from '../../../access/acting-reader.ts';
import { type PlacementPart, partIn } from '../../../access/placement-parts.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { NoteWord } from '../../rules/delivery/note.ts';
import type { WorkingPart } from '../../rules/delivery/part.ts';
import { concernState, type StepKind } from '../../rules/delivery/concern.ts';

/** A placement at work in which somebody has a part that works. */
export interface WorkingPlacement {
  id: string;
  school: string;
  part: WorkingPart;
}

/**
 * The placements at work that are a person's own in the role they act in: those they lead, those of their school, and of a service those that they
 * are given. Others of the service are on its board, and would be hundreds.
 */
export async function ownWorkingPlacements(
  transaction: ScopedTransaction,
  person: ActingPerson,
): Promise<WorkingPlacement[]> {
  const { organisation } = person.acting;
  const rows = await transaction
    .selectFrom('placement as p')
    .leftJoin('school as s', 's.urn', 'p.supported_urn')
    .select(['p.id', 'p.organisation_id', 'p.supported_urn', 'p.home_urn', 'p.leader_person_id', 's.name'])
    .where('p.state', 'in', ['under way', 'evaluation'])
    .where((where) =>
      where.or([
        where.and([where('p.organisation_id', '=', organisation.id), where('p.assigned_to', '=', person.id)]),
        where('p.leader_person_id', '=', person.id),
        ...(organisation.urn === null ? [] : [where('p.supported_urn', '=', organisation.urn)]),
      ]),
    )
    .execute();
  return rows.flatMap((row) => {
    const part = partIn(
      {
        kind: 'placement',
        placementId: row.id,
        organisationId: row.organisation_id,
        supportedUrn: row.supported_urn,
        homeUrn: row.home_urn,
        leaderPersonId: row.leader_person_id,
      },
      person,
    );
    return isWorking(part) ? [{ id: row.id, school: row.name ?? `School ${row.supported_urn}`, part }] : [];
  });
}

function isWorking(part: PlacementPart | null): part is WorkingPart {
  return part !== null && part !== 'home head' && part !== 'home board';
}

/** A visit as work and calendars need it, with how its note stands. */
export interface VisitAtWork {
  id: string;
  placementId: string;
  startsOn: string;
  endsOn: string;
  place: string;
  state: 'planned' | 'cancelled' | 'held' | 'not held';
  noteDueOn: string;
  hasSchoolPart: boolean;
  /** Of the newest sent note, the oldest first; null while none is sent. */
  said: NoteWord['kind'][] | null;
  sentAt: Date | null;
}

/** The visits of these placements that are planned, or held. */
export async function visitsAtWork(transaction: ScopedTransaction, ids: readonly string[]): Promise<VisitAtWork[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<VisitAtWork>`
    select v.id, v.placement_id as "placementId", v.starts_on as "startsOn", v.ends_on as "endsOn", v.place, v.state,
      v.note_due_on as "noteDueOn",
      exists (select from placement_school_part s where s.visit_id = v.id) as "hasSchoolPart",
      case when n.id is not null then array(
        select w.kind from placement_note_word w where w.note_id = n.id order by w.made_at) end as said,
      n.sent_at as "sentAt"
    from placement_visit v
    left join lateral (
      select id, sent_at from placement_note where visit_id = v.id and state = 'sent' order by number desc limit 1) n on true
    where v.placement_id = any (${ids}::uuid[]) and v.state in ('planned', 'held')`.execute(transaction);
  return rows;
}

/** Open actions of these placements that a part owns. */
export async function actionsAtWork(transaction: ScopedTransaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return transaction
    .selectFrom('placement_action')
    .select(['id', 'placement_id as placementId', 'owner_part as part', 'due_on as dueOn', 'made_at as at'])
    .where('placement_id', 'in', ids)
    .where('state', 'in', ['not started', 'in progress'])
    .execute();
}

/** Concerns that wait for somebody of the service other than who escalated: of the whole service that the reader acts for. */
export async function concernsToDecide(transaction: ScopedTransaction, organisationId: string, personId: string) {
  const { rows } = await sql<{
    id: string;
    placementId: string;
    school: string;
    kinds: StepKind[];
    by: string | null;
    at: Date;
  }>`
    select c.id, c.placement_id as "placementId", coalesce(sc.name, 'School ' || p.supported_urn) as school,
      array(select s.kind from placement_concern_step s where s.concern_id = c.id order by s.made_at) as kinds,
      concern_escalated_by(c.id) as by, c.made_at as at
    from placement_concern c join placement p on p.id = c.placement_id left join school sc on sc.urn = p.supported_urn
    where c.organisation_id = ${organisationId} and p.state in ('under way', 'evaluation')`.execute(transaction);
  return rows.filter(
    ({ kinds, by }) =>
      by !== personId && concernState({ steps: kinds.map((kind) => ({ kind })) }) === 'waiting for approval',
  );
}
