import type pg from 'pg';

/**
 * The confidential classes of the field, each with the one question of the database (migration 004) that decides who reads a record of
 * it. A table of a class says so in its comment ("class triage: ..."), and each of its read policies must ask that question.
 *
 * - shareable: plan, days, progress, impact; every organisation that is party to the work.
 * - coaching: a note of the leader and the supported head; those two persons, not even the broker.
 * - triage: what the service thinks of a school; the service that covers it, in the roles that judge. The school sees its own evidence.
 * - appraisal: the panel, the head and the external adviser, as persons; kept apart from triage and coaching.
 */
export const CLASS_QUESTIONS = {
  shareable: 'may_read_shareable',
  coaching: 'may_read_coaching',
  triage: 'may_read_triage',
  appraisal: 'may_read_appraisal',
} as const;

/** Tables that say a class in their comment but let a row be read without its question. Empty when all is well; `migrate` refuses anything else. */
export async function tablesOutOfClass(client: pg.Pool | pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; said: string; conditions: string[] }>(
    `select c.relname as name, substring(obj_description(c.oid) from '^class (\\w+):') as said,
       array(select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
         where p.polrelid = c.oid and p.polcmd in ('r', '*')) as conditions
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and obj_description(c.oid) like 'class %' order by 1`,
  );
  return rows.filter(({ said, conditions }) => !keepsClass(said, conditions)).map(({ name }) => name);
}

function keepsClass(said: string, conditions: readonly string[]): boolean {
  const question = Object.entries(CLASS_QUESTIONS).find(([name]) => name === said)?.[1];
  return (
    question !== undefined &&
    conditions.length > 0 &&
    conditions.every((condition) => condition.includes(`${question}(`))
  );
}
