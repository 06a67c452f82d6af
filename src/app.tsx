import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { openToAll } from './access/permission.ts';
import type { SiteSecret } from './access/secret.ts';
import type { Provider } from './accounts/queries/providers.ts';
import { accountsRoutes } from './accounts/routes.tsx';
import { isProvedStopping } from './accounts/routes/work/links-of-work.tsx';
import { whoAsks } from './accounts/routes/who-asks.tsx';
import { retentionPolicyKind } from './accounts/schema/retention-policy.ts';
import { signInPolicyKind } from './accounts/schema/sign-in-policy.ts';
import type { Config } from './config.ts';
import type { Connections } from './db/connect.ts';
import { matchingRoutes } from './matching/routes.tsx';
import { categoriesFor, needRoutes } from './need/routes.tsx';
import { registerAsAt } from './opendata/queries/register-as-at.ts';
import { newsRoutes } from './news/routes.tsx';
import { isProvedUnsubscribing } from './news/routes/news-mail.tsx';
import { opendataRoutes, takesFiles } from './opendata/routes.tsx';
import { placementsRoutes } from './placements/routes.tsx';
import { policyAsAt } from './policies.ts';
import { DATA_FOLDER } from './prepare-data.ts';
import { schoolsRoutes } from './schools/routes.tsx';
import { similarRoutes } from './similar/routes.tsx';
import { AccessibilityPage } from './web/accessibility.tsx';
import { assetRoutes } from './web/assets.ts';
import { answerError, answerNotFound } from './web/errors.tsx';
import { againstForgery } from './web/forgery.ts';
import { health } from './web/health.ts';
import { serveSite } from './web/identify.ts';
import { may, mustDeclarePermissions, theSite } from './web/may.ts';
import { paths } from './web/paths.ts';
import { page } from './web/render.tsx';
import { security } from './web/security.ts';

export interface AppDeps extends Connections {
  config: Config;
  /** Where people find the site; see SiteSettings. */
  siteUrl: string;
  secret: SiteSecret;
  /** Where faults and tries to get around the locks are told, a line each; by default the error stream. */
  log?: (line: string) => void;
  /** The OpenID providers that people may sign in with; by default none. */
  providers?: readonly Provider[];
}

/** The whole site: what every answer passes through, then every room in the order of the work. */
export function createApp({ db, pool, config, siteUrl, secret, log, providers = [] }: AppDeps): Hono {
  const today = new Date().toISOString().slice(0, 10);
  const { proxies, demonstration } = config;
  const signInPolicy = policyAsAt(signInPolicyKind, today);
  const retentionPolicy = policyAsAt(retentionPolicyKind, today);
  const app = new Hono();
  app.use(security());
  const { secondFactorRoles } = signInPolicy;
  app.use(serveSite({ siteUrl, proxies, secret, demonstration, secondFactorRoles }));
  app.route('/', assetRoutes);
  const isWell = health({ askDatabase: () => pool.query('select 1'), asAt: () => registerAsAt(db) });
  app.get(paths.health(), may(openToAll, theSite), isWell);
  app.use(compress());
  app.use(whoAsks(db, signInPolicy));
  app.use(
    ...againstForgery(
      { siteUrl, provesItself: (c) => isProvedUnsubscribing(c) || isProvedStopping(c) },
      takesFiles(config),
    ),
  );
  app.get(paths.accessibility(), may(openToAll, theSite), (c) => page(c, <AccessibilityPage />));
  app.route('/', opendataRoutes({ db, config }));
  app.route('/', schoolsRoutes({ db, dataDir: DATA_FOLDER, areaExtras: categoriesFor(db) }));
  app.route('/', similarRoutes({ db }));
  app.route('/', needRoutes({ db }));
  app.route('/', newsRoutes({ db, secret }));
  app.route('/', matchingRoutes({ db, roads: config.roads }));
  app.route('/', placementsRoutes({ db }));
  app.route('/', accountsRoutes({ db, pool, secret, config, siteUrl, signInPolicy, retentionPolicy, providers }));
  app.notFound(answerNotFound);
  app.onError(answerError(log));
  mustDeclarePermissions(app);
  return app;
}
