import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { paths } from '../../web/paths.ts';
import { newsItems } from '../queries/news-items.ts';
import { atomFeed, updatedAt } from '../rules/atom-feed.ts';
import type { NewsAbout } from '../rules/news-list.ts';

/** Entries of a feed: what a reader that asks seldom could otherwise miss is on the page. */
const ENTRIES = 100;

/** Answers with the news as an Atom feed, or with 304 to a reader that has it already. */
export async function answerFeed(c: Context, db: Kysely<Database>, about: NewsAbout): Promise<Response> {
  const { siteUrl } = c.get('site');
  const items = await newsItems(db, { about, ofThePresent: true }, { limit: ENTRIES });
  const { drawnAt } = await db
    .selectFrom('news_import')
    .select(({ fn }) => fn.max('drawn_at').as('drawnAt'))
    .executeTakeFirstOrThrow();
  const feed = { about, items, drawnAt: drawnAt ?? new Date(0) };
  const body = atomFeed({
    ...feed,
    self: siteUrl + paths.newsFeed(about),
    page: siteUrl + paths.news(about),
    schoolAt: (urn) => siteUrl + paths.school(urn),
    siteUrl,
  });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const changed = updatedAt(feed);
  c.header('ETag', etag);
  c.header('Last-Modified', changed.toUTCString());
  c.header('Cache-Control', 'private, no-cache');
  if (isHeld(c, etag, changed)) return c.body(null, 304);
  c.header('Content-Type', 'application/atom+xml; charset=utf-8');
  return c.body(body);
}

/** Whether the asker has this very answer. Source: RFC 9110, 13.2.2: where If-None-Match is given, the day does not count. */
function isHeld(c: Context, etag: string, changed: Date): boolean {
  const tags = c.req.header('if-none-match');
  // A proxy or our own compression may have made the tag a weak one.
  if (tags !== undefined) return tags === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  return !Number.isNaN(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
