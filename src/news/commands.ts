import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { registerChanges } from '../schools/queries/register-changes.ts';
import { figureNewsOf } from './queries/figure-news.ts';
import { headNewsOf } from './queries/head-news.ts';
import { inspectionNewsOf } from './queries/inspection-news.ts';
import { judgedImports } from './queries/judged-imports.ts';
import { newsPolicyAsAt } from './queries/news-policy.ts';
import type { DrawnNews } from './rules/news-item.ts';
import { registerNews } from './rules/register-news.ts';
import { type JudgedImport, standingOf } from './rules/standing.ts';

// Any number, the same in every Alongside: two processes that loaded files draw one after the other.
const NEWS_LOCK = 821_013;

/** An import whose news was drawn now. */
export interface DrawnImport {
  importId: number;
  standing: NonNullable<JudgedImport['standing']>;
  items: number;
}

/**
 * Draws the news of every import that none was drawn of yet, in the order in which they came, each in a transaction of its own, as owner
 * of the tables. Drawing twice adds nothing. `dataDir` is the folder of the bundled snapshot, which is the ground and makes
 * no news. Throws PolicyError when no news policy holds on the day of a file.
 */
export async function drawNews(
  db: Kysely<Database>,
  dataDir: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<DrawnImport[]> {
  const drawn: DrawnImport[] = [];
  const waiting = (await judgedImports(db, dataDir)).filter(({ standing }) => standing === null).map(({ id }) => id);
  for (const [done, id] of waiting.entries()) {
    onProgress(done, waiting.length);
    const one = await db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${NEWS_LOCK})`.execute(transaction);
      return drawImport(transaction, id, await judgedImports(transaction, dataDir));
    });
    if (one !== null) drawn.push(one);
  }
  if (waiting.length > 0) onProgress(waiting.length, waiting.length);
  return drawn;
}

/** Null where another process has drawn it meanwhile. */
async function drawImport(
  db: Transaction<Database>,
  id: number,
  all: readonly JudgedImport[],
): Promise<DrawnImport | null> {
  const one = all.find((other) => other.id === id);
  if (one === undefined || one.standing !== null) return null;
  const standing = standingOf(one, all);
  const tells = standing === 'told' || standing === 'late';
  const { news, unclear } = tells ? await newsOf(db, one) : { news: [], unclear: new Map<number, number>() };
  await db
    .insertInto('news_import')
    .values({ import_id: id, standing, unclear_heads: JSON.stringify(Object.fromEntries(unclear)) })
    .execute();
  return { importId: id, standing, items: await insertNews(db, id, news) };
}

async function newsOf(
  db: Kysely<Database>,
  one: JudgedImport,
): Promise<{ news: DrawnNews[]; unclear: Map<number, number> }> {
  const policy = newsPolicyAsAt(one.asAt);
  const heads = await headNewsOf(db, one, policy);
  const changes = await registerChanges(db, one.id);
  return {
    news: [
      ...changes.flatMap((change) => registerNews(change, policy) ?? []),
      ...heads.news,
      ...(await inspectionNewsOf(db, one, policy)),
      ...(await figureNewsOf(db, one, policy)),
    ],
    unclear: heads.unclear,
  };
}

/** Stores what is not told yet; says how many pieces that is. */
async function insertNews(db: Kysely<Database>, importId: number, news: readonly DrawnNews[]): Promise<number> {
  if (news.length === 0) return 0;
  const rows = news.map(({ school, source, sightings, ...one }) => ({
    import_id: importId,
    source_import_id: source.importId,
    line: source.line,
    urn: school.urn,
    la_code: school.laCode,
    school_name: school.name,
    kind: one.kind,
    occasion: one.occasion,
    happened_on: one.happenedOn,
    not_before: one.notBefore,
    not_after: one.notAfter,
    headline: one.headline,
    detail: one.detail,
    before_urn: sightings?.before.urn ?? null,
    before_import_id: sightings?.before.importId ?? null,
    after_urn: sightings?.after.urn ?? null,
    after_import_id: sightings?.after.importId ?? null,
  }));
  const { numAffectedRows } = await sql`
    insert into news_item (import_id, source_import_id, line, urn, la_code, school_name, kind, occasion, happened_on,
      not_before, not_after, headline, detail, before_urn, before_import_id, after_urn, after_import_id)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as drawn (import_id int, source_import_id int, line int,
      urn int, la_code smallint, school_name text, kind text, occasion text, happened_on date, not_before date,
      not_after date, headline text, detail jsonb, before_urn int, before_import_id int, after_urn int, after_import_id int)
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
