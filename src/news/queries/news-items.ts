import { type ExpressionBuilder, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { listAreas } from '../../schools/queries/areas.ts';
import { NEWS_KINDS, type NewsItem, type NewsKind } from '../rules/news-item.ts';
import type { NewsAbout } from '../rules/news-list.ts';
import { newsDetail } from '../schema/news-detail.ts';

interface Asked {
  about: NewsAbout;
  kind?: NewsKind | null;
  /** Leaves out what a later file of another dataset had overtaken when it came. */
  ofThePresent?: boolean;
  /** News of imports after this one only. */
  after?: number;
  /** And of none after this one. */
  upTo?: number;
}

/** News that is asked for: the newest import first, within it by kind and school. Throws when a stored piece is not of this version. */
export async function newsItems(
  db: Kysely<Database>,
  asked: Asked,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<NewsItem[]> {
  const rows = await base(db, asked)
    .selectAll('n')
    .orderBy('n.import_id', 'desc')
    .orderBy(sql`array_position(${[...NEWS_KINDS]}::text[], n.kind)`)
    .orderBy('n.school_name')
    .orderBy('n.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const areas = new Map((await listAreas(db)).map(({ code, name }) => [code, name]));
  return rows.map((row) => asItem(row, areas));
}

/** How many pieces of news of each kind there are. */
export async function newsCounts(db: Kysely<Database>, asked: Asked): Promise<Map<NewsKind, number>> {
  const rows = await base(db, asked)
    .select(['n.kind', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('n.kind')
    .execute();
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}

function base(db: Kysely<Database>, asked: Asked) {
  return db
    .selectFrom('news_item as n')
    .innerJoin('news_import as d', 'd.import_id', 'n.import_id')
    .where((eb) => eb.and(conditions(eb, asked)));
}

type Builder = ExpressionBuilder<Database & { n: Database['news_item']; d: Database['news_import'] }, 'n' | 'd'>;

function conditions(eb: Builder, { about, kind, ofThePresent, after, upTo }: Asked) {
  return [
    ...(about.kind === 'area' ? [eb('n.la_code', '=', about.laCode)] : []),
    // The schools that the trust has now; one that left tells so in the other trust's news.
    ...(about.kind === 'trust'
      ? [sql<SqlBool>`n.urn in (select urn from group_member where group_uid = ${about.groupUid})`]
      : []),
    ...(kind == null ? [] : [eb('n.kind', '=', kind)]),
    ...(ofThePresent ? [eb('d.standing', '=', 'told')] : []),
    ...(after === undefined ? [] : [eb('n.import_id', '>', after)]),
    ...(upTo === undefined ? [] : [eb('n.import_id', '<=', upTo)]),
  ];
}

function asItem(row: Selectable<Database['news_item']>, areas: ReadonlyMap<number, string>): NewsItem {
  return {
    id: row.id,
    importId: row.import_id,
    urn: row.urn,
    schoolName: row.school_name,
    laCode: row.la_code,
    areaName: areas.get(row.la_code) ?? null,
    kind: row.kind,
    occasion: row.occasion,
    happenedOn: row.happened_on,
    notBefore: row.not_before,
    notAfter: row.not_after,
    headline: row.headline,
    detail: newsDetail.parse(row.detail),
    source: { importId: row.source_import_id, line: row.line },
    createdAt: row.created_at,
  };
}
