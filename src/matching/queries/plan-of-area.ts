import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { designationPackAsAt } from '../../leaders/queries.ts';
import { latestRun } from '../../need/queries.ts';
import { NEWEST_RESULTS } from '../../opendata/rules/newest-results.ts';
import { areaByCode, authorityNoted } from '../../schools/queries/areas.ts';
import { similarPolicyAsAt } from '../../similar/queries.ts';
import { type AreaPlan, planFrom } from '../rules/area-plan.ts';
import { planProblem } from '../rules/plan-problem.ts';
import type { Solution } from '../rules/solution.ts';
import type { PlanScope } from '../policy.ts';
import { contextDistance } from './context.ts';
import { planPolicyAsAt } from './plan-policy.ts';
import { furthestOf, sidesOfPlan } from './sides.ts';
import { solveInWorker } from './solve-in-worker.ts';

export interface PlanOptions {
  /** Seconds after which the best plan so far is taken. */
  timeLimitSeconds?: number;
  onProgress?: (best: Pick<Solution, 'objective' | 'bound' | 'gap' | 'seconds'>) => void;
}

const DEFAULT_SECONDS = 60;

/** A plan cannot be made: nothing is assessed yet, or there is no such area. The message says the mend. */
export class PlanError extends Error {
  override name = 'PlanError';
}

/**
 * The best plan for an area, or for all of England with null, under the policies that hold on the day of the register.
 * Reads need as those whom the scope is for see it (what a person decided before what was worked out) and prospects; solves in a
 * worker thread. Throws PlanError when there is no such area or no need has been drawn yet.
 */
export async function planOfArea(
  db: Kysely<Database>,
  scope: PlanScope,
  laCode: number | null,
  { timeLimitSeconds = DEFAULT_SECONDS, onProgress }: PlanOptions = {},
): Promise<AreaPlan> {
  const area = laCode === null ? { code: null, name: 'England' } : await areaByCode(db, laCode);
  if (area === null)
    throw new PlanError(
      (await authorityNoted(db, String(laCode))) ??
        `There is no area with the code ${laCode}: the codes are on the page of areas`,
    );
  const run = await latestRun(db);
  if (run === null) throw new PlanError('No need has been drawn yet: load the published data first');
  const { asAt } = run;
  const policy = planPolicyAsAt(asAt);
  const sides = await sidesOfPlan(db, scope, { run, laCode, furthestKm: furthestOf(policy) });
  const similar = similarPolicyAsAt(asAt);
  const context = await contextDistance(db, similar);
  const made = planProblem(sides.needs, sides.leaders, context, policy);
  if (!made.ok) throw new PlanError(made.findings.map(({ sentence, mend }) => `${sentence} ${mend}`).join(' '));
  const { problem } = made;
  const solution = await solveInWorker(problem.instance, { timeLimitSeconds, ...(onProgress && { onProgress }) });
  return {
    area,
    asAt,
    policies: {
      need: sides.needPolicy.title,
      designation: designationPackAsAt(asAt).policy.title,
      similar: similar.title,
      matching: policy.title,
    },
    resultsNote: NEWEST_RESULTS,
    ...planFrom(problem, solution),
  };
}
