import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openToAll } from '../access/permission.ts';
import type { Database } from '../db/schema.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { urnParam } from '../schools/schema.ts';
import { NotFound } from '../web/errors.tsx';
import { may, theSite } from '../web/may.ts';
import { page } from '../web/render.tsx';
import { SimilarPage } from './pages/similar.tsx';
import { similarPolicyAsAt, similarSchools } from './queries.ts';
import { publishedNeighbours } from './queries/published-neighbours.ts';
import { NEARBY_AMONG } from './rules/nearby.ts';

const DEFAULT_K = 20;
const MOST_K = 60;
const FURTHEST_KM = 1000;

/** The page of the schools most like a school. */
export function similarRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono().get('/schools/:urn/similar', may(openToAll, theSite), async (c) => {
    const param = c.req.param('urn');
    const urn = urnParam.safeParse(param);
    const [named, asAt] = await Promise.all([urn.success ? schoolName(db, urn.data) : null, registerAsAt(db)]);
    if (named === null) throw new NotFound(`There is no school with URN ${param}.`);
    const similar = asAt === null ? null : await similarOf(db, named.urn, asAt, c.req.query());
    if (similar === null) {
      throw new NotFound(`Only open mainstream schools are compared, and ${named.name} is not among them.`);
    }
    return page(c, <SimilarPage {...similar} published={await publishedNeighbours(db, named.urn)} />);
  });
}

async function similarOf(db: Kysely<Database>, urn: number, asAt: string, query: Record<string, string>) {
  const policy = similarPolicyAsAt(asAt);
  const { k, km } = choiceOf(policy.nearbyKm).parse(query);
  const wanted = { policy: { ...policy, nearbyKm: km }, asAt, k: NEARBY_AMONG };
  const similar = await similarSchools(db, urn, wanted);
  return similar && { ...similar, policy, k, km };
}

// A number that makes no sense is as good as none: the page answers with what it can show.
function choiceOf(nearbyKm: number) {
  return z.object({
    k: z.coerce.number().int().min(1).max(MOST_K).catch(DEFAULT_K),
    km: z.coerce.number().min(1).max(FURTHEST_KM).catch(nearbyKm),
  });
}
