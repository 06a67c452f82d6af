import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../db/schema.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../schools/routes/asked-for.tsx';
import { NotFound } from '../../web/errors.tsx';
import { may, scopeOf } from '../../web/may.ts';
import { page } from '../../web/render.tsx';
import { DecisionAsItWasPage } from '../pages/decision-as-it-was.tsx';
import { readSchoolNeed } from '../policy.ts';
import { decisionsAsTheyWere } from '../queries/replay.ts';
import { RulesPage } from '../pages/rules-of-school.tsx';
import { ownPackIdIn } from '../rules/own-pack.ts';
import { mustBeAssessed } from './school-need.tsx';

/** Old decisions on a school as they were, and the rules under which its need is read now. */
export function replayRoutes({ db }: { db: Kysely<Database> }): Hono {
  const mayRead = may(readSchoolNeed, (c) => schoolSubjectOf(c, db));
  return new Hono()
    .get('/schools/:urn/need/rules', mayRead, async (c) => {
      const { need, pack } = await mustBeAssessed(c, db, scopeOf(c, readSchoolNeed));
      return page(c, <RulesPage school={need} pack={pack} />);
    })
    .get('/schools/:urn/need/decisions/:id', mayRead, async (c) => {
      const school = await schoolAskedFor(c, db);
      const id = z.uuid().safeParse(c.req.param('id'));
      const scope = scopeOf(c, readSchoolNeed);
      const [decision] = id.success ? await decisionsAsTheyWere(db, scope, school.urn, id.data) : [];
      if (decision === undefined) throw new NotFound('There is no such decision on this school.');
      const { policyId, organisation } = decision;
      const owner = ownPackIdIn(policyId) === null ? {} : { owner: { name: organisation } };
      const pack = decision.pack === null ? null : { ...decision.pack, ...owner };
      return page(c, <DecisionAsItWasPage school={school} decision={{ ...decision, pack }} />);
    });
}
