import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { designationRoutes } from './routes/designation/designation.tsx';
import { directoryRoutes } from './routes/register/directory.tsx';
import { leaderRoutes } from './routes/register/leader.tsx';
import { registerRoutes } from './routes/register/register.tsx';
import { saidRoutes } from './routes/register/said.tsx';

/** Leaders: the registers of services, each leader's own page, the directory, and designation. */
export function leadersRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .route('/', registerRoutes({ db }))
    .route('/', leaderRoutes({ db }))
    .route('/', saidRoutes({ db }))
    .route('/', directoryRoutes({ db }))
    .route('/', designationRoutes({ db }));
}
