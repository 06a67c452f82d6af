import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { limiterOn } from '../../access/limits.ts';
import { newToken } from '../../access/secret.ts';
import { NotFound } from '../../web/errors.tsx';
import { formOf } from '../../web/forgery.ts';
import { ipOf } from '../../web/identify.ts';
import { may, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { holdSession, readCookie, writeCookie } from '../../web/session-cookie.ts';
import { beginProviderSignIn, takeUpProviderSignIn } from '../commands/begin-provider-sign-in.ts';
import { noteProviderFailure, signInByProvider } from '../commands/sign-in-by-provider.ts';
import { ProviderRefused, type WhyRefused } from '../pages/provider-refused.tsx';
import { signIn, signInTask } from '../policy.ts';
import { answerOf, authorizationAt } from '../queries/ask-provider.ts';
import type { Provider } from '../queries/providers.ts';
import type { AccountsDeps } from '../routes.tsx';
import { networkOf } from '../rules/network-of.ts';
import { wayBack } from '../rules/way-back.ts';
import { leaveForProvider } from './leave-for-provider.tsx';

const STATUS: Record<WhyRefused, ContentfulStatusCode> = {
  'not begun here': 400,
  refused: 400,
  'not to be believed': 400,
  declined: 403,
  'not admitted': 403,
  'no role': 403,
  closed: 403,
  'too many': 429,
  silent: 503,
};

/** Sign-in at an OpenID provider: leaving for it, and coming back. */
export function providerRoutes({ db, pool, secret, providers, siteUrl, signInPolicy }: AccountsDeps): Hono {
  // Each beginning and each return leaves a line in the trail, so nobody gets to leave any number. Those that end well do not count.
  const limiter = limiterOn(pool, secret, 'provider of address', signInPolicy.limits.attemptsPerAddress);
  const app = new Hono();
  const named = (c: Context): Provider => {
    const found = providers.find(({ id }) => id === c.req.param('provider'));
    if (found === undefined) throw new NotFound('This site has no such way to sign in.');
    return found;
  };

  app.post(paths.signInWithProvider(':provider'), may(signIn, theSite), async (c) => {
    const provider = named(c);
    const { to: asked } = await formOf(c);
    const to = wayBack(typeof asked === 'string' ? asked : undefined);
    const allowance = await limiter.take(networkOf(ipOf(c)));
    if (!allowance.ok) return refuseMore(c, provider, allowance.minutes);
    const there = await authorizationAt(provider, siteUrl + paths.signInCallback(provider.id));
    if (!there.ok) {
      await noteProviderFailure(db, signInTask('sign-in.provider', ipOf(c)), provider.id, there.failure);
      return refuse(c, provider, there.failure.kind, to);
    }
    await beginProviderSignIn(db, signInTask('sign-in.provider-begun', ipOf(c)), signInPolicy, {
      provider: provider.id,
      visitor: visitorOf(c),
      checks: there.checks,
      to,
    });
    return leaveForProvider(c, provider, there.url, 'sign in');
  });

  app.get(paths.signInCallback(':provider'), may(signIn, theSite), async (c) => {
    const provider = named(c);
    const site = c.get('site');
    const allowance = await limiter.take(networkOf(ipOf(c)));
    if (!allowance.ok) return refuseMore(c, provider, allowance.minutes);
    const begun = await takeUpProviderSignIn(db, signInTask('sign-in.provider-returned', ipOf(c)), {
      provider: provider.id,
      visitor: readCookie(c, site, 'visitor'),
      state: c.req.query('state'),
    });
    if (begun === null) return refuse(c, provider, 'not begun here');
    // Our own address, never the one that the request names.
    const returned = new URL(siteUrl + paths.signInCallback(provider.id) + new URL(c.req.url).search);
    const answer = await answerOf(provider, returned, begun.checks);
    const scope = signInTask('sign-in.provider', ipOf(c));
    if (!answer.ok) {
      await noteProviderFailure(db, scope, provider.id, answer.failure);
      return refuse(c, provider, answer.failure.kind, begun.to);
    }
    const result = await signInByProvider(db, scope, signInPolicy, provider, answer.says, {
      replaces: readCookie(c, site, 'session'),
      userAgent: c.req.header('user-agent') ?? null,
    });
    if (!result.ok) return refuse(c, provider, result.reason, begun.to);
    // Both of this sign-in: the one taken on leaving and the one taken on coming back.
    await limiter.giveBack(networkOf(ipOf(c)));
    await limiter.giveBack(networkOf(ipOf(c)));
    holdSession(c, site, result.token);
    return c.redirect(wayBack(begun.to), 303);
  });

  return app;
}

function refuse(c: Context, { name }: Provider, why: WhyRefused, to?: string) {
  return page(c, <ProviderRefused name={name} why={why} to={to === '/' ? undefined : to} />, STATUS[why]);
}

function refuseMore(c: Context, provider: Provider, minutes: number) {
  c.header('Retry-After', String(minutes * 60));
  return refuse(c, provider, 'too many');
}

/** The mark that ties what is begun to the browser that begins it. */
function visitorOf(c: Context): string {
  const site = c.get('site');
  const held = readCookie(c, site, 'visitor');
  if (held !== null) return held;
  const given = newToken();
  writeCookie(c, site, 'visitor', given);
  return given;
}
