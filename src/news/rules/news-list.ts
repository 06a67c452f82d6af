import type { NewsItem, NewsKind } from './news-item.ts';

/** Whose news: an area's, a trust's schools', or all of England's. */
export type NewsAbout =
  | { kind: 'England' }
  | { kind: 'area'; laCode: number; name: string }
  | { kind: 'trust'; groupUid: number; name: string };

/** An import as the news of it is headed. */
export interface NewsImport {
  id: number;
  /** Of the file: "Performance tables: key stage 2, 2017-18". */
  title: string;
  /** ISO date. */
  asAt: string;
  loadedAt: Date;
  /** A later file of another dataset was held already, so this is no news of the present. */
  late: boolean;
  /** Changes of head among these schools that names do not tell surely, and that are not told. */
  unclearHeads: number;
}

/** News one file brought, of one kind after the other. */
export interface NewsOfImport {
  from: NewsImport;
  kinds: { kind: NewsKind; items: NewsItem[] }[];
}

/** One page of news. */
export interface NewsList {
  about: NewsAbout;
  /** Pieces of news of each kind, over all pages; kinds without any are left out. */
  counts: { kind: NewsKind; count: number }[];
  /** The kind that the page is narrowed to; null for all. */
  kind: NewsKind | null;
  page: number;
  pages: number;
  /** The newest first. */
  imports: NewsOfImport[];
}

/** News in the order of imports and kinds, grouped by both. */
export function groupedByImport(items: readonly NewsItem[], imports: ReadonlyMap<number, NewsImport>): NewsOfImport[] {
  const groups: NewsOfImport[] = [];
  for (const item of items) {
    const from = imports.get(item.importId);
    if (from === undefined) throw new Error(`News item ${item.id} is of import ${item.importId}, which was not read`);
    let group = groups.at(-1);
    if (group?.from.id !== from.id) groups.push((group = { from, kinds: [] }));
    const ofKind = group.kinds.at(-1);
    if (ofKind?.kind === item.kind) ofKind.items.push(item);
    else group.kinds.push({ kind: item.kind, items: [item] });
  }
  return groups;
}

/** "Luton", "Chiltern Learning Trust", "England". */
export function nameOf(about: NewsAbout): string {
  return about.kind === 'England' ? 'England' : about.name;
}
