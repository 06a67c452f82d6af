import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { documentRoutes } from './routes/money/documents.tsx';
import { placementMoneyRoutes } from './routes/money/placement-money.tsx';
import { serviceMoneyRoutes } from './routes/money/service-money.tsx';
import { placementRoutes } from './routes/placement.tsx';

/** Placements: from the request to the follow-up, for all who take part. */
export function placementsRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .route('/', placementRoutes({ db }))
    .route('/', placementMoneyRoutes({ db }))
    .route('/', documentRoutes({ db }))
    .route('/', serviceMoneyRoutes({ db }));
}
