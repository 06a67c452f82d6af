import { type Kysely, sql } from 'kysely';
import type { PlacementSubject } from '../../access/permission.ts';
import { readAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { PlacementScope } from '../policy.ts';
import type { Placement } from '../rules/placement.ts';
import type { PlacementState } from '../rules/states.ts';

/** What decides who may do what with a placement; null when there is none with this id. Tells ids and numbers alone, and those to nobody but the check. */
export async function placementSubject(db: Kysely<Database>, id: string): Promise<PlacementSubject | null> {
  const { rows } = await sql<{
    organisation_id: string;
    supported_urn: number;
    home_urn: number | null;
    leader_person_id: string | null;
  }>`select * from placement_subject(${id}::uuid)`.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  return {
    kind: 'placement',
    placementId: id,
    organisationId: found.organisation_id,
    supportedUrn: found.supported_urn,
    homeUrn: found.home_urn,
    leaderPersonId: found.leader_person_id,
  };
}

/** The placement that a scope is about. Throws for a scope about anything else: a fault of ours. */
export function placementIdOf({ subject, verb }: PlacementScope): string {
  if (subject.kind !== 'placement') throw new Error(`${verb} is about a placement`);
  return subject.placementId;
}

/** The placement that the scope is about, as its parties read it; null when this person reads none. */
export function placementOf(db: Kysely<Database>, scope: PlacementScope): Promise<Placement | null> {
  return readAs(db, scope, (transaction) => readPlacementRow(transaction, placementIdOf(scope)));
}

/** One placement in a transaction that is under way already; null when this person reads none. */
export async function readPlacementRow(transaction: ScopedTransaction, id: string): Promise<Placement | null> {
  const [placement] = await placementRows(transaction).where('p.id', '=', id).execute();
  return placement === undefined ? null : presented(placement);
}

/** All that `Placement` holds, to narrow and order as a list needs; `presented` turns a row into one. */
export function placementRows(transaction: ScopedTransaction) {
  return transaction
    .selectFrom('placement as p')
    .leftJoin('school as supported', 'supported.urn', 'p.supported_urn')
    .leftJoin('school as home', 'home.urn', 'p.home_urn')
    .selectAll('p')
    .select([
      'supported.name as supported_name',
      'supported.la_code as supported_la',
      'home.name as home_name',
      sql<
        string | null
      >`case when p.assigned_to is null then null else author_in_placement(p.id, p.assigned_to) end`.as(
        'assigned_name',
      ),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof placementRows>['execute']>>[number];

/** A row of `placementRows` as the plain record. */
export function presented(row: Row): Placement {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    reference: row.reference,
    supported: {
      urn: row.supported_urn,
      // The register may no longer have it: the number still says which it was.
      name: row.supported_name ?? `School ${row.supported_urn}`,
      laCode: row.supported_la ?? 0,
    },
    home: row.home_urn === null ? null : { urn: row.home_urn, name: row.home_name ?? `School ${row.home_urn}` },
    leader:
      row.leader_name === null ? null : { id: row.leader_id, name: row.leader_name, personId: row.leader_person_id },
    supportedHeadId: row.supported_head_id,
    support: row.support,
    supportType: row.support_type,
    focus: row.focus,
    hopedOutcome: row.hoped_outcome,
    origin: row.origin,
    askedByKind: row.asked_by_kind,
    approvedPairId: row.approved_pair_id,
    halfDays: row.half_days,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    assignedTo:
      row.assigned_to === null ? null : { id: row.assigned_to, name: row.assigned_name ?? 'a former colleague' },
    risk: row.risk,
    state: row.state as PlacementState,
    stateSince: row.state_since,
    endedHow: row.ended_how,
    dueOn: row.due_on,
    version: row.version,
    madeAt: row.made_at,
  };
}
