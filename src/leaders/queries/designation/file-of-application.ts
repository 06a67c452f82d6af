import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { ApplicationFile, ReferenceShown, ScoresGiven, Sitting } from '../../rules/designation/application.ts';
import type { EligibilityCheck } from '../../rules/designation/eligibility.ts';
import type { RuledCheck } from '../../rules/designation/rulings.ts';
import { readApplications } from './applications.ts';

/** Everything of one application that the scope may read; null when it may not read the application. */
export async function fileOfApplication(transaction: ScopedTransaction, id: string): Promise<ApplicationFile | null> {
  const [application] = await readApplications(transaction, { id });
  if (application === undefined) return null;
  const { checks, at } = await checksOf(transaction, id);
  return {
    application,
    references: await referencesOf(transaction, id),
    checks,
    checkedAt: at,
    sitting: await sittingOf(transaction, id),
    scores: await scoresOf(transaction, id),
  };
}

/** References that stand, with their answers as far as the reader may know them. */
export async function referencesOf(transaction: ScopedTransaction, id: string): Promise<ReferenceShown[]> {
  const rows = await transaction
    .selectFrom('designation_reference as r')
    .leftJoin('designation_reference_answer as w', 'w.reference_id', 'r.id')
    .selectAll('r')
    .select(['w.supports', 'w.words', 'w.answers', 'w.answered_at'])
    .where('r.application_id', '=', id)
    .where('r.ended_at', 'is', null)
    .orderBy('r.referee')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    referee: row.referee,
    name: row.name,
    position: row.position,
    email: row.email,
    dueOn: row.due_on,
    askedAt: row.asked_at.toISOString(),
    remindedAt: row.reminded_at?.toISOString() ?? null,
    answer:
      row.answered_at === null
        ? null
        : {
            supports: row.supports!,
            words: row.words!,
            answers: row.answers as Record<string, string>,
            at: row.answered_at.toISOString(),
          },
  }));
}

/** The newest check of what is published, each rule with the newest decision of a person. */
export async function checksOf(
  transaction: ScopedTransaction,
  id: string,
): Promise<{ checks: RuledCheck[]; at: string | null }> {
  const newest = await transaction
    .selectFrom('designation_check')
    .select(['checks', 'made_at'])
    .where('application_id', '=', id)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) return { checks: [], at: null };
  const { rows } = await sql<{ rule: string; verdict: 'met'; reason: string; by: string | null; at: Date }>`
    select distinct on (rule) rule, verdict, reason, author_in_designation(decided_by) as by, decided_at as at
    from designation_check_decision where application_id = ${id} order by rule, decided_at desc`.execute(transaction);
  const rulings = new Map(rows.map(({ rule, at, ...ruling }) => [rule, { ...ruling, at: at.toISOString() }]));
  const checks = (newest.checks as EligibilityCheck[]).map((check) => ({
    check,
    ruling: rulings.get(check.key) ?? null,
  }));
  return { checks, at: newest.made_at.toISOString() };
}

async function sittingOf(transaction: ScopedTransaction, id: string): Promise<Sitting[]> {
  const { rows } = await sql<{
    person_id: string;
    name: string;
    part: Sitting['part'];
    declared: Sitting['declared'];
    scored: boolean;
  }>`select * from designation_sitting(${id})`.execute(transaction);
  return rows.map(({ person_id, ...sitting }) => ({ personId: person_id, ...sitting }));
}

/** Scores since the application last came to the panel; the reader's own alone until all are in. */
async function scoresOf(transaction: ScopedTransaction, id: string): Promise<ScoresGiven[]> {
  const { rows } = await sql<{ by: string | null; by_id: string; at: Date; scores: ScoresGiven['scores'] }>`
    select distinct on (made_by) author_in_designation(made_by) as by, made_by as by_id, made_at as at, scores
    from designation_score
    where application_id = ${id} and made_at > (
      select max(made_at) from designation_move where application_id = ${id} and to_state = 'panel')
    order by made_by, made_at desc`.execute(transaction);
  return rows.map(({ by, by_id, at, scores }) => ({ by: by ?? '', byId: by_id, at: at.toISOString(), scores }));
}
