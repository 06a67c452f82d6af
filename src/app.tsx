import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { OpenDatabase } from './db/connect.ts';
import { matchingRoutes } from './matching/routes.tsx';
import { categoriesOfArea } from './need/queries.ts';
import { needRoutes } from './need/routes.tsx';
import { registerAsAt } from './opendata/queries/register-as-at.ts';
import { DATA_FOLDER } from './prepare-data.ts';
import { schoolsRoutes } from './schools/routes.tsx';
import { similarRoutes } from './similar/routes.tsx';
import { AccessibilityPage } from './web/accessibility.tsx';
import { assetRoutes } from './web/assets.ts';
import { answerError, answerNotFound } from './web/errors.tsx';
import { health } from './web/health.ts';
import { paths } from './web/paths.ts';
import { page } from './web/render.tsx';
import { security } from './web/security.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The whole site: what every answer passes through, then every room in the order of the work. */
export function createApp({ db, pool }: Pick<OpenDatabase, 'db' | 'pool'>): Hono {
  const app = new Hono();
  app.use(security());
  app.route('/', assetRoutes);
  app.get(paths.health(), health({ version, askDatabase: () => pool.query('select 1'), asAt: () => registerAsAt(db) }));
  app.use(compress());
  app.get(paths.accessibility(), (c) => page(c, <AccessibilityPage />));
  app.route('/', schoolsRoutes({ db, dataDir: DATA_FOLDER, areaExtras: (laCode) => categoriesOfArea(db, laCode) }));
  app.route('/', similarRoutes({ db }));
  app.route('/', needRoutes({ db }));
  app.route('/', matchingRoutes({ db }));
  app.notFound(answerNotFound);
  app.onError(answerError());
  return app;
}
