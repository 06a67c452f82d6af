import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { monthsAfter } from '../../../calendar/due-after.ts';
import type { Database } from '../../../db/schema.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import type { answerForDesignation, applyForDesignation, runDesignation } from '../../policy.ts';
import { readReviews } from '../../queries/designation/reviews.ts';
import {
  GROUNDS_WORDS,
  type Review,
  REVIEW_OUTCOME_WORDS,
  type ReviewGrounds,
  type ReviewOutcome,
  type ReviewStep,
} from '../../rules/designation/review.ts';
import { keeperIn } from '../../rules/register/actor.ts';
import { writeDesignation } from '../register/designate.ts';

type RunScope = Scope<typeof runDesignation.verb>;
type AppealScope = Scope<typeof applyForDesignation.verb | typeof answerForDesignation.verb>;

export type ReviewFailure = 'no such review' | 'changed' | 'over' | 'interest' | 'decided it' | 'no such designation';
export type ReviewDone = { ok: true } | { ok: false; reason: ReviewFailure };

interface Step {
  kind: ReviewStep['kind'];
  outcome?: ReviewOutcome;
  words: string;
  moved?: { urn: number; on: string; dueOn: string };
}

/** Raises a review that no date and no file gives: conduct, or poor delivery. */
export function raiseByPerson(
  db: Kysely<Database>,
  scope: RunScope,
  { designation, grounds, words }: { designation: string; grounds: ReviewGrounds; words: string },
  dueOn: string,
): Promise<ReviewDone> {
  const keeper = keeperIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<ReviewDone>> => {
    const held = await transaction
      .selectFrom('leader_designation')
      .select('leader_id')
      .where('id', '=', designation)
      .where('organisation_id', '=', keeper.organisationId)
      .where('status', '<>', 'ended')
      .executeTakeFirst();
    if (held === undefined)
      return { result: { ok: false, reason: 'no such designation' }, outcome: 'failed', detail: { step: 'raise' } };
    const { rows } = await sql<{ day: string }>`select london_day() as day`.execute(transaction);
    await transaction
      .insertInto('designation_review')
      .values({
        designation_id: designation,
        leader_id: held.leader_id,
        organisation_id: keeper.organisationId,
        grounds,
        key: `${grounds} ${rows[0]!.day} ${designation}`,
        evidence: words,
        source: null,
        due_on: dueOn,
        raised_by: keeper.person,
      })
      .onConflict((conflict) => conflict.columns(['leader_id', 'key']).doNothing())
      .execute();
    return { result: { ok: true }, detail: { step: 'raise', designation, grounds } };
  });
}

/** Adds to a review of the service: evidence, or that the leader moved to another school. */
export function addToReview(
  db: Kysely<Database>,
  scope: RunScope,
  id: string,
  step: Step & { kind: 'evidence' | 'moved' },
): Promise<ReviewDone> {
  return onReview(db, scope, id, null, async (transaction, review) => {
    if (review.stands !== 'open') return 'over';
    await addStep(transaction, scope, review, step);
    return null;
  });
}

/**
 * The decision of a panel on a review, or on the appeal against one, by somebody without an interest; on appeal not by who decided before.
 * The register gets a designation in the place of the one that was reviewed, and the leader a letter.
 */
export function decideReview(
  db: Kysely<Database>,
  scope: RunScope,
  { id, version }: { id: string; version: number },
  { outcome, words }: { outcome: ReviewOutcome; words: string },
  {
    reviewMonthsOf,
    today,
    linkTo,
  }: { reviewMonthsOf: (role: string) => number; today: string; linkTo: (urn: number) => string },
): Promise<ReviewDone> {
  const keeper = keeperIn(scope);
  return onReview(db, scope, id, version, async (transaction, review) => {
    const onAppeal = review.stands === 'appealed';
    if (review.stands !== 'open' && !onAppeal) return 'over';
    if (review.conflicts) return 'interest';
    if (review.steps.some(({ kind, byId }) => kind === 'decided' && byId === keeper.person)) return 'decided it';
    await addStep(transaction, scope, review, { kind: onAppeal ? 'appeal decided' : 'decided', outcome, words });
    const held = await newestOf(transaction, review.designationId);
    const written = await writeDesignation(transaction, keeper, review.leaderId, {
      role: held.role,
      body: held.body,
      designatedOn: held.designated_on,
      evidence: held.evidence,
      reviewOn: outcome === 'ends' ? null : monthsAfter(today, reviewMonthsOf(held.role)),
      status: outcome === 'ends' ? 'ended' : 'in force',
      ruleSet: held.rule_set,
      supersedes: {
        id: held.id,
        words: `Review (${GROUNDS_WORDS[review.grounds].toLowerCase()}): ${words}`.slice(0, 2000),
      },
    });
    if (!written.ok) throw new Error(`The designation was not written: ${written.reason}`);
    await tellLeader(transaction, review, REVIEW_OUTCOME_WORDS[outcome].toLowerCase(), words, linkTo(review.urn));
    return null;
  });
}

/** Appeals against the decision of a review, as the leader or the accountable officer of the home school, and nobody else. */
export function appealReview(db: Kysely<Database>, scope: AppealScope, id: string, words: string): Promise<ReviewDone> {
  return writeAs(db, scope, async (transaction): Promise<Written<ReviewDone>> => {
    const detail = { review: id, step: 'appealed' };
    await aloneInReview(transaction, id);
    const { rows } = await sql<{ leader_id: string; organisation_id: string; stands: string; steps: number }>`
      select * from review_to_appeal(${id})`.execute(transaction);
    const [review] = rows;
    if (review === undefined) return { result: { ok: false, reason: 'no such review' }, outcome: 'failed', detail };
    if (review.stands !== 'decided: ends' && review.stands !== 'decided: keeps with conditions')
      return { result: { ok: false, reason: 'over' }, outcome: 'failed', detail: { ...detail, reason: 'over' } };
    const of = { id, leaderId: review.leader_id, organisationId: review.organisation_id };
    await addStep(
      transaction,
      scope,
      { ...of, steps: Array.from({ length: review.steps }) },
      { kind: 'appealed', words },
    );
    return { result: { ok: true }, detail };
  });
}

function onReview(
  db: Kysely<Database>,
  scope: RunScope,
  id: string,
  version: number | null,
  work: (transaction: ScopedTransaction, review: Review) => Promise<ReviewFailure | null>,
): Promise<ReviewDone> {
  const { organisationId } = keeperIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<ReviewDone>> => {
    await aloneInReview(transaction, id);
    const [review] = await readReviews(transaction, { organisationId, id });
    const failed =
      review === undefined
        ? 'no such review'
        : version !== null && version !== review.steps.length
          ? 'changed'
          : await work(transaction, review);
    return failed === null
      ? { result: { ok: true }, detail: { review: id } }
      : { result: { ok: false, reason: failed }, outcome: 'failed', detail: { review: id, reason: failed } };
  });
}

async function addStep(
  transaction: ScopedTransaction,
  { person }: Scope,
  review: Pick<Review, 'id' | 'leaderId' | 'organisationId'> & { steps: readonly unknown[] },
  { kind, outcome, words, moved }: Step,
): Promise<void> {
  await transaction
    .insertInto('designation_review_step')
    .values({
      review_id: review.id,
      leader_id: review.leaderId,
      organisation_id: review.organisationId,
      number: review.steps.length + 1,
      kind,
      outcome: outcome ?? null,
      words,
      moved_urn: moved?.urn ?? null,
      moved_on: moved?.on ?? null,
      due_on: moved?.dueOn ?? null,
      made_by: person!.id,
      made_in_role: person!.acting?.role ?? null,
    })
    .execute();
}

async function aloneInReview(transaction: ScopedTransaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('designation_review'), hashtext(${id}))`.execute(transaction);
}

/** The designation that took the place of others, from any of them. */
async function newestOf(transaction: ScopedTransaction, id: string) {
  let held = await transaction
    .selectFrom('leader_designation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  for (;;) {
    const next = await transaction
      .selectFrom('leader_designation')
      .selectAll()
      .where('supersedes', '=', held.id)
      .executeTakeFirst();
    if (next === undefined) return held;
    held = next;
  }
}

async function tellLeader(
  transaction: ScopedTransaction,
  { organisation, organisationId, leaderEmail }: Review,
  about: string,
  words: string,
  link: string,
): Promise<void> {
  if (leaderEmail === null || !isMailAddress(leaderEmail)) return;
  await queueMail(transaction, {
    to: leaderEmail,
    template: { name: 'designation review', organisation, about, words, link },
    organisationId,
    personId: null,
  });
}
