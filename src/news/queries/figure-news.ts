import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { needPackAsAt } from '../../need/queries.ts';
import { measuresRead, type MeasureYear } from '../../need/rules/measures-read.ts';
import { nationalReference } from '../../need/rules/national-reference.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { factOf, type SchoolFacts } from '../../schools/rules/facts.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import type { DrawnNews } from '../rules/news-item.ts';
import type { NewsPolicy } from '../rules/news-policy.ts';
import { inYear, resultNews } from '../rules/result-news.ts';
import { rollNews } from '../rules/roll-news.ts';

const SCHOOLS_A_TURN = 256;

interface FiguresOf {
  id: number;
  year: number | null;
}

/**
 * The news of figures that an import brought of its year: schools surely below a line that the need policy uses, and those
 * with far fewer pupils than in the last census held before. None without a register.
 */
export async function figureNewsOf(db: Kysely<Database>, one: FiguresOf, policy: NewsPolicy): Promise<DrawnNews[]> {
  const asAt = await registerAsAt(db);
  const { id, year } = one;
  if (year === null || asAt === null) return [];
  const about = { id, year, asAt, policy };
  return [...(await resultNewsOf(db, about)), ...(await rollNewsOf(db, about))];
}

interface Asked {
  id: number;
  year: number;
  /** The day of the register. */
  asAt: string;
  policy: NewsPolicy;
}

async function resultNewsOf(db: Kysely<Database>, { id, year, asAt, policy }: Asked): Promise<DrawnNews[]> {
  const pack = needPackAsAt(asAt);
  const asked = [year, year - 1].flatMap((each) => inYear(pack.policy.indicators, each));
  const measures = measuresRead({ ...pack.policy, indicators: asked }, pack.standards);
  if (!(await brings(db, id, measures, year))) return [];
  const facts = await factsOf(db, asAt, measures);
  const schools = facts.map((school) => asJudged(school, pack.policy.inherited));
  const at = { ...pack, asAt, reference: nationalReference(schools) };
  const news: DrawnNews[] = [];
  for (const [index, school] of schools.entries()) {
    const told = resultNews(school, year, id, policy, at);
    if (told !== null) news.push(told);
    // The site answers meanwhile.
    if (index % SCHOOLS_A_TURN === 0) await turnOfTheLoop();
  }
  return news;
}

async function rollNewsOf(db: Kysely<Database>, { id, year, asAt, policy }: Asked): Promise<DrawnNews[]> {
  if (!(await brings(db, id, [['roll', year]], year))) return [];
  const { before } = await db
    .selectFrom('observation')
    .select(({ fn }) => fn.max('year').as('before'))
    .where('measure_id', '=', MEASURES.roll.id)
    .where('year', '<', year)
    .executeTakeFirstOrThrow();
  if (before === null) return [];
  const facts = await factsOf(db, asAt, [
    ['roll', year],
    ['roll', before],
  ]);
  const { inherited } = needPackAsAt(asAt).policy;
  return facts.flatMap((school) => {
    const now = factOf(school, 'roll', year);
    if (now?.source.importId !== id) return [];
    const { urn, name, laCode } = school;
    return rollNews({ urn, name, laCode }, now, factOf(asJudged(school, inherited), 'roll', before), policy) ?? [];
  });
}

async function factsOf(db: Kysely<Database>, asAt: string, measures: readonly MeasureYear[]): Promise<SchoolFacts[]> {
  return schoolFacts(db, { asAt, lineage: await lineageAsAt(db, asAt), measures });
}

/** Whether figures of the year stand from the import, so that not every list asks for those of all England. */
async function brings(
  db: Kysely<Database>,
  importId: number,
  measures: readonly (readonly [MeasureCode, number])[],
  year: number,
): Promise<boolean> {
  const ids = [...new Set(measures.map(([code]) => MEASURES[code].id))];
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select from observation where import_id = ${importId} and year = ${year}
      and measure_id = any (${ids}::smallint[])) as yes`.execute(db);
  return rows[0]?.yes === true;
}
