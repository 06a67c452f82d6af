import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import type { AreaPlan } from '../rules/area-plan.ts';
import { planOfArea } from './plan-of-area.ts';

/** A page waits this long for a better plan before it shows the best so far, with its gap. */
const PATIENCE_SECONDS = 10;

/** The plan of an area for a page: made once and kept until another file is imported. Readers at the same moment share one. */
export async function keptPlan(db: Kysely<Database>, laCode: number): Promise<AreaPlan> {
  const plans = await plansOfThisVersion(db);
  const kept = plans.get(laCode);
  if (kept !== undefined) return kept;
  const plan = planOfArea(db, laCode, { timeLimitSeconds: PATIENCE_SECONDS });
  plans.set(laCode, plan);
  plan.catch(() => plans.delete(laCode));
  return plan;
}

const plansOfThisVersion = perVersion(async () => new Map<number, Promise<AreaPlan>>());
