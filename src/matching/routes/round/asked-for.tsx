import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../db/schema.ts';
import { readRounds } from '../../../need/policy.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState, needsOfService, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { boundaries } from '../../../schools/queries/boundaries.ts';
import type { AreaGeometry } from '../../../web/charts/geometry.ts';
import { NotFound } from '../../../web/errors.tsx';
import { mayAlso } from '../../../web/may.ts';
import type { Deciding } from '../../pages/round/deciding.tsx';
import { type PlanningScope, runPlanning } from '../../policy.ts';
import { decisionsOf } from '../../queries/round/decisions.ts';
import { proposalWithPlan } from '../../queries/round/proposals.ts';
import { inputsOf, planningRoundOf, scenariosOf } from '../../queries/round/rounds.ts';
import { applyDecisions, type DecidedSides } from '../../rules/round/apply-decisions.ts';
import { type ChangeSince, stampOf } from '../../rules/round/changes-since.ts';
import { inForce, type RoundDecision } from '../../rules/round/decision.ts';
import type { RoundInputs } from '../../rules/round/inputs.ts';
import { type Names, namesOf } from '../../rules/round/names.ts';
import { problemOfRound } from '../../rules/round/problem-of-round.ts';
import { isPlannedIn, type PlanningRound, type ProposalWithPlan, type Scenario } from '../../rules/round/round.ts';
import type { Leader } from '../../rules/sides.ts';
import { planningRoundPolicyKind } from '../../schema/planning-round-policy.ts';

/** The planning round that the address names. Throws NotFound when the organisation has none with this id. */
export async function planningAskedFor(c: Context, db: Kysely<Database>, scope: PlanningScope): Promise<PlanningRound> {
  const id = z.uuid().safeParse(c.req.param('planning'));
  const round = id.success ? await planningRoundOf(db, scope, id.data) : null;
  if (round === null) throw new NotFound('There is no such planning round.');
  return round;
}

/** A round with all that its pages and forms read of it. */
export interface RoundAsked {
  round: PlanningRound;
  inputs: RoundInputs;
  scenarios: Scenario[];
  decisions: RoundDecision[];
  /** As decided for all scenarios; a scenario's own decisions are laid over them where it is planned. */
  sides: DecidedSides;
  names: Names;
  /** Whether the reader may decide now. */
  runs: boolean;
}

/** The round of the address whole. Throws NotFound where it is gone, or what it was frozen from is no longer kept. */
export async function wholeRoundAskedFor(c: Context, db: Kysely<Database>, scope: PlanningScope): Promise<RoundAsked> {
  const round = await planningAskedFor(c, db, scope);
  const [inputs, scenarios, decisions] = [
    await inputsOf(db, scope, round.id),
    await scenariosOf(db, scope, round.id),
    await decisionsOf(db, scope, round.id),
  ];
  if (inputs === null) throw new NotFound('What this round started from is no longer kept.');
  const sides = applyDecisions(inputs, inForce(decisions, ''));
  // Whoever has withdrawn still has a name in the list of decisions.
  const everybody = applyDecisions(
    inputs,
    decisions.filter(({ kind }) => kind === 'add need' || kind === 'add leader'),
  );
  return {
    round,
    inputs,
    scenarios,
    decisions,
    sides,
    names: namesOf(everybody, inputs.policy.support),
    runs: isPlannedIn(round.state) && mayAlso(c, runPlanning, organisationSubjectOf(c)) !== null,
  };
}

/**
 * Leaders worth showing: those whom some need could have, and those whom people added or changed. The frozen inputs hold everybody within
 * reach, which around a town is a thousand heads.
 */
export function leadersShown({ inputs, decisions, scenarios, sides }: RoundAsked): Leader[] {
  const [first] = scenarios;
  if (first === undefined) return sides.leaders;
  const standing = inForce(decisions, first.id);
  const made = problemOfRound(inputs, { decisions: standing, weights: first.weights });
  if (!made.ok) return sides.leaders;
  const named = new Set([...made.problem.leaders.map(({ key }) => key), ...standing.map(({ leaderKey }) => leaderKey)]);
  return sides.leaders.filter(({ key }) => named.has(key));
}

/** What a form of a decision in the round knows. */
export function decidingIn(
  { scenarios, decisions, names }: RoundAsked,
  form: FormState = formState(),
  since: ChangeSince[] | null = null,
): Deciding {
  return { scenarios, stamp: stampOf(decisions), form, since, names };
}

/** The proposal that the address names, with its plan. Throws NotFound when the round has none with this id. */
export async function proposalAskedFor(
  c: Context,
  db: Kysely<Database>,
  scope: PlanningScope,
  roundId: string,
): Promise<ProposalWithPlan> {
  const id = z.uuid().safeParse(c.req.param('proposal'));
  const proposal = id.success ? await proposalWithPlan(db, scope, roundId, id.data) : null;
  if (proposal === null) throw new NotFound('There is no such proposal in this round.');
  return proposal;
}

/** The need of every school of the acting service, as it reads it; null when nothing is assessed. */
export async function needsToPlan(c: Context, db: Kysely<Database>) {
  const scope = mayAlso(c, readRounds, organisationSubjectOf(c));
  return scope === null ? null : needsOfService(c, db, scope);
}

/** The outline of the acting authority's area; null for a trust. */
export async function boundaryOf(c: Context, db: Kysely<Database>): Promise<AreaGeometry | null> {
  const laCode = c.get('person')?.acting?.organisation.laCode ?? null;
  return laCode === null ? null : (((await boundaries(db)).get(laCode) as AreaGeometry | undefined) ?? null);
}

/** Today in London, and the policy of planning rounds that holds on it. */
export function todaysPlanning() {
  const today = londonIsoDay(new Date());
  return { today, policy: policyAsAt(planningRoundPolicyKind, today) };
}
