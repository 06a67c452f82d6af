import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { openToAll } from '../access/permission.ts';
import type { SiteSecret } from '../access/secret.ts';
import type { Database } from '../db/schema.ts';
import { areaAskedFor } from '../need/routes/asked-for.tsx';
import { NotFound } from '../web/errors.tsx';
import { may, theSite } from '../web/may.ts';
import { page } from '../web/render.tsx';
import { NewsPage } from './pages/news-page.tsx';
import { newsList } from './queries/news-list.ts';
import { trustNamed } from './queries/trust-named.ts';
import { answerFeed } from './routes/feed.tsx';
import { newsMailRoutes } from './routes/news-mail.tsx';
import type { NewsAbout } from './rules/news-list.ts';
import { groupUidParam, newsInput } from './schema/news-input.ts';

export interface NewsDeps {
  db: Kysely<Database>;
  secret: SiteSecret;
}

const ENGLAND: NewsAbout = { kind: 'England' };

/** News of England, an area or a trust as a page and a feed; whether one gets it by mail, and the way out of it. Mount at '/'. */
export function newsRoutes({ db, secret }: NewsDeps): Hono {
  const show = async (c: Context, about: NewsAbout) =>
    page(c, <NewsPage list={await newsList(db, about, newsInput.parse(c.req.query()))} />);
  return new Hono()
    .get('/news', may(openToAll, theSite), (c) => show(c, ENGLAND))
    .get('/news.atom', may(openToAll, theSite), (c) => answerFeed(c, db, ENGLAND))
    .get('/areas/:code/news', may(openToAll, theSite), async (c) => show(c, await areaIn(c, db)))
    .get('/areas/:code/news.atom', may(openToAll, theSite), async (c) => answerFeed(c, db, await areaIn(c, db)))
    .get('/trusts/:uid/news', may(openToAll, theSite), async (c) => show(c, await trustIn(c, db)))
    .get('/trusts/:uid/news.atom', may(openToAll, theSite), async (c) => answerFeed(c, db, await trustIn(c, db)))
    .route('/', newsMailRoutes({ db, secret }));
}

async function areaIn(c: Context, db: Kysely<Database>): Promise<NewsAbout> {
  const { code, name } = await areaAskedFor(c, db);
  return { kind: 'area', laCode: code, name };
}

async function trustIn(c: Context, db: Kysely<Database>): Promise<NewsAbout> {
  const uid = groupUidParam.safeParse(c.req.param('uid'));
  const name = uid.success ? await trustNamed(db, uid.data) : null;
  if (name === null) throw new NotFound(`No trust with the number ${c.req.param('uid')} has schools here.`);
  return { kind: 'trust', groupUid: uid.data!, name };
}
