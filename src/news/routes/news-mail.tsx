import { type Context, Hono } from 'hono';
import { openToAll } from '../../access/permission.ts';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { ipOf } from '../../web/identify.ts';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { chooseNewsMail } from '../commands/choose-news-mail.ts';
import { unsubscribe } from '../commands/unsubscribe.ts';
import { NewsMailPage } from '../pages/news-mail.tsx';
import { UnsubscribedPage, UnsubscribePage } from '../pages/unsubscribe.tsx';
import { chooseNews, newsTask } from '../policy.ts';
import { newsAboutOf } from '../queries/news-about.ts';
import { ownSubscription } from '../queries/own-subscription.ts';
import type { NewsDeps } from '../routes.tsx';
import { subscriptionOf } from '../rules/unsubscribe-token.ts';
import { newsChoice } from '../schema/news-input.ts';

/** Choosing news by mail, signed in; and the end of it by the link in a letter, by whoever holds that. */
export function newsMailRoutes({ db, secret }: NewsDeps): Hono {
  const aboutFor = (c: Context) => {
    const organisation = scopeOf(c, chooseNews).person!.acting?.organisation;
    return organisation === undefined ? null : newsAboutOf(db, organisation);
  };
  return new Hono()
    .get(paths.newsMail(), may(chooseNews, theSite), async (c) => {
      const held = await ownSubscription(db, scopeOf(c, chooseNews));
      return page(c, <NewsMailPage about={await aboutFor(c)} held={held} done={c.req.query('done') !== undefined} />);
    })
    .post(paths.newsMail(), may(chooseNews, theSite), async (c) => {
      const scope = scopeOf(c, chooseNews);
      const about = await aboutFor(c);
      const chosen = newsChoice.safeParse(await formOf(c));
      if (about === null || !chosen.success) {
        const error = chosen.success ? undefined : chosen.error.issues[0]?.message;
        return page(c, <NewsMailPage about={about} held={await ownSubscription(db, scope)} error={error} />, 422);
      }
      await chooseNewsMail(db, scope, chosen.data.frequency);
      return c.redirect(paths.newsMail({ done: 'yes' }), 303);
    })
    .get(paths.newsUnsubscribe(), may(openToAll, theSite), (c) => {
      const token = c.req.query('token') ?? '';
      mustBeOurs(subscriptionOf(secret, token));
      return page(c, <UnsubscribePage token={token} />);
    })
    .post(paths.newsUnsubscribe(), may(openToAll, theSite), async (c) => {
      const id = mustBeOurs(subscriptionOf(secret, c.req.query('token') ?? ''));
      await unsubscribe(db, newsTask('news.unsubscribe', ipOf(c)), id);
      return page(c, <UnsubscribedPage />);
    });
}

/**
 * Whether a request is the way out of a letter with its proof. Mail programs send it without a page of ours and without cookies
 * (RFC 8058), and it does nothing that whoever holds the link may not do.
 */
export function isProvedUnsubscribing(c: Context): boolean {
  if (c.req.method !== 'POST' || c.req.path !== paths.newsUnsubscribe()) return false;
  return subscriptionOf(c.get('site').secret, c.req.query('token') ?? '') !== null;
}

function mustBeOurs(subscriptionId: string | null): string {
  if (subscriptionId !== null) return subscriptionId;
  throw new NotFound('This link is not whole. Copy all of it from the letter, or choose in your account.');
}
