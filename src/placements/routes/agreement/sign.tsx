import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Scope } from '../../../access/scope.ts';
import { dueAfter } from '../../../calendar/due-after.ts';
import type { Database } from '../../../db/schema.ts';
import { englandHolidays } from '../../../england-calendar.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { discardDraft } from '../../commands/agreement/draft.ts';
import { sendVersion } from '../../commands/agreement/send-version.ts';
import { sign } from '../../commands/agreement/sign.ts';
import { SendPage } from '../../pages/agreement/send.tsx';
import { SignPage } from '../../pages/agreement/sign.tsx';
import { sendAgreement, signAgreement } from '../../policy/agreement.ts';
import { agreementOf } from '../../queries/agreement/versions.ts';
import { canBeSigned, isSigner, NEGOTIATED_IN } from '../../rules/agreement/signing.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { dayBetween } from '../../rules/life/day-between.ts';
import type { OpenItem } from '../../rules/placement.ts';
import { agreementPolicyKind } from '../../schema/agreement/agreement-policy.ts';
import { lifePolicyKind } from '../../schema/life/life-policy.ts';
import { version as versionField } from '../../schema/placement-forms.ts';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { notNow, revisionOf } from './draft.tsx';

const AGREEMENT = '/placements/:placement/agreement';

type SendScope = Scope<typeof sendAgreement.verb>;

const signForm = z.object({
  number: z.coerce.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Sending a version out for signature, and signing it. */
export function signingRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(`${AGREEMENT}/send`, may(sendAgreement, subject), (c) => sendPage(c, db, scopeOf(c, sendAgreement)))
    .post(`${AGREEMENT}/send`, may(sendAgreement, subject), async (c) => {
      const scope = scopeOf(c, sendAgreement);
      const form = await formOf(c);
      const version = versionField.safeParse(form.version);
      if (!version.success) throw new NotFound('The page is out of date: go back to the agreement and begin again.');
      const { placement } = await placementAskedFor(c, db, scope);
      const result = await sendVersion(db, scope, {
        version: version.data,
        revision: revisionOf(form),
        signBy: signByDay(),
        link: absolute(c, paths.agreementPage(placement.id, 'sign')),
      });
      if (result.ok) return c.redirect(paths.placementPage(placement.id, 'agreement', { done: 'sent' }), 303);
      if (result.reason === 'open items') return sendPage(c, db, scope, { open: result.items });
      if (result.reason === 'changed meanwhile') return sendPage(c, db, scope, { since: result.since });
      if (result.reason === 'draft changed') return sendPage(c, db, scope, { draftChanged: true });
      // Sent twice: nothing is left to do but to look.
      return c.redirect(paths.placementPage(placement.id, 'agreement'), 303);
    })
    .post(`${AGREEMENT}/discard`, may(sendAgreement, subject), async (c) => {
      const scope = scopeOf(c, sendAgreement);
      const result = await discardDraft(db, scope, revisionOf(await formOf(c)));
      if (!result.ok && result.reason === 'changed meanwhile') return sendPage(c, db, scope, { draftChanged: true });
      if (!result.ok) throw notNow();
      const { placement } = await placementAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'agreement', { done: 'discarded' }), 303);
    })
    .get(`${AGREEMENT}/sign`, may(signAgreement, subject), (c) => signPage(c, db))
    .post(`${AGREEMENT}/sign`, may(signAgreement, subject), async (c) => {
      const scope = scopeOf(c, signAgreement);
      const form = await formOf(c);
      const read = signForm.safeParse(form);
      if (!read.success) throw new NotFound('The page is out of date: go back to the agreement and begin again.');
      if (form.agreed !== 'yes')
        return signPage(c, db, {
          form: formState(form, { agreed: 'Tick the box to say that you have read it and agree' }),
        });
      const { placement } = await placementAskedFor(c, db, scope);
      const share = policyAsAt(lifePolicyKind, londonIsoDay(new Date())).review.dueAfterShare;
      const result = await sign(db, scope, {
        ...read.data,
        link: absolute(c, paths.placementPage(placement.id, 'agreement')),
        reviewBy: (startsOn, endsOn) => dayBetween(startsOn, endsOn, share),
      });
      if (!result.ok && result.reason === 'not the newest') return signPage(c, db, { newest: result.newest });
      if (!result.ok && result.reason !== 'signed already') throw notToSign();
      const done = result.ok && result.settled ? 'settled' : 'signed';
      return c.redirect(paths.placementPage(placement.id, 'agreement', { done }), 303);
    });
}

/** A whole address, for mail. */
export function absolute(c: Context, path: string): string {
  return new URL(path, c.get('site').siteUrl).href;
}

function signByDay(): string {
  const today = londonIsoDay(new Date());
  return dueAfter(today, policyAsAt(agreementPolicyKind, today).signWithin, englandHolidays(today));
}

function notToSign(): NotFound {
  return new NotFound('There is nothing for you to sign here now: go back to the agreement and see how it stands.');
}

async function sendPage(
  c: Context,
  db: Kysely<Database>,
  scope: SendScope,
  {
    open = [],
    since = [],
    draftChanged = false,
  }: { open?: readonly OpenItem[]; since?: readonly PlacementEvent[]; draftChanged?: boolean } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const { draft, signers } = await agreementOf(db, scope);
  if (draft === null || !NEGOTIATED_IN.includes(placement.state)) throw notNow();
  const refused = open.length > 0 || since.length > 0 || draftChanged;
  return page(
    c,
    <SendPage
      placement={placement}
      part={part}
      draft={draft}
      signers={signers}
      signBy={dayText(signByDay())}
      open={open}
      since={since}
      draftChanged={draftChanged}
    />,
    refused ? 409 : 200,
  );
}

async function signPage(
  c: Context,
  db: Kysely<Database>,
  { form = formState(), newest = null }: { form?: FormState; newest?: number | null } = {},
) {
  const scope = scopeOf(c, signAgreement);
  const { placement, part } = await placementAskedFor(c, db, scope);
  const { sent, signers, signatures } = await agreementOf(db, scope);
  if (sent?.sha256 == null || !canBeSigned(placement.state) || !isSigner(part, signers)) throw notToSign();
  const own = signatures.filter((one) => one.part === part);
  if (own.some(({ version }) => version === sent.number)) throw notToSign();
  return page(
    c,
    <SignPage
      placement={placement}
      part={part}
      name={c.get('person')?.name ?? ''}
      version={{ number: sent.number, sha256: sent.sha256, content: sent.content }}
      signedBefore={own.at(-1)?.version ?? null}
      signers={signers}
      signatures={signatures}
      form={form}
      newest={newest}
    />,
    newest !== null ? 409 : Object.keys(form.errors).length > 0 ? 400 : 200,
  );
}
