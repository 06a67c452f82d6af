import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../access/permission.ts';
import type { Database } from '../db/schema.ts';
import { nationalCounts } from '../need/queries/england-need.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { authorityNoted, listAreas } from '../schools/queries/areas.ts';
import { boundaries } from '../schools/queries/boundaries.ts';
import { areaOrNotFound } from '../schools/routes/area-or-not-found.tsx';
import type { AreaGeometry } from '../web/charts/geometry.ts';
import { NotFound } from '../web/errors.tsx';
import { may, scopeOf, theSite } from '../web/may.ts';
import { paths } from '../web/paths.ts';
import { page } from '../web/render.tsx';
import type { RoadService } from './commands/roads/ask-service.ts';
import { roadAsker } from './commands/roads/road-asker.ts';
import { ChooseAreaPage } from './pages/choose-area.tsx';
import { HomePage } from './pages/home.tsx';
import { PlanPage } from './pages/plan.tsx';
import { exportPlan, type PlanScope, readPlan } from './policy.ts';
import { keptPlan } from './queries/kept-plan.ts';
import { PlanError } from './queries/plan-of-area.ts';
import { areaExplainRoutes } from './routes/explain/area.tsx';
import { proposalExplainRoutes } from './routes/explain/proposal.tsx';
import { approvalRoutes } from './routes/approval/approval.tsx';
import { changeRoutes } from './routes/approval/changes.tsx';
import { interestRoutes } from './routes/approval/interests.tsx';
import { panelRoutes } from './routes/approval/panel.tsx';
import { partnerRoutes } from './routes/approval/partners.tsx';
import { planAsCsv } from './rules/plan-csv.ts';
import { planningDecisionRoutes } from './routes/round/decisions.tsx';
import { proposalRoutes } from './routes/round/proposals.tsx';
import { planningRoundRoutes } from './routes/round/rounds.tsx';
import type { AskRoads } from './rules/travel/road-times.ts';

/** The first page, which leads to everything, and the pages of plans: choose an area, its plan, and the same plan as CSV and JSON. A plan shows who is in need, so it is for the area's own service. */
export function matchingRoutes({ db, roads }: { db: Kysely<Database>; roads: RoadService | null }): Hono {
  const askRoads = roads === null ? null : roadAsker(db, roads);
  const routes = new Hono()
    .route('/', approvalRoutes({ db }))
    .route('/', interestRoutes({ db }))
    .route('/', changeRoutes({ db }))
    .route('/', panelRoutes({ db }))
    .route('/', partnerRoutes({ db, askRoads }));

  routes.get('/', may(openToAll, theSite), async (c) => {
    const [areas, counts, asAt] = await Promise.all([listAreas(db), nationalCounts(db), registerAsAt(db)]);
    const actingFor = c.get('person')?.acting?.organisation.name ?? null;
    return page(c, <HomePage areas={areas} counts={counts} asAt={asAt} actingFor={actingFor} />);
  });

  routes.get('/plan', may(openToAll, theSite), async (c) => {
    const asked = c.req.query('area');
    const areas = await listAreas(db);
    if (asked === undefined) return page(c, <ChooseAreaPage areas={areas} />);
    const area = areas.find(({ code }) => String(code) === asked);
    if (area === undefined) {
      const problem = (await authorityNoted(db, asked)) ?? 'Choose an area';
      return page(c, <ChooseAreaPage areas={areas} problem={problem} />, 400);
    }
    return c.redirect(paths.plan(area.code), 303);
  });

  routes.get(
    '/plan/:file{\\d+\\.(csv|json)}',
    may(exportPlan, (c) => areaSubject(db, c.req.param('file')?.split('.')[0] ?? '')),
    async (c) => {
      const [code, kind] = c.req.param('file').split('.');
      const plan = await planOr404(db, scopeOf(c, exportPlan), Number(code), askRoads);
      if (kind === 'json') return c.json(plan);
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="plan-${code}.csv"`);
      return c.body(planAsCsv(plan));
    },
  );

  routes.get(
    '/plan/:code{\\d+}',
    may(readPlan, (c) => areaSubject(db, c.req.param('code') ?? '')),
    async (c) => {
      const code = Number(c.req.param('code'));
      const plan = await planOr404(db, scopeOf(c, readPlan), code, askRoads);
      const boundary = (await boundaries(db)).get(code) as AreaGeometry | undefined;
      return page(c, <PlanPage plan={plan} boundary={boundary ?? null} />);
    },
  );

  routes.route('/', areaExplainRoutes({ db, askRoads }));
  routes.route('/', planningRoundRoutes({ db, askRoads }));
  routes.route('/', planningDecisionRoutes({ db }));
  routes.route('/', proposalRoutes({ db }));
  routes.route('/', proposalExplainRoutes({ db }));
  return routes;
}

async function areaSubject(db: Kysely<Database>, text: string) {
  return { kind: 'area', laCode: (await areaOrNotFound(db, text)).code } as const;
}

async function planOr404(db: Kysely<Database>, scope: PlanScope, code: number, askRoads: AskRoads | null) {
  try {
    return await keptPlan(db, scope, code, askRoads);
  } catch (error) {
    if (error instanceof PlanError) throw new NotFound(`${error.message}.`);
    throw error;
  }
}
