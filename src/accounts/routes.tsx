import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { SiteSecret } from '../access/secret.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { accountRoutes } from './routes/account.tsx';
import { auditRoutes } from './routes/audit.tsx';
import type { Provider } from './queries/providers.ts';
import { complaintsRoutes } from './routes/complaints.tsx';
import { dataProtectionRoutes } from './routes/data-protection.tsx';
import { demonstrationRoutes } from './routes/demonstration.tsx';
import { invitationRoutes } from './routes/invitation.tsx';
import { mailRoutes } from './routes/mail.tsx';
import { passwordRoutes } from './routes/password.tsx';
import { peopleRoutes } from './routes/people.tsx';
import { ownFactorsRoutes } from './routes/own-factors.tsx';
import { noticesRoutes } from './routes/notices.tsx';
import { ownDataRoutes } from './routes/own-data.tsx';
import { providerRoutes } from './routes/provider.tsx';
import { workLinkRoutes } from './routes/work/links-of-work.tsx';
import { myWorkRoutes } from './routes/work/my-work.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
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
  /** The OpenID providers that people may sign in with. */
  providers: readonly Provider[];
}

/** Everything about people and organisations: sign-in, one's own account, and what administrators do. Mount at '/'. */
export function accountsRoutes(deps: AccountsDeps): Hono {
  return new Hono()
    .route('/', myWorkRoutes(deps))
    .route('/', workLinkRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', dataProtectionRoutes(deps))
    .route('/', complaintsRoutes(deps))
    .route('/', noticesRoutes(deps))
    .route('/', ownDataRoutes(deps))
    .route('/', mailRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', signInRoutes(deps))
    .route('/', passwordRoutes(deps))
    .route('/', demonstrationRoutes(deps))
    .route('/', providerRoutes(deps))
    .route('/', accountRoutes(deps))
    .route('/', ownFactorsRoutes(deps));
}
