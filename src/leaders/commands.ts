import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { nationalReference } from '../need/rules/national-reference.ts';
import type { SchoolFacts } from '../schools/rules/facts.ts';
import { asJudged } from '../schools/rules/inherited.ts';
import { type DesignationPack, factsForProspects } from './queries.ts';
import { meetsPublishedCriteria, type Prospect } from './rules/prospect.ts';

/** Schools a statement writes: few enough that it fits the socket's buffer and is on its way before the next are judged. */
const ROWS_A_STATEMENT = 128;

/**
 * Puts the published criteria to every open mainstream school in England and stores how each stands, in place of what was
 * stored under the same policy and date, in one transaction. Returns how many meet them.
 * `schools` spares a second read when the caller holds the facts already; they must be all of England's.
 */
export async function findProspects(
  db: Kysely<Database>,
  pack: DesignationPack,
  asAt: string,
  schools?: readonly SchoolFacts[],
): Promise<{ meet: number; judged: number }> {
  const read = schools ?? (await factsForProspects(db, pack, asAt));
  const facts = read.map((school) => asJudged(school, pack.policy.inherited));
  const at = {
    policy: pack.policy,
    standards: pack.need.standards,
    pupilSpread: pack.need.policy.pupilSpread,
    reference: nationalReference(facts),
    asAt,
  };
  let meet = 0;
  await db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('prospect')
      .where('policy_id', '=', pack.policy.id)
      .where('as_at', '=', asAt)
      .execute();
    let writing: Promise<void> = Promise.resolve();
    for (let from = 0; from < facts.length; from += ROWS_A_STATEMENT) {
      const judged = facts.slice(from, from + ROWS_A_STATEMENT).map((school) => meetsPublishedCriteria(school, at));
      meet += judged.filter(({ meets }) => meets).length;
      await writing;
      writing = insert(transaction, judged);
      await turnOfTheLoop();
    }
    await writing;
  });
  return { meet, judged: facts.length };
}

async function insert(db: Kysely<Database>, judged: readonly Prospect[]): Promise<void> {
  const rows = judged.map(({ urn, policyId, asAt, meets, daysPerYear, mostSchools, checks }) => [
    urn,
    policyId,
    asAt,
    meets,
    daysPerYear,
    mostSchools,
    checks,
  ]);
  await sql`
    insert into prospect (urn, policy_id, as_at, meets, days_per_year, most_schools, checks)
    select (row->>0)::int, row->>1, (row->>2)::date, (row->>3)::boolean, (row->>4)::float8, (row->>5)::smallint, row->6
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as rows(row)`.execute(db);
}
