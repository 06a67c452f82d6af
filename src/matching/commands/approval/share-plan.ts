import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import type { readShared, sharePlan as permission } from '../../policy.ts';
import { partiesOfLines } from '../../queries/approval/partners.ts';
import { readersFor, type SharedPlan, sharesOf } from '../../queries/approval/shares.ts';
import { readScenarios } from '../../queries/round/rounds.ts';
import { linesOfPlan } from '../../rules/approval/lines.ts';
import type { PutLine } from '../../rules/approval/pair.ts';
import { totalsForPartners } from '../../rules/approval/totals.ts';
import { moveTo } from './in-round.ts';
import { type PlanToGive, planToGive } from './plan-to-give.ts';

export interface Sharing {
  proposalId: string;
  readers: readonly string[];
  words: string | null;
}

export type Shared =
  | { ok: true; readers: number }
  | Extract<PlanToGive, { ok: false }>
  | { ok: false; reason: 'no such reader' };

/**
 * Gives a proposal to people of a panel to read, each a copy of their own: what each saw stays as it was. Somebody of a partner is given
 * only the lines that concern the partner, with the totals. Each is told by mail, which leads to the copy.
 */
export function sharePlan(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  roundId: string,
  { proposalId, readers, words }: Sharing,
  linkTo: (organisation: string, share: string) => string,
): Promise<Shared> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Shared>> => {
    const failed = (reason: Extract<Shared, { ok: false }>['reason']): Written<Shared> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { round: roundId, reason },
    });
    const given = await planToGive(transaction, organisation.id, { roundId, proposalId }, 'share');
    if (!given.ok) return failed(given.reason);
    const { round, next, proposal, plan, inputs } = given;
    const people = await readersFor(transaction, roundId);
    const chosen = people.filter(({ id }) => readers.includes(id));
    if (chosen.length < new Set(readers).size) return failed('no such reader');
    const scenario = (await readScenarios(transaction, roundId)).find(({ id }) => id === proposal.scenarioId);
    const lines = linesOfPlan(plan, [], inputs.policy.support);
    const partiesOf = await partiesOfLines(transaction, roundId, lines);
    const whole: SharedPlan = {
      round: round.title,
      scenario: scenario?.name ?? '',
      organisation: organisation.name,
      totals: totalsForPartners(plan),
      lines,
      isWhole: true,
    };
    for (const reader of chosen) {
      const concerns = (line: PutLine) => partiesOf(line).includes(reader.organisationId);
      const content =
        reader.organisationId === organisation.id ? whole : { ...whole, lines: lines.filter(concerns), isWhole: false };
      const { id } = await transaction
        .insertInto('planning_share')
        .values({
          round_id: roundId,
          organisation_id: organisation.id,
          proposal_id: proposalId,
          reader_id: reader.id,
          reader_for: reader.organisationId,
          content: JSON.stringify(content),
          words,
          shared_by: person,
          shared_in_role: role,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      if (reader.email === null || !isMailAddress(reader.email)) continue;
      const template = {
        name: 'plan shared',
        organisation: organisation.name,
        sharedBy: scope.person?.name ?? '',
        link: linkTo(reader.organisationId, id),
      } as const;
      await queueMail(transaction, {
        to: reader.email,
        template,
        organisationId: organisation.id,
        personId: reader.id,
      });
    }
    await moveTo(transaction, round, next);
    const detail = { round: roundId, proposal: proposalId, readers: chosen.length };
    return { result: { ok: true, readers: chosen.length }, detail };
  });
}

/** Ends somebody's reading. The copy and their comments stay in the record; false when there is nothing to end. */
export function endShare(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  roundId: string,
  shareId: string,
): Promise<boolean> {
  const { organisation, person } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<boolean>> => {
    const ended = await transaction
      .updateTable('planning_share')
      .set({ ended_at: new Date(), ended_by: person })
      .where('id', '=', shareId)
      .where('round_id', '=', roundId)
      .where('organisation_id', '=', organisation.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    const result = ended.numUpdatedRows > 0n;
    return { result, outcome: result ? 'done' : 'failed', detail: { round: roundId, share: shareId, step: 'end' } };
  });
}

/** Adds what a reader says of the plan that was shared with them. The service that shares it reads it, other readers do not. */
export function commentOnShare(
  db: Kysely<Database>,
  scope: Scope<typeof readShared.verb>,
  shareId: string,
  words: string,
): Promise<boolean> {
  const { person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<boolean>> => {
    const [share] = await sharesOf(transaction, { readerId: person, id: shareId });
    if (share === undefined) return { result: false, outcome: 'failed', detail: { share: shareId } };
    const belongs = await transaction
      .selectFrom('planning_share')
      .select(['round_id', 'organisation_id'])
      .where('id', '=', shareId)
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('planning_share_comment')
      .values({ ...belongs, share_id: shareId, words, said_by: person, said_in_role: role })
      .execute();
    return { result: true, detail: { share: shareId, step: 'comment' } };
  });
}
