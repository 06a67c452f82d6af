import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openToAll } from '../access/permission.ts';
import type { Database } from '../db/schema.ts';
import { sourceOf } from '../opendata/queries/imports.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { areaByCode, regions } from '../schools/queries/areas.ts';
import { boundaries } from '../schools/queries/boundaries.ts';
import { predecessorsOf } from '../schools/queries/predecessors.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { schoolSubject } from '../schools/queries/subject.ts';
import { areaSlug } from '../schools/rules/area-slug.ts';
import { laCodeParam, urnParam } from '../schools/schema.ts';
import { NotFound } from '../web/errors.tsx';
import { may, theSite } from '../web/may.ts';
import { page } from '../web/render.tsx';
import { AreaNeedPage } from './pages/area-need.tsx';
import { readAreaNeed, readSchoolNeed } from './policy.ts';
import type { AreaGeometry } from '../web/charts/geometry.ts';
import { EnglandNeedPage } from './pages/england-need.tsx';
import type { MappedArea } from './pages/need-map.tsx';
import { SchoolNeedPage } from './pages/school-need.tsx';
import { latestRun, needOfArea, needOfEngland, needOfSchool, needPackAsAt, needPackById } from './queries.ts';
import { filtered, needsCsv } from './rules/area-needs.ts';
import type { Assessment } from './rules/assessment.ts';
import { NEED_SORTS } from './rules/england-needs.ts';

// A filter or an order that makes no sense is as good as none: the page answers with what it can show.
const filterInput = z.object({
  category: z.enum(['A', 'B', 'C', 'D', 'first']).optional().catch(undefined),
  phase: z.enum(['primary', 'secondary']).optional().catch(undefined),
});
const sortInput = z.object({ sort: z.enum(NEED_SORTS).catch('share'), dir: z.enum(['asc', 'desc']).catch('desc') });

/** The pages of need: a school's, an area's (also as CSV) and England's with the policy in words. */
export function needRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(
      '/schools/:urn/need',
      may(readSchoolNeed, (c) => subjectAt(db, c.req.param('urn'))),
      async (c) => {
        const { name, urn } = await schoolAt(db, c.req.param('urn'));
        const need = await needOfSchool(db, urn);
        if (need === null)
          throw new NotFound(`Need is worked out for open mainstream schools, and ${name} is not among them.`);
        const { policy } = needPackById(need.policyId);
        const [files, predecessors] = await Promise.all([
          sourceOf(db, importsOf(need)),
          predecessorsOf(db, urn, need.asAt),
        ]);
        return page(c, <SchoolNeedPage need={need} policy={policy} files={files} predecessors={predecessors} />);
      },
    )
    .get(
      '/areas/:code/need',
      may(readAreaNeed, (c) => areaSubjectAt(db, c.req.param('code'))),
      async (c) => {
        const area = await areaAt(db, c.req.param('code'));
        const needs = await needOfArea(db, area.code);
        const policy = needs[0] === undefined ? null : needPackById(needs[0].policyId).policy;
        return page(
          c,
          <AreaNeedPage area={area} needs={needs} filter={filterInput.parse(c.req.query())} policy={policy} />,
        );
      },
    )
    .get(
      '/areas/:code/need.csv',
      may(readAreaNeed, (c) => areaSubjectAt(db, c.req.param('code'))),
      async (c) => {
        const area = await areaAt(db, c.req.param('code'));
        const needs = await needOfArea(db, area.code);
        const run = needs[0];
        if (run === undefined) throw new NotFound(`No school in ${area.name} is assessed yet.`);
        const { policy } = needPackById(run.policyId);
        c.header('Content-Type', 'text/csv; charset=utf-8');
        c.header('Content-Disposition', `attachment; filename="need-${areaSlug(area.name)}-${run.asAt}.csv"`);
        return c.body(needsCsv(filtered(needs, filterInput.parse(c.req.query()), policy), policy));
      },
    )
    .get('/need', may(openToAll, theSite), async (c) => {
      const [areas, run, land] = await Promise.all([needOfEngland(db), latestRun(db), landOf(db)]);
      const { policy, standards } = run === null ? needPackAsAt(await today(db)) : needPackById(run.policyId);
      const { sort, dir } = sortInput.parse(c.req.query());
      return page(
        c,
        <EnglandNeedPage
          areas={areas}
          land={land}
          policy={policy}
          standards={standards}
          asAt={run?.asAt ?? null}
          sort={sort}
          direction={dir}
        />,
      );
    });
}

async function schoolAt(db: Kysely<Database>, param: string): Promise<{ urn: number; name: string }> {
  const urn = urnParam.safeParse(param);
  const school = urn.success ? await schoolName(db, urn.data) : null;
  if (school === null) throw new NotFound(`There is no school with URN ${param}.`);
  return school;
}

async function subjectAt(db: Kysely<Database>, param = '') {
  const urn = urnParam.safeParse(param);
  const subject = urn.success ? await schoolSubject(db, urn.data) : null;
  if (subject === null) throw new NotFound(`There is no school with URN ${param}.`);
  return subject;
}

async function areaSubjectAt(db: Kysely<Database>, param = '') {
  return { kind: 'area', laCode: (await areaAt(db, param)).code } as const;
}

async function areaAt(db: Kysely<Database>, param: string): Promise<{ code: number; name: string }> {
  const code = laCodeParam.safeParse(param);
  const area = code.success ? await areaByCode(db, code.data) : null;
  if (area === null) throw new NotFound(`There is no local authority with the code ${param}.`);
  return area;
}

async function landOf(db: Kysely<Database>): Promise<Map<number, MappedArea>> {
  const [shapes, regionOf] = await Promise.all([boundaries(db), regions(db)]);
  return new Map(
    [...shapes].map(([code, geometry]) => [
      code,
      { geometry: geometry as AreaGeometry, region: regionOf.get(code) ?? '' },
    ]),
  );
}

/** The day whose policy is shown while nothing is assessed: that of the register, or else the calendar's. */
async function today(db: Kysely<Database>): Promise<string> {
  return (await registerAsAt(db)) ?? new Date().toISOString().slice(0, 10);
}

function importsOf({ indicators }: Assessment): number[] {
  return indicators.flatMap(({ source, otherSources }) =>
    [...(source === null ? [] : [source]), ...otherSources].map(({ importId }) => importId),
  );
}
