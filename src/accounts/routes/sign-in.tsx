import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { formOf } from '../../web/forgery.ts';
import { ipOf } from '../../web/identify.ts';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { holdSession, readCookie, removeCookie, writeCookie } from '../../web/session-cookie.ts';
import { signInLimits } from '../commands/sign-in-limits.ts';
import { type CodeSignIn, signInWithCode, signInWithRecoveryCode } from '../commands/sign-in-with-code.ts';
import { signInWithPassword } from '../commands/sign-in-with-password.ts';
import { signOut } from '../commands/sign-out.ts';
import { SignInCodePage } from '../pages/sign-in-code.tsx';
import { SignInRecoveryCodePage } from '../pages/sign-in-recovery-code.tsx';
import { type SignInDone, SignInPage } from '../pages/sign-in.tsx';
import { signIn, signInTask } from '../policy.ts';
import { demonstrationPeople } from '../queries/demonstration-people.ts';
import { pendingSignIn } from '../queries/pending-sign-in.ts';
import type { AccountsDeps } from '../routes.tsx';
import { tooMany } from '../rules/too-many.ts';
import { wayBack } from '../rules/way-back.ts';
import { codeForm, passwordForm } from '../schema/sign-in-forms.ts';
import { signOutAtProvider } from './leave-for-provider.tsx';

const WRONG = 'The email address or the password is not right';
const WRONG_CODE = 'The code is not right, or it was used before';

/** Signing in by e-mail address, password and second factor, and signing out. */
export function signInRoutes({
  db,
  pool,
  secret,
  config,
  siteUrl,
  signInPolicy: policy,
  providers,
}: AccountsDeps): Hono {
  const limits = signInLimits(pool, secret, policy);

  const signInPage = async (
    c: Context,
    shown: Pick<Parameters<typeof SignInPage>[0], 'to' | 'email' | 'problems' | 'done'>,
    status: 200 | 400 | 429,
  ) => {
    const people = config.demonstration
      ? await demonstrationPeople(db, signInTask('sign-in.demonstration', ipOf(c)))
      : [];
    const signedIn = c.get('person')?.name;
    return page(
      c,
      <SignInPage {...shown} providers={providers} demonstrationPeople={people} signedIn={signedIn} />,
      status,
    );
  };

  return new Hono()
    .get(paths.signIn(), may(signIn, theSite), (c) =>
      signInPage(c, { to: wayBack(c.req.query('to')), done: c.req.query('done') }, 200),
    )
    .post(paths.signIn(), may(signIn, theSite), async (c) => {
      const fields = await formOf(c);
      const input = passwordForm.safeParse(fields);
      if (!input.success) {
        const email = typeof fields.email === 'string' ? fields.email : undefined;
        const to = wayBack(typeof fields.to === 'string' ? fields.to : undefined);
        return signInPage(c, { to, email, problems: problemsOf(input.error) }, 400);
      }
      const { email, password } = input.data;
      const to = wayBack(input.data.to);
      const attempt = { email, password, to, ...browserOf(c) };
      const scope = signInTask('sign-in.password', ipOf(c));
      const signedIn = await signInWithPassword(db, scope, { policy, limits }, attempt);
      if (signedIn.ok) return welcome(c, signedIn.token, to);
      switch (signedIn.reason) {
        case 'code':
          writeCookie(c, c.get('site'), 'pending', signedIn.pending);
          return c.redirect(paths.signInCode(), 303);
        case 'wrong':
          return signInPage(c, { to, email, problems: { email: WRONG } }, 400);
        case 'too many':
          retryAfter(c, signedIn.minutes);
          return signInPage(c, { to, email, problems: { email: tooMany(signedIn.minutes) } }, 429);
      }
    })
    .get(paths.signInCode(), may(signIn, theSite), async (c) => {
      const scope = signInTask('sign-in.code', ipOf(c));
      const begun = await pendingSignIn(db, scope, readCookie(c, c.get('site'), 'pending'));
      return begun === null ? c.redirect(paths.signIn(), 303) : page(c, <SignInCodePage />);
    })
    .post(paths.signInCode(), may(signIn, theSite), async (c) => {
      const input = codeForm.safeParse(await formOf(c));
      if (!input.success) return page(c, <SignInCodePage problem={problemsOf(input.error).code} />, 400);
      const scope = signInTask('sign-in.code', ipOf(c));
      const rules = { policy, limits, secret, now: new Date() };
      const finished = await signInWithCode(db, scope, rules, { ...input.data, ...begunBy(c) });
      return answerCode(c, finished, (problem) => <SignInCodePage problem={problem} />);
    })
    .get(paths.signInRecovery(), may(signIn, theSite), async (c) => {
      const scope = signInTask('sign-in.recovery-code', ipOf(c));
      const begun = await pendingSignIn(db, scope, readCookie(c, c.get('site'), 'pending'));
      return begun === null ? c.redirect(paths.signIn(), 303) : page(c, <SignInRecoveryCodePage />);
    })
    .post(paths.signInRecovery(), may(signIn, theSite), async (c) => {
      const input = codeForm.safeParse(await formOf(c));
      if (!input.success) return page(c, <SignInRecoveryCodePage problem={problemsOf(input.error).code} />, 400);
      const scope = signInTask('sign-in.recovery-code', ipOf(c));
      const finished = await signInWithRecoveryCode(db, scope, { policy, limits }, { ...input.data, ...begunBy(c) });
      return answerCode(c, finished, (problem) => <SignInRecoveryCodePage problem={problem} />);
    })
    .post(paths.signOut(), may(signIn, theSite), async (c) => {
      const issuer = await signOut(db, scopeOf(c, signIn));
      removeCookie(c, c.get('site'), 'session');
      const onward = await signOutAtProvider(c, { providers, siteUrl }, issuer);
      if (onward !== null) return onward;
      const done: SignInDone = 'signed-out';
      return c.redirect(`${paths.signIn()}?done=${done}`, 303);
    });
}

function answerCode(
  c: Context,
  finished: CodeSignIn,
  pageWith: (problem: string) => ReturnType<typeof SignInCodePage>,
): Response | Promise<Response> {
  if (finished.ok) return welcome(c, finished.token, wayBack(finished.to));
  switch (finished.reason) {
    case 'expired':
      removeCookie(c, c.get('site'), 'pending');
      return c.redirect(paths.signIn(), 303);
    case 'wrong':
      return page(c, pageWith(WRONG_CODE), 400);
    case 'too many':
      retryAfter(c, finished.minutes);
      return page(c, pageWith(tooMany(finished.minutes)), 429);
  }
}

function welcome(c: Context, token: string, to: string): Response {
  holdSession(c, c.get('site'), token);
  return c.redirect(to, 303);
}

function browserOf(c: Context): { replaces: string | null; userAgent: string | null } {
  return { replaces: readCookie(c, c.get('site'), 'session'), userAgent: c.req.header('user-agent') ?? null };
}

function begunBy(c: Context) {
  return { pending: readCookie(c, c.get('site'), 'pending'), ...browserOf(c) };
}

function retryAfter(c: Context, minutes: number): void {
  c.header('Retry-After', String(minutes * 60));
}

/** The first thing wrong with each field. */
function problemsOf(error: z.ZodError): Record<string, string | undefined> {
  return Object.fromEntries(error.issues.toReversed().map(({ path, message }) => [path[0], message]));
}
