import { type Kysely, sql } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { needViewStamp } from '../../need/queries/need-view-stamp.ts';
import { serviceOf } from '../../need/rules/service-of.ts';
import { londonIsoDay } from '../../opendata/rules/london-time.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import type { PlanScope } from '../policy.ts';
import type { AreaPlan } from '../rules/area-plan.ts';
import type { Ground } from '../rules/explain/ground.ts';
import type { AskRoads } from '../rules/travel/road-times.ts';
import { groundOfArea } from './explain/ground-of-area.ts';
import { type SolvedArea, solvedArea } from './plan-of-area.ts';
import { travelBasisAsAt } from './travel-policy.ts';

/** A page waits this long for a better plan before it shows the best so far, with its gap. */
const PATIENCE_SECONDS = 10;

/**
 * The plan of an area for a page of one organisation: made once and kept until a file is imported, need is drawn again, or the
 * organisation decides on a category, enters something of a school or has another need pack in force. Its readers at the same moment share one; no organisation is given the plan of another.
 */
export async function keptPlan(
  db: Kysely<Database>,
  scope: PlanScope,
  laCode: number,
  askRoads: AskRoads | null,
): Promise<AreaPlan> {
  return (await keptFor(db, scope, laCode, askRoads)).plan;
}

/**
 * The ground that explanations of that plan stand on. It is large, so those of the newest plans are kept; when it is made again and the plan comes
 * out otherwise, for a search was cut short, the plan is that one from then on: nobody reads reasons of another plan than they see.
 */
export async function keptGround(
  db: Kysely<Database>,
  scope: PlanScope,
  laCode: number,
  askRoads: AskRoads | null,
): Promise<Ground> {
  const made = await keptFor(db, scope, laCode, askRoads);
  if (made.ground === null) {
    made.ground = groundFor(db, scope, laCode, made, askRoads);
    made.ground.catch(() => Object.assign(made, { ground: null, solved: null }));
  }
  return made.ground;
}

interface KeptPlan {
  stamp: string;
  /** Milliseconds since 1970 until which it is good. */
  until: number;
  plan: Promise<AreaPlan>;
  /** What the plan was made from, until others push it out. */
  solved: Promise<SolvedArea> | null;
  ground: Promise<Ground> | null;
}

/** So many plans are kept with what they were made from: of a large area some ten megabytes each. */
const MOST_GROUNDS = 8;

async function keptFor(
  db: Kysely<Database>,
  scope: PlanScope,
  laCode: number,
  askRoads: AskRoads | null,
): Promise<KeptPlan> {
  const [plans, stamp] = await Promise.all([plansOfThisVersion(db), stampOf(db, scope)]);
  const key = `${laCode} ${scope.person?.acting?.organisation.id ?? scope.purpose}`;
  const kept = plans.get(key);
  if (kept?.stamp === stamp && Date.now() < kept.until) return kept;
  const solved = solvedArea(db, scope, laCode, { timeLimitSeconds: PATIENCE_SECONDS, askRoads });
  const plan = solved.then((one) => one.plan);
  const made: KeptPlan = { stamp, until: Number.POSITIVE_INFINITY, plan, solved, ground: null };
  plans.set(key, made);
  settle(made).catch(() => {
    if (plans.get(key) === made) plans.delete(key);
  });
  const large = [...plans.values()].filter((one) => one.solved !== null);
  for (const one of large.slice(0, -MOST_GROUNDS)) Object.assign(one, { solved: null, ground: null });
  return made;
}

/** A road service that did not answer all may do so later: such a plan is kept only until it may be asked again. */
async function settle(kept: KeptPlan): Promise<void> {
  const { asAt, travel } = await kept.plan;
  if (travel.problem === null) return;
  kept.until = Date.now() + travelBasisAsAt(asAt).policy.services.againMinutes * 60_000;
}

async function groundFor(
  db: Kysely<Database>,
  scope: PlanScope,
  laCode: number,
  made: KeptPlan,
  askRoads: AskRoads | null,
): Promise<Ground> {
  made.solved ??= solvedArea(db, scope, laCode, { timeLimitSeconds: PATIENCE_SECONDS, askRoads });
  const solved = await made.solved;
  made.plan = Promise.resolve(solved.plan);
  return groundOfArea(db, scope, solved);
}

/**
 * Changes with what a plan is made from besides the imports. Need is drawn again a moment after an import, so a plan made in between
 * must not be kept; decisions are counted too, for one that waited may be written with an earlier time than one that did not.
 */
function stampOf(db: Kysely<Database>, scope: PlanScope): Promise<string> {
  const service = serviceOf(scope);
  const today = londonIsoDay(new Date());
  return readAs(db, scope, async (transaction) => {
    const { drawn } = await transaction
      .selectFrom('conclusion')
      .select((eb) => eb.fn.max('drawn_at').as('drawn'))
      .executeTakeFirstOrThrow();
    const { newest, decisions } = await transaction
      .selectFrom('need_moderation')
      .$if(service !== null, (query) => query.where('organisation_id', '=', service))
      .select((eb) => [eb.fn.max('decided_at').as('newest'), eb.fn.countAll<number>().as('decisions')])
      .executeTakeFirstOrThrow();
    // An agreement that begins or ends brings a decision back or takes it away.
    const { rows } = await sql<{ standing: string | null }>`
      select string_agg(distinct urn::text, ' ') as standing from need_agreement
      where service_id = ${service} and takes_part(service_id, urn)`.execute(transaction);
    const stamps = [drawn, newest].map((at) => at?.getTime());
    return [...stamps, decisions, rows[0]?.standing, await needViewStamp(transaction, service, today)].join(' ');
  });
}

const plansOfThisVersion = perVersion(async () => new Map<string, KeptPlan>());
