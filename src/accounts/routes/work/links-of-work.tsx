import { type Context, Hono } from 'hono';
import { openToAll } from '../../../access/permission.ts';
import { calendarFeed } from '../../../calendar/ical.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { NotFound } from '../../../web/errors.tsx';
import { ipOf } from '../../../web/identify.ts';
import { may, theSite } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { stopWorkMail } from '../../commands/work/choose-work-mail.ts';
import { StoppedWorkMailPage, StopWorkMailPage } from '../../pages/work/stop-work-mail.tsx';
import { onBehalfOf, workTask } from '../../policy.ts';
import { inEachRole } from '../../queries/work/people-to-write.ts';
import { personOfFeed } from '../../queries/work/person-of-feed.ts';
import { fromSources } from '../../queries/work/work-in-role.ts';
import type { AccountsDeps } from '../../routes.tsx';
import { lettersOf } from '../../rules/work/work-mail.ts';
import { CALENDAR_SOURCES, WORK_SOURCES } from './sources.tsx';

/** What is open to whoever holds its link: a calendar feed, and the way out of letters about work. */
export function workLinkRoutes({ db, secret }: Pick<AccountsDeps, 'db' | 'secret'>): Hono {
  return new Hono()
    .get('/calendar/:feed{[\\w-]+\\.ics}', may(openToAll, theSite), async (c) => {
      const person = await personOfFeed(db, c.req.param('feed').replace(/\.ics$/, ''));
      // An invented person's feed is worth nothing once the site is no longer for trying out.
      if (person === null || (person.demonstration && !c.get('site').demonstration))
        throw new NotFound('There is no such calendar, or it has ended.');
      const now = new Date();
      const asked = { today: londonIsoDay(now) };
      const entries = [];
      const items = [];
      for (const inRole of await inEachRole(db, workTask('work.feed', ipOf(c)), person)) {
        entries.push(...(await fromSources(db, onBehalfOf(inRole), CALENDAR_SOURCES, asked)));
        items.push(...(await fromSources(db, onBehalfOf(inRole), WORK_SOURCES, asked)));
      }
      c.header('Content-Type', 'text/calendar; charset=utf-8');
      c.header('Cache-Control', 'private, no-cache');
      c.header('X-Robots-Tag', 'noindex');
      const { siteUrl } = c.get('site');
      return c.body(
        calendarFeed({
          name: `Alongside, ${person.name}`,
          entries: onceEach(entries, ({ uid }) => uid),
          items: onceEach(items, ({ key }) => key),
          siteUrl,
          now,
        }),
      );
    })
    .get(paths.stopWorkMail(), may(openToAll, theSite), (c) => {
      const token = c.req.query('token') ?? '';
      const { letter } = mustBeOurs(lettersOf(secret, token));
      return page(c, <StopWorkMailPage token={token} letter={letter} />);
    })
    .post(paths.stopWorkMail(), may(openToAll, theSite), async (c) => {
      const asked = mustBeOurs(lettersOf(secret, c.req.query('token') ?? ''));
      await stopWorkMail(db, workTask('work.stop-mail', ipOf(c)), asked);
      return page(c, <StoppedWorkMailPage letter={asked.letter} />);
    });
}

/**
 * Whether a request is the way out of a letter about work with its proof. Mail programs send it without a page of ours and without cookies
 * (RFC 8058), and it does nothing that whoever holds the link may not do.
 */
export function isProvedStopping(c: Context): boolean {
  if (c.req.method !== 'POST' || c.req.path !== paths.stopWorkMail()) return false;
  return lettersOf(c.get('site').secret, c.req.query('token') ?? '') !== null;
}

function mustBeOurs<T>(found: T | null): T {
  if (found !== null) return found;
  throw new NotFound('This link is not whole. Copy all of it from the letter, or choose in your account.');
}

/** Two roles may tell of the same thing. */
function onceEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
