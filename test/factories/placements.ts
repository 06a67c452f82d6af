import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Organisation } from '../../src/access/roles.ts';
import type { Database } from '../../src/db/schema.ts';
import type { PlacementState } from '../../src/placements/rules/states.ts';
import { tenant } from './people.ts';

interface PlacementOptions {
  supportedUrn: number;
  homeUrn?: number | null;
  leader?: { name?: string; personId?: string | null };
  supportedHeadId?: string | null;
  state?: PlacementState;
  /** Who made it, of the service. */
  madeBy: string;
  focus?: string;
  support?: string;
  supportType?: string;
  assignedTo?: string | null;
  halfDays?: number | null;
  startsOn?: string | null;
  endsOn?: string | null;
}

/** A placement of a service, in any state. Made as owner: for arranging a test. */
export async function placementIn(
  owner: Kysely<Database>,
  service: Pick<Organisation, 'id'>,
  { supportedUrn, homeUrn = null, leader, state = 'requested', madeBy, ...more }: PlacementOptions,
): Promise<string> {
  const { id } = await tenant(owner)
    .insertInto('placement')
    .values({
      organisation_id: service.id,
      reference: randomUUID().slice(0, 8),
      supported_urn: supportedUrn,
      home_urn: homeUrn,
      leader_name: homeUrn === null ? null : (leader?.name ?? 'Invented Leader'),
      leader_id: null,
      leader_person_id: leader?.personId ?? null,
      supported_head_id: more.supportedHeadId ?? null,
      support: more.support ?? 'lead',
      support_type: more.supportType ?? 'head-coaching',
      focus: more.focus ?? 'Invented focus',
      hoped_outcome: null,
      origin: 'request',
      asked_by_kind: 'local authority',
      approved_pair_id: null,
      half_days: more.halfDays ?? null,
      starts_on: more.startsOn ?? null,
      ends_on: more.endsOn ?? null,
      assigned_to: more.assignedTo ?? null,
      risk: null,
      state,
      ended_how: null,
      due_on: null,
      made_by: madeBy,
      made_in_role: 'broker',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
