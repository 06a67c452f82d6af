import { Hono } from 'hono';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf, theSite } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { endFeed, renewFeed } from '../../commands/work/change-feed.ts';
import { chooseWorkMail } from '../../commands/work/choose-work-mail.ts';
import { CalendarPage } from '../../pages/work/calendar.tsx';
import { MyWorkPage } from '../../pages/work/my-work.tsx';
import { WorkMailPage } from '../../pages/work/work-mail.tsx';
import { changeOwnCalendar, readWork } from '../../policy.ts';
import { otherRolesOf } from '../../queries/work/other-roles.ts';
import { ownFeed, ownWorkMail } from '../../queries/work/own-choices.ts';
import { fromSources } from '../../queries/work/work-in-role.ts';
import type { AccountsDeps } from '../../routes.tsx';
import { ownPages } from '../../rules/work/own-pages.ts';
import { workFilter, workMailForm } from '../../schema/work-forms.ts';
import { WORK_SOURCES } from './sources.tsx';

/** My work, and what one chooses about it: a calendar feed and mail. */
export function myWorkRoutes({ db }: Pick<AccountsDeps, 'db'>): Hono {
  return new Hono()
    .get(paths.myWork(), may(readWork, theSite), async (c) => {
      const scope = scopeOf(c, readWork);
      const { acting, secondFactor } = scope.person!;
      const { secondFactorRoles } = c.get('site');
      const today = londonIsoDay(new Date());
      return page(
        c,
        <MyWorkPage
          items={await fromSources(db, scope, WORK_SOURCES, { today, secondFactorRoles })}
          whole={c.req.query('whole') === 'yes'}
          kind={workFilter.parse({ kind: c.req.query('kind') }).kind}
          today={today}
          own={ownPages(scope.person)}
          role={acting?.role ?? null}
          otherRoles={await otherRolesOf(db, scope)}
          needsSecondFactor={acting !== null && !secondFactor && secondFactorRoles.includes(acting.role)}
        />,
      );
    })
    .get(paths.accountCalendar(), may(changeOwnCalendar, theSite), async (c) => {
      const feed = await ownFeed(db, scopeOf(c, changeOwnCalendar));
      return page(c, <CalendarPage feed={feed} done={c.req.query('done')} />);
    })
    .post(paths.accountCalendar(), may(changeOwnCalendar, theSite), async (c) => {
      const scope = scopeOf(c, changeOwnCalendar);
      const token = await renewFeed(db, scope);
      // The answer to the form itself: the address is shown once and stands in no link.
      const address = c.get('site').siteUrl + paths.calendarFeed(token);
      return page(c, <CalendarPage feed={await ownFeed(db, scope)} address={address} />);
    })
    .post(paths.endAccountCalendar(), may(changeOwnCalendar, theSite), async (c) => {
      await endFeed(db, scopeOf(c, changeOwnCalendar));
      return c.redirect(paths.accountCalendar({ done: 'ended' }), 303);
    })
    .get(paths.workMail(), may(changeOwnCalendar, theSite), async (c) => {
      const held = await ownWorkMail(db, scopeOf(c, changeOwnCalendar));
      return page(c, <WorkMailPage held={held} done={c.req.query('done')} />);
    })
    .post(paths.workMail(), may(changeOwnCalendar, theSite), async (c) => {
      await chooseWorkMail(db, scopeOf(c, changeOwnCalendar), workMailForm.parse(await formOf(c)));
      return c.redirect(paths.workMail({ done: 'saved' }), 303);
    });
}
