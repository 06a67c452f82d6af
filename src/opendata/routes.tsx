import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../access/permission.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { NotFound } from '../web/errors.tsx';
import { may, theSite } from '../web/may.ts';
import { paths } from '../web/paths.ts';
import { setAsideFile } from './queries/set-aside-file.ts';
import { importJobRoutes } from './routes/import-job.tsx';
import { uploadRoutes } from './routes/upload.tsx';

export interface OpendataDeps {
  db: Kysely<Database>;
  config: Pick<Config, 'imports' | 'uploadMegabytes'>;
}

/** Published files in: sending, checking and loading them, what became of it, and the rows that could not be loaded. */
export function opendataRoutes({ db, config }: OpendataDeps): Hono {
  const routes = new Hono().get('/sources/:importId/set-aside.csv', may(openToAll, theSite), async (c) => {
    const id = c.req.param('importId');
    const csv = /^[1-9]\d{0,8}$/.test(id) ? await setAsideFile(db, Number(id)) : null;
    if (csv === null) throw new NotFound('There is no file of rows set aside for this import.');
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="set-aside-${id}.csv"`);
    return c.body(csv);
  });
  // Before the page of one import, whose address would fit it too.
  if (config.imports === 'people') routes.route('/', uploadRoutes({ db, megabytes: config.uploadMegabytes }));
  return routes.route('/', importJobRoutes({ db, mayBring: config.imports === 'people' }));
}

/** For the check against forgery: the address that takes files, and how many bytes. */
export function takesFiles({
  imports,
  uploadMegabytes,
}: OpendataDeps['config']): { path: string; mostBytes: number }[] {
  // The parts of the form around the files count too, and are small.
  return imports === 'people' ? [{ path: paths.newImport(), mostBytes: uploadMegabytes * 1_000_000 + 100_000 }] : [];
}
