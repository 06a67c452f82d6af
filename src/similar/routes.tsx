import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../access/permission.ts';
import type { Database } from '../db/schema.ts';
import type { MeasureCode } from '../opendata/rules/measures.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { areaSlug } from '../schools/rules/area-slug.ts';
import type { PhaseGroup } from '../schools/rules/facts.ts';
import { urnParam } from '../schools/schema.ts';
import { NotFound } from '../web/errors.tsx';
import { may, theSite } from '../web/may.ts';
import { paths } from '../web/paths.ts';
import { page } from '../web/render.tsx';
import { SimilarPage } from './pages/similar.tsx';
import { similarPolicyAsAt, similarSchools } from './queries.ts';
import { inputsOf, isInput } from './queries/context-figures.ts';
import { doingBetterAsAt } from './queries/doing-better.ts';
import { englandOutline } from './queries/england-outline.ts';
import { featureSetsAsAt, ownFeaturesAsAt } from './queries/feature-sets.ts';
import { publishedNeighbours } from './queries/published-neighbours.ts';
import { phaseGroupOfSchool, placesToFilterBy } from './queries/school-traits.ts';
import { CONTEXT_SET, type FeatureSet, OWN_SET, type OwnChoice, ownSet } from './rules/feature-set.ts';
import { similarCsv } from './rules/similar-csv.ts';
import { choiceQuery, type SimilarChoice, similarChoice } from './schema/similar-choice.ts';

const DEFAULT_K = 20;

/** The page of the schools most like a school, and its list as a file. */
export function similarRoutes({ db }: { db: Kysely<Database> }): Hono {
  const app = new Hono();

  app.get('/schools/:urn/similar', may(openToAll, theSite), async (c) => {
    const { urn, asAt, group } = await schoolAsked(c, db);
    const own = ownFeaturesAsAt(asAt);
    const choice = similarChoice(c.req.query(), own);
    if (c.req.query('show') !== undefined) return c.redirect(paths.similarSchools(urn, choiceQuery(choice)));
    const similar = await similarOf(db, urn, asAt, group, choice);
    const [published, england, filterPlaces] = await Promise.all([
      publishedNeighbours(db, urn),
      englandOutline(db),
      placesToFilterBy(db),
    ]);
    const shown = { ...similar, choice, published, england, filterPlaces, own, rule: doingBetterAsAt(asAt) };
    return page(c, <SimilarPage {...shown} />, similar.hasNoWeight ? 400 : 200);
  });

  app.get('/schools/:urn/similar.csv', may(openToAll, theSite), async (c) => {
    const { urn, asAt, group } = await schoolAsked(c, db);
    const choice = similarChoice(c.req.query(), ownFeaturesAsAt(asAt));
    const { school, neighbours } = await similarOf(db, urn, asAt, group, choice);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="${areaSlug(school.name)}-similar-schools.csv"`);
    return c.body(similarCsv(school, neighbours));
  });

  return app;
}

/** The school of the address. Throws NotFound when there is none, or it is not among those compared. */
async function schoolAsked(
  c: Context,
  db: Kysely<Database>,
): Promise<{ urn: number; asAt: string; group: PhaseGroup }> {
  const param = c.req.param('urn') ?? '';
  const urn = urnParam.safeParse(param);
  const [named, asAt] = await Promise.all([urn.success ? schoolName(db, urn.data) : null, registerAsAt(db)]);
  if (named === null) throw new NotFound(`There is no school with URN ${param}.`);
  const group = asAt === null ? null : await phaseGroupOfSchool(db, named.urn);
  if (asAt === null || group === null) {
    throw new NotFound(`Only open mainstream schools are compared, and ${named.name} is not among them.`);
  }
  return { urn: named.urn, asAt, group };
}

async function similarOf(db: Kysely<Database>, urn: number, asAt: string, group: PhaseGroup, choice: SimilarChoice) {
  const usual = similarPolicyAsAt(asAt);
  const policy = { ...usual, nearbyKm: choice.km ?? usual.nearbyKm };
  const sets = await setsFor(db, urn, featureSetsAsAt(usual, asAt, group), group, choice.set);
  const [context] = sets;
  const own = choice.set === OWN_SET ? ownSet(ownFeaturesAsAt(asAt), weightsOf(choice, usual), DEFAULT_K) : null;
  const set = own ?? sets.find((one) => one.set === choice.set) ?? context!;
  const k = choice.k ?? (set.set === CONTEXT_SET ? DEFAULT_K : set.kept);
  const measure = choice.measure as MeasureCode | null;
  const similar = await similarSchools(db, urn, { policy, asAt, k, set, filter: choice.filter, measure });
  if (similar === null) throw new NotFound('Only open mainstream schools are compared.');
  return { ...similar, sets, k, hasNoWeight: choice.set === OWN_SET && own === null };
}

// A set of inputs that are not held of the school would only say so; asked for by its address, it does.
async function setsFor(
  db: Kysely<Database>,
  urn: number,
  sets: readonly FeatureSet[],
  group: PhaseGroup,
  asked: string,
): Promise<FeatureSet[]> {
  const { input_pupils: held } = await inputsOf[group](db);
  return sets.filter(({ set, features }) => {
    return set === asked || held.has(urn) || !features.some(({ figure }) => isInput(figure));
  });
}

// An own set whose address names no weights begins as the default.
function weightsOf({ own }: SimilarChoice, { features }: ReturnType<typeof similarPolicyAsAt>): readonly OwnChoice[] {
  return own.length > 0 ? own : features.map(({ figure, weight }) => ({ figure, weight, scale: 'standard deviation' }));
}
