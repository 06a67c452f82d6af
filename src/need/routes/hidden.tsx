import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openToAll } from '../../access/permission.ts';
import type { Database } from '../../db/schema.ts';
import { boundaries } from '../../schools/queries/boundaries.ts';
import { areaSlug } from '../../schools/rules/area-slug.ts';
import { PLACE_KINDS } from '../../schools/rules/places.ts';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { NotFound } from '../../web/errors.tsx';
import { may, mayAlso, scopeOf, theSite } from '../../web/may.ts';
import { page } from '../../web/render.tsx';
import { HiddenAreaPage } from '../pages/hidden-area.tsx';
import { HiddenEnglandPage } from '../pages/hidden-england.tsx';
import { exportAreaNeed, readAreaNeed, readEnglandNeed } from '../policy.ts';
import { hiddenByArea, hiddenNational, hiddenOfArea } from '../queries/hidden.ts';
import { hiddenCsv } from '../rules/hidden/hidden-csv.ts';
import { areaAskedFor, areaSubjectOf } from './asked-for.tsx';

// A kind that makes no sense is as good as none: the page answers with what it can show.
const input = z.object({ kind: z.enum(PLACE_KINDS).optional().catch(undefined) });

/** For whom the average hides: an area's schools, also as a file, and how many there are in England. */
export function hiddenRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(
      '/areas/:code/need/hidden',
      may(readAreaNeed, (c) => areaSubjectOf(c, db)),
      async (c) => {
        const area = await areaAskedFor(c, db);
        const [hidden, shapes] = await Promise.all([
          hiddenOfArea(db, scopeOf(c, readAreaNeed), area.code),
          boundaries(db),
        ]);
        const boundary = (shapes.get(area.code) as AreaGeometry | undefined) ?? null;
        const { kind } = input.parse(c.req.query());
        return page(c, <HiddenAreaPage {...{ area, boundary, hidden, kind }} />);
      },
    )
    .get(
      '/areas/:code/need/hidden.csv',
      may(exportAreaNeed, (c) => areaSubjectOf(c, db)),
      async (c) => {
        const area = await areaAskedFor(c, db);
        const hidden = await hiddenOfArea(db, scopeOf(c, exportAreaNeed), area.code);
        if (hidden === null) throw new NotFound('Published data is still to be loaded.');
        c.header('Content-Type', 'text/csv; charset=utf-8');
        c.header(
          'Content-Disposition',
          `attachment; filename="average-hides-${areaSlug(area.name)}-${hidden.asAt}.csv"`,
        );
        return c.body(hiddenCsv(hidden.schools, input.parse(c.req.query()).kind));
      },
    )
    .get('/need/hidden', may(openToAll, theSite), async (c) => {
      const scope = mayAlso(c, readEnglandNeed, theSite());
      const [national, areas] = await Promise.all([hiddenNational(db), scope && hiddenByArea(db, scope)]);
      return page(c, <HiddenEnglandPage national={national} areas={areas} />);
    });
}
