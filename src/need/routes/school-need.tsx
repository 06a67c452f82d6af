import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { sourceOf } from '../../opendata/queries/imports.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { NotFound } from '../../web/errors.tsx';
import { may, mayAlso, scopeOf } from '../../web/may.ts';
import { page } from '../../web/render.tsx';
import type { TypedComment } from '../pages/need-record.tsx';
import { SchoolNeedPage } from '../pages/school-need.tsx';
import { commentOnNeed, enterNeed, moderateNeed, type NeedScope, readAreaNeed, readSchoolNeed } from '../policy.ts';
import { type NeedRead, readNeed, type SchoolNeed } from '../queries.ts';
import { entriesOfSchool } from '../queries/entries.ts';
import { servicesOf } from '../queries/need-view.ts';
import { eligibilityOfSchool } from '../queries/eligibility.ts';
import { hiddenOfSchool } from '../queries/hidden.ts';
import { needRecord, type NeedRecordScope } from '../queries/need-record.ts';
import type { Assessment } from '../rules/assessment.ts';
import type { HiddenOfSchool } from '../rules/hidden/hidden-england.ts';
import { predecessorsShown } from '../rules/predecessors-shown.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../schools/routes/asked-for.tsx';

/** Why a school is in its category, and what people decided and said of it. */
export function schoolNeedRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono().get(
    '/schools/:urn/need',
    may(readSchoolNeed, (c) => schoolSubjectOf(c, db)),
    (c) => schoolNeedPage(c, db, scopeOf(c, readSchoolNeed)),
  );
}

/** The same page as the answer to a comment that could not be taken, with what was typed. */
export async function schoolNeedPage(
  c: Context,
  db: Kysely<Database>,
  scope: NeedRecordScope,
  comment: TypedComment | null = null,
): Promise<Response> {
  const { need, pack, service } = await mustBeAssessed(c, db, scope);
  const { policy } = pack;
  const isSchool = ['school', 'governing board'].includes(scope.person?.acting?.organisation.kind ?? '');
  const [lineage, record, entries, services, eligibility, hidden] = await Promise.all([
    lineageAsAt(db, need.asAt),
    needRecord(db, scope),
    entriesOfSchool(db, scope),
    isSchool ? servicesOf(db, scope, need.urn) : [],
    eligibilityOfSchool(db, need, need.asAt),
    hiddenOfSchool(db, scope),
  ]);
  const files = await sourceOf(db, [
    ...importsOf(need),
    ...importsOfHidden(hidden),
    ...eligibility.flatMap(({ answer }) => answer.sources.map(({ importId }) => importId)),
  ]);
  const predecessors = predecessorsShown(lineage.ancestors(need.urn), lineage.policy, policy.inherited);
  const subject = await schoolSubjectOf(c, db);
  const viewer = {
    isSchool,
    enters: mayAlso(c, enterNeed, subject) !== null,
    moderates: mayAlso(c, moderateNeed, subject) !== null,
    comments: mayAlso(c, commentOnNeed, subject) !== null,
    readsArea: mayAlso(c, readAreaNeed, { kind: 'area', laCode: need.laCode }) !== null,
  };
  const done = c.req.query('done') ?? null;
  return page(
    c,
    <SchoolNeedPage
      {...{ need, pack, service, services, hidden, files, predecessors, record, entries, eligibility, viewer, done }}
      comment={comment}
    />,
    comment === null ? 200 : 400,
  );
}

/** The need of the school that the address names. Throws NotFound when it is not assessed. */
export async function mustBeAssessed(
  c: Context,
  db: Kysely<Database>,
  scope: NeedScope,
): Promise<Omit<NeedRead, 'needs'> & { need: SchoolNeed }> {
  const { name, urn } = await schoolAskedFor(c, db);
  const asked = c.req.query('service');
  const read = await readNeed(db, scope, { urns: [urn], ...(asked !== undefined && { service: asked }) });
  const need = read?.needs[0];
  if (need === undefined)
    throw new NotFound(`Need is worked out for open mainstream schools, and ${name} is not among them.`);
  return { ...read!, need };
}

function importsOfHidden(hidden: HiddenOfSchool | null): number[] {
  const finding = hidden?.school.finding;
  return finding?.state === 'told' ? finding.sources.map(({ importId }) => importId) : [];
}

function importsOf({ indicators }: Assessment): number[] {
  return indicators.flatMap(({ source, otherSources }) =>
    [...(source === null ? [] : [source]), ...otherSources].map(({ importId }) => importId),
  );
}
