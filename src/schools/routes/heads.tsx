import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../../access/permission.ts';
import type { Database } from '../../db/schema.ts';
import { may, mayAlso, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { AreaHeadsPage } from '../pages/area-heads.tsx';
import { EnglandHeadsPage } from '../pages/england-heads.tsx';
import { readCorrectionsInLists } from '../policy.ts';
import { headsOfEngland } from '../queries/heads-of-england.ts';
import { standingOwnCorrections } from '../queries/headship-corrections.ts';
import { nationalFrame } from '../queries/national-frame.ts';
import { areaSlug } from '../rules/area-slug.ts';
import { type AreaHeads, NO_HEADS } from '../rules/headship/area-heads.ts';
import type { HeadshipCorrection } from '../rules/headship/correction.ts';
import { englandHeadsRows } from '../rules/headship/england-heads-table.ts';
import { headsCsv } from '../rules/headship/heads-csv.ts';
import { englandHeadsInput } from '../schema.ts';
import { areaNamedIn } from './asked-for.tsx';

/** Heads of an area (also as CSV) and how often heads change in each area of England. */
export function headsRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get('/areas/:code/heads.csv', may(openToAll, theSite), async (c) => {
      const frame = await nationalFrame(db);
      const area = await areaNamedIn(c, db, frame);
      const { changes } = (await headsOfEngland(db)).areas.get(area.laCode) ?? NO_HEADS;
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="${areaSlug(area.name)}-heads.csv"`);
      c.header('X-Robots-Tag', 'noindex');
      return c.body(headsCsv(changes, frame.files));
    })
    .get('/areas/:code/heads', may(openToAll, theSite), async (c) => {
      const area = await areaNamedIn(c, db, await nationalFrame(db));
      if (c.req.param('code') !== String(area.laCode)) return c.redirect(paths.areaHeads(area.laCode));
      const england = await headsOfEngland(db);
      const heads = england.areas.get(area.laCode) ?? NO_HEADS;
      const corrections = await ownCorrections(c, db, heads);
      return page(c, <AreaHeadsPage {...{ area, heads, corrections }} england={england.turnover} />);
    })
    .get('/england/heads', may(openToAll, theSite), async (c) => {
      const { sort, dir } = englandHeadsInput.parse(c.req.query());
      const [{ areas }, heads] = await Promise.all([nationalFrame(db), headsOfEngland(db)]);
      const rows = englandHeadsRows(areas, heads, sort, dir);
      return page(c, <EnglandHeadsPage {...{ heads, rows, sort, dir }} />);
    });
}

/** What the reader's organisation says of these changes; nothing for those who act for none that may. */
async function ownCorrections(c: Context, db: Kysely<Database>, { changes }: AreaHeads): Promise<HeadshipCorrection[]> {
  // Rooms of public pages also stand alone, with nobody signed in.
  const scope = c.get('person') ? mayAlso(c, readCorrectionsInLists, theSite()) : null;
  if (scope === null || changes.length === 0) return [];
  return standingOwnCorrections(db, scope, [...new Set(changes.map(({ urn }) => urn))]);
}
