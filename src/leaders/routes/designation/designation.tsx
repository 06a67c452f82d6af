import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { announcedRoutes } from './announced.tsx';
import { designationApplicationRoutes } from './applications.tsx';
import { designationOutcomeRoutes } from './outcomes.tsx';
import { ownDesignationRoutes } from './own.tsx';
import { designationReviewRoutes } from './reviews.tsx';
import { designationRoundRoutes } from './rounds.tsx';

/** Everything of designation: announced to all, run by a service, applied to from a school, answered by a link, reviewed. */
export function designationRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .route('/', announcedRoutes({ db }))
    .route('/', designationRoundRoutes({ db }))
    .route('/', designationApplicationRoutes({ db }))
    .route('/', ownDesignationRoutes({ db }))
    .route('/', designationOutcomeRoutes({ db }))
    .route('/', designationReviewRoutes({ db }));
}
