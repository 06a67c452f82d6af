import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openToAll } from '../access/permission.ts';
import type { Database } from '../db/schema.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { regions } from '../schools/queries/areas.ts';
import { boundaries } from '../schools/queries/boundaries.ts';
import type { AreaExtras } from '../schools/rules/area-extras.ts';
import { areaSlug } from '../schools/rules/area-slug.ts';
import type { AreaGeometry } from '../web/charts/geometry.ts';
import { NotFound } from '../web/errors.tsx';
import { may, mayAlso, scopeOf, theSite } from '../web/may.ts';
import { page } from '../web/render.tsx';
import { AreaNeedPage } from './pages/area-need.tsx';
import { EnglandNeedPage } from './pages/england-need.tsx';
import type { MappedArea } from './pages/need-map.tsx';
import { exportAreaNeed, readAreaNeed, readEnglandNeed } from './policy.ts';
import { categoriesOfArea, latestRun, needPackAsAt, needPackById, readNeed } from './queries.ts';
import { nationalCounts, needOfEngland } from './queries/england-need.ts';
import { areaAskedFor, areaSubjectOf } from './routes/asked-for.tsx';
import { entryRoutes } from './routes/entries.tsx';
import { hiddenRoutes } from './routes/hidden.tsx';
import { definitionRoutes } from './routes/definitions.tsx';
import { calibrationRoutes } from './routes/calibration.tsx';
import { moderationRoutes } from './routes/moderation.tsx';
import { needPackRoutes } from './routes/need-packs.tsx';
import { replayRoutes } from './routes/replay.tsx';
import { schoolNeedRoutes } from './routes/school-need.tsx';
import { themesRoutes } from './routes/themes.tsx';
import { filtered, needsCsv } from './rules/area-needs.ts';
import { NEED_SORTS } from './rules/england-needs.ts';

// A filter or an order that makes no sense is as good as none: the page answers with what it can show.
const filterInput = z.object({
  category: z.enum(['A', 'B', 'C', 'D', 'first']).optional().catch(undefined),
  phase: z.enum(['primary', 'secondary']).optional().catch(undefined),
  moderated: z.enum(['yes', 'no']).optional().catch(undefined),
});
const sortInput = z.object({ sort: z.enum(NEED_SORTS).catch('share'), dir: z.enum(['asc', 'desc']).catch('desc') });

/** The pages of need: a school's with what people decide and say of it, an area's (also as CSV), and England's with the policy in words. */
export function needRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .route('/', schoolNeedRoutes({ db }))
    .route('/', moderationRoutes({ db }))
    .route('/', needPackRoutes({ db }))
    .route('/', entryRoutes({ db }))
    .route('/', replayRoutes({ db }))
    .route('/', hiddenRoutes({ db }))
    .route('/', themesRoutes({ db }))
    .route('/', definitionRoutes({ db }))
    .route('/', calibrationRoutes({ db }))
    .get(
      '/areas/:code/need',
      may(readAreaNeed, (c) => areaSubjectOf(c, db)),
      async (c) => {
        const area = await areaAskedFor(c, db);
        const read = await readNeed(db, scopeOf(c, readAreaNeed), { laCode: area.code });
        const filter = filterInput.parse(c.req.query());
        return page(
          c,
          <AreaNeedPage area={area} needs={read?.needs ?? []} filter={filter} pack={read?.pack ?? null} />,
        );
      },
    )
    .get(
      '/areas/:code/need.csv',
      may(exportAreaNeed, (c) => areaSubjectOf(c, db)),
      async (c) => {
        const area = await areaAskedFor(c, db);
        const read = await readNeed(db, scopeOf(c, exportAreaNeed), { laCode: area.code });
        if (read === null || read.needs.length === 0) throw new NotFound(`No school in ${area.name} is assessed yet.`);
        const { needs, pack, asAt } = read;
        const { policy } = pack;
        c.header('Content-Type', 'text/csv; charset=utf-8');
        c.header('Content-Disposition', `attachment; filename="need-${areaSlug(area.name)}-${asAt}.csv"`);
        return c.body(needsCsv(filtered(needs, filterInput.parse(c.req.query()), policy), pack));
      },
    )
    .get('/need', may(openToAll, theSite), async (c) => {
      const scope = mayAlso(c, readEnglandNeed, theSite());
      const [counts, areas, run, land] = await Promise.all([
        nationalCounts(db),
        scope === null ? null : needOfEngland(db, scope),
        latestRun(db),
        landOf(db),
      ]);
      const { policy, standards } = run === null ? needPackAsAt(await today(db)) : needPackById(run.policyId);
      const { sort, dir } = sortInput.parse(c.req.query());
      return page(
        c,
        <EnglandNeedPage
          counts={counts}
          areas={areas}
          land={land}
          policy={policy}
          standards={standards}
          asAt={run?.asAt ?? null}
          sort={sort}
          direction={dir}
          trust={scope?.person?.acting?.organisation.groupUid ?? null}
        />,
      );
    });
}

/** For the page of an area: the categories of its schools, for those who may read them; null for everybody else. */
export function categoriesFor(db: Kysely<Database>): (c: Context, laCode: number) => Promise<AreaExtras | null> {
  return async (c, laCode) => {
    const scope = mayAlso(c, readAreaNeed, { kind: 'area', laCode });
    return scope === null ? null : categoriesOfArea(db, scope, laCode);
  };
}

async function landOf(db: Kysely<Database>): Promise<Map<number, MappedArea>> {
  const [shapes, regionOf] = await Promise.all([boundaries(db), regions(db)]);
  return new Map(
    [...shapes].map(([code, geometry]) => [
      code,
      { geometry: geometry as AreaGeometry, region: regionOf.get(code) ?? '' },
    ]),
  );
}

/** The day whose policy is shown while nothing is assessed: that of the register, or else the calendar's. */
async function today(db: Kysely<Database>): Promise<string> {
  return (await registerAsAt(db)) ?? new Date().toISOString().slice(0, 10);
}
