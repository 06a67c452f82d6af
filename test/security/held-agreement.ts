import type pg from 'pg';
import type { Organisation } from '../../src/access/roles.ts';

/** What an agreement and the life after it leave behind, on the placement that an organisation of any kind holds. After `holdPlacement`. */
export async function holdAgreement(
  pool: pg.Pool,
  { organisation: { id }, personId }: { organisation: Pick<Organisation, 'id'>; personId: string },
): Promise<void> {
  await pool.query(
    `with placed as (select id, organisation_id as service from placement where organisation_id = $1),
     meeting as (
       insert into contracting_meeting (placement_id, organisation_id, held_on, present, working_style, access, authority_told, noted_by, noted_in_role)
       select id, service, '2026-11-01', 'words', 'words', 'words', 'words', $2, 'broker' from placed),
     version as (
       insert into agreement_version (placement_id, organisation_id, number, content, canonical, sha256, made_by, made_in_role, sent_by, sent_at)
       select id, service, 1, '{}', '{}', 'hash', $2, 'broker', $2, now() from placed returning id, placement_id, organisation_id),
     review as (
       insert into placement_review (placement_id, organisation_id, made_by, made_in_role)
       select id, service, $2, 'broker' from placed returning id, placement_id, organisation_id),
     answer as (
       insert into placement_review_answer (review_id, placement_id, organisation_id, part, working, appropriate, change, by_service, said_by, said_in_role)
       select id, placement_id, organisation_id, 'leader', 'words', 'words', 'words', true, $2, 'broker' from review),
     evaluation as (
       insert into placement_evaluation (placement_id, organisation_id, kind, policy_id, answers, sent_by, sent_in_role)
       select id, service, 'evaluation', 'life-2026', '{}', $2, 'headteacher' from placed),
     impact as (
       insert into placement_impact (placement_id, organisation_id, objective, value, as_at, source, confidence, words, noted_by, noted_in_role)
       select id, service, 1, 'words', '2026-11-01', 'words', 'low', 'words', $2, 'broker' from placed)
     insert into placement_follow_up (placement_id, organisation_id, months, held_on, who, lasted, noted_by, noted_in_role)
     select id, service, 6, '2026-11-01', 'words', 'words', $2, 'broker' from placed`,
    [id, personId],
  );
  // Bound to a version that is there: a statement of its own.
  await pool.query(
    `insert into agreement_signature (placement_id, organisation_id, version_id, sha256, part, name, role, signed_by)
     select placement_id, organisation_id, id, sha256, 'service', 'words', 'broker', $2 from agreement_version where organisation_id = $1`,
    [id, personId],
  );
}

/** The writers' own rows, by column; and whether those who work together read a table, or all parties, of whom the home school is one: it signs. */
const READERS: Readonly<Record<string, { own: readonly string[]; by: 'parties' | 'working' }>> = {
  agreement_version: { own: ['made_by', 'sent_by'], by: 'parties' },
  agreement_signature: { own: ['signed_by'], by: 'parties' },
  contracting_meeting: { own: ['noted_by'], by: 'working' },
  placement_review: { own: ['made_by', 'recorded_by'], by: 'working' },
  placement_review_answer: { own: ['said_by'], by: 'working' },
  placement_evaluation: { own: ['sent_by'], by: 'working' },
  placement_impact: { own: ['noted_by'], by: 'working' },
  placement_follow_up: { own: ['noted_by'], by: 'working' },
};

type MaySee<Actor> = (row: Record<string, unknown>, actor: Actor) => boolean;

/** Who reads each table, said by who works together in a placement and who speaks for its home school. */
export function agreementReaders<Actor extends { personId: string }>({
  working,
  home,
}: {
  working: MaySee<Actor>;
  home: MaySee<Actor>;
}): Record<string, MaySee<Actor>> {
  const readers: Record<string, MaySee<Actor>> = {};
  for (const [table, { own, by }] of Object.entries(READERS))
    readers[table] = (row, actor) =>
      own.some((column) => row[column] === actor.personId) ||
      working(row, actor) ||
      (by === 'parties' && home(row, actor));
  return readers;
}

/** Nobody changes or takes away what was said and signed. */
export const AGREEMENT_CHANGES = [
  'update contracting_meeting set present = $1',
  'delete from agreement_signature where name <> $1',
  'update agreement_signature set name = $1',
  'update placement_review_answer set working = $1',
  'delete from placement_evaluation where kind <> $1',
  'update placement_impact set words = $1',
  'delete from placement_follow_up where who <> $1',
];
