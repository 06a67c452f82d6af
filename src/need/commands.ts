import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { headWatches } from '../schools/queries/head-watches.ts';
import type { SchoolFacts } from '../schools/rules/facts.ts';
import { asJudged } from '../schools/rules/inherited.ts';
import { factsForNeed, type NeedPack } from './queries.ts';
import { assess } from './rules/assess.ts';
import { type Assessment, packed } from './rules/assessment.ts';
import { nationalReference } from './rules/national-reference.ts';
import { type Category, readsHeads } from './rules/need-policy.ts';

/** Schools a statement writes: few enough that it fits the socket's buffer and is on its way before the next are assessed. */
const ROWS_A_STATEMENT = 64;

/**
 * Assesses every open mainstream school in England and stores the assessments, in place of any of the same policy and
 * date, in one transaction. Returns how many schools are in each category.
 * `schools` spares a second read when the caller holds the facts already; they must be all of England's, for each school
 * is compared with the rest.
 */
export async function assessEngland(
  db: Kysely<Database>,
  pack: NeedPack,
  asAt: string,
  schools?: readonly SchoolFacts[],
): Promise<Record<Category, number>> {
  const read = schools ?? (await factsForNeed(db, pack, asAt));
  const facts = read.map((school) => asJudged(school, pack.policy.inherited));
  const heads = readsHeads(pack.policy) ? await headWatches(db, asAt) : undefined;
  const at = { ...pack, asAt, reference: nationalReference(facts), ...(heads && { heads }) };
  const counts = { A: 0, B: 0, C: 0, D: 0 };
  await db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('need_assessment')
      .where('policy_id', '=', pack.policy.id)
      .where('as_at', '=', asAt)
      .execute();
    let writing: Promise<void> = Promise.resolve();
    for (let from = 0; from < facts.length; from += ROWS_A_STATEMENT) {
      const assessments = facts.slice(from, from + ROWS_A_STATEMENT).map((school) => assess(school, at));
      for (const { category } of assessments) counts[category] += 1;
      // The server stores one batch while the next is worked out here, which saves a third of the time.
      await writing;
      writing = insert(transaction, assessments);
      await turnOfTheLoop();
    }
    await writing;
  });
  return counts;
}

async function insert(db: Kysely<Database>, assessments: readonly Assessment[]): Promise<void> {
  const rows = assessments.map(({ urn, policyId, asAt, category, points, indicators }) => [
    urn,
    policyId,
    asAt,
    category,
    points,
    indicators.map(packed),
  ]);
  await sql`
    insert into need_assessment (urn, policy_id, as_at, category, points, indicators)
    select (row->>0)::int, row->>1, (row->>2)::date, row->>3, (row->>4)::float8, row->5
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as rows(row)`.execute(db);
}
