import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Scope } from '../../access/scope.ts';
import { newTotpSecret, totpUri } from '../../access/totp.ts';
import { openSetUp, sealSetUp } from '../../access/totp-set-up.ts';
import { formOf } from '../../web/forgery.ts';
import { may, scopeOf, theSite } from '../../web/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { writeCookie } from '../../web/session-cookie.ts';
import { changeOwnPassword } from '../commands/change-own-password.ts';
import {
  proveSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  setUpSecondFactor,
} from '../commands/change-second-factor.ts';
import { ownAccountLimits } from '../commands/own-account-limits.ts';
import { AccountPasswordPage } from '../pages/account-password.tsx';
import { RecoveryCodesPage, RenewRecoveryCodesPage } from '../pages/recovery-codes.tsx';
import {
  ProveSecondFactorPage,
  RemoveSecondFactorPage,
  NoSecondFactorPage,
  SecondFactorPage,
} from '../pages/second-factor.tsx';
import { changeOwnAccount, readOwnAccount } from '../policy.ts';
import { type OwnAccount, ownAccount } from '../queries/own-account.ts';
import type { AccountsDeps } from '../routes.tsx';
import { tooMany } from '../rules/too-many.ts';
import { wayBack } from '../rules/way-back.ts';
import { factorSetUp, ownCode, passwordChange } from '../schema/own-account.ts';

const WRONG = 'The code is not right, or it was used before';
const STALE = 'This page is out of date. Add the account to your app once more, with the picture or the key below';

/** One's own password, second factor and recovery codes. */
export function ownFactorsRoutes({ db, pool, secret, signInPolicy: policy }: AccountsDeps): Hono {
  const limits = ownAccountLimits(pool, secret, policy);
  const rules = () => ({ policy, limits, secret, now: new Date() });
  const { shortest } = policy.password;

  return new Hono()
    .get(paths.accountPassword(), may(readOwnAccount, theSite), async (c) => {
      const { passwordSince } = await ownAccount(db, scopeOf(c, readOwnAccount));
      return passwordSince === null
        ? c.redirect(paths.account(), 303)
        : page(c, <AccountPasswordPage shortest={shortest} />);
    })
    .post(paths.accountPassword(), may(changeOwnAccount, theSite), async (c) => {
      const again = (problems: { current?: string; chosen?: string }, status: 400 | 429 = 400) =>
        page(c, <AccountPasswordPage shortest={shortest} problems={problems} />, status);
      const input = passwordChange.safeParse(await formOf(c));
      if (!input.success) return again(problemsOf(input.error));
      const changed = await changeOwnPassword(db, scopeOf(c, changeOwnAccount), { policy, limits }, input.data);
      if (changed.ok) return c.redirect(`${paths.account()}?done=password`, 303);
      switch (changed.reason) {
        case 'current':
          return again({ current: 'The current password is not right' });
        case 'chosen':
          return again({ chosen: changed.fault });
        case 'too many':
          return again({ current: tooMany(changed.minutes) }, 429);
      }
    })
    .get(paths.secondFactor(), may(readOwnAccount, theSite), async (c) => {
      const scope = scopeOf(c, readOwnAccount);
      const account = await ownAccount(db, scope);
      return page(c, factorPage(c, scope, account, { to: askedFor(c.req.query('to')) }));
    })
    .post(paths.secondFactor(), may(changeOwnAccount, theSite), async (c) => {
      const scope = scopeOf(c, changeOwnAccount);
      const fields = await formOf(c);
      return 'sealed' in fields ? setUp(c, scope, fields) : prove(c, scope, fields);
    })
    .get(paths.removeSecondFactor(), may(readOwnAccount, theSite), async (c) => {
      const account = await ownAccount(db, scopeOf(c, readOwnAccount));
      if (account.secondFactor === null) return c.redirect(paths.secondFactor(), 303);
      return page(c, <RemoveSecondFactorPage needed={isNeeded(c)} />);
    })
    .post(paths.removeSecondFactor(), may(changeOwnAccount, theSite), async (c) => {
      const again = (problem: string, status: 400 | 429 = 400) =>
        page(c, <RemoveSecondFactorPage needed={isNeeded(c)} problem={problem} />, status);
      const input = ownCode.safeParse(await formOf(c));
      if (!input.success) return again(problemsOf(input.error).current!);
      const removed = await removeSecondFactor(db, scopeOf(c, changeOwnAccount), rules(), input.data.current);
      if (removed.ok) return c.redirect(`${paths.account()}?done=second-factor-removed`, 303);
      return removed.reason === 'too many' ? again(tooMany(removed.minutes), 429) : again(WRONG);
    })
    .get(paths.recoveryCodes(), may(readOwnAccount, theSite), async (c) => {
      const { secondFactor } = await ownAccount(db, scopeOf(c, readOwnAccount));
      if (secondFactor === null) return c.redirect(paths.secondFactor(), 303);
      return page(c, <RenewRecoveryCodesPage left={secondFactor.recoveryCodesLeft} />);
    })
    .post(paths.recoveryCodes(), may(changeOwnAccount, theSite), async (c) => {
      const scope = scopeOf(c, changeOwnAccount);
      const input = ownCode.safeParse(await formOf(c));
      const renewed = input.success
        ? await renewRecoveryCodes(db, scope, rules(), input.data.current)
        : ({ ok: false, reason: 'current' } as const);
      if (renewed.ok) {
        return page(c, <RecoveryCodesPage codes={renewed.codes} title="New recovery codes" to={paths.account()} />);
      }
      const limited = renewed.reason === 'too many';
      const problem = limited ? tooMany(renewed.minutes) : (problemsOf(input.error).current ?? WRONG);
      const left = (await ownAccount(db, scope)).secondFactor?.recoveryCodesLeft ?? 0;
      return page(c, <RenewRecoveryCodesPage left={left} problem={problem} />, limited ? 429 : 400);
    });

  async function setUp(c: Context, scope: Scope<'account.change'>, fields: Record<string, unknown>) {
    const again = async (problems: { code?: string; current?: string }, sealed?: string, status: 400 | 429 = 400) => {
      const to = askedFor(typeof fields.to === 'string' ? fields.to : undefined);
      return page(c, factorPage(c, scope, await ownAccount(db, scope), { to, problems, sealed }), status);
    };
    const input = factorSetUp.safeParse(fields);
    if (!input.success) return again(problemsOf(input.error), String(fields.sealed));
    const done = await setUpSecondFactor(db, scope, rules(), input.data);
    if (done.ok) {
      writeCookie(c, c.get('site'), 'session', done.token);
      const to = askedFor(input.data.to) ?? paths.account();
      return page(c, <RecoveryCodesPage codes={done.codes} title="Your second factor is set up" to={to} />);
    }
    switch (done.reason) {
      case 'set-up':
        return again({ code: STALE });
      case 'code':
        return again({ code: WRONG }, input.data.sealed);
      case 'current':
        return again({ current: WRONG }, input.data.sealed);
      case 'too many':
        return again({ code: tooMany(done.minutes) }, input.data.sealed, 429);
    }
  }

  async function prove(c: Context, scope: Scope<'account.change'>, fields: Record<string, unknown>) {
    const input = ownCode.safeParse(fields);
    const to = askedFor(typeof fields.to === 'string' ? fields.to : undefined);
    if (!input.success)
      return page(c, <ProveSecondFactorPage to={to} problem={problemsOf(input.error).current} />, 400);
    const proved = await proveSecondFactor(db, scope, rules(), input.data.current);
    if (proved.ok) {
      writeCookie(c, c.get('site'), 'session', proved.token);
      return c.redirect(to ?? paths.account(), 303);
    }
    const limited = proved.reason === 'too many';
    const problem = limited ? tooMany(proved.minutes) : WRONG;
    return page(c, <ProveSecondFactorPage to={to} problem={problem} />, limited ? 429 : 400);
  }

  /** The page that fits what the person has: none to set up, none yet, one not given in this session, or one. */
  function factorPage(
    c: Context,
    scope: Scope<'account.read' | 'account.change'>,
    { secondFactor, email, name }: OwnAccount,
    { to, problems, sealed }: { to?: string; problems?: { code?: string; current?: string }; sealed?: string },
  ) {
    const person = scope.person!;
    if (person.demonstration) return <NoSecondFactorPage />;
    if (secondFactor !== null && !person.secondFactor) {
      return <ProveSecondFactorPage to={to} problem={problems?.current ?? problems?.code} />;
    }
    const kept = sealed === undefined ? null : openSetUp(secret, person, sealed);
    const plain = kept ?? newTotpSecret();
    const setUp = {
      secret: plain,
      sealed: sealSetUp(secret, person, plain),
      uri: totpUri({ secret: plain, account: email ?? name }),
    };
    const neededFor = isNeeded(c) && !person.secondFactor ? person.acting?.role : undefined;
    return (
      <SecondFactorPage
        setUp={setUp}
        since={secondFactor?.since ?? null}
        neededFor={neededFor}
        to={to}
        problems={problems}
      />
    );
  }
}

/** Whether the role acted in asks for a second factor. */
function isNeeded(c: Context): boolean {
  const acting = c.get('person')?.acting;
  return acting !== null && acting !== undefined && c.get('site').secondFactorRoles.includes(acting.role);
}

function askedFor(to: string | undefined): string | undefined {
  return to === undefined ? undefined : wayBack(to);
}

/** The first thing wrong with each field. */
function problemsOf(error: z.ZodError | undefined): Record<string, string | undefined> {
  return Object.fromEntries(error?.issues.toReversed().map(({ path, message }) => [path[0], message]) ?? []);
}
