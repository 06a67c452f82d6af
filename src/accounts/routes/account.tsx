import { Hono } from 'hono';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { endOtherSessions, endOwnSession } from '../commands/end-own-sessions.ts';
import { switchRole } from '../commands/switch-role.ts';
import { AccountPage } from '../pages/account.tsx';
import { SessionsPage } from '../pages/sessions.tsx';
import { changeOwnAccount, readOwnAccount } from '../policy.ts';
import { ownAccount } from '../queries/own-account.ts';
import { ownSessions } from '../queries/own-sessions.ts';
import type { AccountsDeps } from '../routes.tsx';
import { roleChoice, sessionId } from '../schema/own-account.ts';

/** One's own account, the role one acts in, and one's sessions. */
export function accountRoutes({ db }: AccountsDeps): Hono {
  return new Hono()
    .get(paths.account(), may(readOwnAccount, theSite), async (c) => {
      const scope = scopeOf(c, readOwnAccount);
      const account = await ownAccount(db, scope);
      return page(c, <AccountPage account={account} acting={scope.person!.acting} done={c.req.query('done')} />);
    })
    .post(paths.accountRole(), may(changeOwnAccount, theSite), async (c) => {
      const scope = scopeOf(c, changeOwnAccount);
      const { membership } = roleChoice.parse(await formOf(c));
      if (await switchRole(db, scope, membership)) {
        return c.redirect(`${paths.account()}?done=role`, 303);
      }
      const account = await ownAccount(db, scope);
      const error = 'Choose one of your roles';
      return page(c, <AccountPage account={account} acting={scope.person!.acting} error={error} />, 422);
    })
    .get(paths.sessions(), may(readOwnAccount, theSite), async (c) => {
      const sessions = await ownSessions(db, scopeOf(c, readOwnAccount));
      return page(c, <SessionsPage sessions={sessions} done={c.req.query('done')} />);
    })
    .post(paths.sessions(), may(changeOwnAccount, theSite), async (c) => {
      await endOtherSessions(db, scopeOf(c, changeOwnAccount));
      return c.redirect(`${paths.sessions()}?done=others-ended`, 303);
    })
    .post(paths.endSession(':id'), may(changeOwnAccount, theSite), async (c) => {
      const scope = scopeOf(c, changeOwnAccount);
      const id = sessionId.parse(c.req.param('id'));
      if (!(await endOwnSession(db, scope, id))) throw new NotFound('You have no such session.');
      return c.redirect(`${paths.sessions()}?done=ended`, 303);
    });
}
