import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Application, MoveMade } from '../../rules/designation/application.ts';
import type { ApplicationState } from '../../rules/designation/states.ts';

interface Row {
  id: string;
  round_id: string;
  organisation_id: string;
  urn: number;
  school: string;
  applicant_name: string;
  applicant_id: string;
  answers: Application['answers'];
  saved_at: Date;
  moves: (Omit<MoveMade, 'untilOn'> & { until: string | null })[];
}

/** Applications that the scope may read, the earliest first. */
export async function readApplications(
  transaction: ScopedTransaction,
  {
    roundId,
    id,
    applicantId,
    organisationId,
  }: { roundId?: string; id?: string; applicantId?: string; organisationId?: string },
): Promise<Application[]> {
  const { rows } = await sql<Row>`
    select a.*, s.name as school, coalesce((
      select jsonb_agg(jsonb_build_object('number', m.number, 'from', m.from_state, 'to', m.to_state, 'part', m.part, 'words', m.words,
        'until', m.until_on, 'by', author_in_designation(m.made_by), 'at', m.made_at) order by m.number)
      from designation_move m where m.application_id = a.id), '[]') as moves
    from designation_application a join school s on s.urn = a.urn
    where (${roundId ?? null}::uuid is null or a.round_id = ${roundId ?? null}::uuid)
      and (${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid)
      and (${organisationId ?? null}::uuid is null or a.organisation_id = ${organisationId ?? null}::uuid)
      and (${applicantId ?? null}::uuid is null or a.applicant_id = ${applicantId ?? null}::uuid)
    order by a.began_at, a.id`.execute(transaction);
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    organisationId: row.organisation_id,
    urn: row.urn,
    school: row.school,
    applicant: row.applicant_name,
    applicantId: row.applicant_id,
    answers: row.answers,
    state: stateOf(row.moves),
    moves: row.moves.map(({ until, ...move }) => ({ ...move, untilOn: until })),
    savedAt: row.saved_at.toISOString(),
  }));
}

/** Where an application is: where its newest move led, and a draft before the first. */
function stateOf(moves: readonly { to: ApplicationState }[]): ApplicationState {
  return moves.at(-1)?.to ?? 'draft';
}
