import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { SiteSecret } from '../access/secret.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { accountRoutes } from './routes/account.tsx';
import { demonstrationRoutes } from './routes/demonstration.tsx';
import type { RetentionPolicy } from './schema/retention-policy.ts';
import type { SignInPolicy } from './schema/sign-in-policy.ts';

/** What every part of this room is given. */
export interface AccountsDeps {
  db: Kysely<Database>;
  /** For the counters of limits (access/limits.ts). */
  pool: pg.Pool;
  secret: SiteSecret;
  config: Config;
  siteUrl: string;
  signInPolicy: SignInPolicy & { id: string };
  retentionPolicy: RetentionPolicy & { id: string };
}

/** Everything about people and organisations: sign-in, one's own account, and what administrators do. Mount at '/'. */
export function accountsRoutes(deps: AccountsDeps): Hono {
  return new Hono().route('/', demonstrationRoutes(deps))
    .route('/', accountRoutes(deps));
}
