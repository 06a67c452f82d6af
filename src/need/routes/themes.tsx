import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../db/schema.ts';
import { policyAsAt } from '../../policies.ts';
import { trustOf } from '../../schools/queries/trust.ts';
import { areaSlug } from '../../schools/rules/area-slug.ts';
import { groupUidParam } from '../../schools/schema.ts';
import { NotFound } from '../../web/errors.tsx';
import { may, scopeOf } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { ThemesPage } from '../pages/themes.tsx';
import { exportAreaNeed, exportTrustNeed, readAreaNeed, readTrustNeed } from '../policy.ts';
import { themesOfArea, themesOfTrust } from '../queries/themes.ts';
import type { ThemesRead } from '../rules/themes/theme.ts';
import { themesCsv } from '../rules/themes/themes-csv.ts';
import { answersPolicyKind } from '../schema/answers-policy.ts';
import { areaAskedFor, areaSubjectOf } from './asked-for.tsx';

// A phase that makes no sense is as good as none: the page answers with what it can show.
const input = z.object({ phase: z.enum(['primary', 'secondary']).optional().catch(undefined) });

/** Themes and trends of need: of an area and of a trust, each also as a file. */
export function themesRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(
      '/areas/:code/need/themes',
      may(readAreaNeed, (c) => areaSubjectOf(c, db)),
      async (c) => {
        const { code, name } = await areaAskedFor(c, db);
        const { phase } = input.parse(c.req.query());
        const read = await themesOfArea(db, scopeOf(c, readAreaNeed), code, phase);
        const breadcrumbs = [
          { text: 'Home', href: paths.home() },
          { text: name, href: paths.area(code) },
          { text: 'Need for help', href: paths.needOfArea(code) },
        ];
        const [address, csv] = [paths.themesOfArea(code), paths.themesOfAreaCsv(code, { phase })];
        const answers = answersFor(read);
        return page(c, <ThemesPage kind="area" {...{ name, breadcrumbs, address, csv, read, phase, answers }} />);
      },
    )
    .get(
      '/areas/:code/need/themes.csv',
      may(exportAreaNeed, (c) => areaSubjectOf(c, db)),
      async (c) => {
        const { code, name } = await areaAskedFor(c, db);
        const { phase } = input.parse(c.req.query());
        return csvOf(c, name, await themesOfArea(db, scopeOf(c, exportAreaNeed), code, phase));
      },
    )
    .get(
      '/trusts/:uid/need/themes',
      may(readTrustNeed, (c) => trustSubjectOf(c, db)),
      async (c) => {
        const { uid, name } = await trustAskedFor(c, db);
        const { phase } = input.parse(c.req.query());
        const read = await themesOfTrust(db, scopeOf(c, readTrustNeed), uid, phase);
        const breadcrumbs = [
          { text: 'Home', href: paths.home() },
          { text: name, href: paths.trust(uid) },
        ];
        const [address, csv] = [paths.themesOfTrust(uid), paths.themesOfTrustCsv(uid, { phase })];
        const answers = answersFor(read);
        return page(c, <ThemesPage kind="trust" {...{ name, breadcrumbs, address, csv, read, phase, answers }} />);
      },
    )
    .get(
      '/trusts/:uid/need/themes.csv',
      may(exportTrustNeed, (c) => trustSubjectOf(c, db)),
      async (c) => {
        const { uid, name } = await trustAskedFor(c, db);
        const { phase } = input.parse(c.req.query());
        return csvOf(c, name, await themesOfTrust(db, scopeOf(c, exportTrustNeed), uid, phase));
      },
    );
}

function answersFor(read: ThemesRead | null) {
  return read && policyAsAt(answersPolicyKind, read.asAt);
}

function csvOf(c: Context, name: string, read: ThemesRead | null): Response {
  const answers = answersFor(read);
  if (read === null || answers === null) throw new NotFound(`No school of ${name} is assessed yet.`);
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="themes-${areaSlug(name)}-${read.asAt}.csv"`);
  return c.body(themesCsv(read.themes, answers));
}

async function trustAskedFor(c: Context, db: Kysely<Database>): Promise<{ uid: number; name: string }> {
  const uid = groupUidParam.safeParse(c.req.param('uid'));
  const trust = uid.success ? await trustOf(db, uid.data) : null;
  if (trust === null) throw new NotFound(`There is no trust with the number ${c.req.param('uid')}.`);
  return trust;
}

async function trustSubjectOf(c: Context, db: Kysely<Database>) {
  return { kind: 'trust', groupUid: (await trustAskedFor(c, db)).uid } as const;
}
