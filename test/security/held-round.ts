import type pg from 'pg';
import type { Organisation, Role } from '../../src/access/roles.ts';
import type { Member } from '../factories/people.ts';

interface Holder {
  organisation: Organisation;
  /** Of the school that its rows are about. */
  urn: number;
  members: ReadonlyMap<Role, Member>;
}

/** What a round leaves behind, in the tables of services and of schools alike, so that a policy that forgets the kind shows. */
export async function holdRound(pool: pg.Pool, { organisation: { id, kind }, urn, members }: Holder): Promise<void> {
  const person = members.get('administrator')!.personId;
  const idOf = async (text: string, ...values: unknown[]): Promise<string> =>
    (await pool.query<{ id: string }>(`${text} returning id`, values)).rows[0]!.id;
  const round = await idOf(
    "insert into need_round (organisation_id, school_year, term, policy_id, policy, pack_sha256, as_at, panel_on, letters_on, answer_by, opened_by, opened_in_role) values ($1, 2026, 'autumn', 'p', '{}', 'x', '2022-07-06', '2026-10-01', '2026-10-02', '2026-10-03', $2, 'service lead')",
    id,
    person,
  );
  const by = [round, id, person];
  await pool.query(
    "insert into need_round_step (round_id, organisation_id, state, made_by, made_in_role) values ($1, $2, 'open', $3, 'service lead')",
    by,
  );
  await pool.query(
    "insert into need_panel_entry (round_id, organisation_id, kind, words, made_by, made_in_role) values ($1, $2, 'note', 'words', $3, 'broker')",
    by,
  );
  await pool.query("insert into need_round_item values ($1, $2, $3, 'B', 10, '[]')", [round, urn, id]);
  const decision = await idOf(
    "insert into need_moderation (urn, organisation_id, policy_id, as_at, computed_category, category, decided_by, decided_in_role, round_id) values ($1, $2, 'p', '2022-07-06', 'B', 'C', $3, 'broker', $4)",
    urn,
    id,
    person,
    round,
  );
  const letter = await idOf(
    "insert into need_letter (round_id, urn, organisation_id, moderation_id, category, days, answer_by, template_id, content, written_by, written_in_role) values ($1, $2, $3, $4, 'C', 9, '2026-10-03', 't', '{}', $5, 'service lead')",
    round,
    urn,
    id,
    decision,
    person,
  );
  await pool.query(
    "insert into need_letter_sent (letter_id, urn, organisation_id, way, people, sent_on, made_by, made_in_role) values ($1, $2, $3, 'post', 0, '2026-10-03', $4, 'broker')",
    [letter, urn, id, person],
  );
  await pool.query(
    "insert into need_answer (urn, organisation_id, stance, content, said_by, said_in_role) values ($1, $2, 'agree', '{}', $3, 'headteacher')",
    [urn, id, person],
  );
  await pool.query(
    "insert into need_answer_draft (urn, organisation_id, content, saved_by) values ($1, $2, '{}', $3)",
    [urn, id, person],
  );
  const fromSchool = kind === 'school' || kind === 'governing board';
  await pool.query(
    "insert into need_agreement (urn, organisation_id, from_school, service_id, takes_part, agreed_by, agreed_for, agreed_on, scope, recorded_by, recorded_in_role) values ($1, $2, $3, $2, false, 'A', 'trust', '2026-09-01', 'words', $4, 'broker')",
    [urn, id, fromSchool, person],
  );
}
