import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import type { AreaPlan } from '../rules/area-plan.ts';
import { planOfArea } from './plan-of-area.ts';

/** A page waits this long for a better plan before it shows the best so far, with its gap. */
const PATIENCE_SECONDS = 10;

/** The plan of an area for a page: made once and kept until a file is imported or need is drawn again. Readers at the same moment share one. */
export async function keptPlan(db: Kysely<Database>, laCode: number): Promise<AreaPlan> {
  const plans = await plansOfThisVersion(db);
  // Need is drawn again a moment after an import, so a plan made in between must not be kept.
  const { drawn } = await db
    .selectFrom('conclusion')
    .select((eb) => eb.fn.max('drawn_at').as('drawn'))
    .executeTakeFirstOrThrow();
  const key = `${laCode} ${drawn?.getTime() ?? ''}`;
  const kept = plans.get(key);
  if (kept !== undefined) return kept;
  const plan = planOfArea(db, laCode, { timeLimitSeconds: PATIENCE_SECONDS });
  plans.set(key, plan);
  plan.catch(() => plans.delete(key));
  return plan;
}

const plansOfThisVersion = perVersion(async () => new Map<string, Promise<AreaPlan>>());
