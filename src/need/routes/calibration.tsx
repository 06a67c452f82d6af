import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../../access/permission.ts';
import type { Database } from '../../db/schema.ts';
import { may, theSite } from '../../web/may.ts';
import { page } from '../../web/render.tsx';
import { CalibrationPage } from '../pages/calibration.tsx';
import { calibration } from '../queries/calibration.ts';

/** How sure the figures behind need are: of England as a whole, and so open to all. */
export function calibrationRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono().get('/need/calibration', may(openToAll, theSite), async (c) =>
    page(c, <CalibrationPage calibration={await calibration(db)} />),
  );
}
