import { Hono } from 'hono';
import { BadRequest } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { ipOf } from '../../web/identify.ts';
import { may, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { holdSession, readCookie } from '../../web/session-cookie.ts';
import { signInAsDemonstration } from '../commands/sign-in-as-demonstration.ts';
import { signIn, signInTask } from '../policy.ts';
import type { AccountsDeps } from '../routes.tsx';
import { wayBack } from '../rules/way-back.ts';
import { demonstrationSignIn } from '../schema/demonstration-people.ts';

/** Signing in as an invented person. There is no such address outside demonstration mode. */
export function demonstrationRoutes({ db, config, signInPolicy }: AccountsDeps): Hono {
  const routes = new Hono();
  if (!config.demonstration) return routes;
  return routes.post(paths.signInDemonstration(), may(signIn, theSite), async (c) => {
    const input = demonstrationSignIn.safeParse(await formOf(c));
    if (!input.success) throw new BadRequest('Choose one of the invented people.');
    const scope = signInTask('sign-in.demonstration', ipOf(c));
    const signedIn = await signInAsDemonstration(db, scope, signInPolicy, input.data.person, {
      replaces: readCookie(c, c.get('site'), 'session'),
      userAgent: c.req.header('user-agent') ?? null,
    });
    if (!signedIn.ok)
      throw new BadRequest('There is no such invented person. Choose one of those on the sign-in page.');
    holdSession(c, c.get('site'), signedIn.token);
    return c.redirect(wayBack(input.data.to), 303);
  });
}
