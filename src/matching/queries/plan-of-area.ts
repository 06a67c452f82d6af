import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { designationPackAsAt } from '../../leaders/queries.ts';
import { latestRun } from '../../need/queries.ts';
import { NEWEST_RESULTS } from '../../opendata/rules/newest-results.ts';
import { areaByCode, authorityNoted } from '../../schools/queries/areas.ts';
import { similarPolicyAsAt } from '../../similar/queries.ts';
import { type AreaPlan, planFrom } from '../rules/area-plan.ts';
import type { Finding } from '../rules/finding.ts';
import type { ContextDistance } from '../rules/pairing.ts';
import { type PlanProblem, planProblem } from '../rules/plan-problem.ts';
import type { Solution } from '../rules/solution.ts';
import type { AskRoads } from '../rules/travel/road-times.ts';
import { travelUsed } from '../rules/travel/travel-used.ts';
import type { PlanScope } from '../policy.ts';
import { contextDistance } from './context.ts';
import { planPolicyAsAt, withRoads } from './plan-policy.ts';
import { furthestOf, sidesOfPlan } from './sides.ts';
import { solveInWorker } from './solve-in-worker.ts';

export interface PlanOptions {
  /** Seconds after which the best plan so far is taken. */
  timeLimitSeconds?: number;
  onProgress?: (best: Pick<Solution, 'objective' | 'bound' | 'gap' | 'seconds'>) => void;
  /** The operator's road service; without it, or null, journeys are estimated. */
  askRoads?: AskRoads | null;
}

const DEFAULT_SECONDS = 60;

/** A plan cannot be made: nothing is assessed yet, or there is no such area. The message says the mend. */
export class PlanError extends Error {
  override name = 'PlanError';
}

/** A plan with what it was made from, which explanations of it stand on. */
export interface SolvedArea {
  plan: AreaPlan;
  problem: PlanProblem;
  solution: Solution;
  findings: readonly Finding[];
  context: ContextDistance;
  run: { policyId: string; asAt: string };
  laCode: number | null;
}

/** The same as `solvedArea`, without what it was made from. */
export async function planOfArea(
  db: Kysely<Database>,
  scope: PlanScope,
  laCode: number | null,
  options?: PlanOptions,
): Promise<AreaPlan> {
  return (await solvedArea(db, scope, laCode, options)).plan;
}

/**
 * The best plan for an area, or for all of England with null, under the policies that hold on the day of the register.
 * Reads need as those whom the scope is for see it (what a person decided before what was worked out) and prospects; solves in a
 * worker thread. Throws PlanError when there is no such area or no need has been drawn yet.
 */
export async function solvedArea(
  db: Kysely<Database>,
  scope: PlanScope,
  laCode: number | null,
  { timeLimitSeconds = DEFAULT_SECONDS, onProgress, askRoads = null }: PlanOptions = {},
): Promise<SolvedArea> {
  const area = laCode === null ? { code: null, name: 'England' } : await areaByCode(db, laCode);
  if (area === null)
    throw new PlanError(
      (await authorityNoted(db, String(laCode))) ??
        `There is no area with the code ${laCode}: the codes are on the page of areas`,
    );
  const run = await latestRun(db);
  if (run === null) throw new PlanError('No need has been drawn yet: load the published data first');
  const { asAt } = run;
  const holding = planPolicyAsAt(asAt);
  const sides = await sidesOfPlan(db, scope, { run, laCode, furthestKm: furthestOf(holding) });
  const policy = await withRoads(holding, sides, askRoads);
  const similar = similarPolicyAsAt(asAt);
  const context = await contextDistance(db, similar);
  const made = planProblem(sides.needs, sides.leaders, context, policy);
  if (!made.ok) throw new PlanError(made.findings.map(({ sentence, mend }) => `${sentence} ${mend}`).join(' '));
  const { problem, findings } = made;
  const solution = await solveInWorker(problem.instance, { timeLimitSeconds, ...(onProgress && { onProgress }) });
  const plan: AreaPlan = {
    area,
    asAt,
    policies: {
      need: sides.needPolicy.title,
      designation: designationPackAsAt(asAt).policy.title,
      similar: similar.title,
      matching: policy.title,
    },
    travel: travelUsed(problem),
    resultsNote: NEWEST_RESULTS,
    ...planFrom(problem, solution),
  };
  return { plan, problem, solution, findings, context, run, laCode };
}
