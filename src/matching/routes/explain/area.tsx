import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { boundaries } from '../../../schools/queries/boundaries.ts';
import { areaOrNotFound } from '../../../schools/routes/area-or-not-found.tsx';
import type { AreaGeometry } from '../../../web/charts/geometry.ts';
import { NotFound } from '../../../web/errors.tsx';
import { may, scopeOf } from '../../../web/may.ts';
import { paths, PLAN_QUESTIONS } from '../../../web/paths.ts';
import { askOfPlan } from '../../policy.ts';
import { keptGround } from '../../queries/kept-plan.ts';
import { PlanError } from '../../queries/plan-of-area.ts';
import type { AskRoads } from '../../rules/travel/road-times.ts';
import { answerOf, type Asked } from './answered.tsx';

/** Why the plan of an area is as it is: for those who may read the plan. */
export function areaExplainRoutes({ db, askRoads }: { db: Kysely<Database>; askRoads: AskRoads | null }): Hono {
  const routes = new Hono();
  for (const part of PLAN_QUESTIONS) {
    routes.get(
      `/plan/:code{\\d+}/${part}`,
      may(askOfPlan, async (c) => {
        const { code } = await areaOrNotFound(db, c.req.param('code') ?? '');
        return { kind: 'area', laCode: code } as const;
      }),
      async (c) => answerOf[part](c, await askedOfArea(db, askRoads, c)),
    );
  }
  return routes;
}

async function askedOfArea(db: Kysely<Database>, askRoads: AskRoads | null, c: Context): Promise<Asked> {
  const area = await areaOrNotFound(db, c.req.param('code') ?? '');
  const scope = scopeOf(c, askOfPlan);
  const ground = await keptGround(db, scope, area.code, askRoads).catch((error: unknown) => {
    throw error instanceof PlanError ? new NotFound(`${error.message}.`) : error;
  });
  const outline = (await boundaries(db)).get(area.code) as AreaGeometry | undefined;
  return {
    ground,
    readers: `${area.code} ${scope.person?.acting?.organisation.id ?? scope.purpose}`,
    boundary: outline ?? null,
    of: {
      name: area.name,
      breadcrumbs: [
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        { text: area.name, href: paths.area(area.code) },
        { text: 'Plan', href: paths.plan(area.code) },
      ],
      provedOptimal: ground.solution.provedOptimal,
      findings: ground.findings,
      asks: 'school',
      href: (part, { need, leader } = {}) =>
        paths.planExplained(area.code, part, { school: need?.urn, leader: leader?.urn }),
    },
  };
}
