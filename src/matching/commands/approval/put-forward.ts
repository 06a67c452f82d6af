import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { putForward as permission } from '../../policy.ts';
import { linesOfForward } from '../../queries/approval/forward.ts';
import { partiesOfLines } from '../../queries/approval/partners.ts';
import { readDecisions } from '../../queries/round/decisions.ts';
import { linesOfPlan } from '../../rules/approval/lines.ts';
import { isPair } from '../../rules/approval/pair.ts';
import { totalsForPartners } from '../../rules/approval/totals.ts';
import { applyDecisions } from '../../rules/round/apply-decisions.ts';
import type { RoundInputs } from '../../rules/round/inputs.ts';
import type { Proposal } from '../../rules/round/round.ts';
import type { Leader } from '../../rules/sides.ts';
import { type Asking, askAbout } from './ask-interests.ts';
import { type PlanToGive, planToGive } from './plan-to-give.ts';

export interface ToPutForward {
  proposalId: string;
  /** ISO day by which heads are asked to answer. */
  answerBy: string;
  words: string | null;
}

export type PutForward = { ok: true; asked: number; mails: number } | Extract<PlanToGive, { ok: false }>;

/**
 * Puts a proposal of a round forward for approval: a copy of every line in words and figures, which later runs do not touch, and a
 * question about interests to both heads of each pair that was not asked about in this round before. All in one transaction.
 */
export function putForward(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  roundId: string,
  { proposalId, answerBy, words }: ToPutForward,
  { linkTo }: Asking,
): Promise<PutForward> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<PutForward>> => {
    const failed = (reason: Extract<PutForward, { ok: false }>['reason']): Written<PutForward> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { round: roundId, reason },
    });
    const given = await planToGive(transaction, organisation.id, { roundId, proposalId }, 'put forward');
    if (!given.ok) return failed(given.reason);
    const { round, proposal, plan, inputs } = given;
    const lines = linesOfPlan(plan, await leadersOf(transaction, inputs, proposal), inputs.policy.support);
    const belongs = { round_id: roundId, organisation_id: organisation.id };
    const made = { made_by: person, made_in_role: role };
    const { id } = await transaction
      .insertInto('planning_put_forward')
      .values({
        ...belongs,
        proposal_id: proposalId,
        totals: JSON.stringify(totalsForPartners(plan)),
        words,
        answer_by: answerBy,
        ...made,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const partiesOf = await partiesOfLines(transaction, roundId, lines);
    for (const line of lines) {
      await transaction
        .insertInto('planning_line')
        .values({
          ...belongs,
          put_forward_id: id,
          need_key: line.needKey,
          leader_key: line.leaderKey,
          supported_urn: line.supported.urn,
          home_urn: isPair(line) ? line.home.urn : null,
          parties: partiesOf(line),
          content: JSON.stringify(line),
        })
        .execute();
    }
    const forwarded = await linesOfForward(transaction, { forwardId: id });
    const about = { round, organisation, person, role, answerBy };
    const { asked, mails } = await askAbout(transaction, forwarded, about, { linkTo });
    const detail = { round: roundId, proposal: proposalId, lines: lines.length, asked, mails };
    return { result: { ok: true, asked, mails }, detail };
  });
}

/** The leaders of a round as they were when a proposal was asked for. */
async function leadersOf(
  transaction: ScopedTransaction,
  inputs: RoundInputs,
  { roundId, decisions }: Pick<Proposal, 'roundId' | 'decisions'>,
): Promise<Leader[]> {
  const all = await readDecisions(transaction, roundId);
  return applyDecisions(
    inputs,
    all.filter(({ id }) => decisions.includes(id)),
  ).leaders;
}
