import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { putForward as permission } from '../../policy.ts';
import type { ForwardTotals } from '../../queries/approval/forward.ts';
import { linesOfForward } from '../../queries/approval/forward.ts';
import { partiesByUrn } from '../../queries/approval/partners.ts';
import { readDecisions } from '../../queries/round/decisions.ts';
import { readPlan, readProposals } from '../../queries/round/proposals.ts';
import { readInputs } from '../../queries/round/rounds.ts';
import { linesOfPlan } from '../../rules/approval/lines.ts';
import { applyDecisions } from '../../rules/round/apply-decisions.ts';
import type { RoundInputs } from '../../rules/round/inputs.ts';
import { isUnderWay, type Proposal } from '../../rules/round/round.ts';
import type { Leader } from '../../rules/sides.ts';
import { type Asking, askAbout } from './ask-interests.ts';
import { inRound } from './in-round.ts';

export interface ToPutForward {
  proposalId: string;
  /** ISO day by which heads are asked to answer. */
  answerBy: string;
  words: string | null;
}

export type PutForward =
  | { ok: true; asked: number; mails: number }
  | { ok: false; reason: 'no such round' | 'over' | 'no such proposal' | 'not ended' };

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
    const found = await inRound(transaction, organisation.id, roundId, 'put forward');
    if (!found.ok) return failed(found.reason);
    const [proposal] = await readProposals(transaction, roundId, proposalId);
    if (proposal === undefined) return failed('no such proposal');
    const plan = await readPlan(transaction, proposalId);
    const inputs = await readInputs(transaction, roundId);
    if (isUnderWay(proposal) || plan === null || inputs === null) return failed('not ended');
    const lines = linesOfPlan(plan, await leadersOf(transaction, inputs, proposal), inputs.policy.support);
    const belongs = { round_id: roundId, organisation_id: organisation.id };
    const made = { made_by: person, made_in_role: role };
    const totals: ForwardTotals = {
      needs: lines.length,
      covered: plan.pairs.length,
      days: plan.pairs.reduce((sum, { days }) => sum + days, 0),
      minutes: plan.pairs.reduce((sum, { minutes }) => sum + minutes, 0),
      gap: plan.gap,
      provedOptimal: plan.provedOptimal,
    };
    const { id } = await transaction
      .insertInto('planning_put_forward')
      .values({
        ...belongs,
        proposal_id: proposalId,
        totals: JSON.stringify(totals),
        words,
        answer_by: answerBy,
        ...made,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const urns = lines.flatMap((line) => [line.supported.urn, ...(line.leaderKey === null ? [] : [line.home.urn])]);
    const parties = await partiesByUrn(transaction, roundId, urns);
    for (const line of lines) {
      const home = line.leaderKey === null ? null : line.home.urn;
      const concerned = [line.supported.urn, ...(home === null ? [] : [home])].flatMap((urn) => parties.get(urn) ?? []);
      await transaction
        .insertInto('planning_line')
        .values({
          ...belongs,
          put_forward_id: id,
          need_key: line.needKey,
          leader_key: line.leaderKey,
          supported_urn: line.supported.urn,
          home_urn: home,
          parties: [...new Set(concerned)],
          content: JSON.stringify(line),
        })
        .execute();
    }
    const forwarded = await linesOfForward(transaction, { forwardId: id });
    const about = { round: found.round, organisation, person, role, answerBy };
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
