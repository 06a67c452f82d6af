import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { sourceOf } from '../../opendata/queries/imports.ts';
import { NEWS_KINDS, type NewsKind } from '../rules/news-item.ts';
import { groupedByImport, type NewsAbout, type NewsImport, type NewsList } from '../rules/news-list.ts';
import { unclearHeads } from '../schema/news-detail.ts';
import { newsCounts, newsItems } from './news-items.ts';

/** Pieces of news on one page. */
const A_PAGE = 50;

/** One page of news about an area, a trust or England, the newest file first. A page past the last is the last. */
export async function newsList(
  db: Kysely<Database>,
  about: NewsAbout,
  asked: { kind: NewsKind | null; page: number },
): Promise<NewsList> {
  const counted = await newsCounts(db, { about });
  const counts = NEWS_KINDS.flatMap((kind) => {
    const count = counted.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
  const shown = counts.filter(({ kind }) => asked.kind === null || kind === asked.kind);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / A_PAGE));
  const page = Math.min(asked.page, pages);
  const items = await newsItems(db, { about, kind: asked.kind }, { limit: A_PAGE, offset: (page - 1) * A_PAGE });
  const imports = await newsImports(db, about, [...new Set(items.map(({ importId }) => importId))]);
  return { about, counts, kind: asked.kind, page, pages, imports: groupedByImport(items, imports) };
}

async function newsImports(
  db: Kysely<Database>,
  about: NewsAbout,
  ids: readonly number[],
): Promise<Map<number, NewsImport>> {
  if (ids.length === 0) return new Map();
  const [files, drawn] = await Promise.all([
    sourceOf(db, ids),
    db.selectFrom('news_import').selectAll().where('import_id', 'in', ids).execute(),
  ]);
  return new Map(
    drawn.flatMap((row) => {
      const file = files.get(row.import_id);
      if (file === undefined) return [];
      const { id, title, asAt, loadedAt } = file;
      const unclear = unclearOf(about, unclearHeads.parse(row.unclear_heads));
      return [[id, { id, title, asAt, loadedAt, late: row.standing === 'late', unclearHeads: unclear }] as const];
    }),
  );
}

/** Of a trust's schools it is not counted apart. */
function unclearOf(about: NewsAbout, byArea: Readonly<Record<string, number>>): number {
  if (about.kind === 'trust') return 0;
  if (about.kind === 'area') return byArea[String(about.laCode)] ?? 0;
  return Object.values(byArea).reduce((sum, count) => sum + count, 0);
}
