import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openToAll } from '../../access/permission.ts';
import type { Database } from '../../db/schema.ts';
import { sourceOf } from '../../opendata/queries/imports.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { regions } from '../../schools/queries/areas.ts';
import { areaSlug } from '../../schools/rules/area-slug.ts';
import { NotFound } from '../../web/errors.tsx';
import { may, mayAlso, scopeOf, theSite } from '../../web/may.ts';
import { page } from '../../web/render.tsx';
import { AreaDefinitionPage } from '../pages/area-definition.tsx';
import { DefinitionPage } from '../pages/definition.tsx';
import { DefinitionsPage } from '../pages/definitions.tsx';
import { exportAreaNeed, readAreaNeed } from '../policy.ts';
import { definitionById, definitions, standardsNamed } from '../queries/definitions.ts';
import { eligibilityOfArea, englandEligibility } from '../queries/eligibility.ts';
import { ANSWER_STATES } from '../rules/eligibility/answer.ts';
import { answersCsv } from '../rules/eligibility/answers-csv.ts';
import type { EligibilityDefinition } from '../rules/eligibility/definition.ts';
import { definitionWords } from '../rules/eligibility/definition-words.ts';
import { areaAskedFor, areaSubjectOf } from './asked-for.tsx';

// A filter that makes no sense is as good as none.
const shown = z.object({ show: z.enum(ANSWER_STATES).catch('meets') });

/** The Department's definitions: all of them, one with its counts, and for those who judge need an area's schools under one. */
export function definitionRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get('/need/definitions', may(openToAll, theSite), async (c) => {
      const england = await englandEligibility(db);
      return page(
        c,
        <DefinitionsPage
          definitions={definitions()}
          parts={england?.parts ?? null}
          asAt={england?.asAt ?? null}
          today={new Date().toISOString().slice(0, 10)}
        />,
      );
    })
    .get('/need/definitions/:id', may(openToAll, theSite), async (c) => {
      const definition = definitionAskedFor(c);
      const { rule } = definition;
      const [england, regionOf] = await Promise.all([englandEligibility(db), regions(db)]);
      const standards = rule.kind === 'results' ? standardsNamed(rule.minimumStandards) : null;
      return page(
        c,
        <DefinitionPage
          definition={definition}
          words={definitionWords(definition, standards)}
          parts={england?.parts.get(definition.id) ?? []}
          regionOf={regionOf}
          asAt={england?.asAt ?? null}
          mayRead={(laCode) => mayAlso(c, readAreaNeed, { kind: 'area', laCode }) !== null}
        />,
      );
    })
    .get(
      '/areas/:code/need/definitions/:id',
      may(readAreaNeed, (c) => areaSubjectOf(c, db)),
      async (c) => {
        const area = await areaAskedFor(c, db);
        const definition = definitionAskedFor(c);
        const [schools, asAt] = await Promise.all([
          eligibilityOfArea(db, scopeOf(c, readAreaNeed), area.code, definition),
          registerAsAt(db),
        ]);
        const { show } = shown.parse(c.req.query());
        const imports = schools
          .filter(({ answer }) => answer.state === show)
          .flatMap(({ answer }) => answer.sources.map(({ importId }) => importId));
        const files = await sourceOf(db, imports);
        return page(c, <AreaDefinitionPage {...{ area, definition, asAt, schools, files }} shown={show} />);
      },
    )
    .get(
      '/areas/:code/need/definitions/:id/schools.csv',
      may(exportAreaNeed, (c) => areaSubjectOf(c, db)),
      async (c) => {
        const area = await areaAskedFor(c, db);
        const definition = definitionAskedFor(c);
        const schools = await eligibilityOfArea(db, scopeOf(c, exportAreaNeed), area.code, definition);
        c.header('Content-Type', 'text/csv; charset=utf-8');
        c.header('Content-Disposition', `attachment; filename="${definition.id}-${areaSlug(area.name)}.csv"`);
        return c.body(answersCsv(definition, schools));
      },
    );
}

function definitionAskedFor(c: Context): EligibilityDefinition {
  const definition = definitionById(c.req.param('id') ?? '');
  if (definition === null) throw new NotFound('There is no definition of this name.');
  return definition;
}
