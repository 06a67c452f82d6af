import type { Organisation } from '../../../src/access/roles.ts';
import { AS_THE_POLICY } from '../../../src/matching/commands/round/open-planning-round.ts';
import { planPolicyAsAt } from '../../../src/matching/queries/plan-policy.ts';
import { packInputs } from '../../../src/matching/rules/round/inputs.ts';
import { progressOf } from '../../../src/matching/rules/round/kept-so-far.ts';
import { problemOfRound } from '../../../src/matching/rules/round/problem-of-round.ts';
import { roundPlan } from '../../../src/matching/rules/round/round-plan.ts';
import { solve } from '../../../src/matching/rules/solve.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { endless, loadHighs } from '../../factories/instance.ts';
import { headOf, needFor, placedSchool } from '../../factories/matching.ts';
import { type Member, tenant } from '../../factories/people.ts';

/** So that each round of an organisation has a term of its own. */
let schoolYear = 2001;

/**
 * A planning round with one need and one leader, a scenario, a proposal that has ended with a plan, one that waits and can be cancelled, and
 * a decision that can be undone.
 */
export async function planningOf(
  owner: TestDatabase['db'],
  { id: organisation_id }: Organisation,
  { personId }: Member,
  { urn, words, asAt }: { urn: number; words: string; asAt: string },
): Promise<{ round: string; scenario: string; proposal: string; decision: string }> {
  const db = tenant(owner);
  const need = needFor(placedSchool(urn, { name: `${words} School` }));
  const leader = headOf(placedSchool(urn + 2, { name: `${words} Home`, easting: 501_000 }));
  const inputs = {
    asAt,
    needs: [need],
    leaders: [leader],
    context: [],
    policy: planPolicyAsAt(asAt),
    policies: { need: 'n', designation: 'd', similar: 's' },
    travel: 'straight line',
  };
  const made = { made_by: personId, made_in_role: 'broker' };
  const round = await idOf(
    db
      .insertInto('planning_round')
      .values({
        organisation_id,
        title: `${words} round`,
        school_year: schoolYear++,
        term: 'autumn',
        term_from: '2026-09-01',
        term_to: '2026-12-31',
        as_at: asAt,
        travel: inputs.travel,
        inputs_sha256: 'of a test',
        opened_by: personId,
        opened_in_role: 'broker',
      })
      .returning('id'),
  );
  const belongs = { round_id: round, organisation_id };
  await db
    .insertInto('planning_input')
    .values({ ...belongs, content: JSON.stringify(packInputs(inputs)) })
    .execute();
  const scenario = await idOf(
    db
      .insertInto('planning_scenario')
      .values({
        ...belongs,
        name: `${words} scenario`,
        weights: JSON.stringify(AS_THE_POLICY),
        copied_from: null,
        ...made,
      })
      .returning('id'),
  );
  const problem = problemOfRound(inputs, { decisions: [], weights: AS_THE_POLICY });
  if (!problem.ok) throw new Error('the problem of this test is possible');
  const found = solve(problem.problem.instance, { seed: 1, clock: endless, highs: await loadHighs() });
  const asked = { seconds: 1, seed: 1, near: null, changePrice: null };
  const asks = {
    ...belongs,
    scenario_id: scenario,
    asked: JSON.stringify(asked),
    decisions: [],
    inputs_sha256: 'of a test',
    asked_by: personId,
    asked_in_role: 'broker',
  };
  const proposal = await idOf(
    db
      .insertInto('planning_proposal')
      .values({
        ...asks,
        state: 'done',
        progress: JSON.stringify(progressOf(found)),
        solution: JSON.stringify(found),
        plan: JSON.stringify(roundPlan(problem.problem, found, null)),
      })
      .returning('id'),
  );
  await db.insertInto('planning_proposal').values(asks).execute();
  const decision = await idOf(
    db
      .insertInto('planning_decision')
      .values({
        ...belongs,
        scenario_id: null,
        kind: 'set days',
        leader_key: leader.key,
        need_key: null,
        value: JSON.stringify({ days: 12 }),
        reason: `${words} reason`,
        decided_by: personId,
        decided_in_role: 'broker',
      })
      .returning('id'),
  );
  return { round, scenario, proposal, decision };
}

async function idOf(query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> {
  return (await query.executeTakeFirstOrThrow()).id;
}
