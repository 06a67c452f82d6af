import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { formOf } from '../../web/forgery.ts';
import { ipOf } from '../../web/identify.ts';
import { may, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { askForReset } from '../commands/ask-for-reset.ts';
import { resetPassword } from '../commands/reset-password.ts';
import { signInLimits } from '../commands/sign-in-limits.ts';
import { PasswordForgottenPage, PasswordLinkSentPage } from '../pages/password-forgotten.tsx';
import { PasswordLinkSpentPage, PasswordResetPage } from '../pages/password-reset.tsx';
import type { SignInDone } from '../pages/sign-in.tsx';
import { signIn, signInTask } from '../policy.ts';
import { personOfResetLink } from '../queries/person-of-reset-link.ts';
import type { AccountsDeps } from '../routes.tsx';
import { tooMany } from '../rules/too-many.ts';
import { forgottenForm, resetForm } from '../schema/sign-in-forms.ts';

/** Longer than it takes to queue a mail, so that the time to the answer does not tell whether one was. */
const ANSWER_AFTER_MS = 400;

/** A forgotten password: asking for the link, and what is behind it. */
export function passwordRoutes({ db, pool, secret, siteUrl, signInPolicy: policy }: AccountsDeps): Hono {
  const limits = signInLimits(pool, secret, policy);
  const linkOf = (token: string) => siteUrl + paths.passwordReset(token);
  const { shortest } = policy.password;

  return new Hono()
    .get(paths.passwordForgotten(), may(signIn, theSite), (c) => page(c, <PasswordForgottenPage />))
    .post(paths.passwordForgotten(), may(signIn, theSite), async (c) => {
      const fields = await formOf(c);
      const input = forgottenForm.safeParse(fields);
      if (!input.success) {
        const email = typeof fields.email === 'string' ? fields.email : undefined;
        return page(c, <PasswordForgottenPage email={email} problem={input.error.issues[0]?.message} />, 400);
      }
      const { email } = input.data;
      const scope = signInTask('sign-in.password-forgotten', ipOf(c));
      const [asked] = await Promise.all([
        askForReset(db, scope, { policy, limits, linkOf }, email),
        pause(ANSWER_AFTER_MS),
      ]);
      if (asked.ok) return page(c, <PasswordLinkSentPage minutes={policy.resetLinkMinutes} />);
      c.header('Retry-After', String(asked.minutes * 60));
      return page(c, <PasswordForgottenPage email={email} problem={tooMany(asked.minutes)} />, 429);
    })
    .get(paths.passwordReset(), may(signIn, theSite), async (c) => {
      const token = c.req.query('token') ?? '';
      const person = await personOfResetLink(db, signInTask('sign-in.password-reset', ipOf(c)), token);
      if (person === null) return page(c, <PasswordLinkSpentPage />, 400);
      return page(c, <PasswordResetPage token={token} email={person.email} shortest={shortest} />);
    })
    .post(paths.passwordReset(), may(signIn, theSite), async (c) => {
      const fields = await formOf(c);
      const scope = signInTask('sign-in.password-reset', ipOf(c));
      const input = resetForm.safeParse(fields);
      const again = async (problem: string | undefined) => {
        const token = resetForm.shape.token.parse(fields.token);
        const person = await personOfResetLink(db, scope, token);
        if (person === null) return page(c, <PasswordLinkSpentPage />, 400);
        const asked = { token, email: person.email, shortest, problem };
        return page(c, <PasswordResetPage {...asked} />, 400);
      };
      if (!input.success) return again(input.error.issues[0]?.message);
      const reset = await resetPassword(db, scope, { policy, limits }, input.data);
      if (reset.ok) {
        const done: SignInDone = 'password-set';
        return c.redirect(`${paths.signIn()}?done=${done}`, 303);
      }
      return again(reset.reason === 'password' ? reset.fault : undefined);
    });
}
