import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { readRounds } from '../../../need/policy.ts';
import { needsOfService, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { termOf, termWords } from '../../../need/rules/round/term.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { page } from '../../../web/render.tsx';
import { SchoolPlacementsPage } from '../../pages/board/of-school.tsx';
import { ServicePlacementsPage } from '../../pages/board/service.tsx';
import { readSchoolPlacements, readServiceInPlacements } from '../../policy.ts';
import { placementsOfSchool } from '../../queries/board/of-school.ts';
import { placementsAndLeaders } from '../../queries/board/service.ts';
import { againstCapacity, againstNeed } from '../../rules/board/service.ts';
import { helpWords } from '../asked-for.tsx';

/** The pages of the service lead, and of a school's head and board. */
export function boardPageRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  return new Hono()
    .get(
      '/organisations/:organisation/placements/service',
      may(readServiceInPlacements, organisationSubjectOf),
      async (c) => {
        const today = londonIsoDay(new Date());
        const { placements, leaders } = await placementsAndLeaders(db, scopeOf(c, readServiceInPlacements), today);
        // A hub judges no need.
        const rounds = mayAlso(c, readRounds, organisationSubjectOf(c));
        const read = rounds === null ? null : await needsOfService(c, db, rounds);
        return page(
          c,
          <ServicePlacementsPage
            organisation={organisationOf(c)}
            need={read === null ? null : againstNeed(read.needs, placements)}
            capacity={againstCapacity(leaders, placements)}
            term={termWords(termOf(today))}
          />,
        );
      },
    )
    .get('/schools/:urn/placements', may(readSchoolPlacements, ofSchool), async (c) => {
      const scope = scopeOf(c, readSchoolPlacements);
      const school = await schoolAskedFor(c, db);
      const { received, given } = await placementsOfSchool(db, scope);
      return page(
        c,
        <SchoolPlacementsPage
          school={school}
          received={received}
          given={given}
          help={helpWords}
          asks={scope.person?.acting?.role !== 'system leader'}
        />,
      );
    });
}
