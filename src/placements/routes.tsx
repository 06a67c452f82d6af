import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { boardRoutes } from './routes/board/board.tsx';
import { boardPageRoutes } from './routes/board/pages.tsx';
import { documentRoutes } from './routes/money/documents.tsx';
import { placementMoneyRoutes } from './routes/money/placement-money.tsx';
import { serviceMoneyRoutes } from './routes/money/service-money.tsx';
import { coachingRoutes } from './routes/coaching/coaching.tsx';
import { concernRoutes } from './routes/delivery/concerns.tsx';
import { noteRoutes } from './routes/delivery/notes.tsx';
import { planRoutes } from './routes/delivery/plan.tsx';
import { trainingRoutes } from './routes/delivery/training.tsx';
import { visitRoutes } from './routes/delivery/visits.tsx';
import { agreementRoutes } from './routes/agreement/agreement.tsx';
import { draftRoutes } from './routes/agreement/draft.tsx';
import { objectiveRoutes } from './routes/agreement/objective.tsx';
import { signingRoutes } from './routes/agreement/sign.tsx';
import { datedMoveRoutes } from './routes/life/dated-moves.tsx';
import { evaluationRoutes } from './routes/life/evaluation.tsx';
import { reviewRoutes } from './routes/life/review.tsx';
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
    .route('/', boardRoutes({ db }))
    .route('/', boardPageRoutes({ db }))
    .route('/', placementMoneyRoutes({ db }))
    .route('/', documentRoutes({ db }))
    .route('/', serviceMoneyRoutes({ db }))
    .route('/', planRoutes({ db }))
    .route('/', trainingRoutes({ db }))
    .route('/', visitRoutes({ db }))
    .route('/', noteRoutes({ db }))
    .route('/', concernRoutes({ db }))
    .route('/', coachingRoutes({ db }))
    .route('/', agreementRoutes({ db }))
    .route('/', draftRoutes({ db }))
    .route('/', objectiveRoutes({ db }))
    .route('/', signingRoutes({ db }))
    .route('/', reviewRoutes({ db }))
    .route('/', datedMoveRoutes({ db }))
    .route('/', evaluationRoutes({ db }))
    .route('/', requestRoutes({ db }))
    .route('/', triageRoutes({ db }))
    .route('/', offerRoutes({ db }))
    .route('/', answerRoutes({ db }))
    .route('/', contactRoutes({ db }));
}
