import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../../access/permission.ts';
import type { Database } from '../../db/schema.ts';
import { may, theSite } from '../../web/may.ts';
import { page } from '../../web/render.tsx';
import { AreaProfilePage } from '../pages/area-profile.tsx';
import { AreaProfileSummaryPage } from '../pages/area-profile-summary.tsx';
import { areaProfile } from '../queries/area-profile.ts';
import { nationalFrame } from '../queries/national-frame.ts';
import { areaSlug } from '../rules/area-slug.ts';
import { profileCsv } from '../rules/profile/profile-csv.ts';
import { areaNamedIn } from './asked-for.tsx';

/** The profile of an area, on one sheet, and as a file. */
export function areaProfileRoutes({ db }: { db: Kysely<Database> }): Hono {
  const asked = async (c: Context) => areaProfile(db, await areaNamedIn(c, db, await nationalFrame(db)));
  return new Hono()
    .get('/areas/:code/profile', may(openToAll, theSite), async (c) =>
      page(c, <AreaProfilePage profile={await asked(c)} />),
    )
    .get('/areas/:code/profile/summary', may(openToAll, theSite), async (c) =>
      page(c, <AreaProfileSummaryPage profile={await asked(c)} />),
    )
    .get('/areas/:code/profile.csv', may(openToAll, theSite), async (c) => {
      const profile = await asked(c);
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="profile-${areaSlug(profile.area.name)}.csv"`);
      return c.body(profileCsv(profile));
    });
}
