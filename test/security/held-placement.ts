import type pg from 'pg';
import type { Organisation } from '../../src/access/roles.ts';
import { AGREEMENT_CHANGES, holdAgreement } from './held-agreement.ts';
import { holdMoney, MONEY_KEPT } from './held-money.ts';

interface Of {
  organisation: Organisation;
  /** The school of the organisation's own area, which is helped, and that of the other, from which the leader comes. */
  urn: number;
  homeUrn: number;
  leader: string;
  personId: string;
}

/** A placement with a deed of each audience, a private link and somebody's filter of the board, held by an organisation of any kind, so that a policy that forgets the kind shows. */
export async function holdPlacement(
  pool: pg.Pool,
  { organisation: { id }, urn, homeUrn, leader, personId }: Of,
): Promise<void> {
  await pool.query(
    `with placed as (
       insert into placement (organisation_id, reference, supported_urn, home_urn, leader_name, leader_person_id, support, support_type, focus,
         origin, asked_by_kind, made_by, made_in_role, state)
       values ($1, '2026-001', $2, $3, 'A leader', $4, 'lead', 'head-coaching', 'words', 'request', 'hub', $5, 'broker', 'under way') returning id),
     kept as (insert into board_filter (person_id, organisation_id, query) values ($5, $1, 'late=yes')),
     link as (
       insert into private_link (token_hash, kind, subject_id, organisation_id, email, expires_at)
       select gen_random_uuid()::text, 'offer', id, $1, 'a@example.org', now() + interval '1 day' from placed)
     insert into placement_event (placement_id, organisation_id, deed, seen_by, by_person, by_role, by_part)
     select id, $1, 'edit', audience, $5, 'broker', 'service' from placed, unnest(array['all', 'working', 'service']) audience`,
    [id, urn, homeUrn, leader, personId],
  );
  await holdAgreement(pool, { organisation: { id }, personId });
  await holdMoney(pool, { organisationId: id, personId });
}

/** Changes that nobody may make to placements, their agreements and their money, whatever they see. */
export const PLACEMENT_CHANGES: readonly string[] = [
  ...AGREEMENT_CHANGES,
  ...MONEY_KEPT,
  'update placement set reference = $1',
  'delete from placement where reference <> $1',
  'update placement_event set deed = $1',
  'delete from placement_event where deed <> $1',
  'update private_link set email = $1',
];
