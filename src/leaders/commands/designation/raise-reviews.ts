import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { nameOf } from '../../../schools/rules/headship/head-sighting.ts';
import { headshipsOf } from '../../../schools/queries/headships.ts';
import { inspectionRecords } from '../../../schools/queries/inspection-records.ts';
import { outcomeWords } from '../../../schools/rules/inspections/scheme-words.ts';
import { type Held, type ReviewToRaise, reviewsToRaise } from '../../rules/designation/review.ts';
import type { ReviewTimes } from '../../rules/designation/process.ts';

interface HeldRow {
  id: string;
  leader_id: string;
  organisation_id: string;
  role: string;
  home_urn: number;
  designated_on: string | null;
  review_on: string | null;
  recorded_on: string;
}

/**
 * Raises reviews of designations that hold: at their set times, after an inspection of the home school, and when its head changed. Each
 * reason raises one review, however often this runs, and nothing here ends a designation. Answers how many were raised.
 */
export async function raiseReviews(
  db: Kysely<Database>,
  scope: Scope<'designation.raise-reviews'>,
  { times, heads, today }: { times: ReviewTimes & { aheadDays: number }; heads: readonly string[]; today: string },
): Promise<number> {
  return writeAs(db, scope, async (transaction) => {
    const { rows } = await sql<HeldRow>`
      select d.id, d.leader_id, d.organisation_id, d.role, l.home_urn, d.designated_on, d.review_on,
        (d.recorded_at at time zone 'Europe/London')::date as recorded_on
      from leader_designation d join system_leader l on l.id = d.leader_id
      where d.status <> 'ended' and l.status <> 'ended' and l.name <> 'No longer kept'
        and not exists (select from leader_designation x where x.supersedes = d.id)`.execute(transaction);
    let raised = 0;
    for (const row of rows) {
      const held = await publishedSince(db, row, heads.includes(row.role));
      for (const review of reviewsToRaise(held, times, today)) raised += await raise(row.organisation_id, review);
    }
    return { result: raised, detail: { raised } };

    async function raise(organisationId: string, review: ReviewToRaise): Promise<number> {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('designation_review')
        .values({
          designation_id: review.designationId,
          leader_id: review.leaderId,
          organisation_id: organisationId,
          grounds: review.grounds,
          key: review.key,
          evidence: review.evidence,
          source: review.source === null ? null : JSON.stringify(review.source),
          due_on: review.dueOn,
          raised_by: null,
        })
        .onConflict((conflict) => conflict.columns(['leader_id', 'key']).doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows ?? 0);
    }
  });
}

/** What was published of the home school since the designation. Changes of head count where the role is a head's. */
async function publishedSince(db: Kysely<Database>, row: HeldRow, isHeads: boolean): Promise<Held> {
  // An old designation without a day: what happened before it was written down was known to whoever wrote it.
  const since = row.designated_on ?? row.recorded_on;
  const records = (await inspectionRecords(db, [row.home_urn])).get(row.home_urn) ?? [];
  const inspections = records
    .filter((one) => one.kind === 'graded' && one.inspectedOn > since)
    .map((one) => ({
      inspectedOn: one.inspectedOn,
      words: `The home school was inspected on ${dayText(one.inspectedOn)}: ${one.scheme === null ? '' : outcomeWords(one).toLowerCase()}.`,
      source: one.source,
    }));
  const held = {
    leaderId: row.leader_id,
    designationId: row.id,
    designatedOn: row.designated_on,
    reviewOn: row.review_on,
  };
  return { ...held, inspections, headChanged: isHeads ? await headChangedSince(db, row.home_urn, since) : null };
}

async function headChangedSince(db: Kysely<Database>, urn: number, since: string): Promise<Held['headChanged']> {
  const { headships } = await headshipsOf(db, urn);
  const came = headships.find(
    ({ began, person }) =>
      person !== null && began !== null && began.class !== 'unclear' && (began.notBefore ?? '') >= since,
  );
  if (came?.began?.notAfter == null || came.person === null) return null;
  const { notBefore, notAfter } = came.began;
  const words = `The register names ${nameOf(came.person)} as head of the home school on ${dayText(notAfter)}, and another on ${dayText(notBefore ?? notAfter)}.`;
  return { notBefore: notBefore ?? notAfter, notAfter, words, source: came.sources[0] ?? null };
}
