import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { answerRoutes } from './routes/offer/answers.tsx';
import { contactRoutes } from './routes/offer/contact.tsx';
import { offerRoutes } from './routes/offer/offers.tsx';
import { requestRoutes } from './routes/offer/requests.tsx';
import { triageRoutes } from './routes/offer/triage.tsx';
import { placementRoutes } from './routes/placement.tsx';

/** Placements: from the request to the follow-up, for all who take part. */
export function placementsRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .route('/', placementRoutes({ db }))
    .route('/', requestRoutes({ db }))
    .route('/', triageRoutes({ db }))
    .route('/', offerRoutes({ db }))
    .route('/', answerRoutes({ db }))
    .route('/', contactRoutes({ db }));
}
